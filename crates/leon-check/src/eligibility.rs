//! Who may do it: competence, technology's scope and reach, remote work; and that every row is sane.

use crate::Violation;
use crate::rows::{By, Done, NeedRow, Rows, finite_or_zero};
use crate::tolerance::exceeds;
use leon_model::{Doer, Hours, Pool, Reach, TechnologyId};
use std::collections::BTreeMap;

pub(crate) fn check(rows: &Rows<'_>, violations: &mut Vec<Violation>) {
    lifted(rows, violations);
    for care in &rows.plan.care {
        if rows.need_row(&care.need).is_none() {
            violations.push(Violation::UnknownNeed { need: care.need.clone() });
        }
        if !is_amount(care.hours) {
            violations.push(Violation::NotAnAmount { row: "care", hours: care.hours });
        }
    }
    for done in &rows.done {
        match &done.by {
            By::Staff { .. } => competence(done, violations),
            By::Remote { pool, .. } => {
                competence(done, violations);
                remote(rows, done, *pool, violations);
            }
            By::Technology(_) => technology(done, violations),
        }
    }
    technology_reach(rows, violations);
}

/// Hours in a row of a plan: a finite number above 0.
pub(crate) fn is_amount(hours: Hours) -> bool {
    finite_or_zero(hours) > 0.0
}

fn lifted(rows: &Rows<'_>, violations: &mut Vec<Violation>) {
    for id in &rows.plan.lifted {
        match rows.case.bindings.iter().find(|it| it.id == *id) {
            None => violations.push(Violation::LiftedUnknown { binding: id.clone() }),
            Some(binding) if !binding.in_force => {
                violations.push(Violation::LiftedNotInForce { binding: id.clone() });
            }
            Some(_) => {}
        }
    }
}

fn competence(done: &Done<'_>, violations: &mut Vec<Violation>) {
    if let (None, Some(group), Some(through)) = (done.holding(), done.group(), done.care.doer.through()) {
        violations.push(Violation::NoCompetence {
            need: done.care.need.clone(),
            group: group.clone(),
            competence: done.competence.clone(),
            through,
        });
    }
}

fn remote(rows: &Rows<'_>, done: &Done<'_>, pool: Option<&Pool>, violations: &mut Vec<Violation>) {
    let need = &done.care.need;
    if !done.task.remote_possible {
        violations.push(Violation::TaskNotRemote { need: need.clone() });
    }
    let Some(pool) = pool else {
        let Doer::Remote { pool, .. } = &done.care.doer else { return };
        return violations.push(Violation::UnknownPool { pool: pool.clone() });
    };
    if pool.reach != Reach::Remote {
        violations.push(Violation::PoolNotRemote { pool: pool.id.clone() });
    }
    if let Some(group) = done.group().filter(|it| **it != pool.group) {
        violations.push(Violation::NotPoolGroup {
            pool: pool.id.clone(),
            group: group.clone(),
            pool_group: pool.group.clone(),
        });
    }
    if !rows.case.is_member(pool, &need.place, &need.setting) {
        violations.push(Violation::OutsidePool {
            pool: pool.id.clone(),
            place: need.place.clone(),
            setting: need.setting.clone(),
        });
    }
}

fn technology(done: &Done<'_>, violations: &mut Vec<Violation>) {
    let Doer::Technology(id) = &done.care.doer else { return };
    let need = &done.care.need;
    let By::Technology(Some(technology)) = done.by else {
        return violations.push(Violation::UnknownTechnology { technology: id.clone() });
    };
    if !technology.covers(&need.setting, &need.task, need.complexity) {
        violations.push(Violation::TechnologyOutsideScope { technology: id.clone(), need: need.clone() });
    }
    if technology.effect.is_none() {
        violations.push(Violation::TechnologyWithoutEffect { technology: id.clone() });
    }
}

/// A technology takes over at most its eligible, adopted, freed share of a need.
fn technology_reach(rows: &Rows<'_>, violations: &mut Vec<Violation>) {
    let mut taken: BTreeMap<(NeedRow, &TechnologyId), (f64, f64)> = BTreeMap::new();
    for done in &rows.done {
        if let (By::Technology(Some(technology)), Some(effect)) = (&done.by, done.effect()) {
            let most = rows.case.needs[done.need].hours_per_week.value * effect.share_max();
            taken.entry((done.need, &technology.id)).or_insert((0.0, most)).0 += done.hours;
        }
    }
    for ((need, technology), (hours, most)) in taken {
        if exceeds(hours, most) {
            violations.push(Violation::TechnologyBeyondReach {
                technology: technology.clone(),
                need: rows.case.needs[need].key(),
                hours: Hours(hours),
                most: Hours(most),
            });
        }
    }
}
