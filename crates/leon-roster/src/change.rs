//! What the changes of a roster have in common: who works what instead of what, what that does to each person alone, and
//! what a roster at hand allows.

mod alone;
mod at_hand;
mod effect;

pub use effect::{BurdenChange, Effect, NormChange};

pub(crate) use alone::{Alone, Owns};
pub(crate) use at_hand::{AtHand, Cell};
pub(crate) use effect::worse;

use crate::translate::TooLarge;
use leon_model::{Assignment, Date, FunctionId, PeriodProblem, PersonId, ShiftTypeId};
use thiserror::Error;

/// A shift that a person works, and in which function.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Work {
    pub shift: ShiftTypeId,
    pub function: Option<FunctionId>,
}

impl Work {
    /// What somebody is assigned.
    pub fn of(assignment: &Assignment) -> Self {
        Self { shift: assignment.shift.clone(), function: assignment.function.clone() }
    }
}

/// A date on which somebody works something else than before.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Changed {
    pub person: PersonId,
    pub date: Date,
    /// Empty: a day off.
    pub before: Vec<Work>,
    /// Empty: a day off.
    pub now: Vec<Work>,
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
