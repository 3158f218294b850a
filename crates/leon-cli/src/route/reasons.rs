//! Why, and what instead: answers of the planner of visits on the terminal.

mod left_out;

pub use left_out::left_out_reason;
pub use leon_pages::route::reasons::*;

use super::words::Words;
use crate::failure::Failure;
use leon_route::AskError;

/// Why a question about a plan was refused.
pub fn refused(error: &AskError, words: &Words<'_>) -> Failure {
    let text = refusal(error, words);
    match error {
        AskError::UnknownVisit { .. }
        | AskError::UnknownCarer { .. }
        | AskError::VisitKnown { .. }
        | AskError::UnknownSlot { .. } => Failure::Usage(text),
        AskError::PlanOfAnotherDay(_) | AskError::RouteBroken { .. } | AskError::NoDay(_) => Failure::Input(text),
    }
}
