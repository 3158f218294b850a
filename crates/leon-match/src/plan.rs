//! The plan read out of the programme's hours.

use crate::goals::SolvedPart;
use crate::model::{Hours, Model};
use leon_model::{BindingId, Care, Doer, Extra, Lending, MatchPlan, NeedKey, Objective, StaffKey};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Hours below this are simplex noise and left out.
const NOISE: f64 = 1e-7;

/// Hours of every column, put together from the parts.
pub(crate) fn hours(model: &Model<'_>, solved: &[Arc<SolvedPart>]) -> Vec<f64> {
    let mut hours = vec![0.0; model.lp.columns()];
    for part in solved {
        for (&column, &value) in part.part.columns.iter().zip(&part.hours) {
            hours[column] = value;
        }
    }
    hours
}

/// The plan with these hours in the programme's columns.
pub(crate) fn read(model: &Model<'_>, hours: &[f64], lifted: &BTreeSet<BindingId>) -> MatchPlan {
    let case = model.case;
    let mut plan = MatchPlan { lifted: lifted.clone(), ..MatchPlan::default() };
    let staff = |capacity: usize| case.capacity[capacity].key();
    for (column, &value) in hours.iter().enumerate().filter(|(_, value)| **value > NOISE) {
        let hours = leon_model::Hours(value);
        let care = |need: usize, doer: Doer| Care { need: case.needs[need].key(), doer, hours };
        match model.hours[column] {
            Hours::Care { need, holding } => {
                let it = &case.holdings[holding];
                plan.care.push(care(need, Doer::Staff { group: it.group.clone(), through: it.through }));
            }
            Hours::Remote { need, pool, holding } => {
                let it = &case.holdings[holding];
                let pool = case.pools[pool].id.clone();
                plan.care.push(care(need, Doer::Remote { group: it.group.clone(), pool, through: it.through }));
            }
            Hours::Technology { need, technology } => {
                plan.care.push(care(need, Doer::Technology(case.technologies[technology].id.clone())));
            }
            Hours::Unmet { .. } => {}
            Hours::Extra { extra } => {
                let it = &case.extra_hours[extra];
                plan.extra.push(Extra { staff: it.key(), kind: it.kind, hours });
            }
            Hours::Lent { pool, from, to } => {
                let pool = case.pools[pool].id.clone();
                plan.lending.push(Lending { pool, from: staff(from), to: to.map(staff), hours });
            }
        }
    }
    close_needs(model, &mut plan);
    plan.objective = objective(model, &plan);
    plan
}

/// Sets each need's unmet hours to what its care leaves open, so that coverage is exact.
fn close_needs(model: &Model<'_>, plan: &mut MatchPlan) {
    let mut met: BTreeMap<&NeedKey, f64> = BTreeMap::new();
    for care in &plan.care {
        *met.entry(&care.need).or_default() += care.hours.0;
    }
    let open = |need: &leon_model::Need| {
        let key = need.key();
        let unmet = need.hours_per_week.value - met.get(&key).copied().unwrap_or(0.0);
        (unmet > NOISE).then_some((key, leon_model::Hours(unmet)))
    };
    plan.unmet = model.case.needs.iter().filter_map(open).collect();
}

/// The plan's value under each goal.
fn objective(model: &Model<'_>, plan: &MatchPlan) -> Objective {
    let case = model.case;
    let prices: BTreeMap<_, _> =
        case.prices.iter().map(|it| ((it.group.clone(), it.kind), it.dkk_per_hour.value)).collect();
    let mut by_group: BTreeMap<(&NeedKey, &leon_model::GroupId), f64> = BTreeMap::new();
    let mut level_hours = 0.0;
    for care in &plan.care {
        if let Some(group) = care.doer.group() {
            level_hours += f64::from(case.group(group).level) * care.hours.0;
            *by_group.entry((&care.need, group)).or_default() += care.hours.0;
        }
    }
    let needs: BTreeMap<NeedKey, usize> = case.needs.iter().enumerate().map(|(at, it)| (it.key(), at)).collect();
    let today = |key: &NeedKey, group: &leon_model::GroupId| {
        model.index.today.get(&(needs[key], model.index.groups[group])).copied().unwrap_or(0.0)
    };
    Objective {
        weighted_unmet: plan.unmet.iter().map(|(key, hours)| case.severity(&key.task, key.complexity) * hours.0).sum(),
        bought_dkk: plan.extra.iter().map(|it| prices[&(it.staff.group.clone(), it.kind)] * it.hours.0).sum(),
        level_hours,
        moved_hours: by_group.iter().map(|((key, group), hours)| (hours - today(key, group)).max(0.0)).sum(),
    }
}

/// Hours bought and hours in use, by whose they are.
pub(crate) struct Use {
    pub(crate) bought: f64,
    pub(crate) used: f64,
}

/// For each capacity row of the case, what the programme's columns take from it.
pub(crate) fn uses(model: &Model<'_>, hours: &[f64]) -> Vec<Use> {
    let mut uses: Vec<Use> = model.case.capacity.iter().map(|_| Use { bought: 0.0, used: 0.0 }).collect();
    for (column, &value) in hours.iter().enumerate().filter(|(_, value)| **value > NOISE) {
        for (row, entry) in model.lp.column(column).filter(|(row, _)| model.capacity_rows.contains(row)) {
            let it = &mut uses[row - model.capacity_rows.start];
            match model.hours[column] {
                Hours::Extra { .. } => it.bought += value,
                _ => it.used += entry * value,
            }
        }
    }
    uses
}

/// Whose hours a capacity row holds.
pub(crate) fn staff(model: &Model<'_>, capacity: usize) -> StaffKey {
    model.case.capacity[capacity].key()
}
