//! How long a search may take, and how far it has come.

use crate::cost::Cost;

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
