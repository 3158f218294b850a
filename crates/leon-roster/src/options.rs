//! What can be asked of the planner of rosters, how long a search may take, and how far it has come.

use crate::cost::Cost;
use leon_model::{Published, Roster};
use std::fmt;

/// How long to search, without a clock of its own. A search is cancelled by a budget that says it is spent.
pub trait Budget {
    /// The share spent after so many iterations; from 1 on the search ends.
    fn spent(&self, iterations: u64) -> f64;
}

/// A number of iterations: the same roster on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Iterations(pub u64);

impl Budget for Iterations {
    fn spent(&self, iterations: u64) -> f64 {
        if self.0 == 0 { 1.0 } else { iterations as f64 / self.0 as f64 }
    }
}

/// How far a search has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// Share of the budget spent, from 0 to 1.
    pub spent: f64,
    pub iterations: u64,
    /// The cost of the roster at hand, and of the best so far.
    pub cost: Cost,
    pub best: Cost,
}

/// What can be asked.
#[derive(Clone, Copy)]
pub struct RosterOptions<'a> {
    /// Different seeds give different, equally good searches.
    pub seed: u64,
    pub budget: &'a dyn Budget,
    /// The roster that people know: what differs from it counts, and what is moved late has its price.
    pub published: Option<&'a Published>,
    /// A roster to start from.
    pub from: Option<&'a Roster>,
    pub progress: Option<&'a dyn Fn(Progress)>,
}

impl<'a> RosterOptions<'a> {
    /// A budget, and nothing else.
    pub fn new(budget: &'a dyn Budget) -> Self {
        Self { seed: 1, budget, published: None, from: None, progress: None }
    }
}

impl fmt::Debug for RosterOptions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RosterOptions").field("seed", &self.seed).finish_non_exhaustive()
    }
}
