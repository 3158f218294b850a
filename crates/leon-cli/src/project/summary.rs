//! What a projection found, on the terminal, to be read in a minute.

use crate::grid::Grid;
use crate::screen::Screen;
use crate::texts::Voice;
use leon_pages::projection::findings::{Findings, unmet_fte};
use leon_pages::projection::rows::{self, Rows};
use leon_pages::projection::words;
use leon_project::Decomposition;
use std::path::Path;

/// A list under its heading, so many rows of it; nothing without rows.
pub fn table(screen: Screen, list: Rows, top: usize) -> String {
    if list.rows.is_empty() {
        return String::new();
    }
    let mut grid = Grid::new(list.columns);
    list.rows.into_iter().take(top).for_each(|row| grid.row(row));
    screen.heading(&list.heading) + &grid.render(screen.width)
}

/// Everything that is told of a projection.
pub fn render(findings: &Findings<'_>, voice: Voice, screen: Screen, top: usize, out: Option<&Path>) -> String {
    let mut text = String::new();
    for number in 0..findings.scenarios.len() {
        text += &gap(findings, number, voice, screen);
    }
    text += &table(screen, rows::groups(findings, voice), usize::MAX);
    for number in 1..findings.scenarios.len() {
        text += &table(screen, rows::difference(findings, number, 0, voice), usize::MAX);
    }
    text += &table(screen, rows::published(findings, voice), usize::MAX);
    text += &table(screen, rows::places(findings, voice).0, top);
    let (leans, leanings) = rows::leans(findings, voice);
    text += &table(screen, leans, top);
    text += &rows::leans_together(&leanings, voice).map_or_else(String::new, |it| screen.paragraph(&it));
    text += &table(screen, rows::measured(findings, voice), usize::MAX);
    text += &notes(findings, voice, screen);
    if let Some(out) = out {
        let out = [("out", out.display().to_string().into())];
        text += &screen.paragraph(&voice.text_with("next-written", &out));
    }
    text.trim_start_matches('\n').to_owned()
}

/// What the second scenario differs from the first by, and which of its entries make the difference.
pub fn comparison(findings: &Findings<'_>, why: &Decomposition, voice: Voice, screen: Screen) -> String {
    let text = gap(findings, 0, voice, screen) + &gap(findings, 1, voice, screen);
    let text = text + &table(screen, rows::difference(findings, 1, 0, voice), usize::MAX);
    let text = text + &table(screen, rows::terms(why, findings.names(voice)), usize::MAX);
    let text = text + &table(screen, rows::published(findings, voice), usize::MAX);
    let text = text + &notes(findings, voice, screen);
    text.trim_start_matches('\n').to_owned()
}

fn gap(findings: &Findings<'_>, number: usize, voice: Voice, screen: Screen) -> String {
    table(screen, rows::gap(findings, number, &findings.years_shown(), voice), usize::MAX)
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
