//! Every source in full.

use super::Report;
use crate::names::citation;
use maud::{Markup, html};

pub(super) fn section(report: &Report<'_>) -> Markup {
    let content = html! {
        ol.sources {
            @for source in &report.names.case.sources {
                li {
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
