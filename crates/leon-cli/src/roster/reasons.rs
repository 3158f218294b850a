//! The words for explanations of a roster.

mod conflict;
mod difference;
mod uncovered;
mod wish;
mod worth;

pub use conflict::conflicts;
pub use difference::difference;
pub use uncovered::uncovered;
pub use wish::wish;
pub use worth::worth;

use crate::failure::Failure;
use crate::texts::Voice;
use leon_pages::roster::reasons::{goals, hindrance, remedy, works};
use leon_roster::AskError;

/// Why a question is refused.
pub fn refused(error: &AskError, voice: Voice) -> Failure {
    let text = match error {
        AskError::UnknownRow { cover, rows } => voice
            .text_with("roster-ask-row", &[("row", voice.count(*cover).into()), ("rows", voice.count(*rows).into())]),
        AskError::RowNotOn { cover, date } => voice
            .text_with("roster-ask-date", &[("row", voice.count(*cover).into()), ("date", date.to_string().into())]),
        AskError::UnknownWish { wish } => voice.text_with("roster-ask-wish", &[("wish", wish.to_string().into())]),
        AskError::NoPeriod(problems) => {
            voice.text_with("roster-ask-period", &[("number", voice.count(problems.len()).into())])
        }
        AskError::TooLarge(error) => return super::read::too_large(&error.clone().into(), voice),
    };
    Failure::Usage(text)
}
