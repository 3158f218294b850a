//! Rosters: how a period and a roster are read, and the words for what the check finds.

pub mod bounds;
pub mod changes;
mod marks;
mod page;
pub mod publish;
pub mod read;
pub mod reasons;
pub mod summary;
mod tables;
pub mod words;

use crate::failure::Failure;
use crate::texts::Voice;
use fluent_templates::fluent_bundle::FluentValue;
use leon_check::{RosterBroken, RosterVerdict};
use leon_model::Period;

/// The dates of a period, as variables of a text.
fn span(period: &Period) -> [(&'static str, FluentValue<'static>); 2] {
    [("first", period.first.to_string().into()), ("last", period.last.to_string().into())]
}

/// A roster that speaks of people, shifts or dates that the period does not have; each is said on standard error.
pub fn unknown(verdict: &RosterVerdict, period: &Period, voice: Voice) -> Failure {
    let words = words::Words { period, voice };
    let is_unknown = |it: &&RosterBroken| {
        matches!(
            it,
            RosterBroken::UnknownPerson { .. } | RosterBroken::UnknownShift { .. } | RosterBroken::OutsidePeriod { .. }
        )
    };
    verdict.broken.iter().filter(is_unknown).for_each(|it| eprintln!("{}", words.broken(it)));
    Failure::Input(voice.text("roster-not-of-period"))
}

/// Whom a row counts, in the period's own ids.
fn who(who: &leon_model::Who) -> Vec<String> {
    let groups = who.groups.iter().map(ToString::to_string);
    let competences = who.competences.iter().map(ToString::to_string);
    let functions = who.functions.iter().map(ToString::to_string);
    groups.chain(competences).chain(functions).chain(who.experience.iter().map(|it| it.word().to_owned())).collect()
}
