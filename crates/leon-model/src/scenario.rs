//! What may change in the years to come: a scenario, as read, and what can be wrong with it against a case.

mod check;
mod curve;
mod problem;

pub use curve::{Curve, Ramp};
pub use problem::{ScenarioFault, ScenarioList, ScenarioProblem};

use crate::task::words;
use crate::{
    BindingId, Case, CompetenceId, Effect, Figure, GroupId, Parameters, PlaceId, SettingId, TaskId, TechnologyId, Year,
};

/// Changes from a case as it stands, each from its own year on. Empty lists change nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scenario {
    pub name_da: String,
    pub name_en: String,
    pub technologies: Vec<Uptake>,
    pub lifts: Vec<Lift>,
    pub task_shifts: Vec<TaskShift>,
    pub education: Vec<Education>,
    pub retention: Vec<Retention>,
    pub working_time: Vec<WorkingTime>,
    pub care_time: Vec<CareTime>,
    pub need: Vec<NeedTrend>,
    pub relocations: Vec<Relocation>,
    pub parameters: Vec<ParameterChange>,
    pub costs: Vec<Cost>,
    pub published: Vec<PublishedFigure>,
}

/// What a technology that is taken up does.
#[derive(Clone, Debug, PartialEq)]
pub enum UptakeEffect {
    /// As the case says; its adoption is today's.
    OfCase,
    /// What is claimed: at full adoption it takes over as many care hours as the claimed employees have, at
    /// most all the hours in its scope.
    Claim {
        /// Hours that it costs for each hour taken over, and whose they are.
        own_hours: Option<(Figure, GroupId)>,
    },
    /// Another effect; its adoption is today's.
    Other(Box<Effect>),
}

/// A technology is taken up.
#[derive(Clone, Debug, PartialEq)]
pub struct Uptake {
    pub technology: TechnologyId,
    pub effect: UptakeEffect,
    /// Share that takes it up in the end.
    pub ceiling: Figure,
    pub curve: Curve,
    /// Where it spreads otherwise.
    pub places: Vec<LocalUptake>,
}

impl Uptake {
    /// How far and how fast it spreads in a place, which is the first of a list of what it lies within: as the nearest
    /// of those says, else as everywhere.
    pub fn within<'a>(&'a self, lineage: impl IntoIterator<Item = &'a PlaceId>) -> (&'a Figure, Curve) {
        let local = lineage.into_iter().find_map(|place| self.places.iter().find(|it| it.place == *place));
        local.map_or((&self.ceiling, self.curve), |it| (&it.ceiling, it.curve))
    }
}

/// How a technology spreads in a place and in what lies under it, where that is not as elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalUptake {
    pub place: PlaceId,
    /// Share that takes it up there in the end.
    pub ceiling: Figure,
    pub curve: Curve,
}

/// A binding is lifted.
#[derive(Clone, Debug, PartialEq)]
pub struct Lift {
    pub binding: BindingId,
    pub from: Year,
}

/// A staff group learns a competence, paid for in hours of the year (opgaveglidning).
#[derive(Clone, Debug, PartialEq)]
pub struct TaskShift {
    pub group: GroupId,
    pub competence: CompetenceId,
    pub from: Year,
    /// Training hours for each hour of care done with it.
    pub training_share: Figure,
}

/// More or fewer begin an education (optag).
#[derive(Clone, Debug, PartialEq)]
pub struct Education {
    pub group: GroupId,
    pub from: Year,
    /// People a year; negative when fewer begin.
    pub intake_change: Figure,
}

/// More or fewer stay (fastholdelse).
#[derive(Clone, Debug, PartialEq)]
pub struct Retention {
    /// All groups when empty.
    pub groups: Vec<GroupId>,
    pub ramp: Ramp,
    /// Factor on the share that leaves a year.
    pub leaving_factor: Figure,
}

/// Longer or shorter working time (arbejdstid).
#[derive(Clone, Debug, PartialEq)]
pub struct WorkingTime {
    /// All groups when empty.
    pub groups: Vec<GroupId>,
    pub ramp: Ramp,
    /// Factor on paid hours.
    pub factor: Figure,
}

/// More or less of paid time is care: absence, travel, documentation.
#[derive(Clone, Debug, PartialEq)]
pub struct CareTime {
    /// All settings when empty.
    pub settings: Vec<SettingId>,
    pub ramp: Ramp,
    /// Factor on the net care share.
    pub factor: Figure,
}

/// Need grows or falls beside the population: service, treatment, productivity.
#[derive(Clone, Debug, PartialEq)]
pub struct NeedTrend {
    /// All settings when empty.
    pub settings: Vec<SettingId>,
    pub from: Year,
    /// Share a year; negative when need falls.
    pub per_year: Figure,
}

/// A task moves to another setting, under the place that it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Relocation {
    pub from_setting: SettingId,
    pub from_task: TaskId,
    pub to_setting: SettingId,
    pub to_task: TaskId,
    pub ramp: Ramp,
    /// Share of the hours that moves in the end.
    pub share: Figure,
}

/// A parameter of the case is another: what somebody else reckoned with.
#[derive(Clone, Debug, PartialEq)]
pub struct ParameterChange {
    pub parameter: ScenarioParameter,
    pub value: Figure,
}

/// The parameters that a scenario may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ScenarioParameter {
    HealthyAgeing,
    StaffFollowNeed,
    StartingGap,
}
words!(ScenarioParameter {
    HealthyAgeing => "healthy_ageing",
    StaffFollowNeed => "staff_follow_need",
    StartingGap => "starting_gap",
});

impl ScenarioParameter {
    /// The case's own figure for it.
    pub fn of(self, parameters: &Parameters) -> &Option<Figure> {
        match self {
            Self::HealthyAgeing => &parameters.healthy_ageing,
            Self::StaffFollowNeed => &parameters.staff_follow_need,
            Self::StartingGap => &parameters.starting_gap,
        }
    }

    /// The place of its figure in a case.
    pub fn of_mut(self, parameters: &mut Parameters) -> &mut Option<Figure> {
        match self {
            Self::HealthyAgeing => &mut parameters.healthy_ageing,
            Self::StaffFollowNeed => &mut parameters.staff_follow_need,
            Self::StartingGap => &mut parameters.starting_gap,
        }
    }
}

/// What somebody published of the same, to stand beside the projection; changes nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedFigure {
    pub name_da: String,
    pub name_en: String,
    /// All groups when empty.
    pub groups: Vec<GroupId>,
    pub year: Year,
    /// Positions that are missing; negative when there are too many.
    pub missing: Figure,
}

/// What the scenario costs, beside hours.
#[derive(Clone, Debug, PartialEq)]
pub struct Cost {
    pub name_da: String,
    pub name_en: String,
    /// Who pays, as `state`, `region`, `municipality`, `citizen`.
    pub payer: String,
    pub from: Year,
    pub to: Year,
    pub dkk_per_year: Figure,
}

impl Scenario {
    /// Everything that keeps a scenario from being projected on a case, in the order of its lists.
    pub fn problems(&self, case: &Case) -> Vec<ScenarioProblem> {
        check::problems(self, case)
    }

    /// The years in which rules change: bindings are lifted or competences learned. Ascending, each once.
    pub fn rule_years(&self) -> Vec<Year> {
        let lifts = self.lifts.iter().map(|it| it.from);
        let mut years: Vec<Year> = lifts.chain(self.task_shifts.iter().map(|it| it.from)).collect();
        years.sort_unstable();
        years.dedup();
        years
    }
}
