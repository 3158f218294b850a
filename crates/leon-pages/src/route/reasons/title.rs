//! What a visit is called over the reasons that concern it.

use crate::route::figures::visit;
use crate::route::words::Words;
use leon_model::VisitId;

/// A visit with its citizen, time and weight.
pub fn title(id: &VisitId, words: &Words<'_>) -> String {
    let Some(found) = visit(words.day, id) else { return words.visit(id) };
    let variables = [
        ("visit", words.visit(id).into()),
        ("citizen", found.citizen.to_string().into()),
        ("window", words.windows(found).into()),
        ("priority", words.necessity(found.necessity).into()),
    ];
    words.voice.text_with("explain-visit", &variables)
}
