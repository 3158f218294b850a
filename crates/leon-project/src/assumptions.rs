//! The figures that a projection assumes or only knows within a range, and where draws put them.
//!
//! A draw gives each figure a *position* from -1, its low end, over 0, its value, to 1, its high end. The
//! position depends on seed, draw and the figure's name alone, so two scenarios see the same draw of all
//! they share (common random numbers).

use crate::backtest::backtest;
use leon_model::rng::Rng;
use leon_model::{
    AgeBand, Case, EvidenceClass, ExtraKind, Figure, GroupId, Scenario, ScenarioList, ScenarioParameter, SettingId,
    SourceId, StaffFlow, TechnologyId, UptakeEffect,
};
use std::collections::BTreeMap;

/// Which figure, or which figures that move together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AssumptionId {
    /// A flow of a staff group, at all ages.
    Flow(GroupId, StaffFlow),
    /// Inhabitants of an age band, in all places and years.
    Inhabitants(AgeBand),
    /// Who uses the care of a setting: its first ages against the others.
    CareUse(SettingId),
    HealthyAgeing,
    StaffFollowNeed,
    StartingGap,
    /// Hours of a kind that can be bought of a group, in all places.
    Extra(GroupId, ExtraKind),
    /// A figure of a technology's effect.
    Technology(TechnologyId, EffectFigure),
    /// The figure of an entry of the scenario, named so that entries of two scenarios that change the same are one.
    Change(ScenarioList, String),
}

/// The figures of a technology's effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EffectFigure {
    Eligible,
    Adoption,
    Freed,
    Ceiling,
}

impl std::fmt::Display for AssumptionId {
    /// A name that stays the same from version to version, for result tables and for draws.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Flow(group, flow) => write!(f, "flow/{group}/{flow}"),
            Self::Inhabitants(age) => write!(f, "inhabitants/{age}"),
            Self::CareUse(setting) => write!(f, "care_use/{setting}"),
            Self::HealthyAgeing => f.write_str("healthy_ageing"),
            Self::StaffFollowNeed => f.write_str("staff_follow_need"),
            Self::StartingGap => f.write_str("starting_gap"),
            Self::Extra(group, kind) => write!(f, "extra/{group}/{kind}"),
            Self::Technology(id, figure) => write!(f, "technology/{id}/{figure:?}"),
            Self::Change(list, key) => write!(f, "{}/{key}", list.name()),
        }
    }
}

/// A figure with a range that a projection leans on.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumption {
    pub id: AssumptionId,
    /// The weakest of its figures.
    pub class: EvidenceClass,
    pub source: SourceId,
}

/// Every assumption of a case under a scenario, by id. Figures without a range are none.
pub fn assumptions(case: &Case, scenario: &Scenario) -> Vec<Assumption> {
    let mut found: BTreeMap<AssumptionId, (EvidenceClass, SourceId)> = BTreeMap::new();
    let mut add = |id: AssumptionId, figure: &Figure| {
        if figure.low < figure.high {
            let it = found.entry(id).or_insert((figure.class, figure.source.clone()));
            if figure.class > it.0 {
                *it = (figure.class, figure.source.clone());
            }
        }
    };
    for it in &case.workforce {
        add(AssumptionId::Flow(it.group.clone(), it.flow), &it.value);
    }
    for it in &case.population {
        add(AssumptionId::Inhabitants(it.age), &it.persons);
    }
    // An error measured on the past is a range as well.
    if let Some(past) = case.population_history.first().filter(|_| !backtest(case).is_empty()) {
        for &age in AgeBand::ALL {
            add(AssumptionId::Inhabitants(age), &Figure { low: 0.0, ..past.persons.clone() });
        }
    }
    for it in &case.care_use {
        add(AssumptionId::CareUse(it.setting.clone()), &it.share);
    }
    for &parameter in ScenarioParameter::ALL {
        let id = match parameter {
            ScenarioParameter::HealthyAgeing => AssumptionId::HealthyAgeing,
            ScenarioParameter::StaffFollowNeed => AssumptionId::StaffFollowNeed,
            ScenarioParameter::StartingGap => AssumptionId::StartingGap,
        };
        let changed = scenario.parameters.iter().find(|it| it.parameter == parameter).map(|it| &it.value);
        if let Some(figure) = changed.or(parameter.of(&case.parameters).as_ref()) {
            add(id, figure);
        }
    }
    for it in &case.extra_hours {
        add(AssumptionId::Extra(it.group.clone(), it.kind), &it.fte_max);
    }
    for it in &case.technologies {
        let uptake = scenario.technologies.iter().find(|uptake| uptake.technology == it.id);
        let effect = match uptake.map(|it| &it.effect) {
            Some(UptakeEffect::Other(effect)) => Some(&**effect),
            Some(UptakeEffect::Claim { .. }) => None,
            Some(UptakeEffect::OfCase) | None => it.effect.as_ref(),
        };
        let technology = |figure| AssumptionId::Technology(it.id.clone(), figure);
        if let Some(effect) = effect {
            add(technology(EffectFigure::Eligible), &effect.eligible_share);
            add(technology(EffectFigure::Adoption), &effect.adoption);
            add(technology(EffectFigure::Freed), &effect.freed_share);
        }
        if let Some(uptake) = uptake {
            add(technology(EffectFigure::Ceiling), &uptake.ceiling);
            uptake.places.iter().for_each(|it| add(technology(EffectFigure::Ceiling), &it.ceiling));
        }
    }
    for (id, figure) in changes(scenario) {
        add(id, figure);
    }
    found.into_iter().map(|(id, (class, source))| Assumption { id, class, source }).collect()
}

