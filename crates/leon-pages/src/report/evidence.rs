//! What the answer rests on: evidence classes, assumptions and claims.

use super::Report;
use super::sources::reference;
use crate::findings::{assumptions, of_key};
use crate::table::{Lean, table, text};
use leon_match::EvidenceOf;
use leon_model::EvidenceClass;
use maud::{Markup, html};

pub(super) fn section(report: &Report<'_>) -> Markup {
    let content = html! { (shares(report)) (uses(report)) };
    report.section("evidence", "report-evidence", "report-evidence-lead", &content)
}

fn shares(report: &Report<'_>) -> Markup {
    let voice = report.voice;
    let of = [EvidenceOf::Need, EvidenceOf::StaffHours, EvidenceOf::Technology, EvidenceOf::Unmet];
    let share = |of: EvidenceOf, class: EvidenceClass| {
        report.findings.evidence.iter().find(|it| it.of == of && it.class == class).map_or(0.0, |it| it.share)
    };
    let used = EvidenceClass::ALL.iter().copied().filter(|class| of.iter().any(|of| share(*of, *class) > 0.0));
    let row = |class: EvidenceClass| {
        let first = text(voice.text(&format!("evidence-{class}")));
        [first].into_iter().chain(of.map(|of| text(voice.percent(share(of, class))))).collect()
    };
    let columns: Vec<_> = [(Lean::Words, voice.text("column-evidence"))]
        .into_iter()
        .chain(of.map(|of| (Lean::Number, voice.text(of_key(of)))))
        .collect();
    table(&voice.text("evidence-title"), &columns, &used.map(row).collect::<Vec<Vec<_>>>())
}

fn uses(report: &Report<'_>) -> Markup {
    let voice = report.voice;
    let rows: Vec<_> = assumptions(report.names.case)
        .iter()
        .map(|it| {
            let source = report.names.source(it.source).map_or(it.source.as_str(), |source| source.title.as_str());
            vec![
                html! { (source) " " (reference(report, it.source)) },
                text(format!("{}.{}", it.table.name(), it.column)),
                text(voice.text(&format!("evidence-{}", it.class))),
                text(voice.count(it.figures)),
                text(it.range(voice)),
            ]
        })
        .collect();
    let columns = [
        (Lean::Words, voice.text("column-source")),
        (Lean::Words, voice.text("column-figures-in")),
        (Lean::Words, voice.text("column-class")),
        (Lean::Number, voice.text("column-figures")),
        (Lean::Number, voice.text("column-range")),
    ];
    html! { @if !rows.is_empty() { (table(&voice.text("assumptions-title"), &columns, &rows)) } }
}
