//! The causes of faults that the model finds when it looks at all tables together.

use crate::cause::Cause;
use crate::shown::shown;
use leon_model::{Fault, Table};
use std::collections::BTreeSet;

/// The cause to show for a fault in a table. `file_row` gives the row in that table's file of the record
/// with an index.
pub(crate) fn cause(fault: &Fault, file_row: impl Fn(usize) -> usize) -> Cause {
    match fault {
        Fault::UnknownId { kind, id } => Cause::UnknownId { table: kind.name().to_owned(), id: shown(id) },
        Fault::Duplicate { id, first_row } => {
            Cause::Duplicate { id: shown(id), first_row: file_row(*first_row).to_string() }
        }
        Fault::CircularPlaces { chain } => Cause::CircularPlaces { chain: shown(&chain.join(" > ")) },
        Fault::Negative { value } => Cause::Negative { value: *value },
        Fault::NotAShare { value } => Cause::NotAShare { value: *value },
        Fault::NotFinite { value } => Cause::NotFinite { value: value.to_string() },
        Fault::OutsideRange { value, low, high } => Cause::OutsideRange { value: *value, low: *low, high: *high },
        Fault::CprLike { .. } => Cause::CprLike {},
        Fault::BadId { id } => Cause::BadId { id: shown(id) },
        Fault::TaskInOtherSetting { task, setting } => {
            Cause::TaskInOtherSetting { task: shown(task), setting: shown(setting) }
        }
        Fault::NoCapacityRow => Cause::NoCapacityRow {},
        Fault::NoPrice { group, kind } => Cause::NoPrice { group: shown(group), kind: kind.clone() },
        Fault::LimitMissing { kind } => Cause::LimitMissing { kind: (*kind).to_owned() },
        Fault::LimitUnused { kind } => Cause::LimitUnused { kind: (*kind).to_owned() },
        Fault::HoldingIncomplete { through, what } => {
            Cause::HoldingIncomplete { through: (*through).to_owned(), column: (*what).to_owned() }
        }
        Fault::DistanceMissing => Cause::DistanceMissing {},
        Fault::PointMissing { place } => Cause::PointMissing { place: shown(place) },
        Fault::ComplexityMissing { complexity } => Cause::ComplexityMissing { complexity: (*complexity).to_owned() },
        Fault::BaselineAboveOne { sum } => Cause::BaselineAboveOne { sum: *sum },
        Fault::UseNotOne { sum } => Cause::UseNotOne { sum: *sum },
        Fault::AgeMissing { flow } => Cause::AgeMissing { flow: (*flow).to_owned() },
        Fault::AgeUnused { flow } => Cause::AgeUnused { flow: (*flow).to_owned() },
        Fault::NoRows => Cause::NoRows {},
        Fault::NobodyHolds { competence } => Cause::NobodyHolds { competence: shown(competence) },
    }
}

/// Whether a fault may only be there because rows of a table could not be read, which is reported already.
pub(crate) fn may_follow_from(fault: &Fault, table: Table, unread: &BTreeSet<Table>) -> bool {
    let lacks = match fault {
        Fault::UnknownId { kind, .. } => *kind,
        Fault::NoCapacityRow => Table::Capacity,
        Fault::NoPrice { .. } => Table::Prices,
        Fault::NobodyHolds { .. } => Table::Holdings,
        Fault::NoRows | Fault::ComplexityMissing { .. } => table,
        _ => return false,
    };
    unread.contains(&lacks)
}
