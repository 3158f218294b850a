//! The page of a projection: fan charts, scenarios against each other, places, what it leans on.

mod fan;
mod lists;

pub use lists::shown;

use super::findings::Findings;
use crate::document::{STYLE, document, section};
use crate::texts::Voice;
use leon_project::Decomposition;
use maud::{Markup, html};

/// Everything that a section needs.
struct Page<'a> {
    findings: &'a Findings<'a>,
    /// Of a comparison: which entries make the difference.
    why: Option<&'a Decomposition>,
    voice: Voice,
}

/// The whole page, which holds its own style and drawings and asks for nothing from elsewhere.
pub fn page(findings: &Findings<'_>, why: Option<&Decomposition>, voice: Voice) -> String {
    let page = Page { findings, why, voice };
    let title = findings.case.title.as_str();
    let sections = [
        fan::section,
        lists::years,
        lists::differences,
        lists::terms,
        lists::published,
        lists::groups,
        lists::places,
        lists::leans,
        lists::measured,
        lists::about,
    ];
    let body = html! {
        header {
            p.kicker { (voice.text("project-kicker")) }
            h1 { (title) }
        }
        main { @for section in sections { (section(&page)) } }
    };
    document(voice, title, &[STYLE, include_str!("page/style.css")], &body)
}

impl Page<'_> {
    /// A section with its heading and, under it, what it shows in a sentence.
    fn section(&self, id: &str, heading: &str, lead: &str, content: &Markup) -> Markup {
        section(self.voice, id, heading, lead, content)
    }
}
