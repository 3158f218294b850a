//! Periods of rosters drawn for the kinds of unit that a measure is about.

use crate::take_up::seed_of;
use leon_generate::{GenerateError, NightWork, PeriodKind, PeriodOptions, generate_period_with_rounds};
use leon_model::{Date, Measure, Period, RulePack, UnitKind};

/// A period to be planned twice.
#[derive(Clone, Debug, PartialEq)]
pub struct SampledPeriod {
    pub kind: PeriodKind,
    pub period: Period,
    /// The rounds of its nursing homes.
    pub nights: Vec<NightWork>,
    /// Of the draws which units have taken a measure up.
    pub seed: u64,
}

/// What periods are to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodSample {
    /// Whose; periods are drawn for each.
    pub kinds: Vec<PeriodKind>,
    /// Periods of each kind.
    pub periods: usize,
    pub weeks: u32,
    /// A Monday.
    pub first: Date,
    pub seed: u64,
}

/// The kinds of made-up period in which the units of some measures are. Kinds of unit of which none are made up
/// (outpatient clinics alone, offices) give nothing.
pub fn period_kinds(measures: &[&Measure]) -> Vec<PeriodKind> {
    let is_asked = |kind: UnitKind| measures.iter().any(|it| it.units.contains(&kind));
    let kinds = [
        (UnitKind::Ward, PeriodKind::Ward),
        (UnitKind::HomeCare, PeriodKind::HomeCare),
        (UnitKind::AcuteTeam, PeriodKind::AcuteTeam),
        (UnitKind::NursingHome, PeriodKind::NursingHome),
    ];
    kinds.into_iter().filter(|it| is_asked(it.0)).map(|it| it.1).collect()
}

/// Draws periods of one ward with its clinic, one group of home care, one acute team or one nursing home each. The same packs and
/// options give the same periods on every machine, whatever measure they are for.
///
/// # Errors
/// As [`leon_generate::generate_period`].
pub fn draw_periods(packs: &[RulePack], options: &PeriodSample) -> Result<Vec<SampledPeriod>, GenerateError> {
    let mut periods = Vec::with_capacity(options.kinds.len() * options.periods);
    for &kind in &options.kinds {
        for number in 0..options.periods {
            let seed = seed_of(kind.word(), &number.to_string(), options.seed);
            let usual = PeriodOptions::new(kind, options.first, seed);
            let made = generate_period_with_rounds(packs, &PeriodOptions { weeks: options.weeks, ..usual })?;
            periods.push(SampledPeriod { kind, period: made.period, nights: made.nights, seed });
        }
    }
    Ok(periods)
}
