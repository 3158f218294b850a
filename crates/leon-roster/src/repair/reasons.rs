//! Why each date changes, how late people learn of it, and what that costs.

use super::Gone;
use crate::change::{AtHand, Cell, Changed, Effect, Work};
use leon_model::{ClauseKind, Date, Kroner, Minutes, Moment, PersonId};

/// A date on which somebody works something else than published.
#[derive(Clone, Debug, PartialEq)]
pub struct RosterChange {
    pub changed: Changed,
    pub because: WhyChanged,
    /// From when it is told to when the new duty begins, or the old one would have (below zero: later).
    pub notice: Minutes,
    /// What the short notice costs. What hours cost stands with the person: they have no date.
    pub dkk: Kroner,
}

/// Why a date changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyChanged {
    /// An event takes the duty, or asks for it, by its place in the list.
    Event(usize),
    /// The person takes a duty that somebody else had.
    TakesFrom(PersonId),
    /// The person is relieved of the duty, and takes another on that date.
    Relieved(Date),
    /// The roster is better so.
    Better,
}

/// Changes with their reasons; and those duties that nobody has taken.
pub(super) fn explained(
    at_hand: &AtHand<'_>,
    gone: &[Gone],
    asked: &[(Date, usize)],
    cells: &[Cell],
    effects: &[Effect],
) -> (Vec<RosterChange>, Vec<RosterChange>) {
    let mut changed: Vec<(Cell, Changed)> = cells.iter().map(|it| (*it, at_hand.changed(*it))).collect();
    changed.sort_by_key(|(cell, _)| (cell.day, cell.person));
    let all: Vec<&Changed> = changed.iter().map(|it| &it.1).collect();
    let takes = |it: &Changed| {
        let is_it = |other: &&&Changed| other.date == it.date && other.before == it.now;
        if it.now.is_empty() { None } else { all.iter().find(is_it).copied() }
    };
    let mut changes = Vec::new();
    for (cell, it) in &changed {
        let event = gone.iter().find(|gone| gone.is_of(*cell));
        let other =
            || all.iter().find(|other| other.person == it.person && other.date != it.date && takes(other).is_some());
        let because = match (event, takes(it)) {
            (Some(gone), _) => WhyChanged::Event(gone.event),
            (None, Some(from)) => WhyChanged::TakesFrom(from.person.clone()),
            (None, None) => {
                let event = || asked.iter().find(|(date, _)| *date == it.date && !it.now.is_empty()).map(|it| it.1);
                let relieved = other().map(|other| WhyChanged::Relieved(other.date));
                relieved.or_else(|| event().map(WhyChanged::Event)).unwrap_or(WhyChanged::Better)
            }
        };
        changes.push(RosterChange {
            because,
            notice: notice(at_hand, it),
            dkk: late(at_hand, it, effects),
            changed: it.clone(),
        });
    }
    let is_taken = |open: &Changed| all.iter().any(|it| it.date == open.date && it.now == open.before);
    let fell = |it: &&RosterChange| matches!(it.because, WhyChanged::Event(_)) && !it.changed.before.is_empty();
    let open = changes.iter().filter(fell).filter(|it| !is_taken(&it.changed)).cloned().collect();
    (changes, open)
}

/// When work on a date begins.
fn begins(at_hand: &AtHand<'_>, work: &[Work], date: Date) -> Option<Moment> {
    work.iter().filter_map(|it| Some(at_hand.period.shift_type(&it.shift)?.on(date).0)).min()
}

fn notice(at_hand: &AtHand<'_>, it: &Changed) -> Minutes {
    let start = begins(at_hand, if it.now.is_empty() { &it.before } else { &it.now }, it.date);
    start.map_or(Minutes(0), |start| Minutes((start - at_hand.published.changes_told).0 / 60))
}

/// What the person is paid for the late move of this duty.
fn late(at_hand: &AtHand<'_>, it: &Changed, effects: &[Effect]) -> Kroner {
    let start = begins(at_hand, &it.now, it.date);
    let own = effects.iter().filter(|effect| effect.person == it.person).flat_map(|effect| &effect.priced);
    let moved = own.filter(|price| price.found.kind == ClauseKind::MovedDuty && Some(price.found.from) == start);
    moved.map(|price| price.dkk).sum()
}
