//! A measure (tiltag): what a technology or a way of working changes in days of visits or in rosters, and what it costs
//! in hours.

mod check;

pub use check::{MeasureFault, MeasureProblem};

use crate::{
    Case, CompetenceId, Complexity, Figure, GroupId, MeasureId, ShiftKind, SourceId, TaskId, TechnologyId, UnitKind,
    Visit,
};

/// What happens to the visits of a citizen who takes a measure up.
///
/// Each speaks of the measure's tasks only. A visit that holds other errands too has to be made all the same: it can
/// become shorter, but it does not disappear, move to a screen or go to another group.
#[derive(Clone, Debug, PartialEq)]
pub enum MeasureChange {
    /// The visit is made by screen.
    Screen {
        /// Time by screen, of the time on the spot.
        factor: Figure,
        /// Who sits at the screen.
        group: GroupId,
        /// How full a screen shift is planned.
        filled: Figure,
        staff: ScreenStaffing,
    },
    /// The errand is not staff's work any more.
    Disappears,
    /// The errand takes so much of its time.
    Duration { factor: Figure },
    /// Staff with these competences alone, of these groups, may come.
    Competence { competences: Vec<CompetenceId>, groups: Vec<GroupId> },
    /// A double visit is made by one.
    Single,
    /// The visit may begin so many minutes earlier and later, on time.
    Window { earlier: Figure, later: Figure },
    /// Getting in at a user's takes so much of its time, whatever the visit is for.
    Access { factor: Figure },
    /// Leon plans, where fixed rounds are filled in today: without the measure the day is planned as they are.
    Planning { today: RoundOrder },
    /// In rosters: fewer people in the rows of cover at these kinds of shift and of just these groups. Numbers are
    /// multiplied, but not taken below `at_least` where there were as many.
    Cover { kinds: Vec<ShiftKind>, groups: Vec<GroupId>, factor: Figure, at_least: u32 },
    /// In rosters of nursing homes: rounds by night are gone no more, and staff come when they are called. What that
    /// leaves for people at work to do says how many are needed by night, never below `at_least` where there were as many.
    NightRounds {
        /// Of rounds, those that are gone no more.
        dropped: Figure,
        /// Calls with a reason, for each resident and night.
        call_outs: Figure,
        /// Calls without one, for each resident and night.
        false_alarms: Figure,
        /// Minutes of a call of either kind, with the way there.
        minutes: Figure,
        at_least: u32,
    },
    /// In rosters: nobody is at work by night; people are on call at home.
    OnCall {
        /// What an hour on call counts as hours of work.
        counts: Figure,
        /// Hours that call-outs take up, of the hours on call as they count.
        worked: Figure,
    },
    /// In rosters: demand is forecast date by date; so much of its standard deviation is left unknown.
    Forecast { error: Figure },
}

/// Who sits at the screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScreenStaffing {
    /// A unit of its own: staff whom the measure brings along.
    Unit,
    /// The teams' own carers, who are then not on their way to anybody.
    Team,
}

impl ScreenStaffing {
    pub const ALL: [Self; 2] = [Self::Unit, Self::Team];

    /// The word by which files name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Team => "team",
        }
    }
}

/// In which order a fixed round visits its citizens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundOrder {
    /// By the hour that people are used to, whatever the way.
    Hours,
    /// Each visit where it makes the round longer by least.
    Nearest,
}

impl RoundOrder {
    pub const ALL: [Self; 2] = [Self::Hours, Self::Nearest];

    /// The word by which files name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Nearest => "nearest",
        }
    }
}

impl MeasureChange {
    /// The word by which files name it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Screen { .. } => "screen",
            Self::Disappears => "disappears",
            Self::Duration { .. } => "duration",
            Self::Competence { .. } => "competence",
            Self::Single => "single",
            Self::Window { .. } => "window",
            Self::Access { .. } => "access",
            Self::Planning { .. } => "planning",
            Self::Cover { .. } => "cover",
            Self::NightRounds { .. } => "night_rounds",
            Self::OnCall { .. } => "on_call",
            Self::Forecast { .. } => "forecast",
        }
    }
}

impl MeasureChange {
    /// Whether it speaks of rosters, and not of days of visits.
    pub fn is_of_rosters(&self) -> bool {
        matches!(self, Self::Cover { .. } | Self::NightRounds { .. } | Self::OnCall { .. } | Self::Forecast { .. })
    }
}

/// What a measure costs in hours of staff, for each citizen who has taken it up; in rosters, for each unit.
#[derive(Clone, Debug, PartialEq)]
pub enum MeasureCost {
    /// Support, charging, false alarms, own staff: hours beside the visits.
    Support { hours_per_user_week: Figure, group: GroupId },
    /// Once for each user, spread over the weeks that the user keeps it.
    SetUp { hours_per_user: Figure, weeks: Figure, group: GroupId },
    /// Visits of its own at the citizen's: refilling, exchange. They are planned, with their travel.
    Visit { per_user_week: Figure, minutes: Figure, groups: Vec<GroupId> },
}

impl MeasureCost {
    /// The word by which files name it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Support { .. } => "support",
            Self::SetUp { .. } => "set_up",
            Self::Visit { .. } => "visit",
        }
    }
}

