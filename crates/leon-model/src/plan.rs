//! A match plan: who does which hours. Planners write it, the check verifies it, the ledger books it.

use crate::staff::{ExtraKind, Through};
use crate::{BindingId, Complexity, GroupId, Hours, PlaceId, PoolId, SettingId, TaskId, TechnologyId};
use std::collections::BTreeSet;

/// The cell of need that hours belong to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NeedKey {
    pub place: PlaceId,
    pub setting: SettingId,
    pub task: TaskId,
    pub complexity: Complexity,
}

/// A group in a setting of a place: whose hours they are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StaffKey {
    pub place: PlaceId,
    pub setting: SettingId,
    pub group: GroupId,
}

/// Who does a need's hours.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doer {
    /// Staff of the need's own place and setting (lent-in hours included).
    Staff { group: GroupId, through: Through },
    /// Staff of a pool that reaches the need by screen.
    Remote { group: GroupId, pool: PoolId, through: Through },
    /// A technology or self-care.
    Technology(TechnologyId),
}

impl Doer {
    /// The staff group, unless a technology does it.
    pub fn group(&self) -> Option<&GroupId> {
        match self {
            Self::Staff { group, .. } | Self::Remote { group, .. } => Some(group),
            Self::Technology(_) => None,
        }
    }

    /// How the group came to the competence, unless a technology does it.
    pub fn through(&self) -> Option<Through> {
        match self {
            Self::Staff { through, .. } | Self::Remote { through, .. } => Some(*through),
            Self::Technology(_) => None,
        }
    }
}

/// Hours of a need done by somebody or something.
#[derive(Clone, Debug, PartialEq)]
pub struct Care {
    pub need: NeedKey,
    pub doer: Doer,
    pub hours: Hours,
}

/// Hours bought besides the staff at hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Extra {
    pub staff: StaffKey,
    pub kind: ExtraKind,
    pub hours: Hours,
}

/// Hours that leave a lender. `to` is the borrower; `None` for a remote pool, whose hours are used
/// by [`Doer::Remote`] rows. The borrower gets the hours less the pool's loss.
#[derive(Clone, Debug, PartialEq)]
pub struct Lending {
    pub pool: PoolId,
    pub from: StaffKey,
    pub to: Option<StaffKey>,
    pub hours: Hours,
}

/// A solved match: hours a week, in the order of the case's tables, without zero rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MatchPlan {
    /// Bindings of the case that were lifted for this plan.
    pub lifted: BTreeSet<BindingId>,
    pub care: Vec<Care>,
    pub extra: Vec<Extra>,
    pub lending: Vec<Lending>,
    /// Unmet hours, by need.
    pub unmet: Vec<(NeedKey, Hours)>,
    pub objective: Objective,
}

/// The plan's value under each goal, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Objective {
    /// Σ severity × unmet hours a week.
    pub weighted_unmet: f64,
    /// Kroner a week for hours bought (overtime, recruitment, agency).
    pub bought_dkk: f64,
    /// Σ level of the doing group × hours; technology and self-care count 0.
    pub level_hours: f64,
    /// Hours in other hands than today: Σ max(0, hours − today's hours), over needs and groups.
    pub moved_hours: f64,
}
