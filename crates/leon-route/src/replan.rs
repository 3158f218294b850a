//! During the day: what has happened stays, the rest is planned again, with few changes and a reason for each.

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

use crate::options::Iterations;
use crate::search::{Budget, Search};
use crate::state::State;
use crate::translate::Translation;
use crate::warm;
use disturbance::{Counts, bar, hold};
use facts::Facts;
use history::Timeline;
use leon_check::{RouteBroken, RouteVerdict, check_route};
use leon_model::{CarerId, Day, DayProblem, Event, Goal, Moment, RoutePlan, VisitId};
use rest::{Begun, Rest, Standing};
use std::collections::BTreeSet;
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
/// visit that was promised does not begin earlier than promised by more than the day's tolerance.
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

/// Everything that answers are made from.
struct Replan<'a> {
    day: &'a Day,
    published: &'a RoutePlan,
    events: &'a [Event],
    options: &'a ReplanOptions<'a>,
    now: Moment,
    timeline: &'a Timeline<'a>,
    begun: &'a Begun,
    standings: &'a [Standing],
    rest: &'a Rest,
    /// The sick are asked nothing.
    excused: BTreeSet<CarerId>,
}

/// One possible answer.
struct Answer {
    /// By tour of the rest: its jobs in order.
    tours: Vec<Vec<u32>>,
    plan: RoutePlan,
    verdict: RouteVerdict,
    changes: Vec<Change>,
    counts: Counts,
}

/// Carers who are kept from more changes, each with the visits that they may take on all the same.
type Bars = Vec<(usize, BTreeSet<VisitId>)>;

/// How often visits are taken off carers who would have too many changes.
const BARS: usize = 3;

