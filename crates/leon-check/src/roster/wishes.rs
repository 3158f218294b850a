//! What became of wishes.

use super::facts::{Duty, Facts, PersonFacts};
use super::found::{RosterBroken, WishFound};
use leon_model::{Assignment, Date, Strength, Wanted, Wish};

/// Whether each wish is kept.
pub(super) fn wishes(facts: &Facts<'_>) -> Vec<WishFound> {
    let kept =
        |wish: &Wish| facts.people.iter().find(|it| it.person.id == wish.person).is_some_and(|it| is_kept(it, wish));
    facts.period.wishes.iter().map(|wish| WishFound { wish: wish.id.clone(), kept: kept(wish) }).collect()
}

/// Hard wishes that are not.
pub(super) fn check(facts: &Facts<'_>, found: &[WishFound], broken: &mut Vec<RosterBroken>) {
    for (wish, found) in facts.period.wishes.iter().zip(found) {
        if wish.strength == Strength::Hard && !found.kept {
            broken.push(RosterBroken::HardWish { wish: wish.id.clone(), person: wish.person.clone() });
        }
    }
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
