//! People by age, at work and outside, carried from year to year: the core of a projection.
//!
//! One team is 2 × [`AGES`] numbers that stay in the nearest cache for all its years, and a year of it is
//! one pass without branches. The model as mathematics: `docs/concepts/project.md`.

/// The youngest age that is followed.
pub const YOUNGEST: usize = 18;
/// Ages followed, one by one; whoever grows older than the last has retired.
pub const AGES: usize = 53;

/// What happens to people of each age in a year: shares of those who are there when it begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Rates {
    /// At work and still so.
    stays: [f64; AGES],
    /// At work, then outside.
    goes: [f64; AGES],
    /// Outside, then at work.
    comes_back: [f64; AGES],
    /// Outside and still so.
    stays_out: [f64; AGES],
    /// How newcomers of a year fall on ages; adds up to 1.
    newcomers: [f64; AGES],
}

impl Rates {
    /// Rates from shares a year at each age: who retires, who of the others leaves, and who of those outside
    /// and not retired comes back; newcomers by age are made to add up to 1.
    pub fn new(retires: &[f64; AGES], leaves: f64, returns: f64, newcomers: &[f64; AGES]) -> Self {
        let each = |of: &dyn Fn(f64) -> f64| std::array::from_fn(|age| of(1.0 - retires[age]));
        let all: f64 = newcomers.iter().sum();
        Self {
            stays: each(&|left| left * (1.0 - leaves)),
            goes: each(&|left| left * leaves),
            comes_back: each(&|left| left * returns),
            stays_out: each(&|left| left * (1.0 - returns)),
            newcomers: newcomers.map(|it| if all > 0.0 { it / all } else { 0.0 }),
        }
    }
}

/// A team's people by age when a year begins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cohorts {
    at_work: [f64; AGES],
    outside: [f64; AGES],
}

impl Cohorts {
    /// People by age; the shares of ages are made to add up to 1.
    pub fn new(at_work: f64, outside: f64, ages: &[f64; AGES]) -> Self {
        let all: f64 = ages.iter().sum();
        let of = |people: f64| ages.map(|share| if all > 0.0 { people * share / all } else { 0.0 });
        Self { at_work: of(at_work), outside: of(outside) }
    }

    /// A year passes: people grow a year older, some retire, leave or come back, and newcomers begin.
    ///
    /// Those who reach the end of the last age retire whatever the rates say.
    #[inline]
    pub fn pass_year(&mut self, rates: &Rates, newcomers: f64) {
        let (at_work, outside) = (self.at_work, self.outside);
        self.at_work[0] = newcomers * rates.newcomers[0];
        self.outside[0] = 0.0;
        for age in 0..AGES - 1 {
            self.at_work[age + 1] = at_work[age] * rates.stays[age]
                + outside[age] * rates.comes_back[age]
                + newcomers * rates.newcomers[age + 1];
            self.outside[age + 1] = at_work[age] * rates.goes[age] + outside[age] * rates.stays_out[age];
        }
    }

    /// People at work.
    #[inline]
    pub fn at_work(&self) -> f64 {
        sum(&self.at_work)
    }

    /// Educated people outside the settings of the case.
    pub fn outside(&self) -> f64 {
        sum(&self.outside)
    }
}

/// The sum in four strands, which the processor adds side by side; the same order every time.
#[inline]
fn sum(people: &[f64; AGES]) -> f64 {
    let mut strands = [0.0; 4];
    let (fours, rest) = people.as_chunks::<4>();
    for four in fours {
        for (strand, it) in strands.iter_mut().zip(four) {
            *strand += it;
        }
    }
    (strands[0] + strands[1]) + (strands[2] + strands[3]) + rest.iter().sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use leon_model::rng::Rng;

    fn only(age: usize) -> [f64; AGES] {
        std::array::from_fn(|it| f64::from(u8::from(it + YOUNGEST == age)))
    }

    #[test]
    fn people_neither_appear_nor_vanish() {
        // Nobody retires: after ten years all who began or came are at work or outside, as long as nobody is past 70.
        let rates = Rates::new(&[0.0; AGES], 0.07, 0.2, &only(25));
        let mut team = Cohorts::new(1000.0, 300.0, &only(40));
        for _ in 0..10 {
            team.pass_year(&rates, 50.0);
        }
        assert!((team.at_work() + team.outside() - 1800.0).abs() < 1e-9); // 1000 + 300 + 10 × 50
    }

    #[test]
    fn whoever_is_gone_has_retired_or_grown_past_the_last_age() {
        let mut stream = Rng::new(5);
        for _ in 0..50 {
            let retires: [f64; AGES] = std::array::from_fn(|_| stream.unit());
            let ages: [f64; AGES] = std::array::from_fn(|_| stream.unit());
            let rates = Rates::new(&retires, stream.unit(), stream.unit(), &ages);
            let mut team = Cohorts::new(1000.0 * stream.unit(), 300.0 * stream.unit(), &ages);
            for _ in 0..20 {
                let newcomers = 40.0 * stream.unit();
                let before = team;
                team.pass_year(&rates, newcomers);
                let people = |it: &Cohorts| it.at_work() + it.outside();
                let at = |age: usize| before.at_work[age] + before.outside[age];
                let last = at(AGES - 1) * (1.0 - retires[AGES - 1]);
                let gone: f64 = (0..AGES).map(|age| at(age) * retires[age]).sum::<f64>() + last;
                assert!((people(&before) + newcomers - gone - people(&team)).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn retirement_and_leaving_are_powers() {
        let retires = std::array::from_fn(|age| if age + YOUNGEST >= 60 { 0.5 } else { 0.0 });
        let rates = Rates::new(&retires, 0.1, 0.0, &only(25));
        let mut team = Cohorts::new(1000.0, 0.0, &only(59));
        team.pass_year(&rates, 0.0);
        assert!((team.at_work() - 900.0).abs() < 1e-9); // 59 years old: none retires, a tenth leaves
        team.pass_year(&rates, 0.0);
        assert!((team.at_work() - 405.0).abs() < 1e-9); // half retires, a tenth of the rest leaves: 900 × 0.5 × 0.9
    }

    #[test]
    fn without_flows_a_team_stays_until_its_last_age() {
        let rates = Rates::new(&[0.0; AGES], 0.0, 0.0, &only(25));
        let mut team = Cohorts::new(10.0, 0.0, &only(69));
        team.pass_year(&rates, 0.0);
        assert_eq!(team.at_work(), 10.0);
        team.pass_year(&rates, 0.0); // 70 is the last age
        assert_eq!(team.at_work(), 0.0);
    }

    #[test]
    fn what_comes_in_as_goes_out_keeps_a_team_as_large() {
        // Of n people 5 % leave and none comes back; 0.05 × n newcomers a year hold it. Nobody reaches the last age.
        let rates = Rates::new(&[0.0; AGES], 0.05, 0.0, &only(20));
        let mut team = Cohorts::new(400.0, 0.0, &only(20));
        for _ in 0..30 {
            team.pass_year(&rates, 20.0);
            assert!((team.at_work() - 400.0).abs() < 1e-9);
        }
    }
}
