//! Inhabitants by place, year and age, and how the need of each setting grows with them.

use crate::assumptions::{AssumptionId, Positions, at};
use crate::backtest::{Measured, backtest, error};
use leon_model::{AgeBand, CareUse, Case, Figure, PlaceId, Scenario, ScenarioList, SettingId, Year};
use std::collections::BTreeMap;

/// Value and range, year by year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Persons {
    value: f64,
    low: f64,
    high: f64,
}

/// Inhabitants of the places where care is needed.
#[derive(Clone, Debug)]
pub(crate) struct People {
    pub(crate) years: Vec<Year>,
    /// By place of the case (empty where it has no inhabitants), year and age band.
    of_place: Vec<Vec<[Persons; AgeBand::ALL.len()]>>,
}

impl People {
    /// The inhabitants of each place: its own rows, or those of the places under it. Years between two that are
    /// given lie on the straight line between them.
    pub(crate) fn new(case: &Case) -> Self {
        let mut given: BTreeMap<&PlaceId, BTreeMap<Year, [Persons; 7]>> = BTreeMap::new();
        for it in &case.population {
            let Figure { value, low, high, .. } = it.persons;
            let bands = given.entry(&it.place).or_default().entry(it.year).or_default();
            bands[it.age as usize] = Persons { value, low, high };
        }
        let first = case.population.iter().map(|it| it.year).min();
        let last = case.population.iter().map(|it| it.year).max();
        let years: Vec<Year> = first.zip(last).map(|(first, last)| first.to(last).collect()).unwrap_or_default();
        let measured = backtest(case);
        let row = |rows: &BTreeMap<Year, [Persons; 7]>, year: Year| {
            widened(between(rows, year), &measured, first.map_or(0, |first| year.since(first)))
        };
        let own: BTreeMap<&PlaceId, Vec<[Persons; 7]>> =
            given.iter().map(|(place, rows)| (*place, years.iter().map(|year| row(rows, *year)).collect())).collect();
        let of_place = |place: &leon_model::Place| {
            if let Some(rows) = own.get(&place.id) {
                return rows.clone();
            }
            let under: Vec<_> = own.iter().filter(|(id, _)| case.is_within(id, &place.id)).collect();
            if under.is_empty() {
                return Vec::new();
            }
            let mut sum = vec![[Persons::default(); 7]; years.len()];
            for (_, rows) in under {
                for (sum, row) in sum.iter_mut().flatten().zip(rows.iter().flatten()) {
                    sum.value += row.value;
                    sum.low += row.low;
                    sum.high += row.high;
                }
            }
            sum
        };
        Self { of_place: case.places.iter().map(of_place).collect(), years }
    }

    /// Whether a place has inhabitants in the case.
    pub(crate) fn has(&self, place: usize) -> bool {
        !self.of_place[place].is_empty()
    }

    /// Inhabitants of a place in a year, where a draw puts them.
    fn drawn(&self, place: usize, year: usize, drawn: &[f64; 7]) -> [f64; 7] {
        let rows = &self.of_place[place][year];
        std::array::from_fn(|band| {
            let it = rows[band];
            let end = if drawn[band] < 0.0 { it.low } else { it.high };
            it.value + drawn[band].abs() * (end - it.value)
        })
    }

    /// Inhabitants of a place in a year of the projection, by age.
    pub(crate) fn central(&self, place: usize, year: usize) -> Option<[f64; 7]> {
        self.has(place).then(|| self.drawn(place, year, &[0.0; 7]))
    }
}

/// Half of the range of a triangle around its middle, in standard deviations of a normal error, when both have the same
/// middle 80 percent: 1.2816 / (1 - √0.2).
const REACH: f64 = 2.318;

/// Ranges as wide, at the least, as the error measured so many years ahead.
fn widened(bands: [Persons; 7], measured: &[Measured], years_ahead: u32) -> [Persons; 7] {
    std::array::from_fn(|band| {
        let Persons { value, low, high } = bands[band];
        let reach = REACH * error(measured, AgeBand::ALL[band], years_ahead);
        Persons { value, low: low.min(value * (1.0 - reach)).max(0.0), high: high.max(value * (1.0 + reach)) }
    })
}

/// The bands of a year, on the line between the years given around it; the nearest at either end.
fn between(rows: &BTreeMap<Year, [Persons; 7]>, year: Year) -> [Persons; 7] {
    let before = rows.range(..=year).next_back();
    let after = rows.range(year..).next();
    match (before, after) {
        (Some((from, a)), Some((to, b))) if from < to => {
            let part = f64::from(year.since(*from)) / f64::from(to.since(*from));
            let line = |a: f64, b: f64| a + part * (b - a);
            std::array::from_fn(|band| Persons {
                value: line(a[band].value, b[band].value),
                low: line(a[band].low, b[band].low),
                high: line(a[band].high, b[band].high),
            })
        }
        (Some((_, bands)), _) | (None, Some((_, bands))) => *bands,
        (None, None) => [Persons::default(); 7],
    }
}

