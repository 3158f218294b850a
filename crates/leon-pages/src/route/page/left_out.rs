//! The visits that nobody comes to, and why.

use super::Page;
use crate::route::figures::{left_out, visit};
use crate::route::reasons::{obstacles, outcome, placed, remedy, title};
use crate::route::words::Words;
use crate::table::Lean;
use crate::table::{table, text};
use leon_model::Visit;
use leon_route::LeftOutReason;
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
    let content = html! {
        (table("", &columns, &rows))
        @for it in page.published.left_out { (reason(it, words)) }
    };
    page.section("left-out", "route-left-out-title", "page-left-out-lead", &content)
}

/// Why a visit is left out, folded under its name.
fn reason(reason: &LeftOutReason, words: Words<'_>) -> Markup {
    let voice = words.voice;
    let found = visit(words.day, &reason.visit);
    let lines = obstacles(&reason.obstacles, found, &words);
    html! {
        details {
            summary { (title(&reason.visit, &words)) }
            @if let Some(fits) = &reason.fits {
                @let variables = [("placed", placed(&fits.placed, &words).into()), ("cost", outcome(fits, &words).into())];
                p { (voice.text_with("explain-fits", &variables)) }
            } @else if reason.remedies.is_empty() {
                p { (voice.text("explain-no-remedy")) }
            } @else {
                p { (voice.text("explain-remedies")) }
                ol { @for it in &reason.remedies { li { (remedy(it, &words)) } } }
            }
            @if !lines.is_empty() {
                p { (voice.text("explain-obstacles")) }
                ul { @for line in &lines { li { (line) } } }
            }
        }
    }
}
