//! How wrong forecasts are: the last weeks are forecast as if they had not been seen.

use super::fit::Fit;
use super::forecast::need;
use super::{ForecastOptions, Observation};
use leon_model::normal_quantile;

/// The share of dates that the stated interval is to hold.
pub const INTERVAL: f64 = 0.8;

/// Errors over the dates that were held out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HeldOut {
    /// Dates and times of day forecast.
    pub forecasts: usize,
    /// Mean absolute error of the mean, in people.
    pub error: f64,
    /// The same for who says "as many as the last time that weekday was seen"; `None` where there was none.
    pub error_as_last: Option<f64>,
    /// Share within the interval that is to hold four of five.
    pub inside: f64,
    /// Share of forecasts whose target was enough; to be held against the service level.
    pub enough: f64,
}

/// One date held out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Missed {
    error: f64,
    as_last: Option<f64>,
    inside: bool,
    enough: bool,
}

/// Forecasts each of the last weeks from what was known `weeks_ahead` weeks before it began (rolling origin: R. J.
/// Hyndman and G. Athanasopoulos, *Forecasting: Principles and Practice*, 3rd ed., section 5.10).
pub(super) fn errors(seen: &[&Observation], options: &ForecastOptions) -> Vec<Missed> {
    let Some(last) = seen.iter().map(|it| it.date).max() else { return Vec::new() };
    let mut found = Vec::new();
    for week in 0..options.held_out.min(520) as i32 {
        let monday = last.monday() - 7 * week;
        let origin = monday - 7 * (options.weeks_ahead.clamp(1, 520) as i32 - 1);
        let known: Vec<&Observation> = seen.iter().copied().filter(|it| it.date < origin).collect();
        let Some(fit) = Fit::new(&known, options.least) else { continue };
        for it in seen.iter().filter(|it| monday <= it.date && it.date < monday + 7) {
            let same = || known.iter().filter(|known| known.weekday() == it.weekday());
            if same().count() < options.least {
                continue;
            }
            let Some(expected) = fit.expect(it.weekday(), it.date) else { continue };
            let half = normal_quantile(f64::midpoint(1.0, INTERVAL)) * expected.standard_deviation;
            let target =
                need(expected.mean, expected.standard_deviation, options.service_level, options.min_level).target();
            found.push(Missed {
                error: (it.people - expected.mean).abs(),
                as_last: same().max_by_key(|known| known.date).map(|known| (it.people - known.people).abs()),
                inside: (it.people - expected.mean).abs() <= half,
                enough: it.people <= f64::from(target),
            });
        }
    }
    found
}

impl HeldOut {
    /// The mean over dates; `None` without any.
    pub(super) fn of(found: &[Missed]) -> Option<Self> {
        let count = found.len() as f64;
        let share = |holds: fn(&&Missed) -> bool| found.iter().filter(holds).count() as f64 / count;
        let last: Vec<f64> = found.iter().filter_map(|it| it.as_last).collect();
        (!found.is_empty()).then(|| Self {
            forecasts: found.len(),
            error: found.iter().map(|it| it.error).sum::<f64>() / count,
            error_as_last: (!last.is_empty()).then(|| last.iter().sum::<f64>() / last.len() as f64),
            inside: share(|it| it.inside),
            enough: share(|it| it.enough),
        })
    }
}
