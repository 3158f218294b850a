//! Rosters: how a period and a roster are read, and the words for what the check finds.

pub mod bounds;
pub mod changes;
pub mod publish;
pub mod read;
pub mod reasons;
pub mod summary;
mod tables;

pub use leon_pages::roster::{page, words};
use leon_pages::roster::{span, who};

use crate::failure::Failure;
use crate::texts::Voice;
use leon_check::{RosterBroken, RosterVerdict};
use leon_model::Period;

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
