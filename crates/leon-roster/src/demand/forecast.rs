//! Rows of cover for a period, forecast out of observed demand.

use super::fit::{Expected, Fit, month};
use super::held_out::{self, HeldOut};
use super::{DemandOf, ForecastError, ForecastOptions, Observation};
use leon_model::{Cover, CoverEvidence, CoverNeed, Date, Days, EvidenceClass, Period, Weekday};
use std::collections::BTreeMap;

/// Rows of cover, and how good they are.
#[derive(Clone, Debug, PartialEq)]
pub struct CoverForecast {
    /// In the order of units, people and times of day.
    pub rows: Vec<Cover>,
    pub series: Vec<SeriesForecast>,
    /// Over all series; `None` when nothing could be held out.
    pub held_out: Option<HeldOut>,
}

/// What was found of one kind of demand.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesForecast {
    pub of: DemandOf,
    pub observations: usize,
    pub first: Date,
    pub last: Date,
    /// Whether there is a season in the forecast: the observations reach over a year.
    pub seasonal: bool,
    /// Variance ÷ mean of what weekday and season leave: 1 for a Poisson count.
    pub dispersion: f64,
    /// Weekdays of the period of which nothing is known: they get no row.
    pub unseen: Vec<Weekday>,
    /// Mean people needed over the period's dates, and the largest target.
    pub mean: f64,
    pub target_max: u32,
    pub held_out: Option<HeldOut>,
}

/// Forecasts a period's cover out of observed demand: by weekday and month, with the spread that is left.
///
/// A date of the period that is a public holiday counts as a Sunday. A weekday that was never observed gets no row; one
/// observed too seldom is refused.
///
/// # Errors
/// [`ForecastError`] without observations, and for the weekday with fewest where they are too few.
pub fn forecast_cover(
    period: &Period,
    observations: &[Observation],
    options: &ForecastOptions,
) -> Result<CoverForecast, ForecastError> {
    let mut series: BTreeMap<&DemandOf, Vec<&Observation>> = BTreeMap::new();
    observations.iter().for_each(|it| series.entry(&it.of).or_default().push(it));
    if series.is_empty() {
        return Err(ForecastError::Nothing);
    }
    enough(&series, options.least)?;
    let mut forecast = CoverForecast { rows: Vec::new(), series: Vec::new(), held_out: None };
    let mut errors = Vec::new();
    for (of, seen) in series {
        let fit = Fit::new(&seen, options.least).ok_or(ForecastError::Nothing)?;
        let own = held_out::errors(&seen, options);
        let rows = rows(period, of, &fit, options);
        let found = SeriesForecast {
            of: of.clone(),
            observations: seen.len(),
            first: seen.iter().map(|it| it.date).min().unwrap_or_default(),
            last: seen.iter().map(|it| it.date).max().unwrap_or_default(),
            seasonal: fit.seasonal,
            dispersion: fit.dispersion,
            unseen: Weekday::ALL.into_iter().filter(|day| unseen(period, &fit, *day)).collect(),
            mean: mean(period, &fit),
            target_max: rows.iter().map(|it| it.need.target()).max().unwrap_or(0),
            held_out: HeldOut::of(&own),
        };
        forecast.series.push(found);
        forecast.rows.extend(rows);
        errors.extend(own);
    }
    forecast.held_out = HeldOut::of(&errors);
    Ok(forecast)
}

/// Refuses series in which a weekday was observed, but too seldom.
fn enough(series: &BTreeMap<&DemandOf, Vec<&Observation>>, least: usize) -> Result<(), ForecastError> {
    let mut fewest: Option<(usize, &DemandOf, Weekday)> = None;
    for (of, seen) in series {
        for weekday in Weekday::ALL {
            let found = seen.iter().filter(|it| it.weekday() == weekday).count();
            if (1..least).contains(&found) && fewest.is_none_or(|it| found < it.0) {
                fewest = Some((found, of, weekday));
            }
        }
    }
    match fewest {
        Some((found, of, weekday)) => Err(ForecastError::TooFew { of: of.clone(), weekday, found, least }),
        None => Ok(()),
    }
}

/// What a date counts as.
fn counts_as(period: &Period, date: Date) -> Weekday {
    if period.is_public_holiday(date) { Weekday::Sunday } else { date.weekday() }
}

fn unseen(period: &Period, fit: &Fit, weekday: Weekday) -> bool {
    period.dates().any(|date| counts_as(period, date) == weekday && fit.expect(weekday, date).is_none())
}

fn mean(period: &Period, fit: &Fit) -> f64 {
    let means: Vec<f64> =
        period.dates().filter_map(|date| fit.expect(counts_as(period, date), date)).map(|it| it.mean).collect();
    means.iter().sum::<f64>() / means.len().max(1) as f64
}

/// A row for each weekday, and for each month of it where there is a season.
fn rows(period: &Period, of: &DemandOf, fit: &Fit, options: &ForecastOptions) -> Vec<Cover> {
    let mut alike: BTreeMap<(usize, usize), (Expected, Vec<Date>)> = BTreeMap::new();
    for date in period.dates() {
        let weekday = counts_as(period, date);
        let Some(expected) = fit.expect(weekday, date) else { continue };
        let season = if fit.seasonal { month(date) } else { 0 };
        alike.entry((weekday as usize, season)).or_insert((expected, Vec::new())).1.push(date);
    }
    let rows = alike.into_iter().map(|((weekday, _), (expected, dates))| {
        let days = if fit.seasonal {
            Days { dates, ..Days::default() }
        } else {
            Days { weekdays: vec![Weekday::ALL[weekday]], dates: Vec::new(), holidays_as_sundays: true }
        };
        Cover {
            unit: of.unit.clone(),
            days,
            span: of.span(),
            who: of.who(),
            kinds: Vec::new(),
            need: need(expected.mean, expected.standard_deviation, options.service_level, options.min_level),
            surplus: None,
            weight: 1.0,
            evidence: Some(evidence(expected, &options.evidence)),
        }
    });
    rows.collect()
}

/// Demand with this mean and spread, to a hundredth, and the minimum that is enough as often as asked.
pub(super) fn need(mean: f64, standard_deviation: f64, service_level: f64, min_level: f64) -> CoverNeed {
    let hundredths = |it: f64| (it * 100.0).round() / 100.0;
    let (mean, standard_deviation) = (hundredths(mean), hundredths(standard_deviation));
    let demand = |min, service_level| CoverNeed::Demand { min, mean, standard_deviation, service_level };
    demand(demand(0, min_level.min(service_level)).target(), service_level)
}

fn evidence(expected: Expected, of: &CoverEvidence) -> CoverEvidence {
    let class = if expected.season_known { of.class } else { EvidenceClass::Assumption };
    CoverEvidence { class, ..of.clone() }
}
