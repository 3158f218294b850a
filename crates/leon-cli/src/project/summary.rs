//! What a projection found, on the terminal, to be read in a minute.

use super::findings::{Findings, unmet_fte};
use super::words;
use crate::grid::{Grid, Lean};
use crate::screen::Screen;
use crate::texts::Voice;
use leon_model::Hours;
use leon_project::leanings;
use std::path::Path;

/// A table under its heading; nothing without rows.
fn table(screen: Screen, heading: &str, columns: &[(Lean, String)], rows: Vec<Vec<String>>) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let mut grid = Grid::new(columns.iter().cloned());
    rows.into_iter().for_each(|row| grid.row(row));
    screen.heading(heading) + &grid.render(screen.width)
}

/// Columns by their keys; words when `-` stands before the key.
fn columns(voice: Voice, keys: &[&str]) -> Vec<(Lean, String)> {
    let column = |key: &&str| match key.strip_prefix('-') {
        Some(key) => (Lean::Words, voice.text(key)),
        None => (Lean::Number, voice.text(key)),
    };
    keys.iter().map(column).collect()
}

/// Everything that is told of a projection.
pub fn render(findings: &Findings<'_>, voice: Voice, screen: Screen, top: usize, out: Option<&Path>) -> String {
    let mut text = String::new();
    for number in 0..findings.scenarios.len() {
        text += &gap(findings, number, voice, screen);
    }
    text += &groups(findings, voice, screen);
    for number in 1..findings.scenarios.len() {
        text += &difference(findings, number, 0, voice, screen);
    }
    text += &places(findings, voice, screen, top);
    text += &leans(findings, voice, screen, top);
    text += &notes(findings, voice, screen);
    if let Some(out) = out {
        let out = [("out", out.display().to_string().into())];
        text += &screen.paragraph(&voice.text_with("next-written", &out));
    }
    text.trim_start_matches('\n').to_owned()
}

/// What the second scenario differs from the first by.
pub fn comparison(findings: &Findings<'_>, voice: Voice, screen: Screen) -> String {
    let text = gap(findings, 0, voice, screen) + &gap(findings, 1, voice, screen);
    let text = text + &difference(findings, 1, 0, voice, screen) + &notes(findings, voice, screen);
    text.trim_start_matches('\n').to_owned()
}

fn gap(findings: &Findings<'_>, number: usize, voice: Voice, screen: Screen) -> String {
    let path = &findings.projection.paths[number];
    let (names, draws) = (findings.names(voice), path.drawn.len());
    let row = |year: usize| {
        let it = &path.central[year].totals;
        let interval = path.interval(year, unmet_fte);
        vec![
            findings.projection.years[year].to_string(),
            voice.hours(it.need),
            voice.hours(it.hands),
            voice.hours(it.taken_over),
            voice.hours(it.unmet),
            voice.share(it.unmet, it.need),
            voice.number(interval.value, 0),
            words::ends(interval, draws, names),
        ]
    };
    let keys = [
        "-column-year",
        "column-need",
        "column-hands",
        "column-technology",
        "column-unmet",
        "column-share",
        "column-fte",
        "column-interval",
    ];
    let heading = voice.text_with("project-gap", &[("scenario", findings.scenario(number, voice).to_owned().into())]);
    table(screen, &heading, &columns(voice, &keys), findings.years_shown().into_iter().map(row).collect())
}

/// The staff groups in the case as it stands: full-time equivalents and scarcity price, first and last year.
fn groups(findings: &Findings<'_>, voice: Voice, screen: Screen) -> String {
    let names = findings.names(voice);
    let central = &findings.projection.paths[0].central;
    let (first, last) = (&central[0], &central[findings.last()]);
    let rows = first.groups.iter().zip(&last.groups).filter(|(then, now)| then.1.fte.0 > 0.0 || now.1.fte.0 > 0.0);
    let row = |(then, now): (&(leon_model::GroupId, leon_project::GroupYear), &(_, leon_project::GroupYear))| {
        vec![
            names.group(&then.0).to_owned(),
            voice.number(then.1.fte.0, 0),
            voice.number(now.1.fte.0, 0),
            voice.hours(now.1.unmet),
            voice.number(then.1.price, 2),
            voice.number(now.1.price, 2),
        ]
    };
    let years = [("first", first.year.to_string().into()), ("last", last.year.to_string().into())];
    let keys = [
        "-column-group",
        "column-fte-first",
        "column-fte-last",
        "column-unmet-last",
        "column-price-first",
        "column-price-last",
    ];
    table(screen, &voice.text_with("project-groups", &years), &columns(voice, &keys), rows.map(row).collect())
}

