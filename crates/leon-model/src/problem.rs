//! What can be wrong with a case's contents, row by row.

use thiserror::Error;

macro_rules! tables {
    ($($variant:ident => $name:literal),+ $(,)?) => {
        /// The tables of a case.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Table { $($variant),+ }

        impl Table {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The table's name; its file is this with `.csv`.
            pub fn name(self) -> &'static str { match self { $(Self::$variant => $name),+ } }
        }
    };
}

tables! {
    Sources => "sources",
    Parameters => "parameters",
    Places => "places",
    Settings => "settings",
    Complexities => "complexities",
    StaffGroups => "staff_groups",
    Competences => "competences",
    Holdings => "staff_group_competences",
    Tasks => "tasks",
    Needs => "needs",
    Capacity => "capacity",
    ExtraHours => "extra_hours",
    Prices => "prices",
    Pools => "pools",
    Continuity => "continuity",
    Baseline => "baseline",
    Bindings => "bindings",
    Technologies => "technologies",
    Recruitment => "recruitment",
    Population => "population",
    PopulationHistory => "population_history",
    CareUse => "care_use",
    Workforce => "workforce",
}

/// One thing wrong, with the table, row and column where it stands.
#[derive(Clone, Debug, PartialEq, Error)]
#[error("{table:?} row {row}, {column}: {fault}")]
pub struct CaseProblem {
    pub table: Table,
    /// Index of the record in its table, from 0.
    pub row: usize,
    pub column: &'static str,
    pub fault: Fault,
}

/// The kinds of fault. The reader gives each its code, its words in Danish and English, and a remedy.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum Fault {
    #[error("the table {} has no id '{id}'", kind.name())]
    UnknownId { kind: Table, id: String },
    #[error("'{id}' stands already in row {first_row}")]
    Duplicate { id: String, first_row: usize },
    #[error("the places lie under each other in a circle: {}", chain.join(" > "))]
    CircularPlaces { chain: Vec<String> },
    #[error("{value} is negative")]
    Negative { value: f64 },
    #[error("{value} is not a share from 0 to 1")]
    NotAShare { value: f64 },
    #[error("{value} is not a finite number")]
    NotFinite { value: f64 },
    #[error("{value} does not lie within {low} to {high}")]
    OutsideRange { value: f64, low: f64, high: f64 },
    #[error("'{value}' looks like a CPR number")]
    CprLike { value: String },
    #[error("the id is empty or has a character other than letters, digits, '_', '-', '.' and '/'")]
    BadId { id: String },
    #[error("task '{task}' belongs to setting '{setting}'")]
    TaskInOtherSetting { task: String, setting: String },
    #[error("no capacity row for this place, setting and staff group")]
    NoCapacityRow,
    #[error("no price for {group}, {kind}")]
    NoPrice { group: String, kind: String },
    #[error("the binding kind {kind} needs a limit")]
    LimitMissing { kind: &'static str },
    #[error("the binding kind {kind} takes no limit")]
    LimitUnused { kind: &'static str },
    #[error("{through} needs {what}")]
    HoldingIncomplete { through: &'static str, what: &'static str },
    #[error("a pool that reaches by distance needs distance_km_max")]
    DistanceMissing,
    #[error("place '{place}' needs latitude and longitude, for a pool reaches it by distance")]
    PointMissing { place: String },
    #[error("complexity '{complexity}' has no row")]
    ComplexityMissing { complexity: &'static str },
    #[error("the shares of today's staff add up to {sum}, more than 1")]
    BaselineAboveOne { sum: f64 },
    #[error("the shares of the setting's hours add up to {sum}, not 1")]
    UseNotOne { sum: f64 },
    #[error("{flow} is by age, and the age is missing")]
    AgeMissing { flow: &'static str },
    #[error("{flow} is not by age")]
    AgeUnused { flow: &'static str },
    #[error("the table has no rows")]
    NoRows,
    #[error(
        "no staff group may use competence '{competence}', so needs of it can only stay unmet or go to a technology"
    )]
    NobodyHolds { competence: String },
}

impl Fault {
    /// Whether the case can be planned all the same.
    pub fn is_warning(&self) -> bool {
        matches!(self, Self::NobodyHolds { .. })
    }
}
