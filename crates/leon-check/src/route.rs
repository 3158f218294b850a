//! The second opinion on a plan of visits: what it breaks, and what it is worth, from the day alone.
//!
//! It shares no code with a planner: its own ways, its own sums. The rules are those of `docs/concepts/route.md`,
//! one file per family:
//!
//! | file | question |
//! |---|---|
//! | `known` | does the day know the carers, shifts, visits and pauses of the plan, each once? |
//! | `travel` | do ways take as long as the plan says, by a transport that the shift has? |
//! | `schedule` | do arrival, start, end and done follow from each other? |
//! | `windows` | does each slot begin in a window of its visit? |
//! | `competence` | may this carer fill this slot? |
//! | `filling` | are visits filled whole, by different carers, together when they must? |
//! | `orders` | do pairs of visits keep their gaps? |
//! | `pauses` | is every pause of a shift taken, in its time? |
//! | `shifts` | do overtime, travel and visits keep their limits? |
//! | `cars` | are there cars enough at every instant? |
//! | `left_out` | does the plan list just the slots that nobody fills? |
//! | `pins` | has what is pinned stayed? |
//! | `goals` | what is the plan worth, goal by goal, and from what? |

mod broken;
mod cars;
mod competence;
mod facts;
mod filling;
mod goals;
mod known;
mod left_out;
mod orders;
mod pauses;
mod pins;
mod schedule;
mod shifts;
mod travel;
mod way;
mod windows;

pub use broken::{RouteBroken, StopKey};
pub use goals::{GoalPart, PartOf};

use facts::Facts;
use leon_model::{Day, Goal, RoutePlan};

/// What the check finds in a plan of visits.
#[derive(Clone, Debug, PartialEq)]
pub struct RouteVerdict {
    /// Every rule broken, family by family; empty: the plan may stand.
    pub broken: Vec<RouteBroken>,
    /// The value of every goal, in the order of [`Goal::ALL`]. Meant for plans that break no rule.
    pub goals: Vec<(Goal, f64)>,
    /// What the values are made of. The parts of a goal add up to its value.
    pub parts: Vec<GoalPart>,
    /// The value of each level of the day's goals: its goals added, each times its weight. Of two plans the one with
    /// less on the first level that differs is better.
    pub levels: Vec<f64>,
}

impl RouteVerdict {
    /// Whether the plan keeps every rule.
    pub fn stands(&self) -> bool {
        self.broken.is_empty()
    }

    /// The value of a goal; less is better.
    pub fn value(&self, goal: Goal) -> f64 {
        self.goals.iter().find(|(it, _)| *it == goal).map_or(0.0, |(_, value)| *value)
    }

    /// What contributes to a goal, visit by visit or carer by carer.
    pub fn parts_of(&self, goal: Goal) -> impl Iterator<Item = &GoalPart> {
        self.parts.iter().filter(move |it| it.goal == goal)
    }
}

/// Checks a plan of visits: every rule that it breaks, and its value under each goal with its parts.
///
/// `published` is the plan that the changes goal compares with; without one nothing is a change.
///
/// Any plan is answered, also one for another day or with absurd times. Where travel is cut up to the next second,
/// a millionth of a second either way is left to rounding.
///
/// # Example
/// ```
/// use leon_check::check_route;
/// use leon_model::{Day, DayTables, Goal, LeftOut, RoutePlan};
///
/// let day = Day::new(DayTables::default()).unwrap(); // nothing to do, and nobody to do it
/// let verdict = check_route(&day, &RoutePlan::default(), None);
/// assert!(verdict.stands());
/// assert_eq!(verdict.value(Goal::PaidTime), 0.0);
///
/// let plan = RoutePlan { left_out: vec![LeftOut { visit: "v1".into(), slot: 0 }], ..RoutePlan::default() };
/// let verdict = check_route(&day, &plan, None);
/// assert_eq!(verdict.broken[0].to_string(), "the plan leaves out visit v1, which the day does not have");
/// ```
pub fn check_route(day: &Day, plan: &RoutePlan, published: Option<&RoutePlan>) -> RouteVerdict {
    let facts = Facts::new(day, plan);
    let mut broken = Vec::new();
    known::check(&facts, &mut broken);
    travel::check(&facts, &mut broken);
    schedule::check(&facts, &mut broken);
    windows::check(&facts, &mut broken);
    competence::check(&facts, &mut broken);
    filling::check(&facts, &mut broken);
    orders::check(&facts, &mut broken);
    pauses::check(&facts, &mut broken);
    shifts::check(&facts, &mut broken);
    cars::check(&facts, &mut broken);
    left_out::check(&facts, &mut broken);
    pins::check(&facts, &mut broken);

    let parts = goals::parts(&facts, published);
    let value = |goal| parts.iter().filter(|it| it.goal == goal).fold(0.0, |sum, it| sum + it.amount);
    let goals: Vec<(Goal, f64)> = Goal::ALL.map(|goal| (goal, value(goal))).into();
    let weighed = |&(goal, weight): &(Goal, f64)| weight * value(goal);
    let levels = day.goals.levels.iter().map(|level| level.iter().map(weighed).fold(0.0, |sum, it| sum + it)).collect();
    RouteVerdict { broken, goals, parts, levels }
}
