//! The first answer: each duty that fell away goes to whoever takes it at the least cost.

use crate::change::{AtHand, Cell, Owns};
use crate::cost::Cost;
use crate::problem::FREE;
use crate::state::{Draft, State};
use std::collections::BTreeMap;

/// Fills duties one after another.
pub(super) struct Fill<'a> {
    pub at_hand: &'a AtHand<'a>,
    pub owns: Owns<'a>,
    /// What has changed so far: by person and day, the duty.
    pub cells: BTreeMap<(usize, usize), u8>,
}

/// Of those who could take the duty for one of their own, so many of the cheapest are looked at with a third.
const RELIEVED: usize = 24;
/// Ways that are held against the check before the duty is left open.
const TRIES: usize = 12;

impl Fill<'_> {
    /// Fills one of some duties by the cheapest way that is legal, if that is better than leaving them open. Says
    /// whether it is filled.
    pub fn one(&mut self, state: &mut State<'_>, open: &[Cell]) -> bool {
        let mut draft = Draft::default();
        let mut ways: Vec<_> = open.iter().flat_map(|it| self.ways(state, &mut draft, *it)).collect();
        ways.sort();
        for (_, cells) in ways.into_iter().filter(|it| it.0 < Cost::ZERO).take(TRIES) {
            let mut all = self.cells.clone();
            all.extend(cells.iter().map(|it| ((it.person, it.day), it.duty)));
            let listed: Vec<Cell> = all.iter().map(|(&(person, day), &duty)| Cell { person, day, duty }).collect();
            let mut people: Vec<usize> = cells.iter().map(|it| it.person).collect();
            people.dedup();
            if people.into_iter().all(|it| self.owns.effect(it, &listed).is_legal()) {
                self.at_hand.draft(state, &mut draft, &cells);
                let change = state.price(&draft);
                state.make(&draft, change);
                self.cells = all;
                return true;
            }
        }
        false
    }

    /// Every way of filling it, with its cost.
    fn ways(&self, state: &mut State<'_>, draft: &mut Draft, gone: Cell) -> Vec<(Cost, Vec<Cell>)> {
        let people = || 0..self.at_hand.period.people.len();
        let mut ways = Vec::new();
        let mut relieved = Vec::new();
        for person in people() {
            let takes = Cell { person, ..gone };
            if !self.at_hand.may(takes) || state.row(person)[gone.day] == gone.duty {
                continue;
            }
            ways.push((self.at_hand.change(state, draft, &[takes]), vec![takes]));
            // Somebody else has one of their duties: the one of that date, or one of another.
            for day in 0..self.at_hand.translation.problem.days {
                let given = Cell { person, day, duty: state.row(person)[day] };
                let is_open = day == gone.day || self.at_hand.may(Cell { duty: FREE, ..given });
                if given.duty == FREE || self.at_hand.shift(given.duty).is_none() || !is_open {
                    continue;
                }
                let mut cells = vec![takes];
                if day != gone.day {
                    if state.row(person)[gone.day] != FREE {
                        continue;
                    }
                    cells.push(Cell { duty: FREE, ..given });
                }
                relieved.push((self.at_hand.row_change(state, draft, &cells), cells, given));
            }
        }
        relieved.sort();
        for (_, cells, given) in relieved.into_iter().take(RELIEVED) {
            for person in people().filter(|it| *it != given.person) {
                let relief = Cell { person, ..given };
                if self.at_hand.may(relief) && state.row(person)[given.day] == FREE {
                    let all: Vec<Cell> = cells.iter().copied().chain([relief]).collect();
                    ways.push((self.at_hand.change(state, draft, &all), all));
                }
            }
        }
        ways
    }
}