/// A measure as read, before it is checked.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureTable {
    pub id: MeasureId,
    pub name_da: String,
    pub name_en: String,
    /// The case's technology whose claim is to stand beside what is measured.
    pub technology: Option<TechnologyId>,
    /// The measure of which this is another reading (other evidence, another way of doing it): nobody takes up both.
    pub instead_of: Option<MeasureId>,
    /// What it is about; empty: any task.
    pub tasks: Vec<TaskId>,
    /// At which complexity; empty: at any.
    pub complexities: Vec<Complexity>,
    /// In rosters: the kinds of unit that it is about.
    pub units: Vec<UnitKind>,
    /// Citizens with such visits (in rosters, units) for whom it is an option.
    pub eligible: Figure,
    /// Of those, who have taken it up.
    pub adoption: Figure,
    /// Of those, who have given it up again.
    pub drop_out: Figure,
    /// Of a user's visits, those where it fails and staff come after all.
    pub failure: Figure,
    /// None: it changes nothing, as a placebo.
    pub changes: Vec<MeasureChange>,
    pub costs: Vec<MeasureCost>,
    /// The works that the figures come from.
    pub sources: Vec<(SourceId, String)>,
}

/// A measure that is valid: shares are shares, figures lie in their range, and every source is named.
///
/// Derefs to [`MeasureTable`] for reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure(MeasureTable);

impl std::ops::Deref for Measure {
    type Target = MeasureTable;
    fn deref(&self) -> &MeasureTable {
        &self.0
    }
}

impl Measure {
    /// Checks a measure by itself.
    ///
    /// # Errors
    /// Every problem, in the order of the file.
    pub fn new(table: MeasureTable) -> Result<Self, Vec<MeasureProblem>> {
        let problems = check::problems(&table);
        if problems.is_empty() { Ok(Self(table)) } else { Err(problems) }
    }

    /// Every task, group, competence and technology that the case does not have.
    pub fn problems_in(&self, case: &Case) -> Vec<MeasureProblem> {
        check::problems_in(self, case)
    }

    /// Whether it changes rosters, and not days of visits.
    pub fn is_of_rosters(&self) -> bool {
        self.changes.iter().any(MeasureChange::is_of_rosters)
    }

    /// The share of eligible citizens' who have it on a day: eligible × adoption × (1 − drop-out).
    pub fn users_share(&self) -> f64 {
        self.eligible.value * self.adoption.value * (1.0 - self.drop_out.value)
    }

    /// Every figure, by the path by which its file speaks of it, in the file's order.
    pub fn figures(&self) -> Vec<(String, Figure)> {
        let mut figures = Vec::new();
        each_figure(&mut self.0.clone(), &mut |path, figure| figures.push((path, figure.clone())));
        figures
    }

    /// The work that a figure of the measure's comes from.
    pub fn source_of(&self, figure: &Figure) -> Option<&str> {
        self.sources.iter().find(|(id, _)| *id == figure.source).map(|it| it.1.as_str())
    }

    /// The measure with one of its figures at another value, known to the point.
    ///
    /// # Errors
    /// As [`Measure::new`]. A path that is not there changes nothing.
    pub fn with_value(&self, path: &str, value: f64) -> Result<Self, Vec<MeasureProblem>> {
        let mut table = self.0.clone();
        each_figure(&mut table, &mut |here, figure| {
            if here == path {
                (figure.value, figure.low, figure.high) = (value, value, value);
            }
        });
        Self::new(table)
    }

    /// Whether it is about a task.
    pub fn is_about(&self, task: &TaskId) -> bool {
        self.tasks.is_empty() || self.tasks.contains(task)
    }

    /// Whether a visit is at a complexity that the measure is about.
    pub fn covers(&self, visit: &Visit) -> bool {
        let complexity = visit.task.as_ref().map(|it| it.1);
        self.complexities.is_empty() || complexity.is_some_and(|it| self.complexities.contains(&it))
    }
}

/// Shows every figure of a measure with its path.
fn each_figure(table: &mut MeasureTable, show: &mut dyn FnMut(String, &mut Figure)) {
    show("eligible.share".into(), &mut table.eligible);
    show("take_up.adoption".into(), &mut table.adoption);
    show("take_up.drop_out".into(), &mut table.drop_out);
    show("take_up.failure".into(), &mut table.failure);
    for (i, change) in table.changes.iter_mut().enumerate() {
        let figures: Vec<(&str, &mut Figure)> = match change {
            MeasureChange::Screen { factor, filled, .. } => vec![("factor", factor), ("filled", filled)],
            MeasureChange::Duration { factor }
            | MeasureChange::Access { factor }
            | MeasureChange::Cover { factor, .. } => vec![("factor", factor)],
            MeasureChange::Window { earlier, later } => vec![("earlier", earlier), ("later", later)],
            MeasureChange::NightRounds { dropped, call_outs, false_alarms, minutes, .. } => vec![
                ("dropped", dropped),
                ("call_outs", call_outs),
                ("false_alarms", false_alarms),
                ("minutes", minutes),
            ],
            MeasureChange::OnCall { counts, worked } => vec![("counts", counts), ("worked", worked)],
            MeasureChange::Forecast { error } => vec![("error", error)],
            MeasureChange::Disappears
            | MeasureChange::Single
            | MeasureChange::Competence { .. }
            | MeasureChange::Planning { .. } => vec![],
        };
        figures.into_iter().for_each(|(name, figure)| show(format!("change[{i}].{name}"), figure));
    }
    for (i, cost) in table.costs.iter_mut().enumerate() {
        let figures: Vec<(&str, &mut Figure)> = match cost {
            MeasureCost::Support { hours_per_user_week, .. } => vec![("hours_per_user_week", hours_per_user_week)],
            MeasureCost::SetUp { hours_per_user, weeks, .. } => {
                vec![("hours_per_user", hours_per_user), ("weeks", weeks)]
            }
            MeasureCost::Visit { per_user_week, minutes, .. } => {
                vec![("per_user_week", per_user_week), ("minutes", minutes)]
            }
        };
        figures.into_iter().for_each(|(name, figure)| show(format!("cost[{i}].{name}"), figure));
    }
}
