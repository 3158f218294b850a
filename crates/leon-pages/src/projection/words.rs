//! Assumptions and intervals in words.

use crate::names::{Names, lower_first};
use leon_model::{ExtraKind, ScenarioList, StaffFlow};
use leon_project::{Assumed, AssumptionId, EffectFigure, Interval};

/// An assumption, as `Sygeplejersker: afgang om året`.
pub fn assumption(id: &AssumptionId, names: Names<'_>) -> String {
    let voice = names.voice;
    let of = |whose: &str, what: String| format!("{whose}: {what}");
    match id {
        AssumptionId::Flow(group, flow) => of(names.group(group), voice.text(flow_key(*flow))),
        AssumptionId::Inhabitants(age) => voice.text_with("assumption-inhabitants", &[("age", age.as_str().into())]),
        AssumptionId::CareUse(setting) => of(names.setting(setting), voice.text("assumption-care-use")),
        AssumptionId::HealthyAgeing => voice.text("assumption-healthy-ageing"),
        AssumptionId::StaffFollowNeed => voice.text("assumption-staff-follow-need"),
        AssumptionId::StartingGap => voice.text("assumption-starting-gap"),
        AssumptionId::Extra(group, kind) => {
            let kind = match kind {
                ExtraKind::Overtime => "extra-overtime",
                ExtraKind::Recruitment => "extra-recruitment",
                ExtraKind::Agency => "extra-agency",
            };
            of(names.group(group), voice.text_with("assumption-extra", &[("kind", voice.text(kind).into())]))
        }
        AssumptionId::Technology(technology, figure) => {
            let row = names.case.technologies.iter().find(|it| it.id == *technology);
            let name = row.map_or(technology.as_str(), |it| voice.name(&it.name_da, &it.name_en));
            let key = match figure {
                EffectFigure::Eligible => "assumption-eligible",
                EffectFigure::Adoption => "assumption-adoption",
                EffectFigure::Freed => "assumption-freed",
                EffectFigure::Ceiling => "assumption-ceiling",
            };
            of(name, voice.text(key))
        }
        AssumptionId::Change(ScenarioList::Parameters, key) if !key.is_empty() => {
            voice.text(&format!("assumption-{}", key.replace('_', "-")))
        }
        AssumptionId::Change(list, key) if key.is_empty() => voice.text(list_key(*list)),
        AssumptionId::Change(list, key) => of(&voice.text(list_key(*list)), key.clone()),
    }
}

fn flow_key(flow: StaffFlow) -> &'static str {
    match flow {
        StaffFlow::AgeShare => "flow-age-share",
        StaffFlow::Retirement => "flow-retirement",
        StaffFlow::Leaving => "flow-leaving",
        StaffFlow::Outside => "flow-outside",
        StaffFlow::Return => "flow-return",
        StaffFlow::Intake => "flow-intake",
        StaffFlow::Completion => "flow-completion",
        StaffFlow::StudyYears => "flow-study-years",
        StaffFlow::GraduateAge => "flow-graduate-age",
        StaffFlow::TakenUp => "flow-taken-up",
        StaffFlow::WorkingTime => "flow-working-time",
        StaffFlow::Replaced => "flow-replaced",
    }
}

fn list_key(list: ScenarioList) -> &'static str {
    match list {
        ScenarioList::Technologies | ScenarioList::LocalUptakes => "change-technology",
        ScenarioList::Lifts => "change-lift",
        ScenarioList::TaskShifts => "change-task-shift",
        ScenarioList::Education => "change-education",
        ScenarioList::Retention => "change-retention",
        ScenarioList::WorkingTime => "change-working-time",
        ScenarioList::CareTime => "change-care-time",
        ScenarioList::Need => "change-need",
        ScenarioList::Relocations => "change-relocation",
        ScenarioList::Parameters => "change-parameter",
        ScenarioList::Published => "change-published",
        ScenarioList::Costs => "change-cost",
    }
}

/// What had to be assumed, for the case does not say.
pub fn assumed(it: &Assumed, names: Names<'_>) -> String {
    match it {
        Assumed::HandsStay(group) => {
            names.voice.text_with("assumed-hands-stay", &[("group", lower_first(names.group(group)).into())])
        }
        Assumed::NeedStays(place) => {
            names.voice.text_with("assumed-need-stays", &[("place", names.place(place).to_owned().into())])
        }
    }
}

/// An interval's ends, as `8.200 – 14.900`; a dash without draws.
pub fn ends(interval: Interval, draws: usize, names: Names<'_>) -> String {
    if draws == 0 {
        return "–".to_owned();
    }
    let end = |value: f64| names.voice.number(value, usize::from(interval.value.abs() < 100.0));
    format!("{} – {}", end(interval.low), end(interval.high))
}
