//! What happened, and what a new plan could not keep.

use crate::route::words::Words;
use leon_model::{Event, EventKind};
use leon_route::{Disturbed, Exceeded, PinReleased};

/// An event in a sentence, with the words of who reported it.
pub fn event(event: &Event, words: &Words<'_>) -> String {
    let voice = words.voice;
    let id = |name, id: &dyn ToString| (name, id.to_string().into());
    let (key, variables) = match &event.kind {
        EventKind::CarerSick { carer } => ("event-sick", vec![id("carer", carer)]),
        EventKind::VisitNew { visit } => ("event-new", vec![("visit", words.visit(&visit.id).into())]),
        EventKind::VisitCancelled { visit } => ("event-cancelled", vec![id("visit", visit)]),
        EventKind::VisitOverrun { visit, by } => (
            "event-overrun",
            vec![("visit", words.visit(visit).into()), ("minutes", voice.number(by.0 as f64, 0).into())],
        ),
        EventKind::VisitDone { visit, carer, start, end } => (
            "event-done",
            vec![("visit", words.visit(visit).into()), id("carer", carer), ("time", words.span(*start, *end).into())],
        ),
        EventKind::CarsOut { pool, cars } => {
            ("event-cars", vec![id("pool", pool), ("cars", voice.count(*cars as usize).into())])
        }
        EventKind::VisitPinned { visit, .. } => ("event-pinned", vec![("visit", words.visit(visit).into())]),
        EventKind::VisitUnpinned { visit } => ("event-unpinned", vec![("visit", words.visit(visit).into())]),
    };
    let text = format!("{} {}", words.minute(event.at), voice.text_with(key, &variables));
    match &event.reason {
        Some(reason) => format!("{text} ({reason})"),
        None => text,
    }
}

/// A budget of disturbances that could not be kept.
pub fn exceeded(it: &Exceeded, words: &Words<'_>) -> String {
    let voice = words.voice;
    let mut variables = vec![("most", voice.count(it.most).into()), ("changes", voice.count(it.changes).into())];
    let key = match &it.of {
        Disturbed::Citizen(id) => {
            variables.push(("who", id.to_string().into()));
            "exceeded-citizen"
        }
        Disturbed::Carer(id) => {
            variables.push(("who", id.to_string().into()));
            "exceeded-carer"
        }
        Disturbed::Citizens => "exceeded-citizens",
    };
    voice.text_with(key, &variables)
}

/// A pin that could not be kept.
pub fn released(it: &PinReleased, words: &Words<'_>) -> String {
    let visit = ("visit", words.visit(&it.visit).into());
    match &it.carer {
        Some(carer) => words.voice.text_with("released-pin-carer", &[visit, ("carer", carer.to_string().into())]),
        None => words.voice.text_with("released-pin-time", &[visit]),
    }
}
