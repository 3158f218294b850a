//! What can be asked of the planner of visits.

use crate::search::Budget;
use leon_model::RoutePlan;
use std::fmt;

/// A number of iterations: the same plan on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Iterations(pub u64);

impl Budget for Iterations {
    fn spent(&self, iterations: u64) -> f64 {
        if self.0 == 0 { 1.0 } else { iterations as f64 / self.0 as f64 }
    }
}

/// How far a search has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RouteProgress {
    /// Share of the budget spent, from 0 to 1.
    pub spent: f64,
    pub iterations: u64,
}

/// What can be asked.
#[derive(Clone, Copy)]
pub struct RouteOptions<'a> {
    /// Different seeds give different, equally good searches.
    pub seed: u64,
    /// Threads to work on; the plan does not depend on it.
    pub threads: usize,
    pub budget: &'a (dyn Budget + Sync),
    /// The plan that people know: the changes goal compares with it.
    pub published: Option<&'a RoutePlan>,
    /// A plan to start from.
    pub from: Option<&'a RoutePlan>,
    pub progress: Option<&'a (dyn Fn(RouteProgress) + Sync)>,
}

impl fmt::Debug for RouteOptions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RouteOptions").field("seed", &self.seed).field("threads", &self.threads).finish_non_exhaustive()
    }
}
