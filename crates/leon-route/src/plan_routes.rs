//! Plans a day of visits.

use crate::options::{RouteOptions, RouteProgress};
use crate::parts::{LAST_PART, PART, Part, ROUNDS, Share, first_parts, regroup};
use crate::search::{Budget, Search};
use crate::state::State;
use crate::translate::Translation;
use crate::warm;
use leon_check::{RouteBroken, RouteVerdict, check_route};
use leon_model::{Day, Doing, LeftOut, RoutePlan};
use rayon::prelude::*;
use std::collections::BTreeSet;
use thiserror::Error;

/// A plan, verified.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    pub plan: RoutePlan,
    /// What the independent check found: no broken rule, and the value of each goal with its parts.
    pub verdict: RouteVerdict,
    pub iterations: u64,
}

/// Why there is no plan. Neither is the user's fault.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum RouteError {
    #[error("the plan does not pass the check: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    CheckFailed(Vec<RouteBroken>),
    #[error("the machine gives no threads")]
    NoThreads,
}

/// Plans a day of visits: routes for all shifts, and a list of what is left out.
///
/// Always gives a plan; with too few hands, visits are left out, lowest priorities first. No plan leaves here that
/// the independent check would refuse. Days of more than 600 visits are searched in parts, side by side.
///
/// # Errors
/// [`RouteError::CheckFailed`] if the plan breaks a rule, which is a fault of Leon's.
pub fn plan_routes(day: &Day, options: &RouteOptions) -> Result<Planned, RouteError> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.threads.max(1)).build();
    let pool = pool.map_err(|_| RouteError::NoThreads)?;
    let parts = first_parts(day);
    let is_whole = parts.len() == 1;
    let mut found = match options.from {
        Some(from) if !is_whole => Found { plan: known(day, from), iterations: 0 },
        Some(from) => search_parts(day, vec![Part::following(day, from)], Some(from), 0, options, &pool),
        None => search_parts(day, parts, None, 0, options, &pool),
    };
    for round in if is_whole { 1..1 } else { 1..ROUNDS } {
        let Found { plan, iterations } = found;
        let most = if round + 1 == ROUNDS { LAST_PART } else { PART };
        let parts = regroup(day, &plan, round, most);
        found = search_parts(day, parts, Some(&plan), round, options, &pool);
        found.iterations += iterations;
    }
    let verdict = check_route(day, &found.plan, options.published);
    if !verdict.stands() {
        return Err(RouteError::CheckFailed(verdict.broken));
    }
    Ok(Planned { plan: found.plan, verdict, iterations: found.iterations })
}

/// What of a plan the day knows: of another day, or of this one before a change, some may not be there.
fn known(day: &Day, plan: &RoutePlan) -> RoutePlan {
    let mut routes = plan.routes.clone();
    routes.retain(|route| {
        day.carer_index(&route.carer).is_some_and(|carer| route.shift < day.carers[carer].shifts.len())
    });
    for route in &mut routes {
        let pauses =
            day.carer_index(&route.carer).map_or(0, |carer| day.carers[carer].shifts[route.shift].pauses.len());
        route.stops.retain(|stop| match &stop.doing {
            Doing::Visit { visit, slot } => {
                day.visit_index(visit).is_some_and(|visit| *slot < day.visits[visit].slots.len())
            }
            Doing::Pause { pause } => *pause < pauses,
        });
    }
    routes.retain(|route| !route.stops.is_empty());
    RoutePlan { routes, left_out: Vec::new() }
}

/// A plan on its way.
struct Found {
    plan: RoutePlan,
    iterations: u64,
}

/// Searches parts side by side and puts their plans together.
fn search_parts(
    day: &Day,
    parts: Vec<Part>,
    from: Option<&RoutePlan>,
    round: usize,
    options: &RouteOptions,
    pool: &rayon::ThreadPool,
) -> Found {
    let (alone, is_all) = (parts.len() == 1, parts.len() == 1 && round == 0);
    let weight = |part: &Part| part.visits.len().max(1) as f64;
    let all: f64 = parts.iter().map(weight).sum();
    let threads = options.threads.clamp(1, parts.len());
    let search = |(index, part): (usize, Part)| {
        let share = if is_all { 1.0 } else { weight(&part) / all / ROUNDS as f64 };
        let share = Share::new(options.budget, share, if alone { 1 } else { threads });
        let seed = options.seed ^ ((round as u64) << 48) ^ ((index as u64) << 32);
        search_part(day, part, from, round, seed, options, &share)
    };
    let found: Vec<Found> = pool.install(|| parts.into_par_iter().enumerate().map(search).collect());
    let iterations = found.iter().map(|it| it.iterations).sum();
    Found { plan: put_together(day, found.into_iter().map(|it| it.plan)), iterations }
}

fn search_part(
    day: &Day,
    part: Part,
    from: Option<&RoutePlan>,
    round: usize,
    seed: u64,
    options: &RouteOptions,
    share: &Share,
) -> Found {
    let mut translation = Translation::new(day, part, options.published);
    translation.problem.arrange();
    let translation = translation;
    let mut state = State::new(&translation.problem);
    if let (Some(plan), false) = (from, translation.stands_whole(&state)) {
        // What is fixed does not stand without what moves: this part stays as it is.
        return Found { plan: translation.rest_of(plan), iterations: 0 };
    }
    if let Some(plan) = from {
        warm::load(&mut state, &translation.tours_of(plan));
    }
    let search = Search::for_problem(&translation.problem, seed);
    let search = match from {
        None => search,
        Some(_) if round > 0 => search.again(),
        Some(_) => search.gentle(),
    };
    let heard = Heard { share, options };
    let found = search.run(&mut state, &heard, &vec![true; translation.problem.visits.len()], &mut |_| {});
    Found { plan: translation.plan(&state), iterations: found.iterations }
}

/// A budget that tells how far it has come.
struct Heard<'a> {
    share: &'a Share<'a>,
    options: &'a RouteOptions<'a>,
}

impl Budget for Heard<'_> {
    fn spent(&self, iterations: u64) -> f64 {
        if let Some(progress) = self.options.progress {
            progress(RouteProgress { spent: self.options.budget.spent(iterations).min(1.0), iterations });
        }
        self.share.spent(iterations)
    }
}

/// One plan of the plans of all parts: routes in the order of carers and shifts, and every slot nobody fills.
fn put_together(day: &Day, plans: impl Iterator<Item = RoutePlan>) -> RoutePlan {
    let mut routes: Vec<_> = plans.flat_map(|plan| plan.routes).collect();
    routes.sort_by_key(|route| (day.carer_index(&route.carer), route.shift));
    let mut filled = BTreeSet::new();
    for stop in routes.iter().flat_map(|route| &route.stops) {
        if let Doing::Visit { visit, slot } = &stop.doing {
            filled.insert((visit, *slot));
        }
    }
    let slots = day.visits.iter().flat_map(|visit| (0..visit.slots.len()).map(move |slot| (&visit.id, slot)));
    let missing = slots.filter(|slot| !filled.contains(slot));
    let left_out = missing.map(|(visit, slot)| LeftOut { visit: visit.clone(), slot }).collect();
    RoutePlan { routes, left_out }
}
