//! Where a group that took over work is now missing itself.

use super::Report;
use crate::table::{Lean, table, text};
use leon_match::NewShortage;
use maud::{Markup, html};

pub(super) fn section(report: &Report<'_>) -> Markup {
    let (voice, names) = (report.voice, report.names);
    let row = |it: &NewShortage| {
        vec![
            text(names.group(&it.group)),
            text(names.setting(&it.setting)),
            text(voice.count(it.places)),
            text(voice.hours(it.taken_over)),
            text(voice.number(it.price_max, 2)),
        ]
    };
    let columns = [
        (Lean::Words, voice.text("column-group")),
        (Lean::Words, voice.text("column-setting")),
        (Lean::Number, voice.text("column-places")),
        (Lean::Number, voice.text("column-taken-over")),
        (Lean::Number, voice.text("column-price-max")),
    ];
    let rows: Vec<_> = report.findings.shortages.iter().map(row).collect();
    if rows.is_empty() {
        return html! {};
    }
    report.section(
        "shortages",
        "report-shortages",
        "report-shortages-lead",
        &table(&voice.text("shortages-title"), &columns, &rows),
    )
}
