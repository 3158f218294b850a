//! Why a part of a goal is lost.

use super::outcome::{outcome, placed};
use crate::route::words::Words;
use fluent_templates::fluent_bundle::FluentValue;
use leon_check::PartOf;
use leon_model::{Doing, Seconds};
use leon_route::{Because, GoalReason, WhyNot};

/// What is lost, why, and the best alternative.
pub fn goal_reason(reason: &GoalReason, words: &Words<'_>) -> String {
    let voice = words.voice;
    let goal = reason.part.goal;
    let amount = format!("{} {}", words.goal_value(goal, reason.part.amount), words.goal_unit(goal));
    let mut parts = vec![format!("{}: {}.", about(&reason.part.of, words), amount.trim_end_matches('.'))];
    parts.extend(because(&reason.because, words));
    if let Some(first) = reason.alternatives.first() {
        parts.push(match &first.why_not {
            WhyNot::Possible(instead) => {
                let variables =
                    [("placed", placed(&instead.placed, words).into()), ("cost", outcome(instead, words).into())];
                voice.text_with("goal-instead", &variables)
            }
            _ => voice.text("goal-nobody-else"),
        });
    }
    parts.join(" ")
}

fn about(of: &PartOf, words: &Words<'_>) -> String {
    let id = |name, id: &dyn ToString| (name, FluentValue::from(id.to_string()));
    let visit = |visit| ("visit", FluentValue::from(words.visit(visit)));
    let (key, variables) = match of {
        PartOf::VisitLeftOut { visit: v } => ("about-visit-left-out", vec![visit(v)]),
        PartOf::SlotLeftOut { visit: v, slot } => {
            ("about-slot-left-out", vec![visit(v), ("slot", words.voice.count(slot + 1).into())])
        }
        PartOf::Late { visit: v, carer, .. } => ("about-late", vec![visit(v), id("carer", carer)]),
        PartOf::AboveLowestLevel { visit: v, carer, .. } => ("about-level", vec![visit(v), id("carer", carer)]),
        PartOf::Travel { carer, .. } => ("about-travel", vec![id("carer", carer)]),
        PartOf::Waiting { carer, .. } => ("about-waiting", vec![id("carer", carer)]),
        PartOf::Overtime { carer, .. } => ("about-overtime", vec![id("carer", carer)]),
        PartOf::NewFace { citizen, carer } => ("about-new-face", vec![id("citizen", citizen), id("carer", carer)]),
        PartOf::Unwanted { visit: v, carer, .. } => ("about-unwanted", vec![visit(v), id("carer", carer)]),
        PartOf::Wanted { visit: v, carer, .. } => ("about-wanted", vec![visit(v), id("carer", carer)]),
        PartOf::AboveFairShare { carer } => ("about-fair-share", vec![id("carer", carer)]),
        PartOf::OtherCarer { visit: v, before, .. } => ("about-other-carer", vec![visit(v), id("carer", before)]),
        PartOf::OtherTime { visit: v, carer, .. } => ("about-other-time", vec![visit(v), id("carer", carer)]),
    };
    words.voice.text_with(key, &variables)
}

fn because(because: &Because, words: &Words<'_>) -> Option<String> {
    let voice = words.voice;
    let place = |doing: Option<&Doing>| match doing {
        Some(Doing::Visit { visit, .. }) => words.visit(visit),
        Some(Doing::Pause { .. }) => voice.text("pause-break"),
        None => voice.text("home"),
    };
    let legs = |legs: &mut dyn Iterator<Item = (String, Seconds)>| {
        let legs: Vec<_> = legs.map(|(to, length)| format!("{to} {} min", words.minutes_up(length))).collect();
        legs.join(", ")
    };
    match because {
        Because::ComesFrom { after, free, arrive, start } => {
            let variables = [
                ("after", after.as_ref().map_or_else(|| voice.text("shift-start"), |it| place(Some(it))).into()),
                ("free", words.minute(*free).into()),
                ("arrive", words.minute(*arrive).into()),
                ("start", words.minute(*start).into()),
            ];
            Some(voice.text_with("because-comes-from", &variables))
        }
        Because::LongestWays(ways) => {
            let ways = legs(&mut ways.iter().map(|(to, length)| (place(to.as_ref()), *length)));
            Some(voice.text_with("because-ways", &[("ways", ways.into())]))
        }
        Because::LongestWaits(waits) => {
            let waits = legs(&mut waits.iter().map(|(before, length)| (place(Some(before)), *length)));
            Some(voice.text_with("because-waits", &[("waits", waits.into())]))
        }
        Because::EndsWith { last, end, done } => {
            let variables = [
                ("last", place(Some(last)).into()),
                ("end", words.minute(*end).into()),
                ("done", words.minute(*done).into()),
            ];
            Some(voice.text_with("because-ends", &variables))
        }
        Because::WhoComes { .. } | Because::ItSays => None,
    }
}
