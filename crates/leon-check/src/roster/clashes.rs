//! Whether anybody is in two places at once, or at work while away.

use super::facts::{DutyOf, PersonFacts, key};
use super::found::RosterBroken;

pub(super) fn check(person: &PersonFacts<'_>, broken: &mut Vec<RosterBroken>) {
    for (at, duty) in person.duties.iter().enumerate() {
        let DutyOf::Shift(assignment, _) = duty.of else { continue };
        let others = person.duties.iter().enumerate().filter(|(other, it)| {
            // Of two shifts the later in the list says it.
            *other < at || !matches!(it.of, DutyOf::Shift(..))
        });
        for (_, other) in others.filter(|(_, it)| it.start < duty.end && duty.start < it.end) {
            let at = other.start.max(duty.start);
            broken.push(RosterBroken::TwoPlaces { duty: key(assignment), at });
        }
        for absence in person.person.absences.iter().filter(|it| it.from < duty.end && duty.start < it.to) {
            broken.push(RosterBroken::WhileAway { duty: key(assignment), absence: absence.kind });
        }
    }
}
