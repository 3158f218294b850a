//! What a match answers.

use crate::Step;
use leon_model::{BindingId, Hours, Kroner, MatchPlan, StaffKey};

/// Whether the answer is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// The plan is optimal under every goal, and all that was asked for is there.
    Optimal,
    /// Stopped before this step was done; the plan, when there, is optimal, later parts are missing.
    Stopped(Step),
}

/// The answer to a match.
#[derive(Clone, Debug)]
pub struct Matched {
    pub status: Status,
    /// Verified by `leon-check`. Empty when stopped before the plan was done.
    pub plan: MatchPlan,
    /// Every group in every setting and place that has staff or could have, in the case's order.
    pub prices: Vec<HourPrice>,
    /// Every binding in force, in the case's order.
    pub binding_values: Vec<BindingValue>,
    /// The best set of one, of two, and so on, found greedily; ends where one more gives nothing.
    pub best_sets: Vec<LiftSet>,
    pub effort: Effort,
}

/// The scarcity price (knaphedspris) of an hour of one group in one setting of one place.
#[derive(Clone, Debug, PartialEq)]
pub struct HourPrice {
    pub staff: StaffKey,
    /// Care hours a week of the staff at hand.
    pub own: Hours,
    /// Care hours a week bought besides.
    pub bought: Hours,
    /// Hours in use: care, supervision, training, operation, lent out, less lent in.
    pub used: Hours,
    /// Right derivative: what one hour more saves.
    pub more: HourWorth,
    /// Left derivative: what one hour less costs. `None` where there is no hour to take away.
    pub less: Option<HourWorth>,
}

/// What an hour is worth at the margin.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct HourWorth {
    /// Severity-weighted unmet hours an hour.
    pub weighted_unmet: f64,
    /// In kroner: weighted unmet hours × the case's value of an unmet hour; where nothing is unmet, the
    /// price of the dearest hour bought for the group there. `None` when the case values no unmet hour.
    pub dkk: Option<Kroner>,
}

/// What lifting one binding alone would do.
#[derive(Clone, Debug, PartialEq)]
pub struct BindingValue {
    pub binding: BindingId,
    /// Severity-weighted unmet hours a week that would be met; never negative.
    pub weighted_unmet_saved: f64,
}

/// What lifting several bindings together would do.
#[derive(Clone, Debug, PartialEq)]
pub struct LiftSet {
    /// In the order in which the greedy search took them.
    pub lifted: Vec<BindingId>,
    /// Severity-weighted unmet hours a week that would be met together.
    pub weighted_unmet_saved: f64,
    /// The sum of what each saves alone. More together than alone: they need each other; less: they overlap.
    pub sum_alone: f64,
}

impl LiftSet {
    /// What the bindings save together beyond the sum of each alone.
    pub fn interaction(&self) -> f64 {
        self.weighted_unmet_saved - self.sum_alone
    }
}

/// How much work the answer took; the same on every machine and number of threads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effort {
    pub columns: usize,
    pub rows: usize,
    /// Parts of the case that share no hours and are solved one by one.
    pub components: usize,
    /// Linear programmes solved.
    pub solves: usize,
}
