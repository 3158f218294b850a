//! Which demands are at odds.

use super::super::words::Words;
use crate::screen::Screen;
use leon_roster::{Claim, Conflicts};

pub fn conflicts(found: &Conflicts, words: Words<'_>, screen: Screen) -> String {
    let voice = words.voice;
    if found.is_empty() {
        return screen.heading(&voice.text("roster-conflict-none"));
    }
    let mut text = String::new();
    if !found.unmendable.is_empty() {
        text += &screen.heading(&voice.text("roster-unmendable"));
        text.extend(found.unmendable.iter().map(|it| screen.item("–", &words.broken(it))));
    }
    for it in &found.people {
        let person = [("person", it.person.to_string().into())];
        text += &screen.heading(&voice.text_with("roster-conflict", &person));
        text.extend(it.claims.iter().map(|it| screen.item("–", &claim(it, words))));
    }
    text
}

fn claim(it: &Claim, words: Words<'_>) -> String {
    let voice = words.voice;
    match it {
        Claim::HardWish { wish } => voice.text_with("roster-claim-wish", &[("wish", wish.to_string().into())]),
        Claim::Absence { absence, from } => {
            let variables = [
                ("absence", voice.text(&format!("absence-{}", absence.word())).into()),
                ("from", words.moment(*from).into()),
            ];
            voice.text_with("roster-claim-absence", &variables)
        }
        Claim::Settled { label, start } => {
            let variables = [("label", label.clone().into()), ("from", words.moment(*start).into())];
            voice.text_with("roster-claim-settled", &variables)
        }
        Claim::Restriction { reason } => {
            let reason = voice.text(&format!("reason-{}", reason.word()));
            voice.text_with("roster-why-restricted", &[("reason", reason.into())])
        }
        Claim::History => voice.text("roster-claim-history"),
        Claim::Rule { rule } => words.rule_named(rule),
    }
}
