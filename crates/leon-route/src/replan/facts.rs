//! Rules that history has broken: facts, which no plan can mend.

use super::rest::{Begun, Standing};
use leon_check::{RouteBroken, StopKey};
use leon_model::{CarerId, Day, Doing, Moment, Route, RoutePlan, VisitId};

/// What is over and done with.
pub(super) struct Facts<'a> {
    pub day: &'a Day,
    pub standings: &'a [Standing],
    pub begun: &'a Begun,
    pub plan: &'a RoutePlan,
    pub now: Moment,
}

impl Facts<'_> {
    /// Whether a broken rule lies wholly in what has happened already, or follows from it whatever is planned.
    pub fn is_fact(&self, broken: &RouteBroken) -> bool {
        match broken {
            RouteBroken::NoWay { stop, .. }
            | RouteBroken::WrongTravel { stop, .. }
            | RouteBroken::WrongArrival { stop, .. }
            | RouteBroken::BeforeArrival { stop, .. }
            | RouteBroken::WrongEnd { stop, .. } => self.is_past(stop),
            RouteBroken::PauseOutside { stop, latest, .. } => self.is_past(stop) || self.is_forced(stop, *latest),
            RouteBroken::BeforeShift { carer, shift, .. } | RouteBroken::WrongTransport { carer, shift, .. } => {
                self.standing(carer, *shift).is_some_and(Standing::has_visits)
            }
            RouteBroken::OutsideWindows { visit, slot, .. }
            | RouteBroken::CompetenceMissing { visit, slot, .. }
            | RouteBroken::GroupNotAllowed { visit, slot, .. }
            | RouteBroken::Forbidden { visit, slot, .. }
            | RouteBroken::TraineeMismatch { visit, slot, .. }
            | RouteBroken::WrongMode { visit, slot, .. }
            | RouteBroken::PinnedCarer { visit, slot, .. } => self.is_begun(visit, *slot),
            RouteBroken::SameCarer { visit, first, second, .. } => {
                self.is_begun(visit, *first) && self.is_begun(visit, *second)
            }
            RouteBroken::PartlyFilled { visit, .. } => self.begun.keys().any(|(it, _)| it == visit),
            RouteBroken::NotTogether { visit, slot, .. } => self.is_begun(visit, 0) && self.is_begun(visit, *slot),
            RouteBroken::PinnedStart { visit, .. } => self.is_begun(visit, 0),
            RouteBroken::OrderBroken { order, .. } => self.is_begun(&order.first, 0) && self.is_begun(&order.second, 0),
            RouteBroken::TooLate { carer, shift, .. }
            | RouteBroken::TravelMax { carer, shift, .. }
            | RouteBroken::VisitsMax { carer, shift, .. } => self.is_over(carer, *shift),
            RouteBroken::CarsMissing { at, .. } => *at <= self.now,
            _ => false,
        }
    }

    fn standing(&self, carer: &CarerId, shift: usize) -> Option<&Standing> {
        let row = self.day.carer_index(carer)?;
        self.standings.iter().find(|it| (it.carer, it.shift) == (row, shift))
    }

    fn is_begun(&self, visit: &VisitId, slot: usize) -> bool {
        self.begun.contains_key(&(visit.clone(), slot))
    }

    /// Whether a stop is history; the way home is, once nobody else is visited.
    fn is_past(&self, stop: &StopKey) -> bool {
        let Some(standing) = self.standing(&stop.carer, stop.shift) else { return false };
        match &stop.doing {
            Some(doing) => standing.line.steps.iter().any(|step| step.doing == *doing),
            None => self.is_over(&stop.carer, stop.shift),
        }
    }

    /// Whether a pause could not be in time any more.
    fn is_forced(&self, stop: &StopKey, latest: Moment) -> bool {
        let Some(Doing::Pause { pause }) = stop.doing else { return false };
        let Some(standing) = self.standing(&stop.carer, stop.shift) else { return false };
        standing.pauses.iter().any(|&(it, _, start)| it == pause && start > latest)
    }

    /// Whether nobody else is visited on a shift.
    fn is_over(&self, carer: &CarerId, shift: usize) -> bool {
        let own = |route: &&Route| route.carer == *carer && route.shift == shift;
        let visits = |route: &Route| {
            route
                .stops
                .iter()
                .filter(|stop| match &stop.doing {
                    Doing::Visit { visit, slot } => !self.is_begun(visit, *slot),
                    Doing::Pause { .. } => false,
                })
                .count()
        };
        self.plan.routes.iter().find(own).is_some_and(|route| visits(route) == 0)
    }
}
