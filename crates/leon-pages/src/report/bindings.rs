//! The bindings by value, and the best set of them.

use super::Report;
use super::sources::reference;
use crate::numbers::MISSING;
use crate::table::{Lean, bar, largest, part, table, text};
use crate::texts::Voice;
use leon_match::{BindingValue, LiftSet, Saved};
use maud::{Markup, html};

pub(super) fn section(report: &Report<'_>) -> Markup {
    if report.findings.matched.binding_values.is_empty() {
        return html! {};
    }
    let content = html! { (values(report)) (sets(report)) };
    report.section("bindings", "report-bindings", "report-bindings-lead", &content)
}

fn values(report: &Report<'_>) -> Markup {
    let voice = report.voice;
    let values = report.findings.bindings_by_value();
    let most = largest(values.iter().map(|it| it.saved.weighted_unmet));
    let row = |value: &&BindingValue| {
        let binding = report.names.case.bindings.iter().find(|it| it.id == value.binding);
        let word = |key: Option<String>| text(key.map_or_else(String::new, |key| voice.text(&key)));
        vec![
            text(report.names.binding(&value.binding)),
            word(binding.map(|it| format!("theme-{}", it.theme))),
            word(binding.map(|it| format!("justified-{}", it.justified))),
            text(voice.weighted(value.saved.weighted_unmet)),
            bar(part(value.saved.weighted_unmet, most), "lift"),
            text(voice.kroner(-value.saved.bought)),
            text(in_all(voice, &value.saved)),
            binding.map_or_else(Markup::default, |it| reference(report, &it.source)),
        ]
    };
    let columns = [
        (Lean::Words, voice.text("column-binding")),
        (Lean::Words, voice.text("column-theme")),
        (Lean::Words, voice.text("column-justified")),
        (Lean::Number, voice.text("column-saved")),
        (Lean::Words, String::new()),
        (Lean::Number, voice.text("column-extra-dkk")),
        (Lean::Number, voice.text("column-in-all-dkk")),
        (Lean::Words, voice.text("column-source")),
    ];
    table(&voice.text("bindings-title"), &columns, &values.iter().map(row).collect::<Vec<_>>())
}

/// Met and bought hours together in kroner, where the case values an unmet hour.
fn in_all(voice: Voice, saved: &Saved) -> String {
    saved.dkk.map_or_else(|| MISSING.to_owned(), |it| voice.kroner(it))
}

fn sets(report: &Report<'_>) -> Markup {
    let voice = report.voice;
    let sets = &report.findings.matched.best_sets;
    let row = |set: &LiftSet| {
        vec![
            text(voice.count(set.lifted.len())),
            text(set.lifted.last().map_or("", |it| report.names.binding(it))),
            text(voice.weighted(set.saved.weighted_unmet)),
            text(voice.weighted(set.sum_alone.weighted_unmet)),
            text(voice.weighted_change(set.interaction().weighted_unmet)),
            text(voice.kroner(-set.saved.bought)),
            text(in_all(voice, &set.saved)),
        ]
    };
    let columns = [
        (Lean::Words, voice.text("column-count")),
        (Lean::Words, voice.text("column-lifted-too")),
        (Lean::Number, voice.text("column-together")),
        (Lean::Number, voice.text("column-alone")),
        (Lean::Number, voice.text("column-interaction")),
        (Lean::Number, voice.text("column-extra-dkk")),
        (Lean::Number, voice.text("column-in-all-dkk")),
    ];
    html! {
        @if !sets.is_empty() {
            (table(&voice.text("sets-title"), &columns, &sets.iter().map(row).collect::<Vec<_>>()))
            p.note { (voice.text("report-sets-note")) }
        }
    }
}
