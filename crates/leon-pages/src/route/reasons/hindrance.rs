//! What stands in carers' way of a visit.

use crate::route::words::Words;
use fluent_templates::fluent_bundle::FluentValue;
use leon_model::{Doing, Mode, Visit};
use leon_route::{Hindrance, Obstacle};

/// A line for all carers who are hindered alike.
pub fn obstacles(obstacles: &[Obstacle], visit: Option<&Visit>, words: &Words<'_>) -> Vec<String> {
    let several_slots = visit.is_some_and(|it| it.slots.len() > 1);
    let mut lines: Vec<(String, Vec<&str>)> = Vec::new();
    for it in obstacles {
        let reasons: Vec<_> = it.hindrances.iter().map(|it| phrase(it, words)).collect();
        let mut said = reasons.join("; ");
        if several_slots {
            let slot = words.voice.count(it.slot + 1);
            said = words.voice.text_with("hindered-slot", &[("slot", slot.into()), ("reason", said.into())]);
        }
        match lines.iter_mut().find(|(line, _)| *line == said) {
            Some((_, carers)) if carers.last() != Some(&it.carer.as_str()) => carers.push(it.carer.as_str()),
            Some(_) => {}
            None => lines.push((said, vec![it.carer.as_str()])),
        }
    }
    lines.into_iter().map(|(reason, carers)| format!("{}: {reason}", carers.join(", "))).collect()
}

/// What stands in the way, without who it is.
fn phrase(hindrance: &Hindrance, words: &Words<'_>) -> String {
    let time = |name, moment| (name, FluentValue::from(words.minute(moment)));
    let id = |name, id: &dyn ToString| (name, FluentValue::from(id.to_string()));
    let (key, variables) = match hindrance {
        Hindrance::CompetenceMissing { competence } => ("hindered-competence", vec![id("competence", competence)]),
        Hindrance::GroupNotAllowed { group, allowed } => {
            let allowed: Vec<_> = allowed.iter().map(ToString::to_string).collect();
            ("hindered-group", vec![id("group", group), ("allowed", allowed.join(", ").into())])
        }
        Hindrance::Forbidden => ("hindered-forbidden", vec![]),
        Hindrance::TraineeMismatch { trainee: true } => ("hindered-trainee", vec![]),
        Hindrance::TraineeMismatch { trainee: false } => ("hindered-no-trainee", vec![]),
        Hindrance::WrongMode { mode: Mode::Screen, .. } => ("hindered-screen", vec![]),
        Hindrance::WrongMode { .. } => ("hindered-physical", vec![]),
        Hindrance::PinnedToOther { carer } => ("hindered-pinned", vec![id("carer", carer)]),
        Hindrance::FillsOtherSlot { slot } => {
            ("hindered-other-slot", vec![("slot", words.voice.count(slot + 1).into())])
        }
        Hindrance::NoWay => ("hindered-no-way", vec![]),
        Hindrance::WindowCloses { comes, closes } => {
            ("hindered-window", vec![time("comes", *comes), time("closes", *closes)])
        }
        Hindrance::StartPinned { comes, pinned } => {
            ("hindered-start-pinned", vec![time("comes", *comes), time("pinned", *pinned)])
        }
        Hindrance::NoGap { next, comes, latest, short_by } => {
            let next = match next {
                Doing::Visit { visit, .. } => words.visit(visit),
                Doing::Pause { .. } => words.voice.text("pause-break"),
            };
            let minutes = ("minutes", words.minutes_up(*short_by).into());
            ("hindered-no-gap", vec![("next", next.into()), time("comes", *comes), time("latest", *latest), minutes])
        }
        Hindrance::OvertimeLimit { done, latest } => {
            ("hindered-overtime", vec![time("done", *done), time("latest", *latest)])
        }
        Hindrance::TravelLimit { travel, most } => {
            let travel = ("travel", words.minutes_up(*travel).into());
            ("hindered-travel", vec![travel, ("most", words.minutes_up(*most).into())])
        }
        Hindrance::VisitsLimit { most } => {
            ("hindered-visits", vec![("most", words.voice.count(*most as usize).into())])
        }
        Hindrance::CarMissing { pool } => ("hindered-car", vec![id("pool", pool)]),
        Hindrance::Together { with } => ("hindered-together", vec![("with", words.visit(with).into())]),
        Hindrance::NoSecondCarer { at } => ("hindered-second", vec![time("at", *at)]),
        Hindrance::CouldCome { at } => ("hindered-could", vec![time("at", *at)]),
    };
    words.voice.text_with(key, &variables)
}
