//! Why a goal is lost where it is lost most.

use super::AskError;
use super::laid::lay;
use super::outcome::Before;
use crate::translate::{Part, Translation};
use crate::why_not::{Question, WhyNot};
use leon_check::{GoalPart, PartOf};
use leon_model::{CarerId, Day, Doing, Goal, Moment, Route, RoutePlan, Seconds, VisitId};

/// Why a part of a goal is what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalReason {
    pub part: GoalPart,
    pub because: Because,
    /// For a part that hangs on who comes: everybody else, and why not. Those who could come are first, the best of
    /// them at the head; then the others in the day's order.
    pub alternatives: Vec<Alternative>,
}

/// Another carer, and why not.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    pub carer: CarerId,
    pub why_not: WhyNot,
}

/// What a part of a goal comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Because {
    /// The carer comes from `after` (`None`: from where the shift begins), which ends at `free`, is there at `arrive`,
    /// and begins at `start`; later than arrival only when waiting for something else.
    ComesFrom { after: Option<Doing>, free: Moment, arrive: Moment, start: Moment },
    /// This carer comes to this slot.
    WhoComes { visit: VisitId, slot: usize, carer: CarerId },
    /// The longest ways of the route, the longest first, at most three; to `None`: home.
    LongestWays(Vec<(Option<Doing>, Seconds)>),
    /// The longest waits of the route, the longest first, at most three, and before what.
    LongestWaits(Vec<(Doing, Seconds)>),
    /// The route ends with `last`; the shift would end at `end`.
    EndsWith { last: Doing, end: Moment, done: Moment },
    /// Nothing more than the part itself says. Of visits left out, [`explain_left_out`](crate::explain_left_out) does.
    ItSays,
}

/// For each goal, why its largest parts are what they are, `count` at most a goal, goals in the order of
/// [`Goal::ALL`]. Changes have no parts, as a plan is compared with itself.
///
/// # Errors
/// [`AskError::PlanOfAnotherDay`] and [`AskError::RouteBroken`], for plans that cannot be followed on this day.
///
/// # Example
/// ```
/// use leon_model::{Day, DayTables, RoutePlan};
/// use leon_route::explain_goals;
///
/// let day = Day::new(DayTables::default()).unwrap();
/// assert_eq!(explain_goals(&day, &RoutePlan::default(), 3), Ok(vec![])); // nothing is lost
/// ```
pub fn explain_goals(day: &Day, plan: &RoutePlan, count: usize) -> Result<Vec<GoalReason>, AskError> {
    AskError::of_plan(day, plan)?;
    let translation = Translation::new(day, Part::following(day, plan), Some(plan));
    let mut state = lay(&translation, plan)?;
    let before = Before::of(day, translation.plan(&state));
    let mut reasons = Vec::new();
    for goal in Goal::ALL {
        let mut parts: Vec<&GoalPart> = before.verdict.parts_of(goal).filter(|part| part.amount > 0.0).collect();
        parts.sort_by(|a, b| b.amount.total_cmp(&a.amount).then_with(|| a.of.cmp(&b.of)));
        for part in parts.into_iter().take(count) {
            let (because, asked) = because(day, &before.plan, &part.of);
            let mut alternatives = Vec::new();
            if let Some((visit, slot)) = asked {
                for carer in 0..day.carers.len() {
                    let question = Question { visit, slot, carer };
                    let why_not = question.answer(&translation, &mut state, &before);
                    if !matches!(why_not, WhyNot::DoesAlready { .. }) {
                        alternatives.push(Alternative { carer: day.carers[carer].id.clone(), why_not });
                    }
                }
                alternatives.sort_by(|a, b| order(&a.why_not, &b.why_not));
            }
            reasons.push(GoalReason { part: part.clone(), because, alternatives });
        }
    }
    Ok(reasons)
}

