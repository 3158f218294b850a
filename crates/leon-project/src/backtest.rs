//! Rolling origin: projections of inhabitants made in every year of the past, against those who came.
//!
//! What is tried is a simple projection that anybody could have made then, by cohort ratios: those of an age are so
//! many of those five years younger five years ago (C. H. Hamilton, J. Perry (1962), A short method for projecting
//! population by age from one decennial census to another, [doi 10.2307/2573725](https://doi.org/10.2307/2573725)).
//! From 50 on, where it is mortality that moves them, the ratios go on changing as they did in the last five years.

use leon_model::{AgeBand, Case, FiveYears, PlaceId, Year};
use std::collections::BTreeMap;

/// Years of a step: those of an age group are in the next one.
const STEP: u32 = 5;
/// Origins that an error is measured on at the least.
const ORIGINS: usize = 5;
/// From this age group on ratios go on changing.
const MORTAL: usize = FiveYears::From50 as usize;
const LAST: usize = FiveYears::From85 as usize;
/// The age groups whose people the youngest are counted for each of.
const PARENTS: std::ops::RangeInclusive<usize> = FiveYears::From20 as usize..=FiveYears::From35 as usize;

/// Inhabitants by five-year ages.
type Ages = [f64; FiveYears::ALL.len()];

/// How far projections of an age were off, so many years ahead.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    pub age: AgeBand,
    pub years_ahead: u32,
    /// Years of the past from which it was tried.
    pub origins: usize,
    /// Mean of projected less counted, as a share of counted.
    pub bias: f64,
    /// Root of the mean square of the same.
    pub error: f64,
}

/// The error for each age and every fifth year ahead, from what the case has of the past. Empty where that is too short
/// to try it from five years at least.
///
/// Places with a past are put together, but those under another that has one. Ages of a band that five-year ages do not
/// give exactly (0-5, 6-16, 17-19) have the error of those next to it (0-4, 5-14, 15-19).
pub fn backtest(case: &Case) -> Vec<Measured> {
    let counted = counted(case);
    let mut measured = Vec::new();
    for years_ahead in (1..).map(|steps| steps * STEP) {
        let tried: Vec<(Ages, Ages)> = counted
            .iter()
            .filter_map(|(&origin, &now)| {
                let before = |years: u32| counted.get(&Year(origin.0.checked_sub(years)?));
                let projected = carried(now, *before(STEP)?, *before(2 * STEP)?, years_ahead / STEP);
                Some((projected, *counted.get(&Year(origin.0 + years_ahead))?))
            })
            .collect();
        if tried.len() < ORIGINS {
            return measured;
        }
        measured.extend(AgeBand::ALL.iter().map(|&age| {
            let off = tried.iter().map(|(projected, came)| sum(projected, age) / sum(came, age) - 1.0);
            let mean = |values: &mut dyn Iterator<Item = f64>| values.sum::<f64>() / tried.len() as f64;
            let (bias, square) = (mean(&mut off.clone()), mean(&mut off.map(|it| it * it)));
            Measured { age, years_ahead, origins: tried.len(), bias, error: square.sqrt() }
        }));
    }
    measured
}

/// The error of an age so many years ahead: on the line between the years measured, 0 now, and as the last after it.
pub(crate) fn error(measured: &[Measured], age: AgeBand, years_ahead: u32) -> f64 {
    let mut before = (0, 0.0);
    for it in measured.iter().filter(|it| it.age == age) {
        if it.years_ahead >= years_ahead {
            let part = f64::from(years_ahead - before.0) / f64::from(it.years_ahead - before.0);
            return before.1 + part * (it.error - before.1);
        }
        before = (it.years_ahead, it.error);
    }
    before.1
}

/// Inhabitants by year, of all places with a past together; only years in which each of them was counted at all ages.
fn counted(case: &Case) -> BTreeMap<Year, Ages> {
    let with_past: Vec<&PlaceId> = case.population_history.iter().map(|it| &it.place).collect();
    let is_top = |place: &PlaceId| !case.ancestors(place).skip(1).any(|above| with_past.contains(&above));
    let rows: Vec<_> = case.population_history.iter().filter(|it| is_top(&it.place)).collect();
    let mut years: BTreeMap<Year, (usize, Ages)> = BTreeMap::new();
    for it in rows {
        let (count, ages) = years.entry(it.year).or_default();
        *count += 1;
        ages[it.age as usize] += it.persons.value;
    }
    let whole = years.values().map(|(count, _)| *count).max().unwrap_or(0);
    let positive = |ages: &Ages| ages.iter().all(|it| *it > 0.0);
    let kept =
        |(year, (count, ages)): (Year, (usize, Ages))| (count == whole && positive(&ages)).then_some((year, ages));
    years.into_iter().filter_map(kept).collect()
}

