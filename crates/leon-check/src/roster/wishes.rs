//! What became of wishes.

use super::facts::{Duty, PersonFacts};
use super::found::{RosterBroken, WishFound};
use leon_model::{Assignment, Date, Strength, Wanted, Wish};

/// What became of a person's wishes, in the period's order; hard ones refused are broken.
pub(super) fn check(person: &PersonFacts<'_>, broken: &mut Vec<RosterBroken>) -> Vec<WishFound> {
    let mut found = Vec::new();
    for wish in person.period.wishes.iter().filter(|it| it.person == person.person.id) {
        let kept = is_kept(person, wish);
        if wish.strength == Strength::Hard && !kept {
            broken.push(RosterBroken::HardWish { wish: wish.id.clone(), person: wish.person.clone() });
        }
        found.push(WishFound { wish: wish.id.clone(), kept });
    }
    found
}

fn is_kept(person: &PersonFacts<'_>, wish: &Wish) -> bool {
    let each = |test: &dyn Fn(&Duty<'_>, &Assignment) -> bool| {
        let on = |date: Date| person.shifts().any(|(duty, assignment, _)| duty.date == date && test(duty, assignment));
        (wish.from.0..=wish.to.0).map(Date).all(on)
    };
    match &wish.wanted {
        Wanted::Off => {
            let (from, to) = (wish.from.midnight(), (wish.to + 1).midnight());
            !person.shifts().any(|(duty, ..)| duty.start < to && from < duty.end)
        }
        Wanted::On => each(&|_, _| true),
        Wanted::Kind(kind) => each(&|duty, _| duty.kind() == Some(*kind)),
        Wanted::Shift(shift) => each(&|_, assignment| assignment.shift == *shift),
        Wanted::NotKind(kind) => {
            let here = |date| (wish.from..=wish.to).contains(&date);
            !person.shifts().any(|(duty, ..)| here(duty.date) && duty.kind() == Some(*kind))
        }
    }
}
