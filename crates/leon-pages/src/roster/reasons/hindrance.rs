//! What keeps people from a duty, in words and in groups.

use super::super::words::Words;
use fluent_templates::fluent_bundle::FluentValue;
use leon_roster::{Hindrance, PersonReason};

/// What keeps people from a shift: a line for each hindrance, with how many it keeps and who they are. Who is kept by
/// several is counted under the first.
pub fn groups(people: &[PersonReason], words: Words<'_>) -> Vec<String> {
    let mut groups: Vec<(Option<String>, Vec<&PersonReason>)> = Vec::new();
    for person in people {
        let key = person.hindrances.first().map(|it| kind(it, words));
        match groups.iter_mut().find(|(other, _)| *other == key) {
            Some((_, all)) => all.push(person),
            None => groups.push((key, vec![person])),
        }
    }
    groups.sort_by_key(|(key, all)| (key.is_some(), std::cmp::Reverse(all.len())));
    groups.iter().map(|(key, all)| line(key.as_deref(), all, words)).collect()
}

fn line(key: Option<&str>, people: &[&PersonReason], words: Words<'_>) -> String {
    let voice = words.voice;
    let names = people.iter().map(|it| named(it, words)).collect::<Vec<_>>().join(", ");
    let why = key.map_or_else(|| voice.text("roster-why-nothing"), ToOwned::to_owned);
    let variables: [(&'static str, FluentValue<'_>); 4] = [
        ("count", people.len().into()),
        ("number", voice.count(people.len()).into()),
        ("why", why.into()),
        ("people", names.into()),
    ];
    voice.text_with("roster-why-group", &variables)
}

/// A person, with what is the person's own about the hindrance.
fn named(it: &PersonReason, words: Words<'_>) -> String {
    match it.hindrances.first() {
        Some(Hindrance::AtWork { shift, .. }) => format!("{} ({shift})", it.person),
        Some(Hindrance::Rule(found)) => {
            format!("{} ({})", it.person, words.measure(found.found))
        }
        _ => it.person.to_string(),
    }
}

/// A kind of hindrance; a rule with its paragraph and what it asks.
pub fn kind(it: &Hindrance, words: Words<'_>) -> String {
    let voice = words.voice;
    match it {
        Hindrance::OtherGroup => voice.text("roster-why-other-group"),
        Hindrance::OtherUnit => voice.text("roster-why-other-unit"),
        Hindrance::CompetenceMissing { competence } => {
            voice.text_with("roster-why-competence", &[("competence", competence.to_string().into())])
        }
        Hindrance::NotCounted => voice.text("roster-why-not-counted"),
        Hindrance::AtWork { .. } => voice.text("roster-why-at-work"),
        Hindrance::Settled { .. } => voice.text("roster-why-settled"),
        Hindrance::Away { absence } => {
            let absence = voice.text(&format!("absence-{}", absence.word()));
            voice.text_with("roster-why-away", &[("absence", absence.into())])
        }
        Hindrance::Restricted { reason } => {
            let reason = voice.text(&format!("reason-{}", reason.word()));
            voice.text_with("roster-why-restricted", &[("reason", reason.into())])
        }
        Hindrance::HardWish { .. } => voice.text("roster-why-hard-wish"),
        Hindrance::Rule(found) => {
            let variables =
                [("rule", words.rule_named(&found.rule).into()), ("asked", words.measure(found.asked).into())];
            voice.text_with("roster-why-rule", &variables)
        }
    }
}
