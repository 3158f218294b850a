//! How the answer came about.

use super::Report;
use maud::{Markup, html};

pub(super) fn section(report: &Report<'_>) -> Markup {
    let voice = report.voice;
    let case = report.names.case;
    let effort = report.findings.matched.effort;
    let variables = [
        ("version", env!("CARGO_PKG_VERSION").into()),
        ("case", case.name.as_str().into()),
        ("columns", voice.count(effort.columns).into()),
        ("rows", voice.count(effort.rows).into()),
        ("solves", voice.count(effort.solves).into()),
    ];
    let content = html! {
        p { (voice.text_with("report-about-run", &variables)) }
        p.hash { (voice.text("report-about-hash")) " " code { (report.case_hash) } }
    };
    report.section("about", "report-about", "report-about-lead", &content)
}
