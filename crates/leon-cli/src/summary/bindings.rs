//! What lifting each binding would give, and the best set of them.

use super::Summary;
use crate::grid::Lean;
use leon_match::{BindingValue, LiftSet, Saved};

pub(super) fn section(summary: &Summary<'_>) -> String {
    let (findings, voice) = (summary.findings, summary.voice);
    let valued: Vec<_> = findings.bindings_by_value().into_iter().filter(|it| saves(&it.saved)).collect();
    if valued.is_empty() && !findings.matched.binding_values.is_empty() {
        return summary.screen.heading(&voice.text("bindings-title"))
            + &summary.screen.paragraph(&voice.text("bindings-none"));
    }
    let rows = valued.into_iter().map(|it| row(summary, it)).collect();
    let columns = [
        (Lean::Words, "column-binding"),
        (Lean::Words, "column-theme"),
        (Lean::Words, "column-justified"),
        (Lean::Number, "column-saved"),
        (Lean::Number, "column-extra-dkk"),
    ];
    summary.list(&voice.text("bindings-title"), &columns, rows) + &sets(summary)
}

fn row(summary: &Summary<'_>, value: &BindingValue) -> Vec<String> {
    let voice = summary.voice;
    let binding = summary.findings.case.bindings.iter().find(|it| it.id == value.binding);
    let word =
        |family: &str, word: Option<&str>| word.map_or_else(String::new, |it| voice.text(&format!("{family}-{it}")));
    vec![
        binding.map_or(value.binding.as_str(), |it| voice.name(&it.name_da, &it.name_en)).to_owned(),
        word("theme", binding.map(|it| it.theme.as_str())),
        word("justified", binding.map(|it| it.justified.as_str())),
        voice.weighted(value.saved.weighted_unmet),
        voice.kroner(-value.saved.bought),
    ]
}

/// Whether lifting gives anything: unmet hours met, or hours that need not be bought.
fn saves(saved: &Saved) -> bool {
    saved.weighted_unmet > 0.0 || saved.bought.0 > 0.0
}

/// The best sets, each one binding larger than the one before it.
fn sets(summary: &Summary<'_>) -> String {
    let voice = summary.voice;
    let row = |set: &LiftSet| {
        vec![
            voice.count(set.lifted.len()),
            set.lifted.last().map_or("", |it| summary.names.binding(it)).to_owned(),
            voice.weighted(set.saved.weighted_unmet),
            voice.weighted(set.sum_alone.weighted_unmet),
            voice.weighted_change(set.interaction().weighted_unmet),
            voice.kroner(-set.saved.bought),
        ]
    };
    let rows: Vec<_> = summary.findings.matched.best_sets.iter().map(row).collect();
    if rows.len() < 2 {
        return String::new();
    }
    let columns = [
        (Lean::Number, ""),
        (Lean::Words, "column-lifted-too"),
        (Lean::Number, "column-together"),
        (Lean::Number, "column-alone"),
        (Lean::Number, "column-interaction"),
        (Lean::Number, "column-extra-dkk"),
    ];
    summary.list(&voice.text("sets-title"), &columns, rows)
}
