//! Competence: who may fill a slot, by competences, group, learning, mode, and who must not come.

use super::RouteBroken;
use super::facts::Facts;
use leon_model::{Carer, Mode, Slot, Visit, Work};

pub(super) fn check(facts: &Facts<'_>, broken: &mut Vec<RouteBroken>) {
    for it in &facts.filled {
        let Some(by) = it.by else { continue };
        let (visit, slot, carer) = (it.visit.id.clone(), it.index, it.carer.clone());
        for competence in it.slot.competences.iter().filter(|wanted| !by.carer.competences.contains(wanted)) {
            broken.push(RouteBroken::CompetenceMissing {
                visit: visit.clone(),
                slot,
                carer: carer.clone(),
                competence: competence.clone(),
            });
        }
        if !is_of_group(by.carer, it.slot) {
            broken.push(RouteBroken::GroupNotAllowed {
                visit: visit.clone(),
                slot,
                carer: carer.clone(),
                group: by.carer.group.clone(),
                allowed: it.slot.groups.clone(),
            });
        }
        if it.visit.forbidden.contains(it.carer) {
            broken.push(RouteBroken::Forbidden { visit: visit.clone(), slot, carer: carer.clone() });
        }
        if by.carer.trainee != it.slot.trainee {
            let trainee = by.carer.trainee;
            broken.push(RouteBroken::TraineeMismatch { visit: visit.clone(), slot, carer: carer.clone(), trainee });
        }
        if !suits(it.visit.mode, &by.shift.work) {
            let (by_screen, mode) = (by.shift.work == Work::Screen, it.visit.mode);
            broken.push(RouteBroken::WrongMode { visit, slot, carer, by_screen, mode });
        }
    }
}

/// Whether a carer may fill a slot of a visit in some shift of the day.
pub(super) fn may_fill(carer: &Carer, visit: &Visit, slot: &Slot) -> bool {
    slot.competences.iter().all(|it| carer.competences.contains(it))
        && is_of_group(carer, slot)
        && carer.trainee == slot.trainee
        && carer.shifts.iter().any(|it| suits(visit.mode, &it.work))
        && !visit.forbidden.contains(&carer.id)
}

fn is_of_group(carer: &Carer, slot: &Slot) -> bool {
    slot.groups.is_empty() || slot.groups.contains(&carer.group)
}

fn suits(mode: Mode, work: &Work) -> bool {
    match mode {
        Mode::Either => true,
        Mode::Physical => matches!(work, Work::Visiting(_)),
        Mode::Screen => matches!(work, Work::Screen),
    }
}
