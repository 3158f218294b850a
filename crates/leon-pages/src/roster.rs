//! Rosters, for people: the words for what the check finds, reasons, and the page of a roster.

pub mod changes;
mod marks;
pub mod page;
pub mod reasons;
pub mod words;

use fluent_templates::fluent_bundle::FluentValue;
use leon_check::RosterVerdict;
use leon_model::{Moment, Period, Roster};

/// A period with its fingerprint.
pub struct PeriodFile {
    pub period: Period,
    /// SHA-256 of what was read, in hexadecimal.
    pub sha256: String,
}

/// A roster and what is known of it.
pub struct Published<'a> {
    pub file: &'a PeriodFile,
    pub roster: &'a Roster,
    pub verdict: &'a RosterVerdict,
    /// When changes to a roster that people know are told.
    pub told: Option<Moment>,
}

/// The dates of a period, as variables of a text.
pub fn span(period: &Period) -> [(&'static str, FluentValue<'static>); 2] {
    [("first", period.first.to_string().into()), ("last", period.last.to_string().into())]
}

/// Whom a row counts, in the period's own ids.
pub fn who(who: &leon_model::Who) -> Vec<String> {
    let groups = who.groups.iter().map(ToString::to_string);
    let competences = who.competences.iter().map(ToString::to_string);
    let functions = who.functions.iter().map(ToString::to_string);
    groups.chain(competences).chain(functions).chain(who.experience.iter().map(|it| it.word().to_owned())).collect()
}
