//! The gap by region and place, setting, staff group and competence.

use super::Summary;
use crate::findings::unmet_share;
use crate::grid::Lean;
use leon_match::Gap;

const COLUMNS: [&str; 4] = ["column-need", "column-unmet", "column-share", "column-weighted"];

pub(super) fn section(summary: &Summary<'_>) -> String {
    let (findings, names) = (summary.findings, summary.names);
    let place = |gap: &Gap| names.place(&gap.key.as_str().into()).to_owned();
    let mut text = list(summary, "gap-regions", "column-region", findings.regions(), place);
    text += &list(summary, "gap-places", "column-place", findings.worst_places(), place);
    text += &list(summary, "gap-settings", "column-setting", by_unmet(&findings.settings), |gap| {
        names.setting(&gap.key.as_str().into()).to_owned()
    });
    text += &list(summary, "gap-groups", "column-group", by_unmet(&findings.groups), |gap| {
        names.group(&gap.key.as_str().into()).to_owned()
    });
    text += &list(summary, "gap-competences", "column-competence", by_unmet(&findings.competences), |gap| {
        names.competence(&gap.key.as_str().into()).to_owned()
    });
    text
}

/// Those with unmet hours, most first.
fn by_unmet(gaps: &[Gap]) -> Vec<&Gap> {
    let mut gaps: Vec<_> = gaps.iter().filter(|gap| gap.unmet.0 > 0.0).collect();
    gaps.sort_by(|a, b| b.unmet.0.total_cmp(&a.unmet.0));
    gaps
}

fn list(summary: &Summary<'_>, heading: &str, first: &str, gaps: Vec<&Gap>, name: impl Fn(&Gap) -> String) -> String {
    let voice = summary.voice;
    let row = |gap: &&Gap| {
        vec![
            name(gap),
            voice.hours(gap.need),
            voice.hours(gap.unmet),
            voice.percent(unmet_share(gap)),
            voice.weighted(gap.weighted_unmet),
        ]
    };
    let rows = gaps.iter().filter(|gap| gap.unmet.0 > 0.0).map(row).collect();
    let numbers = COLUMNS.map(|key| (Lean::Number, key));
    let columns: Vec<_> = [(Lean::Words, first)].into_iter().chain(numbers).collect();
    summary.list(&voice.text(heading), &columns, rows)
}