/// Carries inhabitants on so many steps, from what they were now, a step and two steps ago.
fn carried(now: Ages, before: Ages, earlier: Ages, steps: u32) -> Ages {
    let (last, first) = (ratios(&now, &before), ratios(&before, &earlier));
    let change: Ages = std::array::from_fn(|age| if age >= MORTAL { last[age] / first[age] } else { 1.0 });
    let children = now[0] / now[PARENTS].iter().sum::<f64>();
    let mut people = now;
    let mut ratio = last;
    for _ in 0..steps {
        ratio.iter_mut().zip(&change).for_each(|(ratio, change)| *ratio *= change);
        let mut next: Ages = std::array::from_fn(|age| if age == 0 { 0.0 } else { people[age - 1] * ratio[age] });
        next[LAST] += people[LAST] * ratio[LAST];
        next[0] = children * next[PARENTS].iter().sum::<f64>();
        people = next;
    }
    people
}

/// People of each age for each of those who were five years younger a step before; of the last age, for each of those
/// who were in it too.
fn ratios(now: &Ages, before: &Ages) -> Ages {
    std::array::from_fn(|age| match age {
        0 => 1.0,
        LAST => now[LAST] / (before[LAST - 1] + before[LAST]),
        _ => now[age] / before[age - 1],
    })
}

/// People of a band, or of the five-year ages next to it.
fn sum(people: &Ages, age: AgeBand) -> f64 {
    use FiveYears::*;
    let of = |from: FiveYears, to: FiveYears| people[from as usize..=to as usize].iter().sum();
    match age {
        AgeBand::From0 => of(From0, From0),
        AgeBand::From6 => of(From5, From10),
        AgeBand::From17 => of(From15, From15),
        AgeBand::From20 => of(From20, From30),
        AgeBand::From35 => of(From35, From60),
        AgeBand::From65 => of(From65, From75),
        AgeBand::From80 => of(From80, From85),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_population_that_stands_still_is_carried_on_as_it_is() {
        // Of each age half of those before; the last gathers half of those of the last two: x = (y + x) / 2, so x = y.
        let mut still: Ages = std::array::from_fn(|age| 2f64.powi(20 - age as i32));
        still[LAST] = still[LAST - 1];
        let on = carried(still, still, still, 4);
        on.iter().zip(&still).for_each(|(on, still)| assert!((on - still).abs() < 1e-9 * still, "{on} {still}"));
    }

    #[test]
    fn falling_mortality_goes_on_falling_from_fifty_on() {
        // Of 100 people a step younger, 80 lived to be 70, then 90: the next time 90 × 90/80 = 101.25 in 100.
        let (mut now, mut before, earlier): (Ages, Ages, Ages) = ([100.0; 18], [100.0; 18], [100.0; 18]);
        let at = FiveYears::From70 as usize;
        (before[at], now[at]) = (80.0, 90.0);
        assert!((carried(now, before, earlier, 1)[at] - 101.25).abs() < 1e-9);
        // At 30 it stays: 90 of 100.
        let at = FiveYears::From30 as usize;
        (before[at], now[at]) = (80.0, 90.0);
        assert!((carried(now, before, earlier, 1)[at] - 90.0).abs() < 1e-9);
    }

    #[test]
    fn errors_lie_on_lines_between_the_years_measured() {
        let at = |years_ahead, error| Measured { age: AgeBand::From80, years_ahead, origins: 9, bias: 0.0, error };
        let measured = [at(5, 0.01), at(10, 0.03)];
        let of = |years| error(&measured, AgeBand::From80, years);
        for (years, expected) in [(0, 0.0), (2, 0.004), (5, 0.01), (7, 0.018), (10, 0.03), (30, 0.03)] {
            assert!((of(years) - expected).abs() < 1e-12, "{years}: {}", of(years));
        }
        assert_eq!(error(&measured, AgeBand::From65, 10), 0.0);
    }
}
