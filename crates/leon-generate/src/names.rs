//! Ids: a letter and a number of at most five digits, so that nothing looks like a CPR number.

use leon_model::{CarerId, CitizenId, LocationId, VisitId};

/// Digits that so many numbers need.
pub(crate) fn digits(count: usize) -> usize {
    count.to_string().len().max(2)
}

/// Where a district's shifts begin.
pub(crate) fn office_id(office: usize) -> LocationId {
    format!("office-{}", office + 1).into()
}

/// Where somebody lives.
pub(crate) fn home_id(home: usize) -> LocationId {
    format!("home-{}", home + 1).into()
}

/// Ids as a letter and a number, all as wide as the longest.
pub(crate) struct Namer {
    pub(crate) visits: usize,
    pub(crate) persons: usize,
    pub(crate) hands: usize,
}

impl Namer {
    pub(crate) fn visit(&self, i: usize) -> VisitId {
        format!("V{:0width$}", i + 1, width = self.visits).into()
    }

    pub(crate) fn citizen(&self, i: usize) -> CitizenId {
        format!("B{:0width$}", i + 1, width = self.persons).into()
    }

    pub(crate) fn carer(&self, i: usize) -> CarerId {
        format!("C{:0width$}", i + 1, width = self.hands).into()
    }
}
