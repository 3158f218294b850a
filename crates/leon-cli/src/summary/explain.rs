//! Why hours are missing in one place for one group, in words, and how to meet them.

use crate::grid::{Grid, Lean};
use crate::names::{Names, lower_first};
use crate::numbers::MISSING;
use crate::screen::Screen;
use leon_match::{Explanation, Reason, Remedy, Way, Why};
use leon_model::Kroner;

/// The whole explanation.
pub fn explanation(explained: &Explanation, names: Names<'_>, screen: Screen) -> String {
    let voice = names.voice;
    let (place, group) = (names.place(&explained.place), names.group(&explained.group));
    let who = [("place", place.into()), ("group", lower_first(group).into())];
    let title = screen.heading(&voice.text_with("explain-title", &who)).trim_start_matches('\n').to_owned();
    let amounts = [
        ("unmet", voice.hours(explained.unmet).into()),
        ("need", voice.hours(explained.need).into()),
        ("share", voice.share(explained.unmet, explained.need).into()),
    ];
    if explained.unmet.0 <= 0.0 {
        return title + &screen.paragraph(&voice.text_with("explain-nothing", &amounts));
    }
    title
        + &screen.paragraph(&voice.text_with("explain-unmet", &amounts))
        + &tasks(explained, names, screen)
        + &reasons(explained, names, screen)
        + &ways(explained, names, screen)
}

fn tasks(explained: &Explanation, names: Names<'_>, screen: Screen) -> String {
    let voice = names.voice;
    let words = ["column-task", "column-setting", "column-complexity", "column-competence"];
    let columns = words.map(|key| (Lean::Words, voice.text(key)));
    let mut grid = Grid::new(columns.into_iter().chain([(Lean::Number, voice.text("column-unmet"))]));
    for it in &explained.tasks {
        grid.row([
            names.task(&it.task).to_owned(),
            names.setting(&it.setting).to_owned(),
            names.complexity(it.complexity).to_owned(),
            names.competence(&it.competence).to_owned(),
            voice.hours(it.unmet),
        ]);
    }
    screen.heading(&voice.text("explain-tasks")) + &grid.render(screen.width)
}

fn reasons(explained: &Explanation, names: Names<'_>, screen: Screen) -> String {
    if explained.reasons.is_empty() {
        return String::new();
    }
    let lines = explained.reasons.iter().map(|it| screen.item("–", &reason(it, names)));
    screen.heading(&names.voice.text("explain-reasons")) + &lines.collect::<String>()
}

/// One reason as a sentence.
fn reason(it: &Reason, names: Names<'_>) -> String {
    let voice = names.voice;
    let setting = ("setting", lower_first(names.setting(&it.setting)).into());
    let mut variables = vec![setting, ("unmet", voice.hours(it.unmet).into())];
    let key = match &it.why {
        Why::UsedUp { group } => {
            variables.push(("group", names.group(group).into()));
            "why-used-up"
        }
        Why::NoStaff { group } => {
            variables.push(("group", lower_first(names.group(group)).into()));
            "why-no-staff"
        }
        Why::Forbidden { group, binding } => {
            variables.extend([("group", names.group(group).into()), ("binding", names.binding(binding).into())]);
            "why-forbidden"
        }
        Why::Lacks { group, competence } => {
            let competence = lower_first(names.competence(competence));
            variables.extend([("group", names.group(group).into()), ("competence", competence.into())]);
            "why-lacks"
        }
        Why::HeldBack { group } => {
            variables.push(("group", names.group(group).into()));
            "why-held-back"
        }
        Why::TechnologyAtLimit { technology } => {
            variables.push(("technology", names.technology(technology).into()));
            "why-technology"
        }
        Why::TechnologyForbidden { technology, binding } => {
            let technology = names.technology(technology).into();
            variables.extend([("technology", technology), ("binding", names.binding(binding).into())]);
            "why-technology-forbidden"
        }
    };
    voice.text_with(key, &variables)
}

fn ways(explained: &Explanation, names: Names<'_>, screen: Screen) -> String {
    let voice = names.voice;
    let heading = screen.heading(&voice.text("explain-ways"));
    if explained.ways.is_empty() {
        return heading + &screen.paragraph(&voice.text("explain-no-way"));
    }
    let line = |(index, it): (usize, &Way)| screen.item(&format!("{}.", index + 1), &way(it, names));
    heading + &explained.ways.iter().enumerate().map(line).collect::<String>()
}

/// One way as a sentence, with what it costs.
fn way(it: &Way, names: Names<'_>) -> String {
    let voice = names.voice;
    let met = ("met", voice.hours(it.met).into());
    let what = match &it.remedy {
        Remedy::LiftBinding(id) => {
            let binding = names.binding(id).into();
            voice.text_with("way-lift", &[("binding", binding), ("id", id.as_str().into()), met])
        }
        Remedy::MoreHours { staff, kind, hours } => {
            let mut variables = vec![
                ("hours", voice.hours(*hours).into()),
                ("group", lower_first(names.group(&staff.group)).into()),
                ("where", names.staffed(staff).into()),
                met,
            ];
            let key = kind.map_or("way-hours", |kind| {
                variables.push(("kind", voice.text(&format!("extra-{kind}")).into()));
                "way-hours-bought"
            });
            voice.text_with(key, &variables)
        }
        Remedy::FullAdoption { technology } => {
            voice.text_with("way-technology", &[("technology", names.technology(technology).into()), met])
        }
    };
    format!("{what} {}", cost(it, names))
}

/// What a way costs, all in all and for each hour met; some save.
fn cost(it: &Way, names: Names<'_>) -> String {
    let voice = names.voice;
    match it.cost {
        None => voice.text("way-cost-unknown"),
        Some(Kroner(week)) if week <= -0.5 => {
            voice.text_with("way-saves", &[("week", voice.kroner(Kroner(-week)).into())])
        }
        Some(Kroner(week)) if week < 0.5 => voice.text("way-free"),
        Some(week) => {
            let hour = if it.met.0 > 0.0 { voice.kroner(Kroner(week.0 / it.met.0)) } else { MISSING.to_owned() };
            voice.text_with("way-cost", &[("week", voice.kroner(week).into()), ("hour", hour.into())])
        }
    }
}
