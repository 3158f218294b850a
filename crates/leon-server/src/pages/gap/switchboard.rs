//! The switchboard: every binding with its switch, its theme, its source and what lifting it alone is worth.

use crate::desk::Desk;
use leon_match::Matched;
use leon_model::{Binding, BindingId};
use leon_pages::numbers::MISSING;
use leon_pages::report::Report;
use leon_pages::table::{Lean, table, text};
use leon_pages::texts::Voice;
use maud::{Markup, html};
use std::collections::BTreeSet;

pub fn section(desk: &Desk, report: &Report<'_>, lifted: &BTreeSet<BindingId>, voice: Voice) -> Markup {
    let worth = desk.worth();
    let mut bindings: Vec<&Binding> = desk.case.bindings.iter().filter(|it| it.in_force).collect();
    // Those worth most first; in the case's order until that is known, so that no row moves under a hand.
    bindings.sort_by(|a, b| saved(worth, &b.id).total_cmp(&saved(worth, &a.id)));
    let columns = [
        (Lean::Words, voice.text("column-binding")),
        (Lean::Words, voice.text("column-lifted")),
        (Lean::Words, voice.text("column-theme")),
        (Lean::Words, voice.text("column-justified")),
        (Lean::Number, voice.text("column-saved")),
        (Lean::Words, voice.text("column-source")),
    ];
    let rows: Vec<_> = bindings.iter().map(|it| row(it, worth, report, lifted, voice)).collect();
    html! {
        section id="switchboard" aria-labelledby="switchboard-heading" {
            h2 id="switchboard-heading" { (voice.text("switchboard-title")) }
            p.lead { (voice.text("switchboard-lead")) }
            @if worth.is_none() { p.notice role="status" { (voice.text("switchboard-valuing")) } }
            form action="/gap#switchboard" method="get" data-at-once {
                div.buttons {
                    button { (voice.text("switchboard-plan")) }
                    @if !lifted.is_empty() { a href="/gap#switchboard" { (voice.text("switchboard-none")) } }
                    @if let Some(best) = worth.and_then(|it| it.best_sets.last()) {
                        a href=(address(best.lifted.iter())) {
                            @let count = best.lifted.len();
                            (voice.text_with("switchboard-best", &[("count", count.into()), ("number", voice.count(count).into())]))
                        }
                    }
                }
                (table("", &columns, &rows))
            }
        }
    }
}

fn row(
    binding: &Binding,
    worth: Option<&Matched>,
    report: &Report<'_>,
    lifted: &BTreeSet<BindingId>,
    voice: Voice,
) -> Vec<Markup> {
    let name = voice.name(&binding.name_da, &binding.name_en);
    let switch = html! {
        input type="checkbox" name="lift" value=(binding.id) checked[lifted.contains(&binding.id)]
            aria-label=(voice.text_with("switchboard-switch", &[("binding", name.into())]));
    };
    let value = worth.map_or_else(|| MISSING.to_owned(), |_| voice.weighted(saved(worth, &binding.id)));
    vec![
        text(name),
        switch,
        text(voice.text(&format!("theme-{}", binding.theme))),
        text(voice.text(&format!("justified-{}", binding.justified))),
        text(value),
        report.reference(&binding.source),
    ]
}

fn saved(worth: Option<&Matched>, binding: &BindingId) -> f64 {
    let values = worth.map_or(&[][..], |it| &it.binding_values);
    values.iter().find(|it| it.binding == *binding).map_or(0.0, |it| it.saved.weighted_unmet)
}

/// The page with these lifted. Ids of bindings are made of letters, digits and marks that an address may hold.
fn address<'a>(lifted: impl Iterator<Item = &'a BindingId>) -> String {
    let pairs: Vec<_> = lifted.map(|it| format!("lift={it}")).collect();
    format!("/gap?{}#switchboard", pairs.join("&"))
}
