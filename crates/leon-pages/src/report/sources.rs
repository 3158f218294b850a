//! Every source in full.

use super::Report;
use crate::names::citation;
use leon_model::SourceId;
use maud::{Markup, html};

pub(super) fn section(report: &Report<'_>) -> Markup {
    let content = html! {
        ol.sources {
            @for (index, source) in report.names.case.sources.iter().enumerate() {
                li id=(format!("source-{}", index + 1)) {
                    (citation(source)) "."
                    @if source.url.starts_with("https://") || source.url.starts_with("http://") {
                        " " a href=(source.url) { (source.url) }
                    }
                }
            }
        }
    };
    report.section("sources", "report-sources", "report-sources-lead", &content)
}

/// The number of a source in the list, as a link to it.
pub(super) fn reference(report: &Report<'_>, source: &SourceId) -> Markup {
    let index = report.names.case.sources.iter().position(|it| it.id == *source);
    html! { @if let Some(index) = index { a href=(format!("#source-{}", index + 1)) { "[" (index + 1) "]" } } }
}
