//! A change of one rule that would make a visit fit, with its price.

use super::outcome::{moved, placed};
use crate::route::words::Words;
use fluent_templates::fluent_bundle::FluentValue;
use leon_route::{Relaxation, Remedy};

/// What to change, who comes then, and what it costs.
pub fn remedy(remedy: &Remedy, words: &Words<'_>) -> String {
    let voice = words.voice;
    let id = |name, id: &dyn ToString| (name, FluentValue::from(id.to_string()));
    let count = |name, count: usize| (name, FluentValue::from(voice.count(count)));
    let minutes = |it: leon_model::Minutes| ("minutes", FluentValue::from(voice.number(it.0 as f64, 0)));
    let (key, variables) = match &remedy.relaxation {
        Relaxation::StartLater { minutes: m, .. } => ("remedy-later", vec![minutes(*m)]),
        Relaxation::StartEarlier { minutes: m, .. } => ("remedy-earlier", vec![minutes(*m)]),
        Relaxation::Overtime { carer, minutes: m, .. } => ("remedy-overtime", vec![id("carer", carer), minutes(*m)]),
        Relaxation::MoreTravel { carer, minutes: m, .. } => ("remedy-travel", vec![id("carer", carer), minutes(*m)]),
        Relaxation::MoreVisits { carer, .. } => ("remedy-visits", vec![id("carer", carer)]),
        Relaxation::AllowGroup { slot, group } => ("remedy-group", vec![id("group", group), count("slot", slot + 1)]),
        Relaxation::UnpinCarer { slot } => ("remedy-unpin-carer", vec![count("slot", slot + 1)]),
        Relaxation::UnpinStart => ("remedy-unpin-start", vec![]),
        Relaxation::LeaveOut { visit } => ("remedy-leave-out", vec![("visit", words.visit(visit).into())]),
    };
    let mut parts = vec![voice.text_with(key, &variables)];
    parts.push(voice.text_with("remedy-placed", &[("placed", placed(&remedy.placed, words).into())]));
    if let Some(moved) = moved(&remedy.moved, words) {
        parts.push(voice.text_with("remedy-moves", &[("moved", moved.into())]));
    }
    parts.push(match remedy.kroner {
        Some(kroner) => voice.text_with("remedy-kroner", &[("dkk", voice.kroner(kroner).into())]),
        None => voice.text_with("remedy-price", &[("minutes", voice.number(remedy.price, 0).into())]),
    });
    parts.join(" ")
}
