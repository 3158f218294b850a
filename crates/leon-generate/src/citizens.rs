//! Citizens and the errands that they need on each day.

use crate::calibration::{self as calibrated, PARTS};
use crate::mix::{Kind, Mix};
use crate::random::{Chance, Purpose};
use leon_model::Complexity;

/// Something to be done at a citizen's.
#[derive(Clone, Debug)]
pub(crate) struct Errand {
    /// Place in [`Mix::kinds`].
    pub(crate) kind: usize,
    pub(crate) minutes: f64,
    pub(crate) part: usize,
    pub(crate) day: usize,
}

/// Somebody who is visited.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) complexity: Complexity,
    pub(crate) dementia: bool,
    pub(crate) errands: Vec<Errand>,
}

/// Classes of recipients: share of them, and hours a week from and to.
fn classes() -> [(f64, f64, f64); 4] {
    [
        (calibrated::UNDER_2_HOURS.value, 0.0, 2.0),
        (calibrated::FROM_2_TO_8_HOURS.value, 2.0, 8.0),
        (calibrated::FROM_8_TO_20_HOURS.value, 8.0, 20.0),
        (calibrated::OVER_20_HOURS.value, 20.0, calibrated::MOST_HOURS.value),
    ]
}

/// How far up its class a recipient lies on average, so that all together have [`calibrated::HOURS_PER_WEEK`]:
/// (3.2 − 0.22 × 2 − 0.09 × 8 − 0.02 × 20) ÷ (0.67 × 2 + 0.22 × 6 + 0.09 × 12 + 0.02 × 10) = 1.64 ÷ 3.94 = 0.416.
fn mean_height() -> f64 {
    let least: f64 = classes().iter().map(|(share, from, _)| share * from).sum();
    let width: f64 = classes().iter().map(|(share, from, to)| share * (to - from)).sum();
    (calibrated::HOURS_PER_WEEK.value - least) / width
}

/// Draws citizens one after the other.
pub(crate) struct Town<'m, 'c> {
    mix: &'m Mix<'c>,
    days: usize,
    chance: Chance,
    /// Weights of the kinds by complexity, for citizens with little help and for others.
    weights: [[Vec<f64>; 2]; 3],
}

impl<'m, 'c> Town<'m, 'c> {
    pub(crate) fn new(mix: &'m Mix<'c>, days: usize, seed: u64) -> Self {
        let (share, from, to) = classes()[0];
        let light_share = share * (from + mean_height() * (to - from)) / calibrated::HOURS_PER_WEEK.value;
        let weights = [Complexity::Low, Complexity::Medium, Complexity::High]
            .map(|complexity| [true, false].map(|light| mix.weights(complexity, light, light_share)));
        Self { mix, days, chance: Chance::new(seed, Purpose::Citizens), weights }
    }

    /// The next recipient; often without an errand on these days.
    pub(crate) fn next(&mut self) -> Person {
        let chance = &mut self.chance;
        let complexity = self.mix.draw_complexity(chance);
        let class = chance.weighted(&classes().map(|it| it.0));
        let (_, from, to) = classes()[class];
        // The height u × (a + (1 − a) × u) with u even has the mean a ÷ 2 + (1 − a) ÷ 3; so a = 6 × mean − 2.
        let a = 6.0 * mean_height() - 2.0;
        let u = chance.even();
        let hours_per_week = from + (to - from) * u * (a + (1.0 - a) * u);
        let errands_per_day = hours_per_week * 60.0 / 7.0 / self.mix.mean_minutes;
        let weights = &self.weights[complexity as usize][usize::from(class > 0)];
        let mut errands: Vec<Errand> = Vec::new();
        for day in 0..self.days {
            for _ in 0..chance.whole(errands_per_day) {
                let kind = chance.weighted(weights);
                let it = &self.mix.kinds[kind];
                let part = draw_part(it, chance, |part| {
                    errands.iter().any(|other| other.day == day && other.part == part && other.kind == kind)
                });
                errands.push(Errand { kind, minutes: draw_minutes(it, chance), part, day });
            }
        }
        let dementia = chance.yes(calibrated::DEMENTIA_SHARE.value);
        Person { complexity, dementia, errands }
    }
}

