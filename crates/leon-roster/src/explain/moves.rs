//! Moves within the rules that cover a shift: somebody takes it, perhaps giving up a duty near it, and so on.

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

/// Ways to begin a chain of three, and to go on with it, of which the cheapest are followed.
const BEGINNINGS: usize = 24;

impl Remedies<'_, '_> {
    /// What can be done within the rules: somebody takes the shift; or takes it and gives up a duty near it, which
    /// another takes or which can be done without. When none of these helps, the other gives up one in turn, which a
    /// third takes.
    pub(super) fn moves(&self, state: &mut State<'_>) -> Vec<Remedy> {
        let (mut done_without, mut handed_on) = (Vec::new(), Vec::new());
        let mut first = Vec::new();
        for fill in &self.gap.fills {
            let duty = self.translation.duty_of(&fill.by(&PersonId::from("")));
            let Some(duty) = duty else { continue };
            let day = (fill.date - self.period.first) as usize;
            for (person, row) in self.period.people.iter().enumerate() {
                if state.layout.may(person, day, duty) && is_one(&self.gap.row.who, row) {
                    first.extend(self.steps(state, &[], Change { person, day, duty }));
                }
            }
        }
        for step in &first {
            done_without.extend(priced(state, &step.changes));
            handed_on.extend(self.taken_over(state, step));
        }
        let mut found = self.taken(state);
        found.extend(self.cheapest(done_without));
        found.extend(self.cheapest(handed_on));
        if found.is_empty() {
            found = self.cheapest(self.chains(state, first));
        }
        found
    }

    /// The cheapest moves that the check passes.
    fn cheapest(&self, mut moves: Vec<Move>) -> Vec<Remedy> {
        moves.sort();
        let moves = moves.iter().take(4 * TRIED).filter(|it| self.keeps_rules(&it.changes)).take(TRIED);
        moves.filter_map(|it| self.proven(None, self.changed(&it.changes))).take(OF_A_KIND).collect()
    }

    /// Chains of three: each takes what the one before gives up, from the shift on.
    fn chains(&self, state: &mut State<'_>, first: Vec<Step>) -> Vec<Move> {
        let mut second = Vec::new();
        for step in cheapest_steps(state, first) {
            for person in 0..self.period.people.len() {
                let takes = Change { person, ..step.gives };
                if state.layout.may(person, takes.day, takes.duty) {
                    second.extend(self.steps(state, &step.changes, takes));
                }
            }
        }
        let second = cheapest_steps(state, second);
        second.iter().flat_map(|step| self.taken_over(state, step)).collect()
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
            takes.push((duty.map(|duty| price(state, &[Change { person: row, day, duty }], false)), row, fill));
        }
        takes.sort_by_key(|(price, row, _)| (price.is_none(), *price, *row));
        let proven = takes
            .into_iter()
            .take(TRIED)
            .filter_map(|(_, row, fill)| self.proven(None, self.with(fill.by(&self.period.people[row].id))));
        proven.take(OF_A_KIND).collect()
    }

    /// Every way in which somebody, not among those who change something already, takes a duty and gives up another.
    fn steps(&self, state: &State<'_>, before: &[Change], takes: Change) -> Vec<Step> {
        let is_shift = |it: u8| matches!(self.translation.duties[usize::from(it)], DutyOf::Shift { .. });
        let Change { person, day, .. } = takes;
        let row = state.row(person);
        if before.iter().any(|it| it.person == person) || (row[day] != FREE && !is_shift(row[day])) {
            return Vec::new();
        }
        let near = day.saturating_sub(BESIDE)..(day + BESIDE + 1).min(row.len());
        // Two duties a day are none of the engine's, so the one of that day is the one that is given up.
        let given_up: Vec<usize> =
            if row[day] == FREE { near.filter(|it| is_shift(row[*it])).collect() } else { vec![day] };
        let step = |other: usize| {
            let frees = (other != day).then_some(Change { person, day: other, duty: FREE });
            let changes = before.iter().copied().chain([takes]).chain(frees).collect();
            Step { changes, gives: Change { person, day: other, duty: row[other] } }
        };
        given_up.into_iter().filter(|it| (*it, row[*it]) != (day, takes.duty)).map(step).collect()
    }

    /// Every way in which somebody who is free takes what is given up, and ends it.
    fn taken_over(&self, state: &mut State<'_>, step: &Step) -> Vec<Move> {
        let Change { day, duty, .. } = step.gives;
        let mut moves = Vec::new();
        for person in 0..self.period.people.len() {
            let is_in_it = step.changes.iter().any(|it| it.person == person);
            if !is_in_it && state.row(person)[day] == FREE && state.layout.may(person, day, duty) {
                let changes: Vec<Change> = step.changes.iter().copied().chain([Change { person, day, duty }]).collect();
                moves.extend(priced(state, &changes));
            }
        }
        moves
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

/// Changes that cover the shift, with their price.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Move {
    cost: Cost,
    changes: Vec<Change>,
}

/// Changes that leave open what the last of those who change something gives up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Step {
    changes: Vec<Change>,
    gives: Change,
}

/// Changes as a move, if they break no rule that the engine knows.
fn priced(state: &mut State<'_>, changes: &[Change]) -> Option<Move> {
    let cost = price(state, changes, false);
    (cost.breaches() <= 0).then(|| Move { cost, changes: changes.to_vec() })
}

/// The cheapest steps to go on with, cover apart.
fn cheapest_steps(state: &mut State<'_>, steps: Vec<Step>) -> Vec<Step> {
    let mut priced: Vec<(Cost, Step)> = steps.into_iter().map(|it| (price(state, &it.changes, true), it)).collect();
    priced.retain(|it| it.0.breaches() <= 0);
    priced.sort();
    priced.into_iter().map(|it| it.1).take(BEGINNINGS).collect()
}

/// By how much the engine finds a roster dearer with some duties changed.
fn price(state: &mut State<'_>, changes: &[Change], keeps_cover: bool) -> Cost {
    let mut draft = Draft::default();
    draft.keeps_cover = keeps_cover;
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
