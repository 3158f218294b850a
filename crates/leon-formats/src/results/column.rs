//! Columns by what they hold.

use super::{CellKind, ResultColumn};

/// A column of words.
pub fn text(name: &str, description: &str) -> ResultColumn {
    ResultColumn::new(name, CellKind::Text, "", description)
}

/// A column of numbers of a unit.
pub fn number(name: &str, unit: &str, description: &str) -> ResultColumn {
    ResultColumn::new(name, CellKind::Number, unit, description)
}

/// A column of whole numbers of a unit.
pub fn whole(name: &str, unit: &str, description: &str) -> ResultColumn {
    ResultColumn::new(name, CellKind::Integer, unit, description)
}

/// A column of whole numbers without a unit.
pub fn count(name: &str, description: &str) -> ResultColumn {
    whole(name, "", description)
}
