//! The scarcity price of each group over its places.

use super::Report;
use crate::findings::{PriceSpread, PriceUnit, amount};
use crate::table::{Lean, largest, part, table, text, width};
use maud::{Markup, html};

/// Places named for each group.
const DEAREST: usize = 3;

pub(super) fn section(report: &Report<'_>) -> Markup {
    let voice = report.voice;
    let spreads = report.findings.price_spreads();
    let Some(unit) = spreads.first().map(|it| it.unit) else { return html! {} };
    let most = largest(spreads.iter().map(|it| it.max));
    let row = |it: &PriceSpread<'_>| {
        let places = [("scarce", voice.count(it.scarce).into()), ("all", voice.count(it.dearest.len()).into())];
        let dearest: Vec<String> = (it.dearest.iter().filter(|(_, worth)| *worth > 0.0).take(DEAREST))
            .map(|(price, worth)| format!("{} ({})", report.names.staffed(&price.staff), amount(voice, unit, *worth)))
            .collect();
        vec![
            text(report.names.group(it.group)),
            text(amount(voice, unit, it.min)),
            text(amount(voice, unit, it.median)),
            text(amount(voice, unit, it.max)),
            range(it, most),
            text(voice.text_with("prices-scarce", &places)),
            html! { span.source { (dearest.join("; ")) } },
        ]
    };
    let columns = [
        (Lean::Words, voice.text("column-group")),
        (Lean::Number, voice.text("column-min")),
        (Lean::Number, voice.text("column-median")),
        (Lean::Number, voice.text("column-max")),
        (Lean::Words, voice.text("column-spread")),
        (Lean::Number, voice.text("column-scarce")),
        (Lean::Words, voice.text("column-dearest")),
    ];
    let caption = match unit {
        PriceUnit::Kroner => voice.text("prices-title-dkk"),
        PriceUnit::WeightedHours => voice.text("prices-title-hours"),
    };
    let content = table(&caption, &columns, &spreads.iter().map(row).collect::<Vec<_>>());
    report.section("prices", "report-prices", "report-prices-lead", &content)
}

/// From the lowest to the highest, with the median marked.
fn range(spread: &PriceSpread<'_>, most: f64) -> Markup {
    let percent = |value: f64| part(value, most) * 100.0;
    let (min, max, median) = (percent(spread.min), percent(spread.max), percent(spread.median));
    html! {
        span.track aria-hidden="true" {
            span.range style=(format!("left:{min:.1}%;{}", width((max - min) / 100.0))) {}
            span.mark style=(format!("left:{median:.1}%")) {}
        }
    }
}
