//! All days, and what they say together.

use crate::{
    Estimate, Kind, MeasureError, Pair, Quantity, SampledDay, SampledPeriod, Stratum, StudyOptions, estimate,
    measure_day, measure_period,
};
use leon_generate::{PeriodKind, Terrain};
use leon_model::Measure;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Told after each day: days done, and days in all.
pub type StudyProgress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// What a study says of a measure, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The interval reaches beyond what the bounds leave open: the best plans differ too.
    Proven,
    /// The interval leaves no difference out, even if what a quarter of the rounds still missed is missing once more.
    Measured,
    /// There is a difference, but it is still moving with the rounds of the search: plan longer.
    PlanLonger,
    /// No difference lies within the interval: there is none, or it takes more days to see it.
    NotShown,
}

impl Finding {
    /// The word by which results name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Proven => "proven",
            Self::Measured => "measured",
            Self::PlanLonger => "plan_longer",
            Self::NotShown => "not_shown",
        }
    }

    /// Whether there is a difference to speak of.
    pub fn is_shown(self) -> bool {
        matches!(self, Self::Proven | Self::Measured)
    }
}

/// A type of municipality, or a kind of team, in a study.
#[derive(Clone, Debug, PartialEq)]
pub struct Type {
    pub kind: Kind,
    /// Its share of all types.
    pub weight: f64,
    pub days: usize,
    /// Minutes a day without less with.
    pub less: BTreeMap<Quantity, Estimate>,
    /// Staff time used up without the measure, minutes a day.
    pub used_without: f64,
    /// Staff time used up without the measure for the care that it is about, minutes a day.
    pub about: f64,
}

impl Type {
    /// What was released, minutes a day on average.
    pub fn released(&self) -> f64 {
        self.less.get(&Quantity::Released).map_or(0.0, |it| it.mean)
    }
}

/// What planning again shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Study {
    /// Minutes a day without less with, over all types.
    pub less: BTreeMap<Quantity, Estimate>,
    /// Staff time used up without the measure, minutes a day.
    pub used_without: f64,
    /// Staff time used up without the measure for the care that it is about, minutes a day.
    pub about: f64,
    /// Minutes a day by which the plans' travel, waiting and overtime can be above the best, at most, on average.
    pub gap_without: f64,
    pub gap_with: f64,
    /// What is released, less what plans of a quarter of the rounds release: how much the difference still moves.
    pub drift: Estimate,
    /// A day's citizens who have taken it up, and visits changed or gone, on average.
    pub users: f64,
    pub visits: f64,
    /// In the order of [`Terrain::ALL`], or of [`PeriodKind::ALL`].
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

    /// By how many minutes a day the search may still shift what is released, at most: the further end of
    /// [`Study::drift`]'s interval. This holds if four times the rounds take away half of what they miss, or more.
    pub fn shift_most(&self) -> f64 {
        self.drift.low().abs().max(self.drift.high().abs())
    }

    /// Whether there is a difference, and how sure that is; see `docs/concepts/measure.md`.
    ///
    /// With plans at most `gap_without` and `gap_with` above the best, the best plans differ by the difference found,
    /// less `gap_without` at the least and more `gap_with` at the most.
    pub fn finding(&self) -> Finding {
        let released = self.released();
        let leaves_out = |below: f64, above: f64| released.low() > above || released.high() < -below;
        if leaves_out(self.gap_with, self.gap_without) {
            Finding::Proven
        } else if !leaves_out(0.0, 0.0) {
            Finding::NotShown
        } else if leaves_out(self.shift_most(), self.shift_most()) {
            Finding::Measured
        } else {
            Finding::PlanLonger
        }
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
    let kinds: Vec<Kind> = days.iter().map(|it| Kind::Terrain(it.terrain)).collect();
    let types = types(Terrain::ALL.map(Kind::Terrain), &kinds)?;
    let pairs = each(days, |day| measure_day(measures, day, options), options.threads, progress)?;
    let weight = |kind: Kind| match kind {
        Kind::Terrain(terrain) => weight(terrain),
        Kind::Team(_) => 0.0,
    };
    Ok(together(pairs, &types, weight))
}

/// Plans all periods without and with measures, and compares the books. Kinds of team count alike.
///
/// # Errors
/// [`MeasureError::TooFewDays`] with fewer than two periods of a kind; as [`measure_period`] for the first that fails.
pub fn measure_rosters(
    measures: &[&Measure],
    periods: &[SampledPeriod],
    options: &StudyOptions,
    progress: Option<StudyProgress<'_>>,
) -> Result<Study, MeasureError> {
    let kinds: Vec<Kind> = periods.iter().map(|it| Kind::Team(it.kind)).collect();
    let types = types(PeriodKind::ALL.map(Kind::Team), &kinds)?;
    let pairs = each(periods, |period| measure_period(measures, period, options), options.threads, progress)?;
    Ok(together(pairs, &types, |_| 1.0))
}

