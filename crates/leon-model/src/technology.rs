//! Technologies: what they could take over, what is claimed of them, and what they cost in hours.

use crate::{Complexity, Figure, GroupId, SettingId, TaskId, TechnologyId};

/// A technology (teknologi). Its *effect* is planned with when every effect figure is there; a bare
/// claim (employees freed) is kept beside it and never used as an effect.
#[derive(Clone, Debug, PartialEq)]
pub struct Technology {
    pub id: TechnologyId,
    pub name_da: String,
    pub name_en: String,
    pub sector: String,
    /// From 0 (idea) to 5 (in ordinary operation in many places).
    pub maturity: Option<Figure>,
    /// Employees (FTE) somebody says it frees nationally.
    pub claimed_fte: Option<Figure>,
    /// Scope: eligible tasks; none when empty (a technology for work that the case does not hold).
    pub tasks: Vec<TaskId>,
    /// Scope: settings and complexities; all when empty.
    pub settings: Vec<SettingId>,
    pub complexities: Vec<Complexity>,
    pub effect: Option<Effect>,
}

/// What a technology does to the hours in its scope.
///
/// Hours freed of a need are at most `need × eligible_share × adoption × freed_share`.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// Share of the scope's hours for which it is an option.
    pub eligible_share: Figure,
    /// Share of those that has taken it up this year.
    pub adoption: Figure,
    /// Share of an adopting hour that it takes over; 1 takes over whole, less shortens.
    pub freed_share: Figure,
    /// Hours that it costs (operation, set-up, false alarms) for each hour freed.
    pub own_hours_share: Figure,
    /// The group that pays those hours.
    pub own_hours_group: GroupId,
}

impl Effect {
    /// Largest share of a need's hours that the technology can take over.
    pub fn share_max(&self) -> f64 {
        self.eligible_share.value * self.adoption.value * self.freed_share.value
    }
}

impl Technology {
    /// Whether a need of this setting, task and complexity is in scope.
    pub fn covers(&self, setting: &SettingId, task: &TaskId, complexity: Complexity) -> bool {
        (self.settings.is_empty() || self.settings.contains(setting))
            && self.tasks.contains(task)
            && (self.complexities.is_empty() || self.complexities.contains(&complexity))
    }
}
