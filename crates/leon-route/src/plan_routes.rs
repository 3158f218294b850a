//! Plans a day of visits.

use crate::options::RouteOptions;
use crate::search::{Search, Strength};
use crate::state::State;
use crate::translate::{Part, Translation};
use crate::warm;
use leon_check::{RouteBroken, RouteVerdict, check_route};
use leon_model::{Day, RoutePlan};
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
}

/// Plans a day of visits: routes for all shifts, and a list of what is left out.
///
/// Always gives a plan; with too few hands, visits are left out, lowest priorities first. No plan leaves here that
/// the independent check would refuse.
///
/// # Errors
/// [`RouteError::CheckFailed`] if the plan breaks a rule, which is a fault of Leon's.
pub fn plan_routes(day: &Day, options: &RouteOptions) -> Result<Planned, RouteError> {
    let translation = Translation::new(day, Part::whole(day), options.published);
    let mut state = State::new(&translation.problem);
    if let Some(plan) = options.from {
        warm::load(&mut state, &translation.tours_of(plan));
    }
    let search =
        Search { seed: options.seed, neighbours: 25, hot: 300_000.0, cold: 3_000.0, strength: Strength::default() };
    let found = search.run(&mut state, options.budget);
    let mut best = State::new(&translation.problem);
    warm::load(&mut best, &found.tours);
    checked(day, translation.plan(&best), options, found.iterations)
}

/// The plan with its verdict.
fn checked(day: &Day, plan: RoutePlan, options: &RouteOptions, iterations: u64) -> Result<Planned, RouteError> {
    let verdict = check_route(day, &plan, options.published);
    if !verdict.stands() {
        return Err(RouteError::CheckFailed(verdict.broken));
    }
    Ok(Planned { plan, verdict, iterations })
}
