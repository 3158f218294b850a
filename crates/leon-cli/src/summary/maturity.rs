//! Large tasks for which there are mature technologies.

use super::Summary;
use crate::grid::Lean;
use crate::numbers::MISSING;
use leon_match::TaskMaturity;

pub(super) fn section(summary: &Summary<'_>) -> String {
    let (voice, names) = (summary.voice, summary.names);
    let row = |it: &TaskMaturity| {
        vec![
            names.task(&it.task).to_owned(),
            voice.hours(it.need),
            it.technology.as_ref().map_or(MISSING, |id| technology(summary, id)).to_owned(),
            it.maturity.map_or_else(|| MISSING.to_owned(), |maturity| voice.number(maturity, 1)),
            voice.hours(it.taken_over),
        ]
    };
    let covered = summary.findings.maturity.iter().filter(|it| it.technology.is_some());
    let columns = [
        (Lean::Words, "column-task"),
        (Lean::Number, "column-need"),
        (Lean::Words, "column-technology"),
        (Lean::Number, "column-maturity"),
        (Lean::Number, "column-technology-hours"),
    ];
    summary.list(&voice.text("maturity-title"), &columns, covered.map(row).collect())
}

fn technology<'a>(summary: &'a Summary<'_>, id: &'a leon_model::TechnologyId) -> &'a str {
    summary.names.technology(id)
}
