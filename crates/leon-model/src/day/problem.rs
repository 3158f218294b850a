//! What can be wrong with a day's contents, entry by entry.

use crate::Moment;
use thiserror::Error;

/// The lists of a day file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayList {
    Groups,
    Locations,
    Transports,
    CarPools,
    Citizens,
    Carers,
    Visits,
    Orders,
    Goals,
    Continuity,
    /// What stands in the file beside the lists.
    Day,
    /// The list of an events file.
    Events,
}

impl DayList {
    /// The list's name in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Groups => "groups",
            Self::Locations => "locations",
            Self::Transports => "transports",
            Self::CarPools => "car_pools",
            Self::Citizens => "citizens",
            Self::Carers => "carers",
            Self::Visits => "visits",
            Self::Orders => "orders",
            Self::Goals => "goals",
            Self::Continuity => "continuity",
            Self::Day => "",
            Self::Events => "events",
        }
    }

    /// Where a field of an entry stands in the file.
    ///
    /// ```
    /// use leon_model::DayList;
    /// assert_eq!(DayList::Visits.path(3, "windows[0].close"), "visits[3].windows[0].close");
    /// assert_eq!(DayList::Continuity.path(0, "wanted"), "continuity.wanted");
    /// ```
    pub fn path(self, entry: usize, field: &str) -> String {
        let dot = if field.is_empty() || field.starts_with('[') { "" } else { "." };
        match self {
            Self::Day => field.to_owned(),
            Self::Continuity => format!("{}{dot}{field}", self.name()),
            _ => format!("{}[{entry}]{dot}{field}", self.name()),
        }
    }
}

/// One thing wrong, with the list, the entry and the field where it stands.
#[derive(Clone, Debug, PartialEq, Error)]
#[error("{}: {fault}", list.path(*entry, field))]
pub struct DayProblem {
    pub list: DayList,
    /// Index of the entry in its list, from 0.
    pub entry: usize,
    /// Path within the entry, in the names of the day file, like `windows[0].close`.
    pub field: String,
    pub fault: DayFault,
}

/// The kinds of fault. The reader gives each its code, its words in Danish and English, and a remedy.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum DayFault {
    #[error("the list {} has no id '{id}'", list.name())]
    UnknownId { list: DayList, id: String },
    #[error("'{id}' stands already in entry {first}")]
    Duplicate { id: String, first: usize },
    #[error("'{id}' stands twice in the list")]
    Repeated { id: String },
    #[error("'{id}' stands in {other} too")]
    InOtherField { id: String, other: &'static str },
    #[error("'{id}' is empty or has a character other than letters, digits, '_', '-', '.' and '/'")]
    BadId { id: String },
    #[error("this looks like a CPR number")]
    CprLike,
    #[error("{value} is not a finite number")]
    NotFinite { value: f64 },
    #[error("{value} does not lie within {low} to {high}")]
    OutsideRange { value: f64, low: f64, high: f64 },
    #[error("{seconds} seconds is longer than {seconds_max}")]
    TooLong { seconds: i64, seconds_max: i64 },
    #[error("{seconds} seconds is less than nothing")]
    NegativeLength { seconds: i64 },
    #[error("it takes no time")]
    NoLength,
    #[error("the instant lies before 1900 or after 2200")]
    TimeOutside { at: Moment },
    #[error("it ends at {} and begins at {}", end.0, begin.0)]
    EndsBeforeBeginning { begin: Moment, end: Moment },
    #[error("{} does not lie within {} to {}", at.0, from.0, to.0)]
    OutsideSpan { at: Moment, from: Moment, to: Moment },
    #[error("it begins at {}, before the one before it ends", begin.0)]
    Overlap { begin: Moment },
    #[error("the list is empty")]
    Empty,
    #[error("there are {found}; there must be {expected}")]
    Count { found: usize, expected: usize },
    #[error("there are {found}; there can be {most}")]
    TooMany { found: usize, most: usize },
    #[error("{from} seconds is more than {to}")]
    FromAfterTo { from: i64, to: i64 },
    #[error("the visit comes before itself")]
    OrderWithItself,
    #[error("the orders run in a circle: {}", chain.join(" > "))]
    OrderCircle { chain: Vec<String> },
    #[error("location '{location}' has no point, and transport '{transport}' needs one")]
    PointMissing { location: String, transport: String },
    #[error("the goal {goal} stands twice")]
    GoalTwice { goal: &'static str },
    #[error("visits left out do not come first among the goals")]
    LeftOutNotFirst,
    #[error("no carer holds competence '{competence}'")]
    NobodyHolds { competence: String },
    #[error("no carer has a screen shift")]
    NoScreenShift,
    #[error("the event comes before the one before it")]
    EventsOutOfOrder,
}

impl DayFault {
    /// Whether the day can be planned all the same.
    pub fn is_warning(&self) -> bool {
        matches!(self, Self::LeftOutNotFirst | Self::NobodyHolds { .. } | Self::NoScreenShift)
    }
}