/// The kinds that there are, each of them at least twice.
fn types<const N: usize>(all: [Kind; N], found: &[Kind]) -> Result<Vec<Kind>, MeasureError> {
    let count = |kind: &Kind| found.iter().filter(|it| *it == kind).count();
    let types: Vec<Kind> = all.into_iter().filter(|it| count(it) > 0).collect();
    match types.iter().map(count).chain([found.len()]).find(|it| *it < 2) {
        Some(days) => Err(MeasureError::TooFewDays { days }),
        None => Ok(types),
    }
}

/// All pairs, in the order of what they are of, on so many threads.
fn each<T: Sync>(
    all: &[T],
    pair: impl Fn(&T) -> Result<Pair, MeasureError> + Sync,
    threads: usize,
    progress: Option<StudyProgress<'_>>,
) -> Result<Vec<Pair>, MeasureError> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.max(1)).build();
    let pool = pool.map_err(|_| MeasureError::NoThreads)?;
    let done = AtomicUsize::new(0);
    let one = |it: &T| {
        let pair = pair(it);
        let done = done.fetch_add(1, Ordering::Relaxed) + 1;
        if let Some(progress) = progress {
            progress(done, all.len());
        }
        pair
    };
    let pairs: Vec<Result<Pair, MeasureError>> = pool.install(|| all.par_iter().map(one).collect());
    pairs.into_iter().collect()
}

fn together(pairs: Vec<Pair>, types: &[Kind], weight: impl Fn(Kind) -> f64) -> Study {
    let quantities: BTreeSet<&Quantity> = pairs.iter().flat_map(|it| it.less.keys()).collect();
    let weights: Vec<f64> = types.iter().map(|it| weight(*it)).collect();
    let all: f64 = weights.iter().sum();
    let shares: Vec<f64> =
        weights.iter().map(|it| if all > 0.0 { it / all } else { 1.0 / types.len() as f64 }).collect();
    let of_type = |kind: Kind| pairs.iter().filter(move |it| it.kind == kind);
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
        move |pair: &Pair| pair.of(&quantity)
    };
    let type_of = |index: usize| Type {
        kind: types[index],
        weight: shares[index],
        days: of_type(types[index]).count(),
        less: quantities.iter().map(|it| ((*it).clone(), in_type(index, &of(it)))).collect(),
        used_without: in_type(index, &|it| it.used_without).mean,
        about: in_type(index, &|it| it.about).mean,
    };
    Study {
        less: quantities.iter().map(|it| ((*it).clone(), over_all(&of(it)))).collect(),
        used_without: over_all(&|it| it.used_without).mean,
        about: over_all(&|it| it.about).mean,
        gap_without: over_all(&|it| it.gap_without).mean,
        gap_with: over_all(&|it| it.gap_with).mean,
        drift: over_all(&|it| it.of(&Quantity::Released) - it.released_early),
        users: over_all(&|it| it.users as f64).mean,
        visits: over_all(&|it| it.visits as f64).mean,
        types: (0..types.len()).map(type_of).collect(),
        pairs,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn study(mean: f64, half_width: f64, gap: f64, drift: f64) -> Study {
        Study {
            less: BTreeMap::from([(Quantity::Released, Estimate { mean, half_width })]),
            used_without: 1000.0,
            about: 500.0,
            gap_without: gap,
            gap_with: gap,
            drift: Estimate { mean: drift, half_width: 0.0 },
            users: 0.0,
            visits: 0.0,
            types: Vec::new(),
            pairs: Vec::new(),
        }
    }

    #[test]
    fn a_finding_is_no_stronger_than_its_plans() {
        // Released, to either side, gap of each plan, what came with the last three quarters of the rounds.
        let table = [
            ((100.0, 10.0, 80.0, 95.0), Finding::Proven),
            ((-100.0, 10.0, 80.0, 0.0), Finding::Proven),
            // 90 to 110 lies within the gap of 120, but no search is as much as 90 from its rest.
            ((100.0, 10.0, 120.0, 20.0), Finding::Measured),
            ((-100.0, 10.0, 120.0, -20.0), Finding::Measured),
            // Most of it came with the last rounds: more of them may bring as much again, or take it away.
            ((100.0, 10.0, 120.0, 95.0), Finding::PlanLonger),
            ((100.0, 10.0, 120.0, -95.0), Finding::PlanLonger),
            // Days differ too much.
            ((5.0, 10.0, 0.0, 0.0), Finding::NotShown),
            ((0.0, 0.0, 0.0, 0.0), Finding::NotShown),
            ((5.0, 10.0, 120.0, 95.0), Finding::NotShown),
        ];
        for ((mean, half_width, gap, drift), wanted) in table {
            let study = study(mean, half_width, gap, drift);
            assert_eq!(study.finding(), wanted, "{mean} ± {half_width}, gap {gap}, drift {drift}");
        }
    }
}
