//! Why a shift is uncovered, and what would cover it.

use super::super::words::Words;
use super::{hindrance, remedy};
use crate::screen::Screen;
use leon_model::Minutes;
use leon_roster::UncoveredReason;

pub fn uncovered(it: &UncoveredReason, words: Words<'_>, screen: Screen) -> String {
    let voice = words.voice;
    let mut text = screen.heading(&words.cover(&it.found));
    text.extend(hindrance::groups(&it.people, words).iter().map(|line| screen.item("–", line)));
    if it.found.short == Minutes(0) {
        return text;
    }
    let title = if it.remedies.is_empty() { "roster-remedy-none" } else { "roster-remedy-title" };
    text += &screen.paragraph(&voice.text(title));
    for (place, it) in it.remedies.iter().enumerate() {
        text += &screen.item(&format!("{}.", place + 1), &remedy::remedy(it, words));
    }
    text
}
