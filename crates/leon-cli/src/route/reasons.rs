//! Why, and what instead: answers of the planner of visits as sentences.

mod change;
mod event;
mod goal;
mod hindrance;
mod left_out;
mod outcome;
mod remedy;

pub use change::{carer_diff, replanned_change, slot_diff};
pub use event::{event, exceeded, released};
pub use goal::goal_reason;
pub use hindrance::obstacles;
pub use left_out::{left_out_reason, title};
pub use outcome::{outcome, placed};
pub use remedy::remedy;

use super::broken::sentence;
use super::words::{Words, faults};
use crate::failure::Failure;
use leon_route::AskError;

/// Why a question about a plan was refused.
pub fn refused(error: &AskError, words: &Words<'_>) -> Failure {
    let voice = words.voice;
    let text = |key: &str, id: String| voice.text_with(key, &[("id", id.into())]);
    match error {
        AskError::UnknownVisit { visit } => Failure::Usage(text("ask-unknown-visit", visit.to_string())),
        AskError::UnknownCarer { carer } => Failure::Usage(text("ask-unknown-carer", carer.to_string())),
        AskError::VisitKnown { visit } => Failure::Usage(text("ask-visit-known", visit.to_string())),
        AskError::UnknownSlot { visit, slot, slots } => {
            let variables = [
                ("id", visit.to_string().into()),
                ("slot", voice.count(slot + 1).into()),
                ("slots", voice.count(*slots).into()),
            ];
            Failure::Usage(voice.text_with("ask-unknown-slot", &variables))
        }
        AskError::PlanOfAnotherDay(broken) => {
            let reason = sentence(broken, words);
            Failure::Input(voice.text_with("ask-other-day", &[("reason", reason.into())]))
        }
        AskError::RouteBroken { carer, shift } => {
            let variables = [("carer", carer.to_string().into()), ("shift", words.shift(carer, *shift).into())];
            Failure::Input(voice.text_with("ask-route-broken", &variables))
        }
        AskError::NoDay(problems) => {
            let reason = faults(problems, words.clock, voice);
            Failure::Input(voice.text_with("ask-no-day", &[("reason", reason.into())]))
        }
    }
}
