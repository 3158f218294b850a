//! Norm periods: the agreements' own length, ending with the roster.

use leon_model::{Clause, Date, RulePack};

/// The norm period that is under way when the roster begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Norm {
    pub(super) first: Date,
    pub(super) weeks: u32,
}

impl Norm {
    /// Whole norm periods that end with the roster's last day: the first of them begins with the roster or before.
    pub(super) fn ending_with(pack: &RulePack, first: Date, roster_weeks: u32) -> Option<Self> {
        let weeks = pack.rules.iter().find_map(|it| match it.clause {
            Some(Clause::NormPeriodLength { weeks }) if weeks > 0 => Some(weeks),
            _ => None,
        })?;
        let before = roster_weeks.div_ceil(weeks) * weeks - roster_weeks;
        Some(Self { first: first - 7 * before as i32, weeks })
    }
}
