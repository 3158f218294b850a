//! What the answer rests on.

use super::Summary;
use crate::findings::{SourceUse, assumptions as assumptions_of, of_key};
use crate::grid::{Grid, Lean};
use crate::names::{Names, citation};
use crate::screen::Screen;
use leon_match::{EvidenceOf, EvidenceShare};
use leon_model::{Case, EvidenceClass};

/// Shares of hours by evidence class, for some kinds of hours.
pub struct Evidence<'a> {
    pub shares: &'a [EvidenceShare],
    pub of: &'a [EvidenceOf],
}

pub(super) fn section(summary: &Summary<'_>) -> String {
    let of = [EvidenceOf::Need, EvidenceOf::StaffHours, EvidenceOf::Technology, EvidenceOf::Unmet];
    let evidence = Evidence { shares: &summary.findings.evidence, of: &of };
    evidence_shares(&evidence, summary.names, summary.screen)
}

/// One row for each evidence class in use, one column for each kind of hours.
pub fn evidence_shares(evidence: &Evidence<'_>, names: Names<'_>, screen: Screen) -> String {
    let voice = names.voice;
    let mut columns = vec![(Lean::Words, voice.text("column-evidence"))];
    columns.extend(evidence.of.iter().map(|of| (Lean::Number, voice.text(of_key(*of)))));
    let mut grid = Grid::new(columns);
    for &class in EvidenceClass::ALL {
        let share = |of: &EvidenceOf| evidence.shares.iter().find(|it| it.of == *of && it.class == class);
        if evidence.of.iter().any(|of| share(of).is_some_and(|it| it.hours.0 > 0.0)) {
            let shares = evidence.of.iter().map(|of| voice.percent(share(of).map_or(0.0, |it| it.share)));
            grid.row([voice.text(&format!("evidence-{class}"))].into_iter().chain(shares));
        }
    }
    if grid.is_empty() {
        return String::new();
    }
    screen.heading(&voice.text("evidence-title")) + &grid.render(screen.width)
}

/// Every source of assumptions and claims, with the columns that rest on it.
pub fn assumptions(case: &Case, names: Names<'_>, screen: Screen) -> String {
    let voice = names.voice;
    let uses = assumptions_of(case);
    if uses.is_empty() {
        return screen.heading(&voice.text("assumptions-title")) + &screen.paragraph(&voice.text("assumptions-none"));
    }
    let mut text = screen.heading(&voice.text("assumptions-title"));
    for of_source in uses.chunk_by(|a, b| a.source == b.source) {
        let source = names.source(of_source[0].source).map_or_else(|| of_source[0].source.to_string(), citation);
        text += &format!("\n{}", screen.paragraph(&format!("{source} ({})", of_source[0].source)));
        let mut grid = Grid::new([
            (Lean::Words, voice.text("column-figures-in")),
            (Lean::Words, voice.text("column-class")),
            (Lean::Number, voice.text("column-figures")),
            (Lean::Number, voice.text("column-range")),
        ]);
        of_source.iter().for_each(|it| grid.row(use_row(it, names)));
        text += &grid.render(screen.width);
    }
    text
}

fn use_row(it: &SourceUse<'_>, names: Names<'_>) -> [String; 4] {
    let voice = names.voice;
    [
        format!("{}.{}", it.table.name(), it.column),
        voice.text(&format!("evidence-{}", it.class)),
        voice.count(it.figures),
        it.range(voice),
    ]
}
