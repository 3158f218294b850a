//! Why a visit is left out, and what would make it fit.

use super::{obstacles, outcome, placed, remedy, title};
use crate::route::figures::visit;
use crate::route::words::Words;
use crate::screen::Screen;
use leon_route::LeftOutReason;

/// The whole reason under its heading.
pub fn left_out_reason(reason: &LeftOutReason, words: &Words<'_>, screen: Screen) -> String {
    let voice = words.voice;
    let found = visit(words.day, &reason.visit);
    let mut text = screen.heading(&title(&reason.visit, words));
    let is_done_without = found.is_some_and(|it| reason.slots.iter().all(|slot| !it.slots[*slot].needed));
    if is_done_without {
        let slots: Vec<_> = reason.slots.iter().map(|it| voice.count(it + 1)).collect();
        text += &screen.paragraph(&voice.text_with("explain-done-without", &[("slots", slots.join(", ").into())]));
    }
    if let Some(fits) = &reason.fits {
        let variables = [("placed", placed(&fits.placed, words).into()), ("cost", outcome(fits, words).into())];
        text += &screen.paragraph(&voice.text_with("explain-fits", &variables));
    } else {
        text += &screen.paragraph(&voice.text(if reason.remedies.is_empty() {
            "explain-no-remedy"
        } else {
            "explain-remedies"
        }));
        for (number, it) in (1..).zip(&reason.remedies) {
            text += &screen.item(&format!("{number}."), &remedy(it, words));
        }
    }
    let obstacles = obstacles(&reason.obstacles, found, words);
    if !obstacles.is_empty() {
        text += &screen.paragraph(&voice.text("explain-obstacles"));
        text.extend(obstacles.iter().map(|line| screen.item("–", line)));
    }
    text
}