/// The figures of a scenario's entries beside technologies, in the order of lists and entries.
fn changes(scenario: &Scenario) -> Vec<(AssumptionId, &Figure)> {
    let mut all = Vec::new();
    all.extend(scenario.education.iter().map(|it| (education(&it.group), &it.intake_change)));
    all.extend(scenario.retention.iter().map(|it| (entry(ScenarioList::Retention, &it.groups), &it.leaving_factor)));
    all.extend(scenario.working_time.iter().map(|it| (entry(ScenarioList::WorkingTime, &it.groups), &it.factor)));
    all.extend(scenario.care_time.iter().map(|it| (entry(ScenarioList::CareTime, &it.settings), &it.factor)));
    all.extend(scenario.need.iter().map(|it| (entry(ScenarioList::Need, &it.settings), &it.per_year)));
    all.extend(scenario.relocations.iter().map(|it| (relocation(it), &it.share)));
    all
}

/// The id of an entry that is known by what it is for; for all when empty.
pub(crate) fn entry<Id: std::fmt::Display>(list: ScenarioList, of: &[Id]) -> AssumptionId {
    let of: Vec<String> = of.iter().map(ToString::to_string).collect();
    AssumptionId::Change(list, if of.is_empty() { "all".to_owned() } else { of.join("+") })
}

pub(crate) fn education(group: &GroupId) -> AssumptionId {
    AssumptionId::Change(ScenarioList::Education, group.to_string())
}

pub(crate) fn relocation(it: &leon_model::Relocation) -> AssumptionId {
    let key = format!("{}/{}>{}/{}", it.from_setting, it.from_task, it.to_setting, it.to_task);
    AssumptionId::Change(ScenarioList::Relocations, key)
}

/// Where each figure stands within its range.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Positions {
    /// All at their values.
    Central,
    /// Drawn: the triangular distribution around the value, by seed and number of the draw.
    Drawn { seed: u64, draw: u64 },
    /// One moved, all others at their values.
    Moved(AssumptionId, f64),
}

impl Positions {
    /// From -1, the low end, to 1, the high end.
    pub(crate) fn of(&self, id: &AssumptionId) -> f64 {
        match self {
            Self::Central => 0.0,
            Self::Drawn { seed, draw } => {
                let mut stream = stream(*seed, *draw, &id.to_string());
                stream.unit() + stream.unit() - 1.0
            }
            Self::Moved(moved, position) => {
                if moved == id {
                    *position
                } else {
                    0.0
                }
            }
        }
    }

    /// The figure where this draw puts it.
    pub(crate) fn value(&self, id: &AssumptionId, figure: &Figure) -> f64 {
        at(figure, self.of(id))
    }
}

/// A figure at a position within its range.
pub(crate) fn at(figure: &Figure, position: f64) -> f64 {
    let end = if position < 0.0 { figure.low } else { figure.high };
    figure.value + position.abs() * (end - figure.value)
}

/// The stream of one assumption in one draw, so that what it is does not hang on which others are drawn: seeded by
/// FNV-1a of seed, draw and name.
fn stream(seed: u64, draw: u64, name: &str) -> Rng {
    let bytes = seed.to_le_bytes().into_iter().chain(draw.to_le_bytes()).chain(name.bytes());
    Rng::new(bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draw_is_the_same_for_the_same_name_and_other_for_others() {
        let drawn = |seed, draw, id: &AssumptionId| Positions::Drawn { seed, draw }.of(id);
        let (a, b) = (AssumptionId::HealthyAgeing, AssumptionId::StartingGap);
        assert_eq!(drawn(1, 2, &a), drawn(1, 2, &a));
        for other in [drawn(1, 2, &b), drawn(1, 3, &a), drawn(2, 2, &a)] {
            assert_ne!(drawn(1, 2, &a), other);
        }
    }

    #[test]
    fn positions_are_triangular_around_the_value() {
        let count = 20_000;
        let all: Vec<f64> =
            (0..count).map(|draw| Positions::Drawn { seed: 7, draw }.of(&AssumptionId::HealthyAgeing)).collect();
        let mean = all.iter().sum::<f64>() / count as f64;
        let variance = all.iter().map(|it| it * it).sum::<f64>() / count as f64;
        assert!(all.iter().all(|it| (-1.0..1.0).contains(it)));
        // Standard errors: √(1/6 / 20,000) = 0.003 for the mean; the variance of a triangle from -1 to 1 is 1/6.
        assert!(mean.abs() < 0.012, "{mean}");
        assert!((variance - 1.0 / 6.0).abs() < 0.006, "{variance}");
    }

    #[test]
    fn a_position_lies_between_the_ends() {
        let figure = Figure::assumed(10.0, 8.0, 20.0, "s");
        assert_eq!([-1.0, -0.5, 0.0, 0.5, 1.0].map(|it| at(&figure, it)), [8.0, 9.0, 10.0, 15.0, 20.0]);
    }
}
