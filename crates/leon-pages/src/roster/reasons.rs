//! Why, and what instead: answers about a roster as sentences.

pub mod hindrance;
pub mod remedy;
pub mod wish;

use super::words::Words;
use crate::texts::Voice;
use leon_roster::{Changed, GoalChange, Work};

/// What somebody does else, date by date.
pub fn changes(changes: &[Changed], words: Words<'_>) -> String {
    let lines = changes.iter().map(|it| {
        let variables = [
            ("person", it.person.to_string().into()),
            ("date", it.date.to_string().into()),
            ("from", works(&it.before, words).into()),
            ("to", works(&it.now, words).into()),
        ];
        words.voice.text_with("roster-change", &variables)
    });
    lines.collect::<Vec<_>>().join("; ")
}

/// What somebody works on a date.
pub fn works(all: &[Work], words: Words<'_>) -> String {
    if all.is_empty() { words.voice.text("roster-wants-off") } else { words.works(all) }
}

/// The goals that change, each with by how much it gets worse (−: better).
pub fn goals(all: &[GoalChange], voice: Voice) -> String {
    let change = |it: &GoalChange| {
        format!(
            "{} {}",
            voice.text(&format!("roster-goal-{}", it.goal)),
            crate::numbers::signed(voice.lang, it.worse(), 1)
        )
    };
    let changed: Vec<String> = all.iter().filter(|it| it.worse().abs() >= 0.05).map(change).collect();
    if changed.is_empty() { voice.text("roster-goals-same") } else { changed.join("; ") }
}

impl Words<'_> {
    /// A rule's text with its paragraph.
    pub fn rule_named(&self, id: &leon_model::RuleId) -> String {
        let rule = self.period.packs.iter().flat_map(|pack| &pack.rules).find(|rule| rule.id == *id);
        let Some(rule) = rule else { return id.to_string() };
        let variables = [
            ("text", self.voice.name(&rule.text_da, &rule.text_en).to_owned().into()),
            ("paragraph", rule.paragraph.clone().into()),
            ("rule", id.to_string().into()),
        ];
        self.voice.text_with("roster-rule-named", &variables)
    }
}
