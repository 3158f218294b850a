//! What can be asked of a made-up period.

use crate::GenerateError;
use crate::options::in_range;
use leon_model::{Date, Weekday};

/// Where the people of a made-up period work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodKind {
    /// Hospital wards, with an outpatient clinic for every three of them (regional agreements).
    Ward,
    /// Groups of home care (municipal agreements).
    HomeCare,
    /// Municipal acute teams, on call from home by night.
    AcuteTeam,
    /// Nursing homes (municipal agreements), where people go rounds by night.
    NursingHome,
}

impl PeriodKind {
    pub const ALL: [Self; 4] = [Self::Ward, Self::HomeCare, Self::AcuteTeam, Self::NursingHome];

    /// The word by which options name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ward => "ward",
            Self::HomeCare => "home-care",
            Self::AcuteTeam => "acute-team",
            Self::NursingHome => "nursing-home",
        }
    }

    /// The kind of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// What a made-up period is to be like.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodOptions {
    pub kind: PeriodKind,
    /// People over all units: 12 to 60 for each ward, group or team.
    pub people: usize,
    /// Units, 1 to 40. Of wards every fourth is an outpatient clinic: one of two, one of four, three of twelve.
    pub units: usize,
    /// 1 to 26.
    pub weeks: u32,
    /// A Monday of the years 1990 to 2190.
    pub first: Date,
    pub seed: u64,
}

impl PeriodOptions {
    /// A usual period of a kind: a ward of 40 with its clinic over 16 weeks, a home-care group of 30 over 8 weeks, an
    /// acute team of 16 over 8 weeks, a nursing home of 45 over 8 weeks.
    pub fn new(kind: PeriodKind, first: Date, seed: u64) -> Self {
        let (people, units, weeks) = match kind {
            PeriodKind::Ward => (40, 2, 16),
            PeriodKind::HomeCare => (30, 1, 8),
            PeriodKind::AcuteTeam => (16, 1, 8),
            PeriodKind::NursingHome => (45, 1, 8),
        };
        Self { kind, people, units, weeks, first, seed }
    }

    /// Outpatient clinics among the units.
    pub(crate) fn clinics(&self) -> usize {
        if self.kind == PeriodKind::Ward && self.units > 1 { self.units.div_ceil(4) } else { 0 }
    }

    /// Wards, groups or teams.
    pub(crate) fn teams(&self) -> usize {
        self.units - self.clinics()
    }

    pub(crate) fn check(&self) -> Result<(), GenerateError> {
        in_range("units", self.units as f64, 1.0, 40.0)?;
        let teams = self.teams() as f64;
        in_range("people", self.people as f64, 12.0 * teams, 60.0 * teams)?;
        in_range("weeks", f64::from(self.weeks), 1.0, 26.0)?;
        if !(1990..=2190).contains(&self.first.year_month_day().0) || self.first.weekday() != Weekday::Monday {
            return Err(GenerateError::NotMonday(self.first));
        }
        Ok(())
    }
}
