//! One day planned twice, without and with measures: same needs, same engine, same budget; and once more each with a
//! quarter of the budget, to see whether the difference has come to rest.

use crate::free_time::{Piece, free_time};
use crate::{Applied, SampledDay, apply, books};
use leon_generate::{PeriodKind, Terrain};
use leon_ledger::{Account, Book, NotComparable, Released, RosterUnbookable, RouteUnbookable, released};
use leon_model::{CarerId, Day, Goal, Goals, GroupId, Measure, Minutes, RoutePlan, TechnologyId, Work};
use leon_roster::RosterError;
use leon_route::{
    BoundOptions, Iterations, LevelBound, Planned, RouteError, RouteOptions, fixed_rounds, lower_bound, plan_routes,
};
use std::collections::BTreeMap;
use thiserror::Error;

/// What can be asked of a study.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StudyOptions {
    /// Of the planner's search. The two plans of a day are searched with different seeds, so that a measure that
    /// changes nothing shows what the search alone makes of a day.
    pub seed: u64,
    /// Rounds of the search for each plan.
    pub iterations: u64,
    /// Rounds of pricing routes for each bound; 0: the bound of one programme over the day.
    pub bound_rounds: u32,
    /// A free stretch of a shift from which on another citizen can be taken in.
    pub visit_min: Minutes,
    /// Days that are planned at the same time; the answer does not depend on it.
    pub threads: usize,
}

impl Default for StudyOptions {
    /// 20,000 rounds a plan, bounds without pricing, and 30 minutes for another citizen: an assumption, from a visit
    /// of 20 minutes and a way of 10.
    fn default() -> Self {
        Self { seed: 1, iterations: 20_000, bound_rounds: 0, visit_min: Minutes(30), threads: 1 }
    }
}

/// Why a study gives no answer.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum MeasureError {
    #[error("{days} days of a type of municipality are not enough for an interval; two are")]
    TooFewDays { days: usize },
    #[error("{draws} draws are not enough for a plane through the figures of this measure; {wanted} are")]
    TooFewDraws { draws: usize, wanted: usize },
    #[error("measures are compared on {alone} days of a kind alone and on {together} together")]
    OtherDays { alone: usize, together: usize },
    #[error("the needs differ other than by the measure: {0}")]
    NotComparable(#[from] NotComparable),
    #[error("a day could not be planned: {0}")]
    Route(#[from] RouteError),
    #[error("a roster could not be made: {0}")]
    Roster(#[from] RosterError),
    #[error("a plan could not be booked: {0}")]
    Unbookable(#[from] RouteUnbookable),
    #[error("a roster could not be booked: {0}")]
    RosterUnbookable(#[from] RosterUnbookable),
    #[error("the roster with the measure breaks {with} rules, the one without {without}: they cannot be compared")]
    RulesBroken { without: usize, with: usize },
    #[error("what is planned with the measure is not valid, which is a fault of Leon: {0}")]
    Faulty(String),
    #[error("the machine gives no threads")]
    NoThreads,
}

/// What is compared. Above 0: fewer minutes with the measure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quantity {
    /// Staff time used up: what the measure releases, its own hours paid.
    Released,
    /// One account of that.
    Account(Account),
    /// The same by staff group.
    Group(GroupId),
    /// Free time gained, by piece; shifts that the measure brings along, and the time that a unit is open beside its
    /// calls, are taken off whole shifts.
    Free(Piece),
    /// Care that nobody does any more; it is no release.
    Dropped,
    /// Care that nobody did before.
    Gained,
    /// In rosters: time bought beside what contracts give.
    Bought,
    /// In rosters: cover that nobody takes.
    Uncovered,
    /// In rosters: people at work beyond what is needed.
    Surplus,
}

/// What a pair is one of; pairs of a kind are drawn alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A day of visits, by the country it is in.
    Terrain(Terrain),
    /// A period of shifts, by the kind of team.
    Team(PeriodKind),
}

impl Kind {
    /// The word by which results name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Terrain(it) => it.word(),
            Self::Team(it) => it.word(),
        }
    }
}

