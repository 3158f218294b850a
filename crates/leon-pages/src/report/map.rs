//! The places as circles on a map, with the same figures in a table beside it.

use super::Report;
use crate::findings::unmet_share;
use crate::map::{Missing, map};
use crate::table::{Lean, bar, largest, part, table, text};
use leon_match::Gap;
use maud::{Markup, html};

pub(super) fn section(report: &Report<'_>) -> Markup {
    let gaps = report.findings.worst_places();
    if gaps.is_empty() {
        return html! {};
    }
    let missing = |gap: &&Gap| Missing {
        place: report.names.case.place(&gap.key.as_str().into()),
        need: gap.need,
        unmet: gap.unmet,
    };
    let places: Vec<Missing<'_>> = gaps.iter().map(missing).collect();
    let most = largest(places.iter().map(Missing::share));
    let content = html! {
        (regions(report))
        div.beside {
            (map(&places, most, &report.voice.text("map-title"), report.voice))
            div { (self::places(report, &gaps)) }
        }
    };
    report.section("map", "report-map", "report-map-lead", &content)
}

fn places(report: &Report<'_>, gaps: &[&Gap]) -> Markup {
    let voice = report.voice;
    let most = largest(gaps.iter().map(|it| unmet_share(it)));
    let row = |(index, gap): (usize, &&Gap)| {
        vec![
            text(format!("{}. {}", index + 1, report.names.place(&gap.key.as_str().into()))),
            text(voice.hours(gap.need)),
            text(voice.hours(gap.unmet)),
            text(voice.percent(unmet_share(gap))),
            bar(part(unmet_share(gap), most), "unmet"),
        ]
    };
    let rows: Vec<_> = gaps.iter().enumerate().map(row).collect();
    table(&voice.text("gap-places"), &columns(report, "column-place"), &rows)
}

fn regions(report: &Report<'_>) -> Markup {
    let voice = report.voice;
    let gaps = report.findings.regions();
    let most = largest(gaps.iter().map(|it| unmet_share(it)));
    let row = |gap: &&Gap| {
        vec![
            text(report.names.place(&gap.key.as_str().into())),
            text(voice.hours(gap.need)),
            text(voice.hours(gap.unmet)),
            text(voice.percent(unmet_share(gap))),
            bar(part(unmet_share(gap), most), "unmet"),
        ]
    };
    let rows: Vec<_> = gaps.iter().map(row).collect();
    html! { @if !rows.is_empty() { (table(&voice.text("gap-regions"), &columns(report, "column-region"), &rows)) } }
}

fn columns(report: &Report<'_>, first: &str) -> Vec<(Lean, String)> {
    let voice = report.voice;
    let mut columns = vec![(Lean::Words, voice.text(first))];
    columns.extend(["column-need", "column-unmet", "column-share"].map(|key| (Lean::Number, voice.text(key))));
    columns.push((Lean::Words, String::new()));
    columns
}
