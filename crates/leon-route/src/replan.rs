//! During the day: what has happened stays, the rest is planned again, with few changes and a reason for each.

mod answer;
mod cars;
mod changes;
mod disturbance;
mod facts;
mod history;
mod new_day;
mod paste;
mod rest;

pub use changes::Change;
pub use disturbance::{Disturbance, Disturbed, Exceeded};

use crate::search::Budget;
use answer::Replan;
use facts::Facts;
use history::Timeline;
use leon_check::{RouteBroken, RouteVerdict};
use leon_model::{CarerId, Day, DayProblem, Event, Moment, RoutePlan, VisitId};
use rest::Rest;
use std::fmt;
use thiserror::Error;

/// What can be asked of a new plan during the day.
#[derive(Clone, Copy)]
pub struct ReplanOptions<'a> {
    /// Different seeds give different, equally good searches.
    pub seed: u64,
    /// How long to improve on the first answer; [`Iterations(0)`](crate::Iterations): the first answer as it is.
    pub budget: &'a (dyn Budget + Sync),
    /// How many changes people are asked to bear.
    pub disturbance: Disturbance,
    /// What time it is; `None` or earlier than the latest event: when that became known.
    pub now: Option<Moment>,
}

impl fmt::Debug for ReplanOptions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { seed, disturbance, now, .. } = self;
        let mut words = f.debug_struct("ReplanOptions");
        words.field("seed", seed).field("disturbance", disturbance).field("now", now).finish_non_exhaustive()
    }
}

/// A pin that was let go, because it could not be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PinReleased {
    pub visit: VisitId,
    /// Who was to come and is sick; `None`: the time has passed.
    pub carer: Option<CarerId>,
    /// The event that it follows from.
    pub because: Option<usize>,
}

/// The day and its plan after events.
#[derive(Clone, Debug, PartialEq)]
pub struct Replanned {
    /// The day as the events have changed it: the ground of the next re-plan.
    pub day: Day,
    /// The whole day's plan: what has happened, then what is to come.
    pub plan: RoutePlan,
    /// What was begun or being travelled to by then is history.
    pub now: Moment,
    /// Every slot with another carer or time than published, in the order of visits' ids.
    pub changes: Vec<Change>,
    /// Budgets of disturbances that could not be kept.
    pub exceeded: Vec<Exceeded>,
    /// Pins that could not be kept.
    pub released: Vec<PinReleased>,
    /// Events that came too late to change anything, by their place in the list: a visit cancelled after it began, a
    /// carer who was sick already.
    pub idle: Vec<usize>,
    /// Rules that history has broken, which no plan can mend.
    pub facts: Vec<RouteBroken>,
    /// What the independent check found in the whole plan, facts apart, with the value of each goal; changes are
    /// counted against the published plan.
    pub verdict: RouteVerdict,
    pub iterations: u64,
}

/// Why there is no new plan.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum ReplanError {
    /// All that is wrong with the events: visits and carers that the day does not have, times out of order.
    #[error("the events: {}", words(.0))]
    Events(Vec<DayProblem>),
    /// The events leave a day that is not valid: somebody is pinned to a visit where they must not come.
    #[error("the day after the events: {}", words(.0))]
    Day(Vec<DayProblem>),
    /// A fault of Leon's.
    #[error("the plan does not pass the check: {}", words(.0))]
    CheckFailed(Vec<RouteBroken>),
}

fn words(list: &[impl ToString]) -> String {
    list.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// Plans what is left of a day again, after events.
///
/// What was begun or being travelled to at `now` is history: it stays, with the times that events report, and is not
/// searched. Visits without a report went as planned, or as late as what came before them made them. Pins stay. A
/// visit that was promised does not begin earlier than promised by more than the day's tolerance, unless it would be
/// left out otherwise.
///
/// A first answer comes at once: the published plan with everything put back that has lost its place. The budget is
/// for making it better. Limits on disturbances are kept unless a mandatory visit would be left out, or the events
/// themselves break them; [`Replanned::exceeded`] says where.
///
/// Who is under way in a pool's car keeps it; cars out of order are those that stand. Stops of the published plan that
/// the day does not know are passed over.
///
/// # Errors
/// [`ReplanError::Events`] with everything that is wrong with the events; [`ReplanError::Day`] if they leave a day that
/// is not valid; [`ReplanError::CheckFailed`] if the new plan breaks a rule that history has not broken, which is a
/// fault of Leon's.
///
/// # Example
/// ```
/// use leon_model::{Day, DayTables, RoutePlan};
/// use leon_route::{Disturbance, Iterations, ReplanOptions, replan};
///
/// let day = Day::new(DayTables::default()).unwrap(); // nothing to do, and nothing happens
/// let options = ReplanOptions { seed: 1, budget: &Iterations(0), disturbance: Disturbance::default(), now: None };
/// let replanned = replan(&day, &RoutePlan::default(), &[], &options).unwrap();
/// assert!(replanned.changes.is_empty() && replanned.verdict.stands());
/// ```
pub fn replan(
    day: &Day,
    published: &RoutePlan,
    events: &[Event],
    options: &ReplanOptions,
) -> Result<Replanned, ReplanError> {
    let problems: Vec<DayProblem> =
        day.event_problems(events).into_iter().filter(|problem| !problem.fault.is_warning()).collect();
    if !problems.is_empty() {
        return Err(ReplanError::Events(problems));
    }
    let now = events.iter().map(|event| event.at).chain(options.now).max().unwrap_or_else(|| first_instant(day));
    let with_new = new_day::with_new_visits(day, events)?;
    let timeline = Timeline::new(&with_new, published, events);
    let mut history = timeline.history(now);
    let (new_day, released) = new_day::new_day(&timeline, &with_new, events, &mut history, now)?;
    let begun = rest::begun(&history);
    let mut standings = rest::standings(&new_day, &history, now);
    let rest = Rest::new(&new_day, &mut standings, &begun, published, now);
    let replan = Replan {
        day: &new_day,
        published,
        events,
        options,
        now,
        timeline: &timeline,
        begun: &begun,
        standings: &standings,
        rest: &rest,
        excused: timeline.sick.keys().map(|&carer| day.carers[carer].id.clone()).collect(),
    };
    let (answer, iterations) = replan.answer();
    let facts = Facts { day: &new_day, standings: &standings, begun: &begun, plan: &answer.plan, now };
    let mut verdict = answer.verdict;
    let (facts, broken): (Vec<_>, Vec<_>) = verdict.broken.drain(..).partition(|it| facts.is_fact(it));
    if !broken.is_empty() {
        return Err(ReplanError::CheckFailed(broken));
    }
    let exceeded = answer.counts.exceeded(&options.disturbance);
    let (plan, changes, idle) = (answer.plan, answer.changes, timeline.idle.clone());
    Ok(Replanned { day: new_day, plan, now, changes, exceeded, released, idle, facts, verdict, iterations })
}

fn first_instant(day: &Day) -> Moment {
    let shifts = day.carers.iter().flat_map(|carer| &carer.shifts);
    shifts.map(|shift| shift.start).min().unwrap_or_default()
}
