//! All days, and what they say together.

use crate::{Estimate, MeasureError, Pair, Quantity, SampledDay, Stratum, StudyOptions, estimate, measure_day};
use leon_generate::Terrain;
use leon_model::Measure;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Told after each day: days done, and days in all.
pub type StudyProgress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// What a study says of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The interval reaches beyond what the bounds leave open.
    Measured,
    /// Every value in the interval could come from the plans' distance to the best: plan longer.
    WithinPlanningGap,
}

/// A type of municipality in a study.
#[derive(Clone, Debug, PartialEq)]
pub struct Type {
    pub terrain: Terrain,
    /// Its share of all types.
    pub weight: f64,
    pub days: usize,
    /// Minutes a day without less with.
    pub less: BTreeMap<Quantity, Estimate>,
    /// Staff time used up without the measure, minutes a day.
    pub used_without: f64,
}

/// What planning again shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Study {
    /// Minutes a day without less with, over all types.
    pub less: BTreeMap<Quantity, Estimate>,
    /// Staff time used up without the measure, minutes a day.
    pub used_without: f64,
    /// Minutes a day by which the plans' travel, waiting and overtime can be above the best, at most, on average.
    pub gap_without: f64,
    pub gap_with: f64,
    /// A day's citizens who have taken it up, and visits changed or gone, on average.
    pub users: f64,
    pub visits: f64,
    /// In the order of [`Terrain::ALL`].
    pub types: Vec<Type>,
    pub pairs: Vec<Pair>,
}

impl Study {
    /// What was released, minutes a day.
    pub fn released(&self) -> Estimate {
        self.of(&Quantity::Released)
    }

    /// The difference in something, minutes a day; nothing where no day had it.
    pub fn of(&self, quantity: &Quantity) -> Estimate {
        self.less.get(quantity).copied().unwrap_or_default()
    }

    /// Released time as a share of the staff time used up without the measure.
    pub fn share(&self) -> Estimate {
        if self.used_without > 0.0 { self.released().times(1.0 / self.used_without) } else { Estimate::default() }
    }

    /// Whether the difference is larger than what the plans leave open.
    ///
    /// With plans at most `gap_without` and `gap_with` above the best, the best plans differ by the difference found,
    /// less `gap_without` at the least and more `gap_with` at the most. So an interval that lies within −`gap_with` to
    /// `gap_without` may hide no difference at all, or one the other way.
    pub fn finding(&self) -> Finding {
        let released = self.released();
        let is_within = -self.gap_with <= released.low() && released.high() <= self.gap_without;
        if is_within { Finding::WithinPlanningGap } else { Finding::Measured }
    }
}

/// Plans all days without and with measures, and compares the books.
///
/// `weight` is what a type of municipality counts in the mean over all.
///
/// # Errors
/// [`MeasureError::TooFewDays`] with fewer than two days of a type; as [`measure_day`] for the first day that fails.
pub fn measure(
    measures: &[&Measure],
    days: &[SampledDay],
    weight: impl Fn(Terrain) -> f64,
    options: &StudyOptions,
    progress: Option<StudyProgress<'_>>,
) -> Result<Study, MeasureError> {
    let of_type = |terrain: Terrain| days.iter().filter(|it| it.terrain == terrain).count();
    let types: Vec<Terrain> = Terrain::ALL.into_iter().filter(|it| of_type(*it) > 0).collect();
    if let Some(days) = types.iter().map(|it| of_type(*it)).chain([days.len()]).find(|it| *it < 2) {
        return Err(MeasureError::TooFewDays { days });
    }
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.threads.max(1)).build();
    let pool = pool.map_err(|_| MeasureError::NoThreads)?;
    let done = AtomicUsize::new(0);
    let one = |day: &SampledDay| {
        let pair = measure_day(measures, day, options);
        let done = done.fetch_add(1, Ordering::Relaxed) + 1;
        if let Some(progress) = progress {
            progress(done, days.len());
        }
        pair
    };
    let pairs: Vec<Result<Pair, MeasureError>> = pool.install(|| days.par_iter().map(one).collect());
    let pairs = pairs.into_iter().collect::<Result<Vec<Pair>, MeasureError>>()?;
    Ok(together(pairs, &types, weight))
}

fn together(pairs: Vec<Pair>, types: &[Terrain], weight: impl Fn(Terrain) -> f64) -> Study {
    let quantities: BTreeSet<&Quantity> = pairs.iter().flat_map(|it| it.less.keys()).collect();
    let weights: Vec<f64> = types.iter().map(|it| weight(*it)).collect();
    let all: f64 = weights.iter().sum();
    let shares: Vec<f64> =
        weights.iter().map(|it| if all > 0.0 { it / all } else { 1.0 / types.len() as f64 }).collect();
    let of_type = |terrain: Terrain| pairs.iter().filter(move |it| it.terrain == terrain);
    let stratum = |index: usize, value: &dyn Fn(&Pair) -> f64| Stratum {
        weight: shares[index],
        values: of_type(types[index]).map(value).collect(),
    };
    let over_all = |value: &dyn Fn(&Pair) -> f64| {
        estimate(&(0..types.len()).map(|index| stratum(index, value)).collect::<Vec<_>>())
    };
    let in_type =
        |index: usize, value: &dyn Fn(&Pair) -> f64| estimate(&[Stratum { weight: 1.0, ..stratum(index, value) }]);
    let of = |quantity: &Quantity| {
        let quantity = quantity.clone();
        move |pair: &Pair| pair.less.get(&quantity).copied().unwrap_or(0.0)
    };
    let type_of = |index: usize| Type {
        terrain: types[index],
        weight: shares[index],
        days: of_type(types[index]).count(),
        less: quantities.iter().map(|it| ((*it).clone(), in_type(index, &of(it)))).collect(),
        used_without: in_type(index, &|it| it.used_without).mean,
    };
    Study {
        less: quantities.iter().map(|it| ((*it).clone(), over_all(&of(it)))).collect(),
        used_without: over_all(&|it| it.used_without).mean,
        gap_without: over_all(&|it| it.gap_without).mean,
        gap_with: over_all(&|it| it.gap_with).mean,
        users: over_all(&|it| it.users as f64).mean,
        visits: over_all(&|it| it.visits as f64).mean,
        types: (0..types.len()).map(type_of).collect(),
        pairs,
    }
}
