//! Where a group that took over work is now missing itself.

use super::Summary;
use crate::grid::Lean;
use leon_match::NewShortage;

pub(super) fn section(summary: &Summary<'_>) -> String {
    let (voice, names) = (summary.voice, summary.names);
    let mut shortages: Vec<_> = summary.findings.shortages.iter().collect();
    shortages.sort_by(|a, b| b.taken_over.0.total_cmp(&a.taken_over.0));
    let row = |it: &&NewShortage| {
        vec![
            names.group(&it.group).to_owned(),
            names.setting(&it.setting).to_owned(),
            voice.count(it.places),
            voice.hours(it.taken_over),
            voice.number(it.price_max, 2),
        ]
    };
    let columns = [
        (Lean::Words, "column-group"),
        (Lean::Words, "column-setting"),
        (Lean::Number, "column-places"),
        (Lean::Number, "column-taken-over"),
        (Lean::Number, "column-price-max"),
    ];
    summary.list(&voice.text("shortages-title"), &columns, shortages.iter().map(row).collect())
}
