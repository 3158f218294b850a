//! Who can take which duty for which of their own, at what price.
//!
//! Rules speak of a person's own days, so what a swap costs is the sum of what each one's taking and giving costs; only
//! cover looks at all of them together.

use crate::change::{AtHand, Cell};
use crate::cost::Cost;
use crate::problem::FREE;
use crate::state::{Draft, State};

/// Duties that can be given, and for each of them what others can give for it.
pub(super) struct Graph<'g, 'a> {
    pub at_hand: &'g AtHand<'a>,
    pub state: State<'g>,
    draft: Draft,
    /// Duties that can be given.
    cells: Vec<Cell>,
    /// By duty: what can be given by those who can take it, the cheapest first; `None`: not asked yet.
    ways: Vec<Option<Vec<Way>>>,
}

/// What somebody gives, and what giving it for what they take costs them.
#[derive(Clone, Copy)]
struct Way {
    gives: usize,
    cost: Cost,
}

/// Duties that go round: each one's owner gives it to the next one's.
pub(super) struct Chain {
    /// What each gives, from whoever asks on.
    pub cells: Vec<Cell>,
    /// What all of them together bear, cover apart.
    pub cost: Cost,
}

impl Chain {
    pub fn people(&self) -> impl Iterator<Item = usize> {
        self.cells.iter().map(|it| it.person)
    }

    /// What changes: everybody takes what the one before gives.
    pub fn changes(&self) -> Vec<Cell> {
        let before = self.cells.iter().cycle().skip(self.cells.len() - 1);
        self.cells.iter().zip(before).flat_map(|(gives, takes)| step(gives, takes)).collect()
    }
}

/// What changes for somebody who gives one duty and takes another.
fn step(gives: &Cell, takes: &Cell) -> Vec<Cell> {
    let taken = Cell { person: gives.person, ..*takes };
    if gives.day == takes.day { vec![taken] } else { vec![Cell { duty: FREE, ..*gives }, taken] }
}

/// Of what somebody can give for a duty, so many of the cheapest are looked at.
const WAYS: usize = 48;

impl<'g, 'a> Graph<'g, 'a> {
    /// Of the duties on days that are `near`.
    pub fn new(at_hand: &'g AtHand<'a>, near: impl Fn(usize) -> bool) -> Self {
        let days = (0..at_hand.translation.problem.days).filter(|it| near(*it));
        let all = days.flat_map(|day| (0..at_hand.period.people.len()).map(move |person| (person, day)));
        let mut cells: Vec<Cell> =
            all.map(|(person, day)| Cell { person, day, duty: at_hand.now(person, day) }).collect();
        // What has begun, and what is settled, has no other choice.
        let choices = |it: &Cell| at_hand.translation.problem.people[it.person].choices[it.day].len();
        cells.retain(|it| at_hand.shift(it.duty).is_some() && choices(it) > 1);
        cells.sort();
        let ways = cells.iter().map(|_| None).collect();
        Self { at_hand, state: at_hand.state(), draft: Draft::default(), cells, ways }
    }

    /// Every circle of up to so many people that begins with a person's duty, on the day given, and ends with another
    /// that the person takes, on the day wanted.
    pub fn chains(&mut self, person: usize, given: Option<Cell>, taken: Option<usize>, most: usize) -> Vec<Chain> {
        let own: Vec<usize> = (0..self.cells.len())
            .filter(|&at| self.cells[at].person == person && given.is_none_or(|it| it == self.cells[at]))
            .collect();
        let mut found = Vec::new();
        for first in own {
            let mut path = vec![first];
            self.follow(&mut path, Cost::ZERO, taken, most, &mut found);
        }
        found
    }

    fn follow(&mut self, path: &mut Vec<usize>, cost: Cost, taken: Option<usize>, most: usize, found: &mut Vec<Chain>) {
        let (first, last) = (path[0], *path.last().expect("it begins with a duty"));
        if path.len() > 1 && taken.is_none_or(|it| it == self.cells[last].day) {
            // The circle is closed: who asks takes the last duty for the first.
            if let Some(more) = self.price(last, first) {
                let cells = path.iter().map(|&at| self.cells[at]).collect();
                found.push(Chain { cells, cost: cost + more });
            }
        }
        if path.len() == most {
            return;
        }
        self.fill(last);
        let ways = self.ways[last].clone().unwrap_or_default();
        for way in ways {
            let person = self.cells[way.gives].person;
            if path.iter().any(|&at| self.cells[at].person == person) {
                continue;
            }
            path.push(way.gives);
            self.follow(path, cost + way.cost, taken, most, found);
            path.pop();
        }
    }

    /// What can be given for a duty.
    fn fill(&mut self, takes: usize) {
        if self.ways[takes].is_some() {
            return;
        }
        let all: Vec<usize> = (0..self.cells.len()).collect();
        let mut ways: Vec<Way> =
            all.into_iter().filter_map(|gives| Some(Way { gives, cost: self.price(takes, gives)? })).collect();
        ways.sort_by_key(|it| (it.cost, it.gives));
        ways.truncate(WAYS);
        self.ways[takes] = Some(ways);
    }

    /// What it costs its owner to give a duty and take another's for it; `None`: it cannot be, or breaks something.
    fn price(&mut self, takes: usize, gives: usize) -> Option<Cost> {
        let (takes, gives) = (self.cells[takes], self.cells[gives]);
        let same_day = takes.day == gives.day;
        let is_new = takes.person != gives.person && !(same_day && takes.duty == gives.duty);
        let has_room = same_day || self.at_hand.now(gives.person, takes.day) == FREE;
        let changes = step(&gives, &takes);
        if !is_new || !has_room || !changes.iter().all(|it| self.at_hand.may(*it)) {
            return None;
        }
        let cost = self.at_hand.row_change(&mut self.state, &mut self.draft, &changes);
        (cost.breaches() <= 0).then_some(cost)
    }
}
