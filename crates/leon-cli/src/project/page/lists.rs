//! The tables of the page.

use super::Page;
use crate::grid::Lean;
use crate::numbers::signed;
use crate::project::findings::unmet_fte;
use crate::project::words;
use crate::table::{bar, largest, part, table, text};
use leon_project::leanings;
use maud::{Markup, html};

fn columns(page: &Page<'_>, words: &[&str], numbers: &[&str]) -> Vec<(Lean, String)> {
    let of = |lean: Lean, keys: &[&str]| keys.iter().map(|key| (lean, page.voice.text(key))).collect::<Vec<_>>();
    [of(Lean::Words, words), of(Lean::Number, numbers)].concat()
}

/// Need, hands and gap of each scenario.
pub(super) fn years(page: &Page<'_>) -> Markup {
    let (findings, voice) = (page.findings, page.voice);
    let numbers = [
        "column-need",
        "column-hands",
        "column-technology",
        "column-unmet",
        "column-share",
        "column-fte",
        "column-interval",
    ];
    let columns = columns(page, &["column-year"], &numbers);
    let tables = findings.projection.paths.iter().enumerate().map(|(number, path)| {
        let row = |(year, it): (usize, &leon_project::YearAnswer)| {
            let interval = path.interval(year, unmet_fte);
            let cells = [
                it.year.to_string(),
                voice.hours(it.totals.need),
                voice.hours(it.totals.hands),
                voice.hours(it.totals.taken_over),
                voice.hours(it.totals.unmet),
                voice.share(it.totals.unmet, it.totals.need),
                voice.number(interval.value, 0),
                words::ends(interval, path.drawn.len(), findings.names(voice)),
            ];
            cells.map(text).to_vec()
        };
        let rows: Vec<_> = path.central.iter().enumerate().map(row).collect();
        table(findings.scenario(number, voice), &columns, &rows)
    });
    let content = html! { @for table in tables { (table) } };
    page.section("years", "project-years", "project-years-lead", &content)
}

/// What each scenario differs from the case as it stands by, in the last year.
pub(super) fn differences(page: &Page<'_>) -> Markup {
    let (findings, voice) = (page.findings, page.voice);
    if findings.scenarios.len() < 2 {
        return html! {};
    }
    let paths = &findings.projection.paths;
    let rows = |year: usize| {
        (1..paths.len()).map(move |number| {
            let it = paths[number].difference(&paths[0], year, unmet_fte);
            let cells = [
                findings.scenario(number, voice).to_owned(),
                findings.projection.years[year].to_string(),
                signed(voice.lang, it.value, 0),
                words::ends(it, paths[number].drawn.len(), findings.names(voice)),
            ];
            cells.map(text).to_vec()
        })
    };
    let rows: Vec<_> = findings.years_shown().into_iter().skip(1).flat_map(rows).collect();
    let columns = columns(page, &["column-scenario", "column-year"], &["column-fte", "column-interval"]);
    page.section(
        "differences",
        "project-differences",
        "project-differences-lead",
        &table(&voice.text("project-differences"), &columns, &rows),
    )
}

/// Staff groups in the case as it stands.
pub(super) fn groups(page: &Page<'_>) -> Markup {
    let (findings, voice) = (page.findings, page.voice);
    let names = findings.names(voice);
    let central = &findings.projection.paths[0].central;
    let (first, last) = (&central[0], &central[findings.last()]);
    let rows: Vec<_> = (first.groups.iter().zip(&last.groups))
        .filter(|(then, now)| then.1.fte.0 > 0.0 || now.1.fte.0 > 0.0)
        .map(|(then, now)| {
            let cells = [
                names.group(&then.0).to_owned(),
                voice.number(then.1.fte.0, 0),
                voice.number(now.1.fte.0, 0),
                voice.hours(now.1.unmet),
                voice.number(then.1.price, 2),
                voice.number(now.1.price, 2),
            ];
            cells.map(text).to_vec()
        })
        .collect();
    let numbers =
        ["column-fte-first", "column-fte-last", "column-unmet-last", "column-price-first", "column-price-last"];
    let years = [("first", first.year.to_string().into()), ("last", last.year.to_string().into())];
    let content = table(&voice.text_with("project-groups", &years), &columns(page, &["column-group"], &numbers), &rows);
    page.section("groups", "project-hands", "project-hands-lead", &content)
}

/// All places in the last year of the case as it stands.
pub(super) fn places(page: &Page<'_>) -> Markup {
    let (findings, voice) = (page.findings, page.voice);
    let names = findings.names(voice);
    let last = &findings.projection.paths[0].central[findings.last()];
    let places = findings.worst_places(last);
    let most = largest(places.iter().map(|(_, need, unmet)| part(unmet.0, need.0)));
    let rows: Vec<_> = places
        .iter()
        .map(|(id, need, unmet)| {
            let cells =
                [names.place(id).to_owned(), voice.hours(*need), voice.hours(*unmet), voice.share(*unmet, *need)];
            let mut row = cells.map(text).to_vec();
            row.push(bar(part(part(unmet.0, need.0), most), "unmet"));
            row
        })
        .collect();
    let mut columns = columns(page, &["column-place"], &["column-need", "column-unmet", "column-share"]);
    columns.push((Lean::Words, String::new()));
    let year = [("year", last.year.to_string().into())];
    let content = table(&voice.text_with("project-places", &year), &columns, &rows);
    page.section("places", "project-where", "project-where-lead", &content)
}

/// What the last year's gap leans on.
pub(super) fn leans(page: &Page<'_>) -> Markup {
    let (findings, voice) = (page.findings, page.voice);
    let all = leanings(&findings.projection.paths[0], &findings.options, findings.last(), unmet_fte);
    if all.is_empty() {
        return html! {};
    }
    let names = findings.names(voice);
    let most = largest(all.iter().map(|it| it.share));
    let rows: Vec<_> = all
        .iter()
        .map(|it| {
            let source = names.source(&it.assumption.source).map_or_else(String::new, crate::names::citation);
            let cells = [
                words::assumption(&it.assumption.id, names),
                voice.text(&format!("evidence-{}", it.assumption.class)),
                source,
                voice.percent(it.share),
                format!("±{}", voice.percent(it.error)),
                signed(voice.lang, it.change, 0),
            ];
            let mut row = cells.map(text).to_vec();
            row.push(bar(part(it.share, most), "unmet"));
            row
        })
        .collect();
    let words = ["column-assumption", "column-evidence", "column-source"];
    let mut columns = columns(page, &words, &["column-r2", "column-r-error", "column-low-to-high"]);
    columns.push((Lean::Words, String::new()));
    let year = [("year", findings.projection.years[findings.last()].to_string().into())];
    let content = table(&voice.text_with("project-leans", &year), &columns, &rows);
    page.section("leans", "project-rests", "project-rests-lead", &content)
}

/// How the answer came about.
pub(super) fn about(page: &Page<'_>) -> Markup {
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
