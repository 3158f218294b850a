//! What becomes of a plan when somebody takes a visit.

use crate::state::State;
use crate::translate::Translation;
use leon_check::{RouteBroken, RouteVerdict, check_route};
use leon_model::{CarerId, Day, Goal, Moment, RoutePlan, Seconds, VisitId};
use std::collections::BTreeMap;

/// A slot with its carer and start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    pub slot: usize,
    pub carer: CarerId,
    pub shift: usize,
    pub start: Moment,
}

/// A visit that begins at another time because of a change elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    pub visit: VisitId,
    pub slot: usize,
    pub carer: CarerId,
    pub from: Moment,
    pub to: Moment,
}

impl Moved {
    /// How much later it begins; below 0, earlier.
    pub fn later(&self) -> Seconds {
        self.to - self.from
    }
}

/// A goal before and after a change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GoalChange {
    pub goal: Goal,
    pub before: f64,
    pub after: f64,
}

impl GoalChange {
    /// By how much the goal gets worse; below 0, better.
    pub fn worse(&self) -> f64 {
        self.after - self.before
    }
}

/// What becomes of a plan: who comes, what it costs by goal, whom it moves.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The slots of the visit that is asked for, as they are filled now.
    pub placed: Vec<Placed>,
    /// Every goal, in the order of [`Goal::ALL`]. Changes count from the plan before.
    pub goals: Vec<GoalChange>,
    /// The value of each level of the day's goals, after. Less on the first level that differs is better.
    pub levels: Vec<f64>,
    /// Visits of others that begin at another time, in the order of routes.
    pub moved: Vec<Moved>,
    /// The plan after, which breaks no rule that the plan before keeps.
    pub plan: RoutePlan,
}

impl Outcome {
    /// By how much a goal gets worse; below 0, better.
    pub fn worse(&self, goal: Goal) -> f64 {
        self.goals.iter().find(|it| it.goal == goal).map_or(0.0, GoalChange::worse)
    }
}

/// A plan as it stands before a change, with what the check says of it.
#[derive(Clone, Debug)]
pub(crate) struct Before {
    pub plan: RoutePlan,
    pub verdict: RouteVerdict,
}

impl Before {
    /// The plan that a state holds.
    pub fn of(day: &Day, plan: RoutePlan) -> Self {
        let verdict = check_route(day, &plan, Some(&plan));
        Self { plan, verdict }
    }

    /// What becomes of it when `plan` is followed instead, on a day that may have changed too.
    ///
    /// # Errors
    /// The first rule that the plan breaks and the plan before keeps.
    pub fn outcome(&self, day: &Day, plan: RoutePlan, visit: &VisitId) -> Result<Outcome, Box<RouteBroken>> {
        let verdict = check_route(day, &plan, Some(&self.plan));
        let mut broken = verdict.broken.into_iter();
        if let Some(broken) = broken.find(|it| !self.verdict.broken.contains(it)) {
            return Err(Box::new(broken));
        }
        let goals = self.verdict.goals.iter().zip(&verdict.goals);
        Ok(Outcome {
            placed: placed(&plan, visit),
            goals: goals.map(|(was, is)| GoalChange { goal: was.0, before: was.1, after: is.1 }).collect(),
            levels: verdict.levels,
            moved: moved(&self.plan, &plan, visit),
            plan,
        })
    }
}

/// The plan of a state, without what a changed day does not have any more.
pub(crate) fn plan_for(day: &Day, translation: &Translation<'_>, state: &State<'_>) -> RoutePlan {
    let mut plan = translation.plan(state);
    plan.left_out.retain(|it| day.visit_index(&it.visit).is_some());
    plan
}

fn placed(plan: &RoutePlan, visit: &VisitId) -> Vec<Placed> {
    let stops = plan.visits().filter(|(_, _, id, _)| *id == visit);
    let mut placed: Vec<Placed> = stops
        .map(|(route, stop, _, slot)| Placed {
            slot,
            carer: route.carer.clone(),
            shift: route.shift,
            start: stop.start,
        })
        .collect();
    placed.sort_by_key(|it| it.slot);
    placed
}

fn moved(before: &RoutePlan, after: &RoutePlan, but: &VisitId) -> Vec<Moved> {
    let starts: BTreeMap<_, _> =
        before.visits().map(|(route, stop, visit, slot)| ((visit, slot, &route.carer), stop.start)).collect();
    let moves = after.visits().filter(|(_, _, visit, _)| *visit != but).filter_map(|(route, stop, visit, slot)| {
        let from = *starts.get(&(visit, slot, &route.carer))?;
        let (visit, carer) = (visit.clone(), route.carer.clone());
        (from != stop.start).then_some(Moved { visit, slot, carer, from, to: stop.start })
    });
    moves.collect()
}