/// The part of the day for an errand: by habit, among parts that do not have the same errand yet, if there are any.
fn draw_part(kind: &Kind<'_>, chance: &mut Chance, taken: impl Fn(usize) -> bool) -> usize {
    let all = kind.habit.parts;
    let free: [f64; PARTS.len()] = std::array::from_fn(|part| if taken(part) { 0.0 } else { all[part] });
    chance.weighted(if free.iter().sum::<f64>() > 0.0 { &free } else { &all })
}

/// Minutes of an errand: the sum of two even draws around the usual time, stretched to the least and the most.
fn draw_minutes(kind: &Kind<'_>, chance: &mut Chance) -> f64 {
    let [usual, least, most] = kind.habit.minutes;
    let off = chance.even() + chance.even() - 1.0;
    let minutes = usual + if off < 0.0 { off * (usual - least) } else { off * (most - usual) };
    minutes * kind.complexity_factor()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::DayOptions;
    use leon_model::{Case, Moment};
    use std::collections::BTreeMap;

    fn denmark() -> Case {
        let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/denmark");
        leon_formats::read_case(&dir).unwrap_or_else(|problems| panic!("{problems:?}"))
    }

    #[test]
    fn errands_have_the_mix_of_the_case() {
        let case = denmark();
        let mix = Mix::new(&case, &DayOptions::new("751", 350, 1, Moment(0))).unwrap();
        let mut town = Town::new(&mix, 1, 42);
        let people: Vec<Person> = (0..50_000).map(|_| town.next()).collect();
        // Minutes by what is counted: each task, and each complexity.
        type Count = BTreeMap<String, f64>;
        let key = |kind: usize| {
            let need = mix.kinds[kind].need;
            [need.task.to_string(), need.complexity.to_string()]
        };
        let mut wanted = Count::new();
        for kind in 0..mix.kinds.len() {
            for key in key(kind) {
                *wanted.entry(key).or_default() += mix.kinds[kind].need.hours_per_week.value;
            }
        }
        let hours: f64 = mix.kinds.iter().map(|it| it.need.hours_per_week.value).sum();
        let minutes: f64 = people.iter().flat_map(|it| &it.errands).map(|it| it.minutes).sum();
        for (name, of_case) in wanted {
            let share = of_case / hours;
            // A ratio of sums over citizens: its variance is Σ (own minutes of it − share × own minutes)² ÷ minutes².
            let off = people.iter().map(|person| {
                let own: f64 = person.errands.iter().map(|it| it.minutes).sum();
                let of_it = person.errands.iter().filter(|it| key(it.kind).contains(&name));
                of_it.map(|it| it.minutes).sum::<f64>() - share * own
            });
            let (sum, squares) = off.fold((0.0, 0.0), |(sum, squares), off| (sum + off, squares + off * off));
            let (error, deviation) = (squares.sqrt() / minutes, (sum / minutes).abs());
            assert!(deviation <= 4.0 * error, "{name}: share {share:.4} missed by {deviation:.4} ± {error:.4}");
        }
    }

    #[test]
    fn recipients_have_the_hours_of_the_register() {
        let case = denmark();
        let mix = Mix::new(&case, &DayOptions::new("751", 350, 1, Moment(0))).unwrap();
        // 3.2 hours a week are 27.4 minutes a day; the spread of a day's minutes is below 60 a recipient, so that
        // 50,000 recipients have a standard error of 60 ÷ √50,000 = 0.27 minutes.
        let mut town = Town::new(&mix, 1, 7);
        let minutes: f64 = (0..50_000).flat_map(|_| town.next().errands).map(|it| it.minutes).sum();
        assert!((minutes / 50_000.0 - 27.4).abs() < 4.0 * 0.27, "{}", minutes / 50_000.0);
    }
}
