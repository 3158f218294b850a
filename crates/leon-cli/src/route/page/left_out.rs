//! The visits that nobody comes to.

use super::Page;
use crate::grid::Lean;
use crate::report::table::{table, text};
use crate::route::figures::left_out;
use leon_model::Visit;
use maud::{Markup, html};

pub(super) fn section(page: &Page<'_>) -> Markup {
    let (words, voice) = (page.words, page.words.voice);
    let visits = left_out(page.day(), page.published.plan);
    if visits.is_empty() {
        return html! {};
    }
    let columns = [
        (Lean::Words, "column-visit"),
        (Lean::Words, "column-citizen"),
        (Lean::Words, "column-window"),
        (Lean::Number, "column-priority"),
    ];
    let columns = columns.map(|(lean, key)| (lean, voice.text(key)));
    let row = |it: &&Visit| {
        let cells = [words.visit(&it.id), it.citizen.to_string(), words.windows(it), words.necessity(it.necessity)];
        cells.map(text).to_vec()
    };
    let rows: Vec<_> = visits.iter().map(row).collect();
    page.section("left-out", "route-left-out-title", "page-left-out-lead", &table("", &columns, &rows))
}
