//! Route: who visits whom, when, in which order.
//!
//! [`plan_routes`] plans a day. Underneath, [`Problem`] is the routing problem as numbers (a day and the research
//! formats both become one), and a search keeps a `State` whose schedule is exact after each change.

mod options;
mod parts;
mod plan_routes;
mod problem;
mod rng;
pub mod search;
pub mod state;
mod translate;
mod warm;

pub use options::{Iterations, RouteOptions, RouteProgress};
pub use plan_routes::{Planned, RouteError, plan_routes};
pub use problem::{Job, NO_WAY, NONE, Opening, Problem, Rates, Tie, Tour, Travel, VisitJobs};
pub use search::Budget;
