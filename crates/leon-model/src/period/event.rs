//! What happens to a roster that people know.

use super::{AbsenceKind, Date, Wish};
use crate::{Moment, PersonId};

/// Something that happens to a published roster.
#[derive(Clone, Debug, PartialEq)]
pub enum RosterEvent {
    /// Somebody is away.
    Absent { person: PersonId, from: Moment, to: Moment, kind: AbsenceKind },
    /// Somebody leaves: the first date on which they do not work any more.
    Leaves { person: PersonId, from: Date },
    /// Somebody is back earlier: absences that reach beyond this moment end there.
    Returns { person: PersonId, from: Moment },
    /// Somebody must have a wish kept. Its strength is hard, whatever it says.
    MustHave { wish: Wish },
    /// A row of cover, by its place in the period, asks for other numbers on dates, the last included.
    CoverChanged { row: usize, from: Date, to: Date, min: u32, target: u32 },
}

impl RosterEvent {
    /// Whom it is about; `None`: cover.
    pub fn person(&self) -> Option<&PersonId> {
        match self {
            Self::Absent { person, .. } | Self::Leaves { person, .. } | Self::Returns { person, .. } => Some(person),
            Self::MustHave { wish } => Some(&wish.person),
            Self::CoverChanged { .. } => None,
        }
    }
}
