//! What one more hour of each group is worth where it is missing.

use super::Summary;
use crate::findings::{PriceSpread, PriceUnit, amount};
use crate::grid::Lean;

pub(super) fn section(summary: &Summary<'_>) -> String {
    let voice = summary.voice;
    let mut spreads = summary.findings.price_spreads();
    let Some(unit) = spreads.first().map(|it| it.unit) else { return String::new() };
    spreads.retain(|it| it.max > 0.0);
    spreads.sort_by(|a, b| b.max.total_cmp(&a.max));
    let row = |it: &PriceSpread<'_>| {
        let dearest = it.dearest.first().map_or_else(String::new, |(price, _)| summary.names.staffed(&price.staff));
        let places = [("scarce", voice.count(it.scarce).into()), ("all", voice.count(it.dearest.len()).into())];
        vec![
            summary.names.group(it.group).to_owned(),
            amount(voice, unit, it.median),
            amount(voice, unit, it.max),
            dearest,
            voice.text_with("prices-scarce", &places),
        ]
    };
    let columns = [
        (Lean::Words, "column-group"),
        (Lean::Number, "column-median"),
        (Lean::Number, "column-max"),
        (Lean::Words, "column-dearest"),
        (Lean::Number, "column-scarce"),
    ];
    let heading = match unit {
        PriceUnit::Kroner => voice.text("prices-title-dkk"),
        PriceUnit::WeightedHours => voice.text("prices-title-hours"),
    };
    summary.list(&heading, &columns, spreads.iter().map(row).collect())
}
