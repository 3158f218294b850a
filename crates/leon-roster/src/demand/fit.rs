//! Mean demand by weekday and season, fitted by maximum likelihood, and how much more it varies than a Poisson count.

use super::Observation;
use leon_model::{Date, Weekday};
use std::collections::BTreeSet;

/// Rounds of proportional fitting at most; a few dozen are enough.
const ROUNDS: usize = 500;
/// The fit stands still when no mean moves by more than this share.
const STILL: f64 = 1e-10;
/// Days between the first and the last observation from which on there is a season: a year.
const YEAR: i32 = 364;

/// Demand as weekday × season.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fit {
    /// Mean of each weekday in a season of factor 1; `None`: never seen.
    weekday: [Option<f64>; 7],
    /// Sum of season factors behind each weekday's mean.
    behind: [f64; 7],
    /// Factor of each month, 1 on average over the observations; `None`: not known.
    month: [Option<f64>; 12],
    /// Whether the observations reach over a year.
    pub(super) seasonal: bool,
    /// Variance ÷ mean, from Pearson's residuals.
    pub(super) dispersion: f64,
}

/// What a fit expects of a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Expected {
    pub(super) mean: f64,
    pub(super) standard_deviation: f64,
    /// Whether the season of the date is known, or there is none.
    pub(super) season_known: bool,
}

/// A date's month, from 0.
pub(super) fn month(date: Date) -> usize {
    usize::from(date.year_month_day().1) - 1
}

impl Fit {
    /// Fits mean demand *weekday × month* by iterative proportional fitting (W. E. Deming and F. F. Stephan 1940, doi
    /// 10.1214/aoms/1177731829), which is the maximum likelihood of a Poisson count, and its dispersion by Pearson's
    /// statistic over the degrees of freedom left (R. W. M. Wedderburn 1974, doi 10.1093/biomet/61.3.439).
    ///
    /// A month with fewer than `least` observations has no factor of its own. `None` without observations.
    pub(super) fn new(observations: &[&Observation], least: usize) -> Option<Self> {
        let first = observations.iter().map(|it| it.date).min()?;
        let last = observations.iter().map(|it| it.date).max()?;
        let seasonal = last - first >= YEAR;
        let mut seen = [0_usize; 12];
        observations.iter().for_each(|it| seen[month(it.date)] += 1);
        let has_factor = |at: usize| seasonal && seen[at] >= least;
        let mut months = [1.0; 12];
        let mut weekdays = [0.0; 7];
        let mut behind = [0.0; 7];
        for _ in 0..ROUNDS {
            let before = weekdays;
            let (mut sums, mut weights) = ([0.0; 7], [0.0; 7]);
            for it in observations {
                sums[it.weekday() as usize] += it.people;
                weights[it.weekday() as usize] += months[month(it.date)];
            }
            weekdays = std::array::from_fn(|at| if weights[at] > 0.0 { sums[at] / weights[at] } else { 0.0 });
            behind = weights;
            if !seasonal {
                break;
            }
            let (mut sums, mut expected) = ([0.0; 12], [0.0; 12]);
            for it in observations {
                sums[month(it.date)] += it.people;
                expected[month(it.date)] += weekdays[it.weekday() as usize];
            }
            for at in (0..12).filter(|at| has_factor(*at)) {
                months[at] = if expected[at] > 0.0 { sums[at] / expected[at] } else { 1.0 };
            }
            let mean = observations.iter().map(|it| months[month(it.date)]).sum::<f64>() / observations.len() as f64;
            if mean > 0.0 {
                (0..12).filter(|at| has_factor(*at)).for_each(|at| months[at] /= mean);
            }
            if weekdays.iter().zip(before).all(|(now, before)| (now - before).abs() <= STILL * before) {
                break;
            }
        }
        let days: BTreeSet<Weekday> = observations.iter().map(|it| it.weekday()).collect();
        let factors = (0..12).filter(|at| has_factor(*at)).count();
        let free = observations.len().saturating_sub(days.len() + factors.saturating_sub(1)).max(1);
        let residual = |it: &&Observation| {
            let mean = weekdays[it.weekday() as usize] * months[month(it.date)];
            if mean > 0.0 { (it.people - mean).powi(2) / mean } else { 0.0 }
        };
        let dispersion = observations.iter().map(residual).sum::<f64>() / free as f64;
        Some(Self {
            weekday: std::array::from_fn(|at| days.contains(&Weekday::ALL[at]).then_some(weekdays[at])),
            behind,
            month: std::array::from_fn(|at| has_factor(at).then_some(months[at])),
            seasonal,
            dispersion,
        })
    }

    /// Mean and spread of a date's demand; `None` for a weekday that was never seen.
    ///
    /// The variance is that of demand itself, φ μ, and that of the weekday's mean, φ μ × season ÷ the seasons behind it.
    pub(super) fn expect(&self, weekday: Weekday, date: Date) -> Option<Expected> {
        let factor = self.month[month(date)];
        let season = factor.unwrap_or(1.0);
        let mean = self.weekday[weekday as usize]? * season;
        let own = self.dispersion * mean;
        let behind = self.behind[weekday as usize];
        let of_mean = if behind > 0.0 { own * season / behind } else { 0.0 };
        Some(Expected {
            mean,
            standard_deviation: (own + of_mean).sqrt(),
            season_known: factor.is_some() || !self.seasonal,
        })
    }
}
