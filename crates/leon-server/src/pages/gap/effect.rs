//! What the thrown switches do: gap and prices before and after.

use leon_model::Hours;
use leon_pages::findings::{Findings, amount};
use leon_pages::table::{Lean, table, text};
use leon_pages::texts::Voice;
use maud::{Markup, html};

pub fn section(before: &Findings<'_>, after: &Findings<'_>, voice: Voice) -> Markup {
    html! {
        section id="effect" aria-labelledby="effect-heading" {
            h2 id="effect-heading" { (voice.text("effect-title")) }
            p.lead { (voice.text("effect-lead")) }
            (hours(before, after, voice))
            (prices(before, after, voice))
        }
    }
}

fn hours(before: &Findings<'_>, after: &Findings<'_>, voice: Voice) -> Markup {
    let (one, other) = (&before.total, &after.total);
    let rows = [
        ("figure-unmet", one.unmet, other.unmet),
        ("figure-weighted", Hours(one.weighted_unmet), Hours(other.weighted_unmet)),
        ("headline-staff", one.staff, other.staff),
        ("headline-technology", one.technology, other.technology),
        ("effect-bought", one.bought, other.bought),
    ];
    let row = |(key, before, after): (&str, Hours, Hours)| {
        vec![
            text(voice.text(key)),
            text(voice.hours(before)),
            text(voice.hours(after)),
            text(voice.change(after - before)),
        ]
    };
    let columns = [
        (Lean::Words, voice.text("effect-hours")),
        (Lean::Number, voice.text("effect-before")),
        (Lean::Number, voice.text("effect-after")),
        (Lean::Number, voice.text("column-change")),
    ];
    table("", &columns, &rows.map(row))
}

fn prices(before: &Findings<'_>, after: &Findings<'_>, voice: Voice) -> Markup {
    let spreads = after.price_spreads();
    let was = before.price_spreads();
    let rows = spreads.iter().filter_map(|it| {
        let was = was.iter().find(|was| was.group == it.group && was.unit == it.unit)?;
        let cells = [
            before.names(voice).group(it.group).to_owned(),
            amount(voice, it.unit, was.median),
            amount(voice, it.unit, it.median),
            amount(voice, it.unit, was.max),
            amount(voice, it.unit, it.max),
        ];
        Some(cells.map(text).to_vec())
    });
    let columns = [
        (Lean::Words, voice.text("effect-prices")),
        (Lean::Number, voice.text("effect-median-before")),
        (Lean::Number, voice.text("effect-median-after")),
        (Lean::Number, voice.text("effect-max-before")),
        (Lean::Number, voice.text("effect-max-after")),
    ];
    table("", &columns, &rows.collect::<Vec<_>>())
}
