//! What a change did to a plan: who comes instead, to whom it matters, what it costs, before and after.

use super::kept::{Changed, Kept};
use leon_check::check_route;
use leon_formats::day::read_events;
use leon_model::{Event, Goal};
use leon_pages::numbers::signed;
use leon_pages::route::reasons::{carer_diff, event, exceeded, refusal, slot_diff};
use leon_pages::route::words::Words;
use leon_pages::table::{Lean, table, text};
use leon_route::{SlotDiff, diff_plans};
use maud::{Markup, html};

/// The change from the plan before, with the way back to it.
pub fn section(before: &Kept, after: &Kept, change: &Changed, words: &Words<'_>) -> Markup {
    let voice = words.voice;
    let events = read_events("events", &change.events.to_string(), &after.file.day).events.unwrap_or_default();
    let diff = match diff_plans(&after.file.day, &before.plan, &after.plan) {
        Ok(diff) => diff,
        Err(error) => return html! { p.problem { (refusal(&error, words)) } },
    };
    let touched = [("citizens", diff.citizens_touched.into()), ("carers", diff.carers_touched.into())];
    let slots: Vec<&SlotDiff> = diff.citizens.iter().flat_map(|it| &it.slots).collect();
    html! {
        section id="effect" aria-labelledby="effect-heading" {
            h2 id="effect-heading" { (voice.text("adjusted-title")) }
            ul { @for it in &events { li { (event(it, words)) } } }
            p.notice { (voice.text_with("adjusted-touched", &touched)) }
            @for it in &change.exceeded { p.problem { (exceeded(&it.exceeded(), words)) } }
            @if slots.is_empty() { p { (voice.text("replan-no-changes")) } }
            ul { @for it in &slots { li { (slot_diff(it, words)) " " (because(it, change, &events, words)) } } }
            @if !diff.carers.is_empty() {
                h3 { (voice.text("adjusted-carers")) }
                ul { @for it in &diff.carers { li { (carer_diff(it, words)) } } }
            }
            h3 { (voice.text("adjusted-goals")) }
            (goals(before, after, words))
            p { a href=(format!("/plans/{}", before.answer.id)) { (voice.text("adjusted-undo")) } }
        }
    }
}

fn because(slot: &SlotDiff, change: &Changed, events: &[Event], words: &Words<'_>) -> String {
    let voice = words.voice;
    let is_same = |it: &&(String, usize, Option<usize>)| it.0 == slot.visit.as_str() && it.1 == slot.slot;
    match change.because.iter().find(is_same).map(|it| it.2) {
        Some(Some(index)) if index < events.len() => {
            voice.text_with("replan-because", &[("event", event(&events[index], words).into())])
        }
        Some(_) => voice.text("replan-better"),
        None => String::new(),
    }
}

/// The value of each goal before and after. Less is better.
fn goals(before: &Kept, after: &Kept, words: &Words<'_>) -> Markup {
    let voice = words.voice;
    let was = check_route(&before.file.day, &before.plan, None);
    let is = check_route(&after.file.day, &after.plan, None);
    let columns = [
        (Lean::Words, voice.text("column-goal")),
        (Lean::Number, voice.text("adjusted-before")),
        (Lean::Number, voice.text("adjusted-after")),
        (Lean::Number, voice.text("adjusted-difference")),
        (Lean::Words, voice.text("column-unit")),
    ];
    let goals = after.file.day.goals.levels.iter().flatten().map(|it| it.0).filter(|it| *it != Goal::Changes);
    let row = |goal: Goal| {
        let (was, is) = (was.value(goal), is.value(goal));
        let cells = [
            words.goal(goal),
            words.goal_value(goal, was),
            words.goal_value(goal, is),
            signed(voice.lang, is - was, Words::goal_decimals(goal)),
            words.goal_unit(goal),
        ];
        cells.map(text).to_vec()
    };
    table("", &columns, &goals.map(row).collect::<Vec<_>>())
}
