//! Route: who visits whom, when, in which order.
//!
//! [`plan_routes`] plans a day. Underneath, [`Problem`] is the routing problem as numbers (a day and the research
//! formats both become one), and a search keeps a `State` whose schedule is exact after each change.

mod bound;
mod difference;
mod explain;
mod fixed_rounds;
mod options;
mod parts;
mod plan_routes;
mod problem;
mod recommend;
mod replan;
mod robust;
pub mod search;
mod staffing_need;
pub mod state;
mod translate;
mod warm;
mod ways;
mod why_not;

use leon_model::rng;

pub use bound::{BoundEnd, BoundMethod, BoundOptions, LevelBound, Relaxed, RouteBound, lower_bound};
pub use difference::{CarerDiff, CitizenDiff, PlanDiff, SlotChange, SlotDiff, diff_plans};
pub use explain::{
    Alternative, AskError, Because, GoalChange, GoalReason, Hindrance, LeftOutReason, Moved, Obstacle, Outcome, Placed,
    Relaxation, Remedy, carry_out, explain_goals, explain_left_out,
};
pub use fixed_rounds::fixed_rounds;
pub use options::{Iterations, RouteOptions, RouteProgress};
pub use plan_routes::{Planned, RouteError, plan_routes};
pub use problem::{Job, NO_WAY, NONE, Opening, Problem, Rates, Tie, Tour, Travel, VisitJobs};
pub use recommend::{Recommendation, recommend};
pub use replan::{
    Change, Disturbance, Disturbed, Exceeded, PinReleased, ReplanError, ReplanOptions, Replanned, replan,
};
pub use robust::{LatenessRisk, PlanB, Probability, RouteRisk, Spread, SpreadError, VisitRisk, lateness_risk, plan_b};
pub use search::Budget;
pub use staffing_need::{NeedOf, NoInterval, StaffingNeed, staffing_need};
pub use why_not::{WhyNot, why_not};
