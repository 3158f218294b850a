//! Why hours are missing in one place for one group, in words, and how to meet them.

use crate::grid::{Grid, Lean};
use crate::names::{Names, lower_first};
use crate::numbers::MISSING;
use crate::screen::Screen;
use leon_match::{Explanation, Reason, Remedy, Way, Why};
use leon_model::{GroupId, Kroner};

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
    let lines = merged(&explained.reasons).into_iter().map(|it| screen.item("–", &reason(&it, names)));
    screen.heading(&names.voice.text("explain-reasons")) + &lines.collect::<String>()
}

/// A reason that holds for these groups alike.
struct Shared<'a> {
    reason: &'a Reason,
    groups: Vec<&'a GroupId>,
}

/// Reasons that differ in nothing but the group, said once.
fn merged(reasons: &[Reason]) -> Vec<Shared<'_>> {
    let mut merged: Vec<Shared<'_>> = Vec::new();
    for reason in reasons {
        let group = group(&reason.why);
        let alike = |it: &&mut Shared<'_>| {
            it.reason.setting == reason.setting
                && (it.reason.unmet.0 - reason.unmet.0).abs() < 0.05
                && group.is_some()
                && is_alike(&it.reason.why, &reason.why)
        };
        match merged.iter_mut().find(alike) {
            Some(it) => it.groups.extend(group),
            None => merged.push(Shared { reason, groups: group.into_iter().collect() }),
        }
    }
    merged
}

fn group(why: &Why) -> Option<&GroupId> {
    match why {
        Why::UsedUp { group }
        | Why::NoStaff { group }
        | Why::Forbidden { group, .. }
        | Why::Lacks { group, .. }
        | Why::HeldBack { group } => Some(group),
        Why::TechnologyAtLimit { .. } | Why::TechnologyForbidden { .. } => None,
    }
}

fn is_alike(a: &Why, b: &Why) -> bool {
    match (a, b) {
        (Why::Forbidden { binding: a, .. }, Why::Forbidden { binding: b, .. }) => a == b,
        (Why::Lacks { competence: a, .. }, Why::Lacks { competence: b, .. }) => a == b,
        _ => std::mem::discriminant(a) == std::mem::discriminant(b),
    }
}

/// One reason as a sentence.
fn reason(it: &Shared<'_>, names: Names<'_>) -> String {
    let voice = names.voice;
    let within: Vec<_> = it.groups.iter().map(|it| lower_first(names.group(it))).collect();
    let first = it.groups.first().map_or_else(String::new, |it| names.group(it).to_owned());
    let leading: Vec<_> = [first].into_iter().chain(within.iter().skip(1).cloned()).collect();
    let setting = lower_first(names.setting(&it.reason.setting));
    let mut variables = vec![("setting", setting.into()), ("unmet", voice.hours(it.reason.unmet).into())];
    let key = match &it.reason.why {
        Why::UsedUp { .. } => "why-used-up",
        Why::NoStaff { .. } => "why-no-staff",
        Why::HeldBack { .. } => "why-held-back",
        Why::Forbidden { binding, .. } => {
            variables.push(("binding", names.binding(binding).into()));
            "why-forbidden"
        }
        Why::Lacks { competence, .. } => {
            variables.push(("competence", lower_first(names.competence(competence)).into()));
            "why-lacks"
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
    let groups = if matches!(it.reason.why, Why::NoStaff { .. }) { within } else { leading };
    variables.push(("group", groups.join(", ").into()));
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
