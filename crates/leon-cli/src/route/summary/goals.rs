//! What the plan is worth, goal by goal in the day's order, and from what.

use super::Summary;
use crate::grid::Lean;
use leon_model::Goal;

const COLUMNS: [(Lean, &str); 5] = [
    (Lean::Number, "column-level"),
    (Lean::Words, "column-goal"),
    (Lean::Number, "column-value"),
    (Lean::Words, "column-unit"),
    (Lean::Words, "column-made-of"),
];

pub(super) fn section(summary: &Summary<'_>) -> String {
    let words = &summary.words;
    let goals =
        words.day.goals.levels.iter().enumerate().flat_map(|(at, level)| level.iter().map(move |it| (at, it.0)));
    let row = |(level, goal): (usize, Goal)| {
        vec![
            words.voice.count(level + 1),
            words.goal(goal),
            words.goal_value(goal, summary.verdict.value(goal)),
            words.goal_unit(goal),
            words.made_of(goal, summary.verdict.parts.iter()),
        ]
    };
    summary.table("route-goals", &COLUMNS, goals.map(row))
}
