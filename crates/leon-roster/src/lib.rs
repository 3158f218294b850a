//! Roster: who works which shift, in which function, over weeks.
//!
//! [`Problem`] is a roster to be made, as data: wards and research files both become one. [`Search`] anneals on a
//! [`State`], which knows the exact cost of any change before it is made. [`evaluate`] says what a roster costs, by
//! other means.

mod analyse;
mod bound;
mod bound_period;
mod change;
mod cost;
mod curve;
mod demand;
mod difference;
mod evaluate;
mod explain;
mod layout;
mod next_period;
mod options;
mod plan_roster;
mod problem;
mod recommend;
mod renew;
mod repair;
mod roster;
mod search;
mod state;
mod swap;
pub mod translate;

use leon_model::rng;

pub use analyse::{Figures, Variant, VariantError, carried_by, led_by, vary};
pub use bound::{BoundEnd, BoundMethod, BoundOptions, LevelBound, RosterBound, TotalWorth};
pub use bound_period::{PeriodBound, bound_period};
pub use change::{BurdenChange, ChangeError, Changed, Effect, NormChange, Work};
pub use cost::Cost;
pub use curve::{Bend, Curve};
pub use demand::{
    CoverForecast, DemandOf, ForecastError, ForecastOptions, HeldOut, INTERVAL, NeedAtTime, Observation, PlanNeed,
    PlansError, ReplacedCover, SeriesForecast, cover_from_plans, forecast_cover, replace_cover,
};
pub use difference::{CoverDiff, PersonDiff, PersonSums, RosterDiff, changed_dates, diff_rosters};
pub use evaluate::{IMPOSSIBLE, evaluate, evaluate_cover, evaluate_row};
pub use explain::{
    Against, AskError, Claim, Conflict, Conflicts, GoalChange, GoalReason, Granting, Hindrance, InQueue, Outcome,
    PersonReason, Relaxation, Remedy, RosterWorth, RuleCount, Supplement, Temp, UncoveredReason, WishReason, carry_out,
    conflicts, explain_goals, explain_uncovered, explain_wish,
};
pub use next_period::{WishesSettled, next_period, settle_wishes};
pub use options::{Budget, Iterations, Progress, RosterOptions};
pub use plan_roster::{PlannedRoster, RosterError, plan_roster};
pub use problem::{
    Block, Break, Choice, Colouring, Cover, DaysOff, Demand, FREE, Over, Person, Problem, Rest, RunRule, Runs,
    Succession, Total, UNKNOWN, Weights,
};
pub use recommend::{Opening, Recommended, Replacement, recommend};
pub use renew::solve;
pub use repair::{RepairOptions, Repaired, RosterChange, WhyChanged, repair};
pub use roster::Roster;
pub use search::{Search, Searched};
pub use state::{Draft, Edit, State};
pub use swap::{Handover, Swap, SwapAsk, swaps};
