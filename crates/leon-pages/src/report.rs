//! The report: one page to read in a browser and to print, with everything in it. One file per section.

mod about;
mod bindings;
mod dorling;
mod evidence;
mod gap;
mod headline;
mod map;
mod maturity;
mod prices;
mod shortages;
mod sources;
pub mod table;
mod who;

use crate::document::{document, section};
use crate::findings::Findings;
use crate::names::Names;
use crate::texts::Voice;
use maud::{Markup, html};

/// Everything that a section needs.
pub struct Report<'a> {
    findings: &'a Findings<'a>,
    voice: Voice,
    names: Names<'a>,
    /// Hash of the case, as in the run's own table.
    case_hash: &'a str,
}

/// The whole page. It holds its own style and charts and asks for nothing from elsewhere.
pub fn page(findings: &Findings<'_>, voice: Voice, case_hash: &str) -> String {
    let report = Report { findings, voice, names: findings.names(voice), case_hash };
    let title = voice.text_with("headline-title", &[("title", findings.case.title.as_str().into())]);
    let sections = [
        headline::section,
        map::section,
        gap::section,
        bindings::section,
        prices::section,
        who::section,
        shortages::section,
        maturity::section,
        evidence::section,
        sources::section,
        about::section,
    ];
    let body = html! {
        header {
            p.kicker { (voice.text("report-kicker")) }
            h1 { (findings.case.title) }
        }
        main { @for section in sections { (section(&report)) } }
    };
    document(voice, &title, &[include_str!("report/style.css")], &body)
}

impl Report<'_> {
    /// A section with its heading and, under it, what it shows in a sentence.
    fn section(&self, id: &str, heading: &str, lead: &str, content: &Markup) -> Markup {
        section(self.voice, id, heading, lead, content)
    }
}
