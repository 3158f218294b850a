//! Staff groups, what they may do, their hours, and the hours that can be had besides.

use crate::task::words;
use crate::{CompetenceId, Complexity, Figure, GroupId, PlaceId, PoolId, SettingId, TaskId};

/// A staff group (faggruppe): nurse, SSA, SSH, unskilled and so on.
#[derive(Clone, Debug, PartialEq)]
pub struct StaffGroup {
    pub id: GroupId,
    pub name_da: String,
    pub name_en: String,
    /// Effective level of care; higher is scarcer and more specialised. Technology and self-care are 0.
    pub level: u32,
    /// Whether its members are authorised health persons (autoriserede sundhedspersoner).
    pub authorised: bool,
}

/// What staff can do: a competence known by name.
#[derive(Clone, Debug, PartialEq)]
pub struct Competence {
    pub id: CompetenceId,
    pub name_da: String,
    pub name_en: String,
}

/// How a staff group comes to use a competence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Through {
    /// By education.
    Held,
    /// By delegation from another group, whose supervision costs hours.
    Delegated,
    /// By a course paid for in hours of the same year.
    Learned,
}
words!(Through { Held => "held", Delegated => "delegated", Learned => "learned" });

/// A staff group may use a competence: because it holds it, is delegated it, or learns it.
#[derive(Clone, Debug, PartialEq)]
pub struct Holding {
    pub group: GroupId,
    pub competence: CompetenceId,
    pub through: Through,
    /// Learned: training hours paid for each hour of care done with the competence in the same year.
    pub training_share: Option<Figure>,
    /// Delegated: the group that delegates and supervises.
    pub delegator: Option<GroupId>,
    /// Delegated: the delegator's hours for each hour done.
    pub supervision_share: Option<Figure>,
}

/// Staff hours at hand: one group in one setting of one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Capacity {
    pub place: PlaceId,
    pub setting: SettingId,
    pub group: GroupId,
    pub fte: Figure,
    /// Share of paid hours that is care: what is left after absence, travel, documentation, meetings.
    pub net_care_share: Figure,
}

/// A way to have more hours than the staff at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExtraKind {
    /// Overtime of own staff (merarbejde, overarbejde).
    Overtime,
    /// People who can be hired on ordinary terms (ansættelse).
    Recruitment,
    /// Temporary staff from an agency (vikarer).
    Agency,
}
words!(ExtraKind { Overtime => "overtime", Recruitment => "recruitment", Agency => "agency" });

/// More hours that can be had, up to a limit; the price stands in the prices.
#[derive(Clone, Debug, PartialEq)]
pub struct ExtraHours {
    pub place: PlaceId,
    pub setting: SettingId,
    pub group: GroupId,
    pub kind: ExtraKind,
    pub fte_max: Figure,
}

/// Price in kroner of one care hour bought, by group and kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Price {
    pub group: GroupId,
    pub kind: ExtraKind,
    pub dkk_per_hour: Figure,
}

/// How far a pool reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// Across the settings of one place (delestillinger, fælles personale).
    SamePlace,
    /// To places within a distance, in the same setting.
    Distance,
    /// By screen, to tasks that can be done remotely, anywhere under the pool's place (e-distrikt).
    Remote,
}
words!(Reach { SamePlace => "same_place", Distance => "distance", Remote => "remote" });

/// A shared pool (personalepulje): hours of one group that may be lent.
#[derive(Clone, Debug, PartialEq)]
pub struct Pool {
    pub id: PoolId,
    pub name_da: String,
    pub name_en: String,
    pub group: GroupId,
    pub reach: Reach,
    /// Members are the places at or under this one.
    pub place: PlaceId,
    /// The settings that take part; all when empty.
    pub settings: Vec<SettingId>,
    pub distance_km_max: Option<f64>,
    /// Largest share of a member's own care hours that it lends.
    pub share_max: Figure,
    /// Share of a lent hour lost on the way (travel, start-up).
    pub loss_share: Figure,
}

/// For each citizen group, the least share of staff care given by those who may coordinate the course.
///
/// Coordination and continuity stay with authorised care staff, SSA or nurse by complexity
/// (Implement 2023, section 2.2). No binding switches this off.
#[derive(Clone, Debug, PartialEq)]
pub struct Continuity {
    pub setting: SettingId,
    pub complexity: Complexity,
    pub groups: Vec<GroupId>,
    pub share_min: Figure,
}

/// Who does what today: the share of a task's delivered hours done by a group in a setting.
#[derive(Clone, Debug, PartialEq)]
pub struct Baseline {
    pub setting: SettingId,
    pub task: TaskId,
    /// `None`: the same at every complexity that has no row of its own.
    pub complexity: Option<Complexity>,
    pub group: GroupId,
    pub share: Figure,
}

/// Recruitments that failed: shown beside the gap, not planned with.
#[derive(Clone, Debug, PartialEq)]
pub struct Recruitment {
    pub place: PlaceId,
    pub group: GroupId,
    pub failed: Figure,
    /// Failed attempts of all postings.
    pub failed_share: Option<Figure>,
}
