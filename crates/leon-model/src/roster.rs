//! A roster: who works which shift on which date. Planners write it, the check verifies it, the ledger books it.

use crate::{Date, FunctionId, Minutes, Moment, PersonId, ShiftTypeId};

/// A person's duty: a shift on a date.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Assignment {
    pub person: PersonId,
    /// The date on which the shift begins.
    pub date: Date,
    pub shift: ShiftTypeId,
    /// The function taken in it; `None`: none.
    pub function: Option<FunctionId>,
}

/// What nobody covers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Uncovered {
    /// Which of the period's cover rows.
    pub cover: usize,
    pub date: Date,
    /// Person-minutes below the minimum.
    pub missing: Minutes,
}

/// A roster for a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    pub assignments: Vec<Assignment>,
    /// By cover row and date, where something is missing. `None`: not said, as in a roster made by hand.
    pub uncovered: Option<Vec<Uncovered>>,
}

/// A roster that people know already, and when they learn of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub roster: Roster,
    /// When changes to it are told.
    pub changes_told: Moment,
}
