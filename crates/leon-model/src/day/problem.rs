//! What can be wrong with a day's contents, entry by entry.

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
        }
    }
}

/// One thing wrong, with the list, the entry and the field where it stands.
#[derive(Clone, Debug, PartialEq, Error)]
#[error("{list:?}[{entry}].{field}: {fault}")]
pub struct DayProblem {
    pub list: DayList,
    /// Index of the entry in its list, from 0.
    pub entry: usize,
    /// Path within the entry, like `windows[0].close`.
    pub field: String,
    pub fault: DayFault,
}

/// The kinds of fault.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum DayFault {
    #[error("the list {} has no id '{id}'", list.name())]
    UnknownId { list: DayList, id: String },
}
