//! What a plan of visits is worth: each goal's value as the sum of its parts, one file a goal.

mod changes;
mod continuity;
mod fairness;
mod lateness;
mod left_out;
mod level;
mod paid_time;

use super::facts::{Facts, Wide};
use leon_model::{CarerId, CitizenId, Goal, RoutePlan, VisitId};

/// What a visit, a carer or both contribute to a goal.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalPart {
    pub goal: Goal,
    pub of: PartOf,
    /// In the goal's unit; what is wanted counts below 0.
    pub amount: f64,
}

/// Where a part of a goal comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartOf {
    /// A visit that is not done: its priority, or the worth of an optional one.
    VisitLeftOut { visit: VisitId },
    /// A slot that nobody fills of a visit that is done without it.
    SlotLeftOut { visit: VisitId, slot: usize },
    /// A start after the soft closing.
    Late { visit: VisitId, slot: usize, carer: CarerId },
    /// Care by somebody above the lowest level present that may do it.
    AboveLowestLevel { visit: VisitId, slot: usize, carer: CarerId },
    /// Travel in a shift, home included.
    Travel { carer: CarerId, shift: usize },
    /// Waiting between stops of a shift.
    Waiting { carer: CarerId, shift: usize },
    /// Time after a shift's end, at its price.
    Overtime { carer: CarerId, shift: usize },
    /// A carer whom the citizen does not know.
    NewFace { citizen: CitizenId, carer: CarerId },
    /// A carer whom the citizen would rather not see.
    Unwanted { visit: VisitId, slot: usize, carer: CarerId },
    /// A carer whom the citizen wants.
    Wanted { visit: VisitId, slot: usize, carer: CarerId },
    /// A carer's burden above a fair share.
    AboveFairShare { carer: CarerId },
    /// A slot of the published plan with another carer; `now` is `None` when nobody comes.
    OtherCarer { visit: VisitId, slot: usize, before: CarerId, now: Option<CarerId> },
    /// A slot of the published plan with the same carer at another time.
    OtherTime { visit: VisitId, slot: usize, carer: CarerId },
}

/// Every part of every goal, goal by goal.
pub(super) fn parts(facts: &Facts<'_>, published: Option<&RoutePlan>) -> Vec<GoalPart> {
    let mut parts = Vec::new();
    let mut add = |goal: Goal, found: Vec<(PartOf, f64)>| {
        parts.extend(found.into_iter().map(|(of, amount)| GoalPart { goal, of, amount }));
    };
    add(Goal::LeftOut, left_out::parts(facts));
    add(Goal::Lateness, lateness::parts(facts));
    add(Goal::Level, level::parts(facts));
    add(Goal::PaidTime, paid_time::parts(facts));
    add(Goal::Continuity, continuity::parts(facts));
    add(Goal::Fairness, fairness::parts(facts));
    add(Goal::Changes, published.map_or_else(Vec::new, |it| changes::parts(facts, it)));
    parts
}

/// Seconds in minutes, with their fraction.
fn in_minutes(seconds: Wide) -> f64 {
    seconds as f64 / 60.0
}
