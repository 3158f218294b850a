//! Moves within the rules that cover a shift: somebody takes it, perhaps giving up a duty near it.

use super::gap::{Fill, is_one};
use super::remedies::{OF_A_KIND, Remedies, Remedy, TRIED};
use crate::cost::Cost;
use crate::problem::FREE;
use crate::state::{Draft, State};
use crate::translate::DutyOf;
use leon_model::{Assignment, PersonId, Roster};
use std::collections::BTreeSet;

/// Days beside the date from which a duty may be taken off a person.
const BESIDE: usize = 2;

impl Remedies<'_, '_> {
    /// What can be done within the rules: somebody takes the shift; or takes it and gives up a duty near it, which
    /// another takes or which can be done without.
    pub(super) fn moves(&self, state: &mut State<'_>) -> Vec<Remedy> {
        let mut moves: Vec<(Kind, Cost, Vec<Change>)> = Vec::new();
        for fill in &self.gap.fills {
            let duty = self.translation.duty_of(&fill.by(&PersonId::from("")));
            let Some(duty) = duty else { continue };
            let day = (fill.date - self.period.first) as usize;
            for (row, person) in self.period.people.iter().enumerate() {
                if state.layout.may(row, day, duty) && is_one(&self.gap.row.who, person) {
                    self.moves_of(state, row, day, duty, &mut moves);
                }
            }
        }
        moves.sort();
        let mut found = self.taken(state);
        for kind in [Kind::DoneWithout, Kind::HandedOn] {
            let of_kind = moves.iter().filter(|it| it.0 == kind).take(4 * TRIED);
            let of_kind = of_kind.filter(|it| self.keeps_rules(&it.2)).take(TRIED);
            let proven = of_kind.filter_map(|(_, _, changes)| self.proven(None, self.changed(changes)));
            found.extend(proven.take(OF_A_KIND));
        }
        found
    }

    /// People whom nothing but the price keeps from it take the shift, those first whom the engine finds cheapest.
    fn taken(&self, state: &mut State<'_>) -> Vec<Remedy> {
        let free = self.people.iter().enumerate().filter(|(_, (reason, _))| reason.hindrances.is_empty());
        let free = free.filter_map(|(row, (_, fill))| Some((row, (*fill)?)));
        let mut takes: Vec<(Option<Cost>, usize, &Fill<'_>)> = Vec::new();
        for (row, fill) in free {
            let day = (fill.date - self.period.first) as usize;
            let duty = self.translation.duty_of(&fill.by(&self.period.people[row].id));
            let duty = duty.filter(|duty| state.layout.may(row, day, *duty));
            takes.push((duty.map(|duty| price(state, &[Change { person: row, day, duty }])), row, fill));
        }
        takes.sort_by_key(|(price, row, _)| (price.is_none(), *price, *row));
        let proven = takes.into_iter().take(TRIED).filter_map(|(_, row, fill)| {
            self.proven(None, self.with(fill.by(&self.period.people[row].id)))
        });
        proven.take(OF_A_KIND).collect()
    }

    /// One person takes a duty, in every way that breaks no rule that the engine knows.
    fn moves_of(
        &self,
        state: &mut State<'_>,
        person: usize,
        day: usize,
        duty: u8,
        moves: &mut Vec<(Kind, Cost, Vec<Change>)>,
    ) {
        let is_shift = |it: u8| matches!(self.translation.duties[usize::from(it)], DutyOf::Shift { .. });
        let row = state.row(person).to_vec();
        if row[day] != FREE && !is_shift(row[day]) {
            return;
        }
        let near = day.saturating_sub(BESIDE)..(day + BESIDE + 1).min(row.len());
        // Two duties a day are none of the engine's, so the one of that day is the one that is given up.
        let given_up: Vec<usize> =
            if row[day] == FREE { near.filter(|it| is_shift(row[*it])).collect() } else { vec![day] };
        for other in given_up {
            let mut own = vec![Change { person, day, duty }];
            if other != day {
                own.push(Change { person, day: other, duty: FREE });
            }
            let helpers = (0..self.period.people.len())
                .filter(|it| *it != person && state.row(*it)[other] == FREE)
                .filter(|it| state.layout.may(*it, other, row[other]))
                .map(|it| Some(Change { person: it, day: other, duty: row[other] }));
            let ways: Vec<Option<Change>> = std::iter::once(None).chain(helpers).collect();
            for helped in ways {
                let kind = if helped.is_some() { Kind::HandedOn } else { Kind::DoneWithout };
                let changes: Vec<Change> = own.iter().copied().chain(helped).collect();
                let cost = price(state, &changes);
                if cost.breaches() <= 0 {
                    moves.push((kind, cost, changes));
                }
            }
        }
    }

    /// Whether those whose duties change break nothing new. Told from one person's days, much sooner than the whole
    /// check says it.
    fn keeps_rules(&self, changes: &[Change]) -> bool {
        let people: BTreeSet<usize> = changes.iter().map(|it| it.person).collect();
        let roster = self.changed(changes);
        people.into_iter().all(|row| {
            let mine = roster.assignments.iter().filter(|it| it.person == self.period.people[row].id);
            self.alone[row].would_break(&mine.cloned().collect::<Vec<_>>()).is_empty()
        })
    }

    /// The roster with duties changed.
    fn changed(&self, changes: &[Change]) -> Roster {
        let mut roster = self.before.roster.clone();
        for change in changes {
            let person = &self.period.people[change.person].id;
            let date = self.period.first + change.day as i32;
            roster.assignments.retain(|it| it.person != *person || it.date != date);
            let DutyOf::Shift { shift, function } = self.translation.duties[usize::from(change.duty)] else { continue };
            roster.assignments.push(Assignment {
                person: person.clone(),
                date,
                shift: self.period.shift_types[shift].id.clone(),
                function: function.map(|it| self.period.functions[it].id.clone()),
            });
        }
        roster
    }
}

/// What becomes of a duty that is given up for the shift.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    DoneWithout,
    HandedOn,
}

/// By how much the engine finds a roster dearer with some duties changed.
fn price(state: &mut State<'_>, changes: &[Change]) -> Cost {
    let mut draft = Draft::default();
    let people: BTreeSet<usize> = changes.iter().map(|it| it.person).collect();
    for person in people {
        let mine = changes.iter().filter(|it| it.person == person);
        let (first, last) =
            mine.clone().fold((usize::MAX, 0), |(first, last), it| (first.min(it.day), last.max(it.day)));
        let mut row = state.row(person)[first..=last].to_vec();
        mine.for_each(|it| row[it.day - first] = it.duty);
        draft.add(person, first, row);
    }
    let cost = state.price(&draft);
    state.drop_edit();
    cost
}

/// A person's duty on a day, changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Change {
    person: usize,
    day: usize,
    duty: u8,
}
