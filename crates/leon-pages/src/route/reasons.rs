//! Why, and what instead: answers of the planner of visits as sentences.

mod change;
mod event;
mod goal;
mod hindrance;
mod outcome;
mod remedy;
mod title;

pub use change::{carer_diff, replanned_change, slot_diff};
pub use event::{event, exceeded, released};
pub use goal::goal_reason;
pub use hindrance::obstacles;
pub use outcome::{outcome, placed};
pub use remedy::remedy;
pub use title::title;

use super::broken::sentence;
use super::words::{Words, faults};
use leon_route::AskError;

/// Why a question about a plan was refused.
pub fn refusal(error: &AskError, words: &Words<'_>) -> String {
    let voice = words.voice;
    let text = |key: &str, id: String| voice.text_with(key, &[("id", id.into())]);
    match error {
        AskError::UnknownVisit { visit } => text("ask-unknown-visit", visit.to_string()),
        AskError::UnknownCarer { carer } => text("ask-unknown-carer", carer.to_string()),
        AskError::VisitKnown { visit } => text("ask-visit-known", visit.to_string()),
        AskError::UnknownSlot { visit, slot, slots } => {
            let variables = [
                ("id", visit.to_string().into()),
                ("slot", voice.count(slot + 1).into()),
                ("slots", voice.count(*slots).into()),
            ];
            voice.text_with("ask-unknown-slot", &variables)
        }
        AskError::PlanOfAnotherDay(broken) => {
            let reason = sentence(broken, words);
            voice.text_with("ask-other-day", &[("reason", reason.into())])
        }
        AskError::RouteBroken { carer, shift } => {
            let variables = [("carer", carer.to_string().into()), ("shift", words.shift(carer, *shift).into())];
            voice.text_with("ask-route-broken", &variables)
        }
        AskError::NoDay(problems) => {
            let reason = faults(problems, words.clock, voice);
            voice.text_with("ask-no-day", &[("reason", reason.into())])
        }
    }
}
