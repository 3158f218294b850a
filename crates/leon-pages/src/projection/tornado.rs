//! The tornado: what each assumption does to a year when it alone is moved, most first.

use super::Report;
use super::findings::unmet_fte;
use super::words;
use crate::table::{Lean, table, text};
use leon_project::Moved;
use maud::{Markup, html};

/// Assumptions that are shown.
const MOST: usize = 10;
const WIDTH: f64 = 240.0;
const HEIGHT: f64 = 14.0;

pub(super) fn section(report: &Report<'_>) -> Markup {
    let Some(explained) = report.explained.filter(|it| !it.moved.is_empty()) else { return html! {} };
    let (voice, names) = (report.voice, report.findings.names(report.voice));
    let moved = &explained.moved[..explained.moved.len().min(MOST)];
    let middle = unmet_fte(&explained.central);
    let ends = moved.iter().flat_map(|it| [unmet_fte(&it.low), unmet_fte(&it.high)]).chain([middle]);
    let (least, most) = ends.fold((f64::INFINITY, 0.0_f64), |(low, high), it| (low.min(it), high.max(it)));
    let x = |value: f64| if most > least { WIDTH * (value - least) / (most - least) } else { 0.0 };
    let row = |it: &Moved| {
        vec![
            text(words::assumption(&it.assumption.id, names)),
            text(voice.text(&format!("evidence-{}", it.assumption.class))),
            text(voice.number(unmet_fte(&it.low), 0)),
            text(voice.number(unmet_fte(&it.high), 0)),
            bar(x(unmet_fte(&it.low)), x(unmet_fte(&it.high)), x(middle)),
        ]
    };
    let columns = [
        (Lean::Words, voice.text("column-assumption")),
        (Lean::Words, voice.text("column-evidence")),
        (Lean::Number, voice.text("column-at-low")),
        (Lean::Number, voice.text("column-at-high")),
        (Lean::Words, String::new()),
    ];
    let said = [("year", explained.year.to_string().into()), ("fte", voice.number(middle, 0).into())];
    let rows: Vec<Vec<Markup>> = moved.iter().map(row).collect();
    let content = table(&voice.text_with("project-tornado-table", &said), &columns, &rows);
    report.section("tornado", "project-tornado", "project-moved-note", &content)
}

/// A bar from the low end over the middle to the high end. The numbers stand in other cells, so it is not read aloud.
fn bar(low: f64, high: f64, middle: f64) -> Markup {
    let part = |end: f64, class: &str| {
        let (from, width) = (end.min(middle), (end - middle).abs());
        html! { rect class=(class) x=(format!("{from:.1}")) y="2" width=(format!("{width:.1}")) height=(HEIGHT - 4.0) {} }
    };
    html! {
        svg.tornado viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) aria-hidden="true" {
            (part(low, "low"))
            (part(high, "high"))
            line x1=(format!("{middle:.1}")) x2=(format!("{middle:.1}")) y1="0" y2=(HEIGHT) {}
        }
    }
}
