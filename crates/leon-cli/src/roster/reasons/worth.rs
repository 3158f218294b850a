//! What a roster is worth, goal by goal and rule by rule.

use super::super::words::Words;
use crate::screen::Screen;
use leon_check::RosterPartOf;
use leon_model::RuleId;
use leon_roster::{RosterWorth, RuleCount};

pub fn worth(it: &RosterWorth, top: usize, words: Words<'_>, screen: Screen) -> String {
    let voice = words.voice;
    let mut text = String::new();
    for goal in it.goals.iter().filter(|it| !it.parts.is_empty()) {
        let name = voice.text(&format!("roster-goal-{}", goal.goal));
        text += &screen.heading(&format!("{name}: {}", voice.number(goal.value, 1)));
        let parts = goal.parts.iter().take(top);
        text.extend(
            parts.map(|it| screen.item("–", &format!("{}: {}", part(&it.of, words), voice.number(it.amount, 1)))),
        );
        if let Some(more) = goal.parts.len().checked_sub(top).filter(|it| *it > 0) {
            text += &screen.item("–", &voice.text_with("roster-more", &[("number", voice.count(more).into())]));
        }
    }
    if !it.rules.is_empty() {
        text += &screen.heading(&voice.text("roster-rule-counts"));
        text.extend(it.rules.iter().map(|it| screen.item("–", &count(it, words))));
    }
    text
}

fn count(it: &RuleCount, words: Words<'_>) -> String {
    let voice = words.voice;
    let variables = [
        ("rule", words.rule_named(&it.rule).into()),
        ("broken", voice.count(it.broken).into()),
        ("priced", voice.count(it.priced).into()),
        ("kroner", voice.number(it.dkk.0, 2).into()),
        ("advised", voice.count(it.advised).into()),
    ];
    voice.text_with("roster-rule-count", &variables)
}

/// Who or what a part of a goal is, and when.
fn part(of: &RosterPartOf, words: Words<'_>) -> String {
    let voice = words.voice;
    let by_rule = |person: &Option<leon_model::PersonId>, rule: &RuleId| {
        let person = person.as_ref().map_or_else(|| voice.text("roster-all"), ToString::to_string);
        format!("{person}: {}", words.rule_named(rule))
    };
    match of {
        RosterPartOf::Cover { cover, date } => format!("{date}: {}", words.row(*cover)),
        RosterPartOf::Mix { mix, date } => {
            let row = &words.period.mix[*mix];
            let variables = [
                ("date", date.to_string().into()),
                ("unit", row.unit.to_string().into()),
                ("from", row.span.from.to_string().into()),
                ("to", row.span.to.to_string().into()),
            ];
            voice.text_with("roster-part-mix", &variables)
        }
        RosterPartOf::Price { person, rule } | RosterPartOf::Advice { person, rule } => by_rule(person, rule),
        RosterPartOf::Norm { person, first } => {
            let variables = [("person", person.to_string().into()), ("first", first.to_string().into())];
            voice.text_with("roster-part-norm", &variables)
        }
        RosterPartOf::AboveFairShare { person, kind } => {
            format!("{person}: {}", voice.text(&format!("burden-{}", kind.word())))
        }
        RosterPartOf::Wish { wish } => {
            let person = words.period.wishes.iter().find(|it| it.id == *wish).map(|it| it.person.to_string());
            format!("{}: {wish}", person.unwrap_or_default())
        }
        RosterPartOf::Changed { person, date } => format!("{person}: {date}"),
        RosterPartOf::Profiles { unit, date, kind } => {
            format!("{unit}, {date}: {}", voice.text(&format!("shift-kind-{}", kind.word())))
        }
    }
}
