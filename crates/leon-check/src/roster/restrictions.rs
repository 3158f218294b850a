//! Whether considerations for people are kept.

use super::clock;
use super::facts::{Duty, PersonFacts, key};
use super::found::RosterBroken;
use super::timeline::{minute, minutes};
use leon_model::{Restriction, ShiftKind};

pub(super) fn check(person: &PersonFacts<'_>, broken: &mut Vec<RosterBroken>) {
    for it in &person.person.considerations {
        for (duty, assignment, _) in person.shifts() {
            if !keeps(person, duty, &it.restriction) {
                broken.push(RosterBroken::Restricted { duty: key(assignment), reason: it.reason });
            }
        }
    }
}

/// Whether a duty keeps a restriction.
fn keeps(person: &PersonFacts<'_>, duty: &Duty<'_>, restriction: &Restriction) -> bool {
    let kind = duty.kind();
    match restriction {
        // A part of the burden is the goal's matter, not a single duty's.
        Restriction::None | Restriction::BurdenShareMax(_) => true,
        Restriction::NotKinds(kinds) => !kind.is_some_and(|it| kinds.contains(&it)),
        Restriction::NotBetween { from, to } => clock::between(minutes(duty), *from, *to) == 0,
        Restriction::LengthMax(most) => duty.length() <= *most,
        Restriction::NightsAWeekMax(most) => {
            let is_night = |it: &&Duty<'_>| it.kind() == Some(ShiftKind::Night);
            let same_week = |it: &&Duty<'_>| it.date.monday() == duty.date.monday() && it.start <= duty.start;
            kind != Some(ShiftKind::Night)
                || person.duties.iter().filter(is_night).filter(same_week).count() <= *most as usize
        }
        Restriction::RestMin(least) => {
            let before = person.duties.iter().filter(|it| it.end <= duty.start).map(|it| it.end).max();
            before.is_none_or(|end| minute(duty.start) - minute(end) >= least.0)
        }
    }
}
