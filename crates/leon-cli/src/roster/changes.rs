//! Why a question about changes of a roster is refused.

use crate::failure::Failure;
use crate::texts::Voice;
use leon_pages::roster::changes::refusal;
use leon_roster::ChangeError;

/// Why a question about a roster has no answer.
pub fn refused(error: &ChangeError, voice: Voice) -> Failure {
    Failure::Input(refusal(error, voice))
}