/// A day or a period planned twice.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    pub kind: Kind,
    /// Minutes without less minutes with: of a day, or a week of a period.
    pub less: BTreeMap<Quantity, f64>,
    /// Staff time used up without the measure, in minutes.
    pub used_without: f64,
    /// Staff time used up without the measure for the care that it is about, with that care's part of ways and
    /// waiting; of rosters, time on duty.
    pub about: f64,
    /// What is released by plans of a quarter of the rounds.
    pub released_early: f64,
    /// Minutes by which each plan's travel, waiting and overtime can be above the best, at most; infinite for rosters,
    /// whose bounds are not in minutes.
    pub gap_without: f64,
    pub gap_with: f64,
    /// Citizens who have taken the measure up, and visits changed or gone; of rosters, units and rows of cover.
    pub users: usize,
    pub visits: usize,
}

impl Pair {
    /// The difference in something, in minutes; nothing where the day had none of it.
    pub fn of(&self, quantity: &Quantity) -> f64 {
        self.less.get(quantity).copied().unwrap_or(0.0)
    }
}

/// Plans a day without and with measures, verifies both plans, books them and compares the books.
///
/// Plans are for minutes: nobody left out, nobody late, the lowest level, then paid time alone. Faces and fairness are
/// left aside in both, so that the bound is in minutes too.
///
/// # Errors
/// [`MeasureError::NotComparable`] when the needs differ other than by the measure. Others are faults of Leon's.
pub fn measure_day(measures: &[&Measure], sampled: &SampledDay, options: &StudyOptions) -> Result<Pair, MeasureError> {
    let sampled = SampledDay { day: for_minutes(sampled.day.clone())?, ..sampled.clone() };
    let applied = apply(measures, &sampled)?;
    compare(&sampled, &applied, options)
}

/// Plans both days, verifies both plans, books them and compares the books.
fn compare(sampled: &SampledDay, applied: &Applied, options: &StudyOptions) -> Result<Pair, MeasureError> {
    let seed = options.seed ^ sampled.seed;
    let plan_without = |iterations: u64| match applied.today {
        Some(order) => fixed_rounds(&sampled.day, order),
        None => search(&sampled.day, seed, iterations),
    };
    let plan_with = |iterations: u64| search(&applied.day, seed ^ OTHER_SEARCH, iterations);
    let change = |without: &Planned, with: &Planned| -> Result<(Released, Book), MeasureError> {
        let book_without = books::without(sampled, &without.plan)?;
        let book_with = books::with(sampled, applied, &with.plan)?;
        Ok((released(&book_without, &book_with)?, book_without))
    };
    let early = options.iterations / EARLY;
    let (early, _) = change(&plan_without(early)?, &plan_with(early)?)?;
    let (without, with) = (plan_without(options.iterations)?, plan_with(options.iterations)?);
    let (change, book_without) = change(&without, &with)?;
    let gap_without = if applied.today.is_some() { 0.0 } else { gap(&sampled.day, &without, options) };
    let gap_with = gap(&applied.day, &with, options);

    let mut less = BTreeMap::new();
    let mut add = |quantity: Quantity, minutes: f64| *less.entry(quantity).or_insert(0.0) += minutes;
    add(Quantity::Released, change.minutes().0 as f64);
    for line in change.lines.iter().filter(|it| it.account.is_staff_time_used()) {
        add(Quantity::Account(line.account), line.minutes.0 as f64);
    }
    for (group, minutes) in change.by_group() {
        add(Quantity::Group(group), minutes.0 as f64);
    }
    add(Quantity::Dropped, change.dropped_minutes().0 as f64);
    add(Quantity::Gained, change.gained_minutes().0 as f64);
    let standby: Minutes = applied.standby.values().copied().sum();
    let brought = on_duty(&applied.day) - on_duty(&sampled.day) + standby.0 as f64;
    let free_without = free_time(&sampled.day, &without.plan, options.visit_min);
    for (piece, minutes) in free_time(&applied.day, &with.plan, options.visit_min) {
        let not_free = if piece == Piece::Shift { brought } else { 0.0 };
        add(Quantity::Free(piece), minutes - free_without[&piece] - not_free);
    }
    Ok(Pair {
        kind: Kind::Terrain(sampled.terrain),
        less,
        used_without: used(&book_without).0 as f64,
        about: applied.about * used_for_care(&book_without),
        released_early: early.minutes().0 as f64,
        gap_without,
        gap_with,
        users: applied.users,
        visits: applied.visits,
    })
}