/// What one scenario differs from another by, in full-time positions that are not missing.
fn difference(findings: &Findings<'_>, number: usize, other: usize, voice: Voice, screen: Screen) -> String {
    let paths = &findings.projection.paths;
    let names = findings.names(voice);
    let row = |year: usize| {
        let difference = paths[number].difference(&paths[other], year, unmet_fte);
        let fewer = paths[number].drawn.iter().zip(&paths[other].drawn);
        let fewer = fewer.filter(|(with, without)| unmet_fte(&with[year]) < unmet_fte(&without[year]) - 0.5).count();
        let draws = paths[number].drawn.len();
        let part = if draws > 0 { voice.percent(fewer as f64 / draws as f64) } else { "–".to_owned() };
        vec![
            findings.projection.years[year].to_string(),
            voice.change(Hours(paths[number].central[year].totals.unmet.0 - paths[other].central[year].totals.unmet.0)),
            crate::numbers::signed(voice.lang, difference.value, 0),
            words::ends(difference, draws, names),
            part,
        ]
    };
    let names = [
        ("scenario", findings.scenario(number, voice).to_owned().into()),
        ("other", findings.scenario(other, voice).to_owned().into()),
    ];
    let keys = ["-column-year", "column-unmet", "column-fte", "column-interval", "column-draws-fewer"];
    let heading = voice.text_with("project-difference", &names);
    table(screen, &heading, &columns(voice, &keys), findings.years_shown().into_iter().map(row).collect())
}

fn places(findings: &Findings<'_>, voice: Voice, screen: Screen, top: usize) -> String {
    let names = findings.names(voice);
    let last = &findings.projection.paths[0].central[findings.last()];
    let rows = findings.worst_places(last).into_iter().take(top).map(|(id, need, unmet)| {
        vec![names.place(id).to_owned(), voice.hours(need), voice.hours(unmet), voice.share(unmet, need)]
    });
    let year = [("year", last.year.to_string().into())];
    let keys = ["-column-place", "column-need", "column-unmet", "column-share"];
    table(screen, &voice.text_with("project-places", &year), &columns(voice, &keys), rows.collect())
}

/// What the last year's gap leans on most over the draws.
fn leans(findings: &Findings<'_>, voice: Voice, screen: Screen, top: usize) -> String {
    let names = findings.names(voice);
    let last = findings.last();
    let all = leanings(&findings.projection.paths[0], &findings.options, last, unmet_fte);
    let rows = all.iter().take(top).map(|it| {
        vec![
            words::assumption(&it.assumption.id, names),
            voice.text(&format!("evidence-{}", it.assumption.class)),
            voice.percent(it.share),
            format!("±{}", voice.percent(it.error)),
            crate::numbers::signed(voice.lang, it.change, 0),
        ]
    });
    let year = [("year", findings.projection.years[last].to_string().into())];
    let keys = ["-column-assumption", "-column-evidence", "column-r2", "column-r-error", "column-low-to-high"];
    table(screen, &voice.text_with("project-leans", &year), &columns(voice, &keys), rows.collect())
}

/// What the figures rest on, and how far matching by region is from matching place by place.
fn notes(findings: &Findings<'_>, voice: Voice, screen: Screen) -> String {
    let names = findings.names(voice);
    let mut text = "\n".to_owned();
    let path = &findings.projection.paths[0];
    let last = findings.last();
    if let Some(error) = path.region_error(last, unmet_fte) {
        let variables = [
            ("draws", voice.count(path.drawn.len()).into()),
            ("error", crate::numbers::signed(voice.lang, 100.0 * error, 1).into()),
            ("year", findings.projection.years[last].to_string().into()),
        ];
        text += &screen.paragraph(&voice.text_with("project-region-error", &variables));
    }
    for number in 0..findings.scenarios.len() {
        for (payer, dkk) in findings.costs(number) {
            let variables = [
                ("scenario", findings.scenario(number, voice).to_owned().into()),
                ("payer", payer.to_owned().into()),
                ("dkk", voice.number(dkk / 1e6, 0).into()),
            ];
            text += &screen.item("·", &voice.text_with("project-cost", &variables));
        }
    }
    for it in &findings.projection.assumed {
        text += &screen.item("·", &words::assumed(it, names));
    }
    text
}
