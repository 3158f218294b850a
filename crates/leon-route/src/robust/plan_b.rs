//! What is done when a carer does not come, worked out before it happens.

use crate::replan::{ReplanError, ReplanOptions, Replanned, replan};
use leon_model::{CarerId, Day, Event, EventKind, Moment, RoutePlan};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// The plan for a carer's absence.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanB {
    pub carer: CarerId,
    /// When the carer would have begun; others may be under way by then.
    pub at: Moment,
    /// The plan with its changes, who is left out, and its goals. Every change follows from the absence.
    pub replanned: Replanned,
}

/// For each carer of the plan, in the order of the day: the new plan if they are absent from the start of their first
/// shift with a route.
///
/// Carers are planned for side by side; each answer is the same on any number of threads, if the budget counts
/// iterations. [`ReplanOptions::now`] is not used: each absence has its own time.
///
/// # Errors
/// As [`replan`]: a plan that breaks rules of the day before anybody is absent, for one.
pub fn plan_b(day: &Day, plan: &RoutePlan, options: &ReplanOptions) -> Result<Vec<PlanB>, ReplanError> {
    let on_plan: BTreeSet<(&CarerId, usize)> = plan.routes.iter().map(|route| (&route.carer, route.shift)).collect();
    let starts = day.carers.iter().filter_map(|carer| {
        let worked = carer.shifts.iter().enumerate().find(|(shift, _)| on_plan.contains(&(&carer.id, *shift)));
        worked.map(|(_, shift)| (carer.id.clone(), shift.start))
    });
    let starts: Vec<(CarerId, Moment)> = starts.collect();
    let absent = |(carer, at): (CarerId, Moment)| {
        let sick = Event { at, kind: EventKind::CarerSick { carer: carer.clone() }, reason: None };
        let options = ReplanOptions { now: None, ..*options };
        Ok(PlanB { carer, at, replanned: replan(day, plan, &[sick], &options)? })
    };
    starts.into_par_iter().map(absent).collect()
}
