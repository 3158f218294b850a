//! A projection in words and pictures: fan charts, scenarios against each other, places, what it leans on.

pub mod findings;
pub mod lists;
pub mod rows;
pub mod words;
pub mod year_map;

mod fan;
mod tornado;

pub use fan::{Fan, fan};

use crate::document::{STYLE, document, section};
use crate::texts::Voice;
use findings::Findings;
use leon_project::{Decomposition, Explanation};
use maud::{Markup, html};

/// What fan charts look like.
pub const CHARTS: &str = include_str!("projection/style.css");

/// Everything that a section needs.
pub struct Report<'a> {
    pub findings: &'a Findings<'a>,
    /// Of a comparison: which entries make the difference.
    pub why: Option<&'a Decomposition>,
    /// Each assumption moved alone in a year.
    pub explained: Option<&'a Explanation>,
    pub voice: Voice,
}

/// The sections of a projection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Fans,
    Years,
    Differences,
    Terms,
    Published,
    Groups,
    Places,
    Tornado,
    Leans,
    Backtest,
    About,
}

impl Part {
    /// Every section, as they stand on a page.
    pub const ALL: [Self; 11] = [
        Self::Fans,
        Self::Years,
        Self::Differences,
        Self::Terms,
        Self::Published,
        Self::Groups,
        Self::Places,
        Self::Tornado,
        Self::Leans,
        Self::Backtest,
        Self::About,
    ];
}

/// The whole page, which holds its own style and drawings and asks for nothing from elsewhere.
pub fn page(findings: &Findings<'_>, why: Option<&Decomposition>, voice: Voice) -> String {
    let report = Report { findings, why, explained: None, voice };
    let title = findings.case.title.as_str();
    let body = html! {
        header {
            p.kicker { (voice.text("project-kicker")) }
            h1 { (title) }
        }
        main { @for part in Part::ALL { (report.part(part)) } }
    };
    document(voice, title, &[STYLE, CHARTS], &body)
}

impl Report<'_> {
    /// One section; empty when it has nothing to say.
    pub fn part(&self, part: Part) -> Markup {
        match part {
            Part::Fans => fan::section(self),
            Part::Years => lists::years(self),
            Part::Differences => lists::differences(self),
            Part::Terms => lists::terms(self),
            Part::Published => lists::published(self),
            Part::Groups => lists::groups(self),
            Part::Places => lists::places(self),
            Part::Tornado => tornado::section(self),
            Part::Leans => lists::leans(self),
            Part::Backtest => lists::measured(self),
            Part::About => lists::about(self),
        }
    }

    /// A section with its heading and, under it, what it shows in a sentence.
    fn section(&self, id: &str, heading: &str, lead: &str, content: &Markup) -> Markup {
        section(self.voice, id, heading, lead, content)
    }
}
