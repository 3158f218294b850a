//! Questions that have no answer.

use leon_check::{RouteBroken, check_route};
use leon_model::{CarerId, Day, DayProblem, RoutePlan, VisitId};
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
        Self::of_broken(&check_route(day, plan, None).broken)
    }

    /// The same, from what the check found.
    pub(crate) fn of_broken(broken: &[RouteBroken]) -> Result<(), Self> {
        let unknown = broken.iter().find(|it| {
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
        unknown.map_or(Ok(()), |it| Err(Self::PlanOfAnotherDay(Box::new(it.clone()))))
    }
}
