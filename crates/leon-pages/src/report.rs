//! The report: one page to read in a browser and to print, with everything in it. One file per section.

mod about;
mod bindings;
mod evidence;
mod flow;
mod gap;
mod headline;
mod map;
mod maturity;
mod prices;
mod shortages;
mod sources;
mod who;

use crate::document::{STYLE, document, section};
use crate::findings::Findings;
use crate::names::Names;
use crate::texts::Voice;
use leon_ledger::Account;
use leon_model::SourceId;
use maud::{Markup, html};

/// Everything that a section needs.
pub struct Report<'a> {
    findings: &'a Findings<'a>,
    voice: Voice,
    names: Names<'a>,
    /// Hash of the case, as in the run's own table.
    case_hash: &'a str,
    /// Where an account's page is, in a browser.
    accounts_at: Option<&'a str>,
}

/// The sections of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Headline,
    Flow,
    Map,
    Gap,
    Bindings,
    Prices,
    Who,
    Shortages,
    Maturity,
    Evidence,
    Sources,
    About,
}

impl Part {
    /// Every section, as they stand in a report.
    pub const ALL: [Self; 12] = [
        Self::Headline,
        Self::Flow,
        Self::Map,
        Self::Gap,
        Self::Bindings,
        Self::Prices,
        Self::Who,
        Self::Shortages,
        Self::Maturity,
        Self::Evidence,
        Self::Sources,
        Self::About,
    ];
}

/// The whole page. It holds its own style and charts and asks for nothing from elsewhere.
pub fn page(findings: &Findings<'_>, voice: Voice, case_hash: &str) -> String {
    let report = Report::new(findings, voice, case_hash);
    let title = voice.text_with("headline-title", &[("title", findings.case.title.as_str().into())]);
    let body = html! {
        header {
            p.kicker { (voice.text("report-kicker")) }
            h1 { (findings.case.title) }
        }
        main { @for part in Part::ALL { (report.part(part)) } }
    };
    document(voice, &title, &[STYLE], &body)
}

impl<'a> Report<'a> {
    /// A report in the precision of `voice`; `case_hash` says what it was made from.
    pub fn new(findings: &'a Findings<'a>, voice: Voice, case_hash: &'a str) -> Self {
        Self { findings, voice, names: findings.names(voice), case_hash, accounts_at: None }
    }

    /// The same report with figures that lead to their account in the book of hours, at this address and its name.
    pub fn with_accounts_at(self, address: &'a str) -> Self {
        Self { accounts_at: Some(address), ..self }
    }

    fn address_of(&self, account: Account) -> Option<String> {
        self.accounts_at.map(|it| format!("{it}/{account}"))
    }

    /// One section; empty when it has nothing to say.
    pub fn part(&self, part: Part) -> Markup {
        match part {
            Part::Headline => headline::section(self),
            Part::Flow => flow::section(self),
            Part::Map => map::section(self),
            Part::Gap => gap::section(self),
            Part::Bindings => bindings::section(self),
            Part::Prices => prices::section(self),
            Part::Who => who::section(self),
            Part::Shortages => shortages::section(self),
            Part::Maturity => maturity::section(self),
            Part::Evidence => evidence::section(self),
            Part::Sources => sources::section(self),
            Part::About => about::section(self),
        }
    }

    /// The number of a source in the list of [`Part::Sources`], as a link to it.
    pub fn reference(&self, source: &SourceId) -> Markup {
        sources::reference(self, source)
    }

    /// A section with its heading and, under it, what it shows in a sentence.
    fn section(&self, id: &str, heading: &str, lead: &str, content: &Markup) -> Markup {
        section(self.voice, id, heading, lead, content)
    }
}
