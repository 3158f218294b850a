//! Tasks, complexity, and the competence that the two together ask for.

use crate::{CompetenceId, Figure, PlaceId, SettingId, TaskId};

macro_rules! words {
    ($name:ident { $($variant:ident => $word:literal),+ $(,)? }) => {
        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The word that stands in the case's tables.
            pub fn as_str(self) -> &'static str { match self { $(Self::$variant => $word),+ } }
            pub fn parse(word: &str) -> Option<Self> { Self::ALL.iter().copied().find(|it| it.as_str() == word) }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.pad(self.as_str()) }
        }
    };
}
pub(crate) use words;

/// The three levels of tasks in Robusthedskommissionen's mapping (Implement 2023, section 2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TaskLevel {
    /// Administrative and odd jobs (administrative og forefaldende opgaver): anyone can learn them.
    OddJob,
    /// Delimited clinical tasks (afgrænsede kliniske opgaver).
    Delimited,
    /// Coordination of the clinical work and the continuity of the course (koordinering).
    Coordination,
}
words!(TaskLevel { OddJob => "odd_job", Delimited => "delimited", Coordination => "coordination" });

/// Complexity of the citizen's whole condition, not of the task.
///
/// Helping an uncomplicated citizen to bathe and helping one with respiratory distress are the same
/// task at different complexity (Implement 2023, section 2.2, "Plejeopgaven udfoldet").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Complexity {
    Low,
    Medium,
    High,
}
words!(Complexity { Low => "low", Medium => "medium", High => "high" });

/// How much an unmet hour weighs at a complexity, relative to the task's own severity.
#[derive(Clone, Debug, PartialEq)]
pub struct ComplexityWeight {
    pub complexity: Complexity,
    pub name_da: String,
    pub name_en: String,
    pub severity_factor: Figure,
}

/// A kind of work.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    pub id: TaskId,
    pub name_da: String,
    pub name_en: String,
    pub level: TaskLevel,
    /// The only setting in which the task occurs; `None`: in any.
    pub setting: Option<SettingId>,
    /// Code in KL's Fælles Sprog III, where there is one.
    pub fsiii: Option<String>,
    /// Whether it can be done by screen from another place.
    pub remote_possible: bool,
    /// The competence it takes at low, medium and high complexity.
    pub competence_low: CompetenceId,
    pub competence_medium: CompetenceId,
    pub competence_high: CompetenceId,
    /// Weight of one unmet hour; 1 is ordinary care.
    pub severity: Figure,
}

impl Task {
    /// The competence that this task takes at a complexity.
    pub fn competence(&self, complexity: Complexity) -> &CompetenceId {
        match complexity {
            Complexity::Low => &self.competence_low,
            Complexity::Medium => &self.competence_medium,
            Complexity::High => &self.competence_high,
        }
    }
}

/// Hours of care needed a week: one task, at one complexity, in one setting of one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Need {
    pub place: PlaceId,
    pub setting: SettingId,
    pub task: TaskId,
    pub complexity: Complexity,
    pub hours_per_week: Figure,
}