impl Replan<'_> {
    /// The best answer within the budget, and the iterations that it took.
    fn answer(&self) -> (Answer, u64) {
        let mut free = self.rest.translate(self.standings, self.begun, self.published, self.now);
        free.problem.arrange();
        let start = self.rest.tours(&free, self.published);
        let budget = self.options.budget;
        if self.options.disturbance.is_unlimited() {
            let (best, _) = self.search(&free, &start, &Iterations(0));
            if budget.spent(0) >= 1.0 {
                return (best, 0);
            }
            let (answer, iterations) = self.search(&free, &best.tours, budget);
            return (self.better(best, answer), iterations);
        }
        let nobody = BTreeSet::new();
        let (best, bars) = self.first_within(&free, &start);
        if budget.spent(0) >= 1.0 {
            return (best, 0);
        }
        // A third of the budget to leave out fewer, a third to see what would be good if nobody minded changes, and a
        // third to do as much of that as people can bear.
        let (answer, first) = self.search(&self.held(&free, &nobody, &bars), &best.tours, &Third::of(budget));
        let best = self.better(best, answer);
        let (wish, second) = self.search(&free, &best.tours, &Third::of(budget));
        if wish.counts.excess(&self.options.disturbance) == 0 {
            return (self.better(best, wish), first + second);
        }
        let allowed = self.allowed(&best, &wish);
        let (answer, third) = self.search(&self.held(&free, &allowed, &bars), &best.tours, &Third::of(budget));
        (self.better(best, answer), first + second + third)
    }

    /// The first answer with changes held, and who is kept from more.
    fn first_within(&self, free: &Translation, start: &[Vec<u32>]) -> (Answer, Bars) {
        let nobody = BTreeSet::new();
        let mut bars = Bars::new();
        let (mut best, _) = self.search(&self.held(free, &nobody, &bars), start, &Iterations(0));
        let mut more = self.too_many(&best, &bars);
        for _ in 0..BARS {
            if more.is_empty() {
                break;
            }
            bars.extend(more);
            let (answer, _) = self.search(&self.held(free, &nobody, &bars), start, &Iterations(0));
            more = self.too_many(&answer, &bars);
            best = self.better(best, answer);
        }
        (best, bars)
    }

    /// The rest with changes held to those allowed, and carers kept from more.
    fn held<'t>(&self, free: &Translation<'t>, allowed: &BTreeSet<VisitId>, bars: &Bars) -> Translation<'t> {
        let mut rest = free.clone();
        hold(&mut rest, self.published, allowed);
        for (carer, keep) in bars {
            bar(&mut rest, *carer, keep);
        }
        rest
    }

    fn search(&self, rest: &Translation, start: &[Vec<u32>], budget: &dyn Budget) -> (Answer, u64) {
        let mut state = State::new(&rest.problem);
        warm::load(&mut state, start);
        let search = Search::for_problem(&rest.problem, self.options.seed).gentle();
        let found = search.run(&mut state, budget, &vec![true; rest.problem.visits.len()], &mut |_| {});
        let mut best = State::new(&rest.problem);
        warm::load(&mut best, &found.tours);
        let plan = paste::paste(self.day, self.standings, &rest.plan(&best));
        let verdict = check_route(self.day, &plan, Some(self.published));
        let changes = changes::changes(self.day, self.published, &plan, self.events, self.timeline);
        let to_come = changes.iter().filter(|it| !self.begun.contains_key(&(it.visit.clone(), it.slot)));
        let counts = Counts::of(self.day, to_come, &self.excused);
        (Answer { tours: found.tours, plan, verdict, changes, counts }, found.iterations)
    }

    /// The better of two answers: fewer left out, then fewer disturbances too many, then the day's goals.
    fn better(&self, one: Answer, other: Answer) -> Answer {
        let key = |it: &Answer| (it.verdict.value(Goal::LeftOut), it.counts.excess(&self.options.disturbance));
        let (a, b) = (key(&one), key(&other));
        let levels = || {
            let pairs = other.verdict.levels.iter().zip(&one.verdict.levels);
            pairs.map(|(other, one)| other.total_cmp(one)).find(|it| it.is_ne()).is_some_and(|it| it.is_lt())
        };
        let is_better = b.0 < a.0 || b.0 == a.0 && (b.1 < a.1 || b.1 == a.1 && levels());
        if is_better { other } else { one }
    }

    /// Carers with more changes than they may have, each with those visits that they may keep; rather those that
    /// nobody kept from more may.
    fn too_many(&self, answer: &Answer, bars: &Bars) -> Bars {
        let mut found = Bars::new();
        for exceeded in answer.counts.exceeded(&self.options.disturbance) {
            let Disturbed::Carer(carer) = &exceeded.of else { continue };
            let Some(row) = self.day.carer_index(carer) else { continue };
            let had = |visit: &VisitId| {
                let mut changes = answer.changes.iter().filter(|it| it.visit == *visit);
                changes.any(|it| it.before.as_ref().is_some_and(|(before, _)| before == carer))
            };
            let (own, mut new): (Vec<_>, Vec<_>) = answer.counts.of_carer(carer).cloned().partition(had);
            new.sort_by_key(|visit| bars.iter().any(|(other, keep)| *other != row && keep.contains(visit)));
            let keep = new.into_iter().take(exceeded.most.saturating_sub(own.len()));
            found.push((row, keep.collect()));
        }
        found
    }

    /// Visits that may change: those that do already, and as many of those wished for as people can bear.
    fn allowed(&self, best: &Answer, wish: &Answer) -> BTreeSet<VisitId> {
        let mut allowed: BTreeSet<VisitId> = best.changes.iter().map(|it| it.visit.clone()).collect();
        let mut counts = best.counts.clone();
        for change in &wish.changes {
            if allowed.contains(&change.visit) || self.begun.contains_key(&(change.visit.clone(), change.slot)) {
                continue;
            }
            let mut more = counts.clone();
            let visit = wish.changes.iter().filter(|it| it.visit == change.visit);
            visit.for_each(|it| more.add(self.day, it, &self.excused));
            if more.excess(&self.options.disturbance) <= counts.excess(&self.options.disturbance) {
                allowed.insert(change.visit.clone());
                counts = more;
            }
        }
        allowed
    }
}

/// A third of a budget, from where it stands.
struct Third<'a> {
    budget: &'a (dyn Budget + Sync),
    from: f64,
}

impl<'a> Third<'a> {
    fn of(budget: &'a (dyn Budget + Sync)) -> Self {
        Self { budget, from: budget.spent(0) }
    }
}

impl Budget for Third<'_> {
    fn spent(&self, iterations: u64) -> f64 {
        let spent = self.budget.spent(iterations);
        if spent >= 1.0 { 1.0 } else { (spent - self.from) * 3.0 }
    }
}
