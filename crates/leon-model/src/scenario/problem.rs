//! What can be wrong with a scenario.

use crate::{Table, Year};
use thiserror::Error;

macro_rules! lists {
    ($($variant:ident => $name:literal),+ $(,)?) => {
        /// The lists of a scenario.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ScenarioList { $($variant),+ }

        impl ScenarioList {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The list's name in a scenario file.
            pub fn name(self) -> &'static str { match self { $(Self::$variant => $name),+ } }
        }
    };
}

lists! {
    Technologies => "technology",
    LocalUptakes => "technology.place",
    Lifts => "lift",
    TaskShifts => "task_shift",
    Education => "education",
    Retention => "retention",
    WorkingTime => "working_time",
    CareTime => "care_time",
    Need => "need",
    Relocations => "relocation",
    Parameters => "parameter",
    Costs => "cost",
    Published => "published",
}

/// One thing wrong, with where it stands.
#[derive(Clone, Debug, PartialEq, Error)]
#[error("{} {entry}, {field}: {fault}", list.name())]
pub struct ScenarioProblem {
    pub list: ScenarioList,
    /// Index of the entry in its list, from 0.
    pub entry: usize,
    pub field: &'static str,
    pub fault: ScenarioFault,
}

/// The kinds of fault.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum ScenarioFault {
    #[error("the case has no {} '{id}'", kind.name())]
    UnknownId { kind: Table, id: String },
    #[error("{year} is outside the projection, {first} to {last}")]
    YearOutside { year: Year, first: Year, last: Year },
    #[error("{from} comes after {to}")]
    YearsReversed { from: Year, to: Year },
    #[error("{value} is not a share from 0 to 1")]
    NotAShare { value: f64 },
    #[error("{value} must be more than 0")]
    NotPositive { value: f64 },
    #[error("{value} does not lie within {low} to {high}")]
    OutsideRange { value: f64, low: f64, high: f64 },
    #[error("the binding is not in force")]
    NotInForce,
    #[error("the case has no effect for the technology")]
    NoEffect,
    #[error("the case has no claim for the technology, or no tasks that it is for")]
    NoClaim,
    #[error("the same stands in entry {first}")]
    Twice { first: usize },
    #[error("tasks move round in a circle: {}", chain.join(" > "))]
    Circle { chain: Vec<String> },
    #[error("the case needs no hours of the task in the setting")]
    NoNeed,
    #[error("the group has no education in the case")]
    NoIntake,
    #[error("the case has no population, so it cannot be projected")]
    NoPopulation,
}
