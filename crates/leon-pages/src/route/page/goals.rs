//! What the plan is worth, goal by goal, and from what.

use super::Page;
use crate::table::{Lean, table, text};
use maud::Markup;

pub(super) fn section(page: &Page<'_>) -> Markup {
    let (words, voice, verdict) = (page.words, page.words.voice, page.published.verdict);
    let columns = [
        (Lean::Words, "column-goal"),
        (Lean::Number, "column-level"),
        (Lean::Number, "column-value"),
        (Lean::Words, "column-unit"),
        (Lean::Words, "column-made-of"),
    ];
    let columns = columns.map(|(lean, key)| (lean, voice.text(key)));
    let levels = page.day().goals.levels.iter().enumerate();
    let goals = levels.flat_map(|(at, level)| level.iter().map(move |it| (at, it.0)));
    let rows: Vec<Vec<Markup>> = goals
        .map(|(level, goal)| {
            let cells = [
                words.goal(goal),
                voice.count(level + 1),
                words.goal_value(goal, verdict.value(goal)),
                words.goal_unit(goal),
                words.made_of(goal, verdict.parts.iter()),
            ];
            cells.map(text).to_vec()
        })
        .collect();
    page.section("goals", "route-goals", "page-goals-lead", &table("", &columns, &rows))
}