/// How many times the first year's need each cell has in each year: population, who uses care, healthy ageing and
/// the scenario's trends. By cell, then year.
pub(crate) fn growth(
    case: &Case,
    people: &People,
    cells: &[(usize, usize)],
    scenario: &Scenario,
    positions: &Positions,
) -> Vec<Vec<f64>> {
    let drawn: [f64; 7] = std::array::from_fn(|band| positions.of(&AssumptionId::Inhabitants(AgeBand::ALL[band])));
    let ageing = case.parameters.healthy_ageing.as_ref();
    let ageing = ageing.map_or(0.0, |it| positions.value(&AssumptionId::HealthyAgeing, it));
    let uses: Vec<Vec<(Vec<usize>, f64)>> = case.settings.iter().map(|it| use_of(case, &it.id, positions)).collect();
    let trends: Vec<Vec<f64>> =
        case.settings.iter().map(|it| trend(&people.years, scenario, &it.id, positions)).collect();
    // Inhabitants by place and year, each place once.
    let mut of_place: BTreeMap<usize, Vec<[f64; 7]>> = BTreeMap::new();
    for &(place, _) in cells.iter().filter(|(place, _)| people.has(*place)) {
        of_place
            .entry(place)
            .or_insert_with(|| (0..people.years.len()).map(|year| people.drawn(place, year, &drawn)).collect());
    }
    let all = |setting: usize, ages: &[usize]| {
        let places = cells.iter().filter(|(_, it)| *it == setting).filter_map(|(place, _)| of_place.get(place));
        places.map(|years| ages.iter().map(|&age| years[0][age]).sum::<f64>()).sum::<f64>()
    };
    // Hours for each inhabitant of the ages of each row of use, in the first year, as a share of the setting's.
    let a_head: Vec<Vec<f64>> = uses
        .iter()
        .enumerate()
        .map(|(setting, rows)| {
            rows.iter().map(|(ages, share)| share / all(setting, ages).max(f64::MIN_POSITIVE)).collect()
        })
        .collect();
    let of_cell = |&(place, setting): &(usize, usize)| -> Vec<f64> {
        let trend = &trends[setting];
        let Some(years) = of_place.get(&place) else { return trend.clone() };
        let hours = |year: usize| -> f64 {
            uses[setting]
                .iter()
                .zip(&a_head[setting])
                .map(|((ages, _), a_head)| {
                    let healthier = ages.iter().all(|&age| age >= AgeBand::From65 as usize);
                    let factor = if healthier { (1.0 - ageing).powi(year as i32) } else { 1.0 };
                    a_head * factor * ages.iter().map(|&age| years[year][age]).sum::<f64>()
                })
                .sum()
        };
        let first = hours(0);
        let growth = |year: usize| if first > 0.0 { hours(year) / first } else { 1.0 };
        (0..people.years.len()).map(|year| growth(year) * trend[year]).collect()
    };
    cells.iter().map(of_cell).collect()
}

/// The ages that use a setting's care with their shares; everybody alike where the case does not say.
///
/// A draw moves the first row within its range; the others give or take in proportion.
fn use_of(case: &Case, setting: &SettingId, positions: &Positions) -> Vec<(Vec<usize>, f64)> {
    let rows: Vec<&CareUse> = case.care_use.iter().filter(|it| it.setting == *setting).collect();
    let every: Vec<usize> = (0..AgeBand::ALL.len()).collect();
    let Some((first, others)) = rows.split_first() else { return vec![(every, 1.0)] };
    let ages = |it: &CareUse| {
        if it.ages.is_empty() { every.clone() } else { it.ages.iter().map(|age| *age as usize).collect() }
    };
    let moved = at(&first.share, positions.of(&AssumptionId::CareUse(setting.clone()))).clamp(0.0, 1.0);
    let rest: f64 = others.iter().map(|it| it.share.value).sum();
    let factor = if rest > 0.0 { (1.0 - moved) / rest } else { 1.0 };
    let mut shares = vec![(ages(first), if rest > 0.0 { moved } else { 1.0 })];
    shares.extend(others.iter().map(|it| (ages(it), it.share.value * factor)));
    shares
}

/// The scenario's trend in a setting's need, year by year.
fn trend(years: &[Year], scenario: &Scenario, setting: &SettingId, positions: &Positions) -> Vec<f64> {
    let mut factors = vec![1.0; years.len()];
    for it in scenario.need.iter().filter(|it| it.settings.is_empty() || it.settings.contains(setting)) {
        let a_year = 1.0 + positions.value(&crate::assumptions::entry(ScenarioList::Need, &it.settings), &it.per_year);
        for (factor, year) in factors.iter_mut().zip(years) {
            *factor *= a_year.max(0.0).powi(year.since(it.from) as i32);
        }
    }
    factors
}
