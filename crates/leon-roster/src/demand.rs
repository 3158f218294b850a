//! Cover out of demand: what has been needed becomes rows of cover for a period, with their spread and their evidence.
//!
//! The model stands in `docs/concepts/roster-cover.md`.

mod fit;
mod forecast;
mod held_out;
mod plans;
mod replace;

pub use forecast::{CoverForecast, SeriesForecast, forecast_cover};
pub use held_out::{HeldOut, INTERVAL};
pub use plans::{NeedAtTime, PlanNeed, PlansError, cover_from_plans};
pub use replace::{ReplacedCover, replace_cover};

use leon_model::{CompetenceId, CoverEvidence, Date, GroupId, Span, UnitId, Weekday, Who};
use std::fmt;

/// What demand is of: at these times of day in this unit, of people like these.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DemandOf {
    pub unit: UnitId,
    /// Of one of these staff groups; empty: any.
    pub groups: Vec<GroupId>,
    /// Holding all of these competences.
    pub competences: Vec<CompetenceId>,
    from: u16,
    to: u16,
}

impl DemandOf {
    pub fn new(unit: UnitId, groups: Vec<GroupId>, competences: Vec<CompetenceId>, span: Span) -> Self {
        Self { unit, groups, competences, from: span.from.0, to: span.to.0 }
    }

    /// The times of day.
    pub fn span(&self) -> Span {
        Span { from: leon_model::TimeOfDay(self.from), to: leon_model::TimeOfDay(self.to) }
    }

    /// Whom a row of cover for it counts.
    pub fn who(&self) -> Who {
        Who { groups: self.groups.clone(), competences: self.competences.clone(), ..Who::default() }
    }
}

/// How many people were needed on a date.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    pub of: DemandOf,
    pub date: Date,
    /// Whether the date was a public holiday, which counts as a Sunday.
    pub public_holiday: bool,
    /// People needed on average over the times of day; below a whole one where the need is less.
    pub people: f64,
}

impl Observation {
    fn weekday(&self) -> Weekday {
        if self.public_holiday { Weekday::Sunday } else { self.date.weekday() }
    }
}

/// What can be asked of a forecast.
#[derive(Clone, Debug, PartialEq)]
pub struct ForecastOptions {
    /// How often the target is to be enough.
    pub service_level: f64,
    /// How often the minimum is to be enough.
    pub min_level: f64,
    /// Observations of a weekday below which there is no forecast.
    pub least: usize,
    /// Weeks at the end that are held out to measure the error.
    pub held_out: u32,
    /// How long before a week its forecast is made, when the error is measured.
    pub weeks_ahead: u32,
    /// Where the observations come from. A season that is not known makes a row an assumption.
    pub evidence: CoverEvidence,
}

impl ForecastOptions {
    /// A target that is enough nine times in ten, a minimum that is one time in two; eight observations of each
    /// weekday; eight weeks held out, forecast four weeks ahead.
    pub fn new(evidence: CoverEvidence) -> Self {
        Self { service_level: 0.9, min_level: 0.5, least: 8, held_out: 8, weeks_ahead: 4, evidence }
    }
}

/// Why there is no forecast.
#[derive(Clone, Debug, PartialEq)]
pub enum ForecastError {
    /// Nothing was observed.
    Nothing,
    /// A weekday has been seen too seldom. The one with fewest is told.
    TooFew { of: DemandOf, weekday: Weekday, found: usize, least: usize },
}

impl fmt::Display for ForecastError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("no demand was observed"),
            Self::TooFew { of, weekday, found, least } => {
                write!(f, "{weekday:?} of {} has {found} observations; the least is {least}", of.unit)
            }
        }
    }
}

impl std::error::Error for ForecastError {}
