//! A plan of visits: who goes where, when. Planners write it, the check verifies it, the ledger books it.

use crate::{CarerId, Moment, Seconds, TransportId, VisitId};

/// What a stop is for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doing {
    /// A slot of a visit.
    Visit { visit: VisitId, slot: usize },
    /// A pause of the shift, by its place in the list.
    Pause { pause: usize },
}

/// One stop of a route.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    pub doing: Doing,
    /// Travel from the stop before (from the start place for the first), access included.
    pub travel: Seconds,
    /// When the carer is there; then waits until `start`.
    pub arrive: Moment,
    pub start: Moment,
    pub end: Moment,
}

/// A carer's way through a shift.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    pub carer: CarerId,
    /// Which of the carer's shifts.
    pub shift: usize,
    /// `None` for a screen shift.
    pub transport: Option<TransportId>,
    /// When the carer sets out; the shift's start unless the first stop is later.
    pub leave: Moment,
    pub stops: Vec<Stop>,
    /// Travel from the last stop to the end place.
    pub travel_home: Seconds,
    /// When the carer is done.
    pub done: Moment,
}

/// A slot that nobody fills.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LeftOut {
    pub visit: VisitId,
    pub slot: usize,
}

/// A plan for a day (or several): a route for each shift that has stops, in the order of carers and shifts, and the
/// slots left out, in the order of visits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoutePlan {
    pub routes: Vec<Route>,
    pub left_out: Vec<LeftOut>,
}

impl RoutePlan {
    /// Every filled slot: route, stop and what is done, route by route.
    pub fn visits(&self) -> impl Iterator<Item = (&Route, &Stop, &VisitId, usize)> {
        self.routes.iter().flat_map(|route| {
            route.stops.iter().filter_map(move |stop| match &stop.doing {
                Doing::Visit { visit, slot } => Some((route, stop, visit, *slot)),
                Doing::Pause { .. } => None,
            })
        })
    }
}