/// Sets the second search apart from the first.
pub(crate) const OTHER_SEARCH: u64 = 0x5EED_0000_0000;

/// The day with goals in minutes, and without trainees, whose time is no release.
fn for_minutes(day: Day) -> Result<Day, MeasureError> {
    let mut tables = day.into_tables();
    let goals = [Goal::LeftOut, Goal::Lateness, Goal::Level, Goal::PaidTime];
    tables.goals = Goals { levels: goals.map(|goal| vec![(goal, 1.0)]).into() };
    tables.carers.retain(|it| !it.trainee);
    for visit in &mut tables.visits {
        while visit.slots.len() > 1 && visit.slots.last().is_some_and(|it| it.trainee) {
            visit.slots.pop();
            visit.meetings.pop();
            visit.pin.carers.truncate(visit.slots.len());
        }
    }
    Day::new(tables).map_err(|problems| MeasureError::Faulty(problems.iter().map(ToString::to_string).collect()))
}

/// The share of the rounds after which the difference is looked at for the first time, as a divisor.
pub(crate) const EARLY: u64 = 4;

/// A plan that the check lets stand.
fn search(day: &Day, seed: u64, iterations: u64) -> Result<Planned, RouteError> {
    let budget = Iterations(iterations);
    plan_routes(day, &RouteOptions { seed, threads: 1, budget: &budget, published: None, from: None, progress: None })
}

/// How far from the best a plan's paid time can be.
fn gap(day: &Day, planned: &Planned, options: &StudyOptions) -> f64 {
    let bounds = BoundOptions { rounds: options.bound_rounds, ..BoundOptions::default() };
    let bound = lower_bound(day, &planned.plan, &planned.verdict, &bounds);
    bound.levels.last().map_or(0.0, LevelBound::gap) + idle_at_screens(day, &planned.plan)
}

/// Minutes at screens outside the time between calls. The planner's goal has waiting there as paid time, and the book
/// as idle: by so much less than this plan the book of the best plan can hold, for all that the bound says.
fn idle_at_screens(day: &Day, plan: &RoutePlan) -> f64 {
    let at_screens = |carer: &CarerId, shift: usize| {
        day.carer_index(carer).is_some_and(|row| day.carers[row].shifts[shift].work == Work::Screen)
    };
    let stops = plan.routes.iter().filter(|it| at_screens(&it.carer, it.shift)).flat_map(|it| &it.stops);
    let waiting: f64 = stops.map(|it| (it.start - it.arrive).minutes()).sum();
    let shifts = day.carers.iter().flat_map(|it| &it.shifts).filter(|it| it.work == Work::Screen);
    shifts.map(|it| (it.end - it.start).minutes()).sum::<f64>() - waiting
}

/// Staff time used up.
pub(crate) fn used(book: &Book) -> Minutes {
    let balance = book.trial_balance();
    balance.iter().filter(|(account, _)| account.is_staff_time_used()).map(|(_, turnover)| turnover.minutes()).sum()
}

/// Staff time used up for each minute of care.
fn used_for_care(book: &Book) -> f64 {
    let care = book.trial_balance().of(Account::Care).minutes().0;
    if care > 0 { used(book).0 as f64 / care as f64 } else { 1.0 }
}

/// Minutes of all shifts, pauses aside.
fn on_duty(day: &Day) -> f64 {
    let shifts = day.carers.iter().flat_map(|it| &it.shifts);
    shifts.map(|it| (it.end - it.start).minutes() - it.pauses.iter().map(|it| it.duration.0 as f64).sum::<f64>()).sum()
}

/// The technology that stands for a measure in books of hours.
pub(crate) fn technology_of(measure: &Measure) -> TechnologyId {
    measure.technology.clone().unwrap_or_else(|| measure.id.as_str().into())
}

#[cfg(test)]
mod tests;
