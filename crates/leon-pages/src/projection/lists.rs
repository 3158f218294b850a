//! The tables of the page.

use super::Report;
use crate::numbers::signed;
use crate::projection::findings::unmet_fte;
use crate::projection::rows::{self, Rows};
use crate::projection::words;
use crate::table::Lean;
use crate::table::{bar, largest, part, table, text};
use maud::{Markup, html};

/// Assumptions that are shown; all are in the tables.
const LEANS: usize = 10;

/// A list as a table.
pub fn shown(list: &Rows) -> Markup {
    let rows: Vec<_> = list.rows.iter().map(|row| row.iter().map(text).collect()).collect();
    table(&list.heading, &list.columns, &rows)
}

/// A list as a table with a bar at the end of each row.
fn with_bars(list: &Rows, bars: &[f64]) -> Markup {
    let most = largest(bars.iter().copied());
    let row =
        |(row, value): (&Vec<String>, &f64)| row.iter().map(text).chain([bar(part(*value, most), "unmet")]).collect();
    let rows: Vec<Vec<Markup>> = list.rows.iter().zip(bars).map(row).collect();
    let columns: Vec<_> = list.columns.iter().cloned().chain([(Lean::Words, String::new())]).collect();
    table(&list.heading, &columns, &rows)
}

/// Need, hands and gap of each scenario.
pub(super) fn years(page: &Report<'_>) -> Markup {
    let years: Vec<usize> = (0..=page.findings.last()).collect();
    let content = html! {
        @for number in 0..page.findings.scenarios.len() { (shown(&rows::gap(page.findings, number, &years, page.voice))) }
    };
    page.section("years", "project-years", "project-years-lead", &content)
}

/// What each scenario differs from the case as it stands by.
pub(super) fn differences(page: &Report<'_>) -> Markup {
    if page.findings.scenarios.len() < 2 {
        return html! {};
    }
    let content = html! {
        @for number in 1..page.findings.scenarios.len() {
            (shown(&rows::difference(page.findings, number, 0, page.voice)))
        }
    };
    page.section("differences", "project-differences", "project-differences-lead", &content)
}

/// Which entries make the difference between the two scenarios of a comparison.
pub(super) fn terms(page: &Report<'_>) -> Markup {
    let Some(why) = page.why else { return html! {} };
    let parts: Vec<f64> = why.terms.iter().map(|it| it.part.0.abs()).chain([0.0]).collect();
    let content = with_bars(&rows::terms(why, page.findings.names(page.voice)), &parts);
    page.section("terms", "project-why", "project-why-lead", &content)
}

/// What others published, beside what the projection says.
pub(super) fn published(page: &Report<'_>) -> Markup {
    let list = rows::published(page.findings, page.voice);
    if list.rows.is_empty() {
        return html! {};
    }
    page.section("published", "project-others", "project-others-lead", &shown(&list))
}

/// Staff groups in the case as it stands.
pub(super) fn groups(page: &Report<'_>) -> Markup {
    let content = shown(&rows::groups(page.findings, page.voice));
    page.section("groups", "project-hands", "project-hands-lead", &content)
}

/// All places in the last year of the case as it stands.
pub(super) fn places(page: &Report<'_>) -> Markup {
    let (list, shares) = rows::places(page.findings, page.voice);
    page.section("places", "project-where", "project-where-lead", &with_bars(&list, &shares))
}

/// What the last year's gap leans on, each assumption with its source.
pub(super) fn leans(page: &Report<'_>) -> Markup {
    let (mut list, leanings) = rows::leans(page.findings, page.voice);
    let Some(together) = rows::leans_together(&leanings, page.voice) else { return html! {} };
    list.rows.truncate(LEANS);
    let names = page.findings.names(page.voice);
    list.columns.insert(2, (Lean::Words, page.voice.text("column-source")));
    for (row, it) in list.rows.iter_mut().zip(&leanings.all) {
        row.insert(2, names.source(&it.assumption.source).map_or_else(String::new, crate::names::citation));
    }
    let shares: Vec<f64> = leanings.all.iter().map(|it| it.share.max(0.0)).collect();
    let content = html! { (with_bars(&list, &shares)) p { (together) } };
    page.section("leans", "project-rests", "project-rests-lead", &content)
}

/// How far projections of inhabitants made in the past were off.
pub(super) fn measured(page: &Report<'_>) -> Markup {
    let list = rows::measured(page.findings, page.voice);
    if list.rows.is_empty() {
        return html! {};
    }
    page.section("backtest", "project-backtest", "project-backtest-lead", &shown(&list))
}

/// How the answer came about.
pub(super) fn about(page: &Report<'_>) -> Markup {
    let (findings, voice) = (page.findings, page.voice);
    let names = findings.names(voice);
    let run = [
        ("version", env!("CARGO_PKG_VERSION").into()),
        ("case", findings.case.name.as_str().into()),
        ("draws", voice.count(findings.options.draws).into()),
        ("seed", findings.options.seed.to_string().into()),
    ];
    let error = findings.projection.paths[0].region_error(findings.last(), unmet_fte).map(|error| {
        let variables = [
            ("draws", voice.count(findings.options.draws).into()),
            ("error", signed(voice.lang, 100.0 * error, 1).into()),
            ("year", findings.projection.years[findings.last()].to_string().into()),
        ];
        voice.text_with("project-region-error", &variables)
    });
    let content = html! {
        p { (voice.text_with("project-run", &run)) }
        @if let Some(error) = error { p { (error) } }
        @if !findings.projection.assumed.is_empty() {
            ul { @for it in &findings.projection.assumed { li { (words::assumed(it, names)) } } }
        }
    };
    page.section("about", "project-about", "project-about-lead", &content)
}
