//! Ids: letters and a number of at most four digits, so that nothing looks like a CPR number.

use crate::names::digits;
use leon_model::{PersonId, UnitId, WishId};

/// The pool that lends between teams.
pub(super) const POOL: &str = "pool";

/// A unit, from 0.
pub(super) fn unit(code: &str, at: usize) -> UnitId {
    format!("{code}{}", at + 1).into()
}

/// A shift of a unit.
pub(super) fn shift(unit: &UnitId, code: &str) -> String {
    format!("{unit}-{code}")
}

/// A person, from 0.
pub(super) fn person(at: usize, people: usize) -> PersonId {
    format!("P{:0width$}", at + 1, width = digits(people)).into()
}

/// A wish, from 0.
pub(super) fn wish(at: usize) -> WishId {
    format!("W{}", at + 1).into()
}
