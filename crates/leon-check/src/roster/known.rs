//! Whether the period knows what the roster speaks of, and the person may work the shift.

use super::facts::key;
use super::found::RosterBroken;
use leon_model::{Assignment, Period, Person, ShiftType};

pub(super) fn check(period: &Period, assignment: &Assignment, broken: &mut Vec<RosterBroken>) {
    let (person, shift) = (period.person(&assignment.person), period.shift_type(&assignment.shift));
    if person.is_none() {
        broken.push(RosterBroken::UnknownPerson { person: assignment.person.clone() });
    }
    if shift.is_none() {
        broken.push(RosterBroken::UnknownShift { duty: key(assignment) });
    }
    if !(period.first..=period.last).contains(&assignment.date) {
        broken.push(RosterBroken::OutsidePeriod { duty: key(assignment) });
    }
    if let (Some(person), Some(shift)) = (person, shift) {
        may_work(period, assignment, person, shift, broken);
    }
}

fn may_work(
    period: &Period,
    assignment: &Assignment,
    person: &Person,
    shift: &ShiftType,
    broken: &mut Vec<RosterBroken>,
) {
    let duty = || key(assignment);
    if !shift.groups.is_empty() && !shift.groups.contains(&person.group) {
        broken.push(RosterBroken::GroupNotAllowed { duty: duty(), group: person.group.clone() });
    }
    if !period.may_work_in(person, &shift.unit) {
        broken.push(RosterBroken::OtherUnit { duty: duty(), unit: shift.unit.clone() });
    }
    let Some(id) = &assignment.function else { return };
    match period.function(id) {
        Some(function) if shift.functions.contains(id) => {
            if let Some(competence) = function.competence.as_ref().filter(|it| !person.competences.contains(it)) {
                let (function, competence) = (id.clone(), competence.clone());
                broken.push(RosterBroken::CompetenceMissing { duty: duty(), function, competence });
            }
        }
        _ => broken.push(RosterBroken::FunctionNotInShift { duty: duty(), function: id.clone() }),
    }
}