/// What is possible first, by the day's goals.
fn order(a: &WhyNot, b: &WhyNot) -> std::cmp::Ordering {
    match (a, b) {
        (WhyNot::Possible(a), WhyNot::Possible(b)) => {
            let levels = a.levels.iter().zip(&b.levels).map(|(a, b)| a.total_cmp(b));
            levels.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
        }
        _ => matches!(b, WhyNot::Possible(_)).cmp(&matches!(a, WhyNot::Possible(_))),
    }
}

/// What a part comes from, and the slot for which others can be asked.
fn because(day: &Day, plan: &RoutePlan, part: &PartOf) -> (Because, Option<(usize, usize)>) {
    let asked = |visit: &VisitId, slot: usize| day.visit_index(visit).map(|row| (row, slot));
    let found = match part {
        PartOf::Late { visit, slot, .. } => comes_from(plan, visit, *slot).map(|it| (it, asked(visit, *slot))),
        PartOf::AboveLowestLevel { visit, slot, carer } | PartOf::Unwanted { visit, slot, carer } => {
            let who = Because::WhoComes { visit: visit.clone(), slot: *slot, carer: carer.clone() };
            Some((who, asked(visit, *slot)))
        }
        PartOf::NewFace { citizen, carer } => {
            let of_citizen =
                |visit: &VisitId| day.visit_index(visit).is_some_and(|row| day.visits[row].citizen == *citizen);
            let mut stops = plan.visits().filter(|(route, _, visit, _)| route.carer == *carer && of_citizen(visit));
            stops.next().map(|(_, _, visit, slot)| {
                let who = Because::WhoComes { visit: visit.clone(), slot, carer: carer.clone() };
                (who, asked(visit, slot))
            })
        }
        PartOf::Travel { carer, shift } => route(plan, carer, *shift).map(|it| (longest_ways(it), None)),
        PartOf::Waiting { carer, shift } => route(plan, carer, *shift).map(|it| (longest_waits(it), None)),
        PartOf::Overtime { carer, shift } => route(plan, carer, *shift).and_then(|route| {
            let end = day.carers[day.carer_index(carer)?].shifts.get(*shift)?.end;
            let last = route.stops.last()?.doing.clone();
            Some((Because::EndsWith { last, end, done: route.done }, None))
        }),
        _ => None,
    };
    found.unwrap_or((Because::ItSays, None))
}

fn route<'p>(plan: &'p RoutePlan, carer: &CarerId, shift: usize) -> Option<&'p Route> {
    plan.routes.iter().find(|route| route.carer == *carer && route.shift == shift)
}

fn comes_from(plan: &RoutePlan, visit: &VisitId, slot: usize) -> Option<Because> {
    let (route, stop, ..) = plan.visits().find(|(_, _, id, k)| *id == visit && *k == slot)?;
    let k = route.stops.iter().position(|it| it.doing == stop.doing)?;
    let before = k.checked_sub(1).map(|k| &route.stops[k]);
    Some(Because::ComesFrom {
        after: before.map(|it| it.doing.clone()),
        free: before.map_or(route.leave, |it| it.end),
        arrive: stop.arrive,
        start: stop.start,
    })
}

fn longest_ways(route: &Route) -> Because {
    let stops = route.stops.iter().map(|stop| (Some(stop.doing.clone()), stop.travel));
    Because::LongestWays(longest(stops.chain([(None, route.travel_home)])))
}

fn longest_waits(route: &Route) -> Because {
    Because::LongestWaits(longest(route.stops.iter().map(|stop| (stop.doing.clone(), stop.start - stop.arrive))))
}

fn longest<T>(lengths: impl Iterator<Item = (T, Seconds)>) -> Vec<(T, Seconds)> {
    let mut lengths: Vec<_> = lengths.filter(|(_, length)| *length > Seconds::ZERO).collect();
    lengths.sort_by_key(|(_, length)| std::cmp::Reverse(*length));
    lengths.truncate(3);
    lengths
}
