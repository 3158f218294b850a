//! What happens during the day, one line after the other.

use super::Visit;
use crate::{CarPoolId, CarerId, Minutes, Moment, VisitId};

/// Something that happened, when it became known, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// When it became known. What began before is history.
    pub at: Moment,
    pub kind: EventKind,
    /// In the words of who reported it; travels with each change that follows from it. No citizen's data.
    pub reason: Option<String>,
}

/// The kinds of event.
#[derive(Clone, Debug, PartialEq)]
pub enum EventKind {
    /// A carer cannot go on; visits from now are others'.
    CarerSick { carer: CarerId },
    /// A visit that was not there before.
    VisitNew { visit: Box<Visit> },
    /// A visit that is no longer wanted.
    VisitCancelled { visit: VisitId },
    /// A visit, begun, that takes so much longer than planned.
    VisitOverrun { visit: VisitId, by: Minutes },
    /// A visit began and ended at other times than planned.
    VisitDone { visit: VisitId, carer: CarerId, start: Moment, end: Moment },
    /// A pool has so many cars fewer.
    CarsOut { pool: CarPoolId, cars: u32 },
    /// The planner holds a visit fast: with this carer, at this time, or both.
    VisitPinned { visit: VisitId, carer: Option<CarerId>, start: Option<Moment> },
    /// The planner lets go of it again.
    VisitUnpinned { visit: VisitId },
}
