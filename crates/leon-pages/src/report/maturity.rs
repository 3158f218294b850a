//! Task volume by the maturity of technology.

use super::Report;
use crate::numbers::MISSING;
use crate::table::{Lean, bar, largest, part, table, text};
use leon_match::TaskMaturity;
use maud::{Markup, html};

pub(super) fn section(report: &Report<'_>) -> Markup {
    let (voice, names) = (report.voice, report.names);
    let tasks: Vec<_> = report.findings.maturity.iter().filter(|it| it.technology.is_some()).collect();
    if tasks.is_empty() {
        return html! {};
    }
    let most = largest(tasks.iter().filter_map(|it| it.score));
    let row = |it: &&TaskMaturity| {
        let technology = report.names.case.technologies.iter().find(|row| Some(&row.id) == it.technology.as_ref());
        vec![
            text(names.task(&it.task)),
            text(voice.hours(it.need)),
            text(technology.map_or(MISSING, |it| voice.name(&it.name_da, &it.name_en))),
            text(it.maturity.map_or_else(|| MISSING.to_owned(), |maturity| voice.number(maturity, 1))),
            text(voice.hours(it.taken_over)),
            bar(part(it.score.unwrap_or(0.0), most), "technology"),
        ]
    };
    let columns = [
        (Lean::Words, voice.text("column-task")),
        (Lean::Number, voice.text("column-need")),
        (Lean::Words, voice.text("column-technology")),
        (Lean::Number, voice.text("column-maturity")),
        (Lean::Number, voice.text("column-technology-hours")),
        (Lean::Words, voice.text("column-potential")),
    ];
    let content = table(&voice.text("maturity-title"), &columns, &tasks.iter().map(row).collect::<Vec<_>>());
    report.section("maturity", "report-maturity", "report-maturity-lead", &content)
}
