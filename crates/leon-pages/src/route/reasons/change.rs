//! What tells two plans apart.

use crate::numbers::signed;
use crate::route::words::Words;
use leon_model::{CarerId, Moment, Seconds, VisitId};
use leon_route::{CarerDiff, Change, SlotChange, SlotDiff};

/// A slot that is done otherwise.
pub fn slot_diff(diff: &SlotDiff, words: &Words<'_>) -> String {
    let stop = |carer: &CarerId, start: Moment| Some((carer.clone(), start));
    let (before, after) = match &diff.change {
        SlotChange::OtherTime { carer, from, to } => (stop(carer, *from), stop(carer, *to)),
        SlotChange::OtherCarer { from, to, start_from, start_to } => (stop(from, *start_from), stop(to, *start_to)),
        SlotChange::NewlyDone { carer, start } => (None, stop(carer, *start)),
        SlotChange::NewlyLeftOut { carer, start } => (stop(carer, *start), None),
        SlotChange::Cancelled { carer, start } => {
            let variables =
                [("visit", diff.visit.to_string().into()), ("was", format!("{carer} {}", words.minute(*start)).into())];
            return words.voice.text_with("change-cancelled", &variables);
        }
    };
    let mut text = change(&diff.visit, &before, &after, words);
    if !diff.noticeable {
        text += &format!(" {}", words.voice.text("change-small"));
    }
    text
}

/// A slot that events changed; the reason is said by another.
pub fn replanned_change(it: &Change, words: &Words<'_>) -> String {
    change(&it.visit, &it.before, &it.after, words)
}

fn change(
    visit: &VisitId,
    before: &Option<(CarerId, Moment)>,
    after: &Option<(CarerId, Moment)>,
    words: &Words<'_>,
) -> String {
    let visit = ("visit", words.visit(visit).into());
    let text = |key: &str, variables: &[(&'static str, fluent_templates::fluent_bundle::FluentValue<'_>)]| {
        words.voice.text_with(key, variables)
    };
    let minute = |moment: &Moment| words.minute(*moment).into();
    let stop = |(carer, start): &(CarerId, Moment)| format!("{carer} {}", words.minute(*start)).into();
    match (before, after) {
        (Some((carer, from)), Some((now, to))) if carer == now => {
            let variables = [visit, ("carer", carer.to_string().into()), ("from", minute(from)), ("to", minute(to))];
            text("change-time", &variables)
        }
        (Some(was), Some(is)) => text("change-carer", &[visit, ("was", stop(was)), ("is", stop(is))]),
        (None, Some(is)) => text("change-new", &[visit, ("is", stop(is))]),
        (Some(was), None) => text("change-gone", &[visit, ("was", stop(was))]),
        (None, None) => text("change-still-out", &[visit]),
    }
}

/// What changes for a carer's shift.
pub fn carer_diff(diff: &CarerDiff, words: &Words<'_>) -> String {
    let voice = words.voice;
    let ids = |visits: &[(VisitId, usize)]| visits.iter().map(|it| it.0.to_string()).collect::<Vec<_>>().join(", ");
    let mut parts = Vec::new();
    if !diff.gained.is_empty() {
        parts.push(voice.text_with("diff-gained", &[("visits", ids(&diff.gained).into())]));
    }
    if !diff.lost.is_empty() {
        parts.push(voice.text_with("diff-lost", &[("visits", ids(&diff.lost).into())]));
    }
    if diff.order_changed {
        parts.push(voice.text("diff-order"));
    }
    if diff.travel != Seconds::ZERO {
        let minutes = signed(voice.lang, diff.travel.minutes(), 1);
        parts.push(voice.text_with("diff-travel", &[("minutes", minutes.into())]));
    }
    match diff.done {
        (Some(was), Some(is)) if was != is => {
            let variables = [("was", words.minute(was).into()), ("is", words.minute(is).into())];
            parts.push(voice.text_with("diff-done", &variables));
        }
        (None, Some(is)) => parts.push(voice.text_with("diff-comes", &[("is", words.minute(is).into())])),
        (Some(_), None) => parts.push(voice.text("diff-stays")),
        _ => {}
    }
    format!("{}: {}", diff.carer, parts.join("; "))
}
