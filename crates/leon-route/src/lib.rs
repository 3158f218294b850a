//! Route: who visits whom, when, in which order.
//!
//! [`Problem`] is the routing problem as numbers; a day and the research formats both become one. The search keeps
//! a `State` whose schedule is exact after each change.

mod problem;
mod rng;
pub mod search;
pub mod state;

pub use problem::{Job, NO_WAY, NONE, Opening, Problem, Rates, Tie, Tour, Travel, VisitJobs};
