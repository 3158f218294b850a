//! One day planned twice, without and with measures: same needs, same engine, same budget.

use crate::free_time::{Piece, free_time};
use crate::{SampledDay, apply, books};
use leon_generate::Terrain;
use leon_ledger::{Account, Book, NotComparable, RouteUnbookable, released};
use leon_model::{Day, Goal, Goals, GroupId, Measure, Minutes};
use leon_route::{BoundOptions, Iterations, Planned, RouteError, RouteOptions, lower_bound, plan_routes};
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
    #[error("the needs differ other than by the measure: {0}")]
    NotComparable(#[from] NotComparable),
    #[error("a day could not be planned: {0}")]
    Route(#[from] RouteError),
    #[error("a plan could not be booked: {0}")]
    Unbookable(#[from] RouteUnbookable),
    #[error("the day with the measure is not valid, which is a fault of Leon: {0}")]
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
    /// Free time gained, by piece; shifts that the measure brings along are taken off whole shifts.
    Free(Piece),
    /// Care that nobody does any more; it is no release.
    Dropped,
    /// Care that nobody did before.
    Gained,
}

/// A day planned twice.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    pub terrain: Terrain,
    /// Minutes without less minutes with.
    pub less: BTreeMap<Quantity, f64>,
    /// Staff time used up without the measure, in minutes.
    pub used_without: f64,
    /// Minutes by which each plan's travel, waiting and overtime can be above the best, at most.
    pub gap_without: f64,
    pub gap_with: f64,
    /// Citizens who have taken the measure up, and visits changed or gone.
    pub users: usize,
    pub visits: usize,
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
    let (without, gap_without) = plan(&sampled.day, options.seed ^ sampled.seed, options)?;
    let (with, gap_with) = plan(&applied.day, options.seed ^ sampled.seed ^ OTHER_SEARCH, options)?;
    let book_without = books::without(&sampled, &without.plan)?;
    let book_with = books::with(&sampled, &applied, &with.plan)?;
    let change = released(&book_without, &book_with)?;

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
    let free_without = free_time(&sampled.day, &without.plan, options.visit_min);
    for (piece, minutes) in free_time(&applied.day, &with.plan, options.visit_min) {
        let brought = if piece == Piece::Shift { on_duty(&applied.day) - on_duty(&sampled.day) } else { 0.0 };
        add(Quantity::Free(piece), minutes - free_without[&piece] - brought);
    }
    Ok(Pair {
        terrain: sampled.terrain,
        less,
        used_without: used(&book_without).0 as f64,
        gap_without,
        gap_with,
        users: applied.users,
        visits: applied.visits,
    })
}

/// Sets the second search apart from the first.
const OTHER_SEARCH: u64 = 0x5EED_0000_0000;

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

/// A plan that the check lets stand, and how far from the best its paid time can be.
fn plan(day: &Day, seed: u64, options: &StudyOptions) -> Result<(Planned, f64), MeasureError> {
    let budget = Iterations(options.iterations);
    let search = RouteOptions { seed, threads: 1, budget: &budget, published: None, from: None, progress: None };
    let planned = plan_routes(day, &search)?;
    let bounds = BoundOptions { rounds: options.bound_rounds, ..BoundOptions::default() };
    let bound = lower_bound(day, &planned.plan, &planned.verdict, &bounds);
    let gap = bound.levels.last().map_or(0.0, leon_route::LevelBound::gap);
    Ok((planned, gap))
}

/// Staff time used up.
fn used(book: &Book) -> Minutes {
    let balance = book.trial_balance();
    balance.iter().filter(|(account, _)| account.is_staff_time_used()).map(|(_, turnover)| turnover.minutes()).sum()
}

/// Minutes of all shifts, pauses aside.
fn on_duty(day: &Day) -> f64 {
    let shifts = day.carers.iter().flat_map(|it| &it.shifts);
    shifts.map(|it| (it.end - it.start).minutes() - it.pauses.iter().map(|it| it.duration.0 as f64).sum::<f64>()).sum()
}
