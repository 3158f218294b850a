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
    /// Kroner an hour for hours that need not be bought. Negative where meeting more need takes more of them.
    pub bought: Kroner,
    /// In all: weighted unmet hours at the case's value of an unmet hour, and bought hours at their price.
    /// `None` when need is unmet and the case puts no value on it.
    pub dkk: Option<Kroner>,
}

/// What is saved a week by lifting bindings.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Saved {
    /// Severity-weighted unmet hours that would be met; never negative.
    pub weighted_unmet: f64,
    /// Kroner for hours that need not be bought. Negative where meeting more need takes more of them.
    pub bought: Kroner,
    /// In all: weighted unmet hours at the case's value of an unmet hour, and bought hours at their price.
    /// `None` when unmet need is met and the case puts no value on it.
    pub dkk: Option<Kroner>,
}

/// What lifting one binding alone would do.
#[derive(Clone, Debug, PartialEq)]
pub struct BindingValue {
    pub binding: BindingId,
    pub saved: Saved,
}

/// What lifting several bindings together would do.
#[derive(Clone, Debug, PartialEq)]
pub struct LiftSet {
    /// In the order in which the greedy search took them.
    pub lifted: Vec<BindingId>,
    /// Saved together.
    pub saved: Saved,
    /// The sum of what each saves alone. More together than alone: they need each other; less: they overlap.
    pub sum_alone: Saved,
}

impl LiftSet {
    /// What the bindings save together beyond the sum of each alone.
    pub fn interaction(&self) -> Saved {
        Saved {
            weighted_unmet: self.saved.weighted_unmet - self.sum_alone.weighted_unmet,
            bought: self.saved.bought - self.sum_alone.bought,
            dkk: self.saved.dkk.zip(self.sum_alone.dkk).map(|(together, alone)| together - alone),
        }
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
