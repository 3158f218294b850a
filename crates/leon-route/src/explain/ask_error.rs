//! Questions that have no answer.

use leon_check::{RouteBroken, check_route};
use leon_model::{CarerId, Day, DayProblem, Doing, Route, RoutePlan, VisitId};
use thiserror::Error;

/// Why a question about a plan is refused.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum AskError {
    #[error("the day has no visit {visit}")]
    UnknownVisit { visit: VisitId },
    #[error("visit {visit} has {slots} slots, so none with number {slot}")]
    UnknownSlot { visit: VisitId, slot: usize, slots: usize },
    #[error("the day has no carer {carer}")]
    UnknownCarer { carer: CarerId },
    #[error("the day has a visit {visit} already")]
    VisitKnown { visit: VisitId },
    /// The plan speaks of what the day does not have.
    #[error("the plan is of another day: {0}")]
    PlanOfAnotherDay(Box<RouteBroken>),
    /// A route cannot be gone in its order under the day's rules. The check of the plan says why.
    #[error("the route of carer {carer}, shift {shift} breaks the day's rules; check the plan first")]
    RouteBroken { carer: CarerId, shift: usize },
    /// The day would not be valid with the new visit or the relaxed rule.
    #[error("the day would not be valid: {} problems", .0.len())]
    NoDay(Vec<DayProblem>),
}

impl AskError {
    /// Refuses a plan that speaks of what the day does not have.
    pub(crate) fn of_plan(day: &Day, plan: &RoutePlan) -> Result<(), Self> {
        if knows(day, plan) {
            return Ok(());
        }
        let broken = check_route(day, plan, None).broken;
        let unknown = broken.into_iter().find(|it| {
            matches!(
                it,
                RouteBroken::UnknownCarer { .. }
                    | RouteBroken::UnknownShift { .. }
                    | RouteBroken::UnknownVisit { .. }
                    | RouteBroken::UnknownSlot { .. }
                    | RouteBroken::UnknownPause { .. }
                    | RouteBroken::LeftOutUnknownVisit { .. }
                    | RouteBroken::LeftOutUnknownSlot { .. }
            )
        });
        unknown.map_or(Ok(()), |it| Err(Self::PlanOfAnotherDay(Box::new(it))))
    }
}

/// Whether the day has all that a plan speaks of.
fn knows(day: &Day, plan: &RoutePlan) -> bool {
    let has_slot =
        |visit: &VisitId, slot: usize| day.visit_index(visit).is_some_and(|row| slot < day.visits[row].slots.len());
    let has_route = |route: &Route| {
        let shifts = day.carer_index(&route.carer).map(|row| &day.carers[row].shifts);
        let Some(shift) = shifts.and_then(|shifts| shifts.get(route.shift)) else { return false };
        route.stops.iter().all(|stop| match &stop.doing {
            Doing::Visit { visit, slot } => has_slot(visit, *slot),
            Doing::Pause { pause } => *pause < shift.pauses.len(),
        })
    };
    plan.routes.iter().all(has_route) && plan.left_out.iter().all(|it| has_slot(&it.visit, it.slot))
}
