//! The visits that nobody comes to, those that matter most first.

use super::Summary;
use crate::grid::Lean;
use crate::route::figures::left_out;
use leon_model::{Necessity, Visit};

const COLUMNS: [(Lean, &str); 5] = [
    (Lean::Words, "column-visit"),
    (Lean::Words, "column-citizen"),
    (Lean::Words, "column-what"),
    (Lean::Words, "column-window"),
    (Lean::Number, "column-priority"),
];

pub(super) fn section(summary: &Summary<'_>) -> String {
    let words = &summary.words;
    let mut visits = left_out(words.day, summary.plan);
    visits.sort_by_key(|it| std::cmp::Reverse(rank(it)));
    let row = |it: &&Visit| {
        let necessity = words.necessity(it.necessity);
        vec![it.id.to_string(), it.citizen.to_string(), it.label.clone(), words.windows(it), necessity]
    };
    summary.list("route-left-out-title", &COLUMNS, visits.iter().map(row).collect())
}

/// Mandatory visits before optional ones, then by priority or worth.
fn rank(visit: &Visit) -> (bool, i64) {
    match visit.necessity {
        Necessity::Mandatory { priority } => (true, priority.into()),
        Necessity::Optional { worth } => (false, worth.0),
    }
}
