//! The rules of each span of years under a scenario: which bindings are lifted, who has learned what, and what
//! technologies can do at all.

use leon_model::{
    BindingId, Case, CaseProblem, Effect, EvidenceClass, Figure, Holding, Scenario, Tables, Through, UptakeEffect, Year,
};
use std::collections::{BTreeMap, BTreeSet};

/// A case whose rules hold from a year on.
#[derive(Clone, Debug)]
pub(crate) struct RulesFrom {
    pub(crate) from: Year,
    pub(crate) case: Case,
    pub(crate) lifted: BTreeSet<BindingId>,
}

/// The case in each span of years with the same rules, in order; the first from the first year.
///
/// Technologies of the scenario have their effects throughout; adoption says what comes of them.
pub(crate) fn spans(case: &Case, scenario: &Scenario, first: Year) -> Result<Vec<RulesFrom>, Vec<CaseProblem>> {
    let mut starts = vec![first];
    starts.extend(scenario.rule_years().into_iter().filter(|year| *year > first));
    let mut spans = Vec::new();
    for from in starts {
        let mut tables: Tables = (**case).clone();
        take_up(case, &mut tables, scenario);
        for it in &scenario.parameters {
            *it.parameter.of_mut(&mut tables.parameters) = Some(it.value.clone());
        }
        for it in scenario.task_shifts.iter().filter(|it| it.from <= from) {
            let held = |row: &Holding| {
                row.group == it.group && row.competence == it.competence && row.through == Through::Learned
            };
            tables.holdings.retain(|row| !held(row));
            tables.holdings.push(Holding {
                group: it.group.clone(),
                competence: it.competence.clone(),
                through: Through::Learned,
                training_share: Some(it.training_share.clone()),
                delegator: None,
                supervision_share: None,
            });
        }
        let lifted = scenario.lifts.iter().filter(|it| it.from <= from).map(|it| it.binding.clone()).collect();
        spans.push(RulesFrom { from, case: Case::new(tables)?, lifted });
    }
    Ok(spans)
}

/// Gives the scenario's technologies their effects.
fn take_up(case: &Case, tables: &mut Tables, scenario: &Scenario) {
    for uptake in &scenario.technologies {
        let Some(it) = tables.technologies.iter_mut().find(|it| it.id == uptake.technology) else { continue };
        match &uptake.effect {
            UptakeEffect::OfCase => {}
            UptakeEffect::Other(effect) => it.effect = Some((**effect).clone()),
            UptakeEffect::Claim { own_hours } => {
                let full = claimed_share(case, it);
                let source = it.claimed_fte.as_ref().map_or_else(|| "".into(), |it| it.source.clone());
                let claimed = |value: f64| Figure::exact(value, EvidenceClass::Claim, source.clone());
                let (own_hours_share, own_hours_group) = match own_hours {
                    Some((share, group)) => (share.clone(), group.clone()),
                    None => (claimed(0.0), case.staff_groups[0].id.clone()),
                };
                it.effect = Some(Effect {
                    eligible_share: claimed(full),
                    adoption: claimed(0.0),
                    freed_share: claimed(1.0),
                    own_hours_share,
                    own_hours_group,
                });
            }
        }
    }
}

/// The share of the hours in a technology's scope that its claim comes to: the care hours of the claimed
/// employees, at the mean net care share of the settings in scope, of the hours needed there; 1 at most.
pub fn claimed_share(case: &Case, technology: &leon_model::Technology) -> f64 {
    let Some(claim) = &technology.claimed_fte else { return 0.0 };
    let hours = scope_hours(case, technology);
    if hours <= 0.0 {
        return 0.0;
    }
    (claimed_hours(case, technology, claim.value) / hours).min(1.0)
}

/// Hours a week needed in a technology's scope.
pub fn scope_hours(case: &Case, technology: &leon_model::Technology) -> f64 {
    let of_scope = case.needs.iter().filter(|it| technology.covers(&it.setting, &it.task, it.complexity));
    of_scope.map(|it| it.hours_per_week.value).sum()
}

/// Care hours a week of so many full-time equivalents in the settings of a technology's scope.
pub fn claimed_hours(case: &Case, technology: &leon_model::Technology, fte: f64) -> f64 {
    let mut by_setting: BTreeMap<&leon_model::SettingId, f64> = BTreeMap::new();
    for it in case.needs.iter().filter(|it| technology.covers(&it.setting, &it.task, it.complexity)) {
        *by_setting.entry(&it.setting).or_default() += it.hours_per_week.value;
    }
    let all: f64 = by_setting.values().sum();
    let share: f64 =
        by_setting.iter().map(|(setting, hours)| hours / all * crate::year::care_share(case, setting)).sum();
    case.paid_hours(fte).0 * share
}
