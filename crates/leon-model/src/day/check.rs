//! Everything that must hold before a day is planned.

use super::{DayProblem, DayTables};

/// Every problem of a day, in the order of lists and entries.
pub(super) fn problems(_tables: &DayTables) -> Vec<DayProblem> {
    Vec::new()
}
