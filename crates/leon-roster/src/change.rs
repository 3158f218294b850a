//! What the changes of a roster have in common: who works what instead of what, what that does to each person, and
//! what a roster at hand allows.

mod at_hand;
mod effect;
mod own;

pub use effect::{BurdenChange, Effect, NormChange};

pub(crate) use at_hand::{AtHand, Cell};
pub(crate) use effect::worse;
pub(crate) use own::Owns;

use crate::translate::TooLarge;
use leon_model::{Date, FunctionId, PeriodProblem, PersonId, ShiftTypeId};
use thiserror::Error;

/// What a person works on a date.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Work {
    pub shift: ShiftTypeId,
    pub function: Option<FunctionId>,
}

/// A date on which somebody works something else than before.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Changed {
    pub person: PersonId,
    pub date: Date,
    /// `None`: a day off.
    pub before: Option<Work>,
    /// `None`: a day off.
    pub now: Option<Work>,
}

/// Why a question about a roster has no answer.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum ChangeError {
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
    #[error("the period has no person {person}")]
    UnknownPerson { person: PersonId },
    #[error("{date} does not lie in the period")]
    OutsidePeriod { date: Date },
    #[error("{person} has no duty on {date}")]
    NoDuty { person: PersonId, date: Date },
    #[error("what begins on {date} has begun before the change is told")]
    Past { date: Date },
    #[error("the period has {rows} rows of cover, and none with the number {row}")]
    UnknownCover { row: usize, rows: usize },
    #[error("row {row} asks for nobody on {date}")]
    NotAsked { row: usize, date: Date },
    #[error("an absence ends before it begins")]
    EndsBeforeItBegins,
    /// What happened leaves a period that is not valid.
    #[error("the period after the events: {0:?}")]
    Period(Vec<PeriodProblem>),
}
