//! Recreate: visits go back one after the other, each to its cheapest place, now and then overlooking one (greedy
//! insertion with blinks).

use super::neighbours::{Leg, Near};
use crate::problem::{NONE, Problem};
use crate::rng::Rng;
use crate::state::{Legs, Node, Place, State};

/// One place in so many is overlooked.
const BLINK: u64 = 100;

/// Finds places for visits.
#[derive(Debug)]
pub struct Recreate {
    /// Tours that are alike when empty, by kind.
    kinds: Vec<Vec<u32>>,
    /// By kind: which of its tours was empty when last looked for.
    hints: Vec<usize>,
    uncertain: Vec<(i64, Place)>,
    /// Whether prices that are near decide.
    trusts_near: bool,
}

impl Recreate {
    pub fn new(problem: &Problem) -> Self {
        let kinds_count = problem.tours.iter().map(|tour| tour.kind as usize + 1).max().unwrap_or(0);
        let mut kinds = vec![Vec::new(); kinds_count];
        for (t, tour) in problem.tours.iter().enumerate() {
            kinds[tour.kind as usize].push(t as u32);
        }
        Self { hints: vec![0; kinds.len()], kinds, uncertain: Vec::new(), trusts_near: true }
    }

    /// Puts a visit back, where that is cheaper than leaving it out; `false` leaves it out, with the state as it was.
    pub fn insert_visit(&mut self, state: &mut State, visit: u32, near: &Near, rng: &mut Rng) -> bool {
        let (mark, cost) = (state.mark(), state.cost());
        let entry = &state.problem.visits[visit as usize];
        let count = entry.needed.len();
        let turn = if count > 1 { rng.below(count) } else { 0 };
        for k in 0..count {
            if !self.insert_job(state, entry.needed[(k + turn) % count], near, rng) {
                state.back(mark);
                return false;
            }
        }
        for &job in &entry.extra {
            let (mark, cost) = (state.mark(), state.cost());
            if self.insert_job(state, job, near, rng) && state.cost() > cost {
                state.back(mark);
            }
        }
        if state.cost() > cost {
            state.back(mark);
            return false;
        }
        true
    }

    fn insert_job(&mut self, state: &mut State, job: u32, near: &Near, rng: &mut Rng) -> bool {
        let best = match self.near_places(state, job, near, rng) {
            Some(place) => Some(place),
            None => self.any_place(state, job),
        };
        let Some(place) = best else { return false };
        if insert_at(state, job, place) {
            return true;
        }
        // Chosen by a price that was only near; now only what was tried counts.
        self.trusts_near = false;
        let tried = self.any_place(state, job);
        self.trusts_near = true;
        tried.is_some_and(|place| insert_at(state, job, place))
    }

    /// The best place beside a neighbour or in an empty tour.
    fn near_places(&mut self, state: &mut State, job: u32, near: &Near, rng: &mut Rng) -> Option<Place> {
        let mut best: Option<(i64, Place)> = None;
        self.uncertain.clear();
        for &Leg { other, ticks } in &near.before[job as usize] {
            let tour = state.node(other).tour;
            if tour != NONE && !rng.one_in(BLINK) {
                let legs = Legs { before: Some(ticks), after: None };
                self.consider(state, job, Place { tour, after: other }, legs, &mut best);
                let mut after = state.node(other).next;
                while is_pause(state, after) {
                    self.consider(state, job, Place { tour, after }, Legs::default(), &mut best);
                    after = state.node(after).next;
                }
            }
        }
        for &Leg { other, ticks } in &near.after[job as usize] {
            let &Node { tour, prev, .. } = state.node(other);
            if tour != NONE && !rng.one_in(BLINK) {
                let legs = Legs { before: None, after: Some(ticks) };
                self.consider(state, job, Place { tour, after: prev }, legs, &mut best);
                let mut pause = prev;
                while is_pause(state, pause) {
                    pause = state.node(pause).prev;
                    self.consider(state, job, Place { tour, after: pause }, Legs::default(), &mut best);
                }
            }
        }
        for kind in 0..self.kinds.len() {
            if let Some(tour) = self.empty_tour(state, kind)
                && !rng.one_in(BLINK)
            {
                self.consider_tour(state, job, tour, &mut best);
            }
        }
        self.decide(state, job, best)
    }

    /// A tour of a kind without visits; looks on from where it found one before.
    fn empty_tour(&mut self, state: &State, kind: usize) -> Option<u32> {
        let (tours, hint) = (&self.kinds[kind], &mut self.hints[kind]);
        for _ in 0..tours.len() {
            if state.sums(tours[*hint]).visits == 0 {
                return Some(tours[*hint]);
            }
            *hint = (*hint + 1) % tours.len();
        }
        None
    }

    /// The best place anywhere.
    fn any_place(&mut self, state: &mut State, job: u32) -> Option<Place> {
        let mut best = None;
        self.uncertain.clear();
        for tour in 0..state.problem.tours.len() as u32 {
            self.consider_tour(state, job, tour, &mut best);
        }
        self.decide(state, job, best)
    }

    fn consider_tour(&mut self, state: &mut State, job: u32, tour: u32, best: &mut Option<(i64, Place)>) {
        if state.problem.duration(job, tour) < 0 {
            return;
        }
        let mut after = state.head(tour);
        loop {
            self.consider(state, job, Place { tour, after }, Legs::default(), best);
            after = state.node(after).next;
            if !state.is_job(after) {
                break;
            }
        }
    }

    #[inline]
    fn consider(&mut self, state: &mut State, job: u32, place: Place, legs: Legs, best: &mut Option<(i64, Place)>) {
        let most = best.map_or(i64::MAX, |(cost, _)| cost);
        let Some(price) = state.price_within(job, place, legs, most) else { return };
        if price.cost >= most {
            return;
        }
        let followed = if price.exact || (price.near && self.trusts_near) {
            Some(price)
        } else {
            state.follow(job, place, price, most)
        };
        let Some(price) = followed else { return };
        if best.is_some_and(|(cost, _)| price.cost >= cost) {
            return;
        }
        if price.exact || (price.near && self.trusts_near) {
            *best = Some((price.cost, place));
        } else {
            self.uncertain.push((price.cost, place));
        }
    }

    /// Tries what is uncertain, cheapest first, while it can beat the best.
    fn decide(&mut self, state: &mut State, job: u32, mut best: Option<(i64, Place)>) -> Option<Place> {
        self.uncertain.sort_unstable_by_key(|&(cost, place)| (cost, place.tour, place.after));
        for k in 0..self.uncertain.len() {
            let (least, place) = self.uncertain[k];
            if best.is_some_and(|(cost, _)| least >= cost) {
                break;
            }
            if k > 0 && self.uncertain[k - 1].1 == place {
                continue;
            }
            let most = best.map_or(i64::MAX, |(cost, _)| cost);
            if let Some(cost) = state.try_place(job, place, most)
                && cost < most
            {
                best = Some((cost, place));
            }
        }
        best.map(|(_, place)| place)
    }
}

/// Puts a job in its place, if that is possible.
fn insert_at(state: &mut State, job: u32, place: Place) -> bool {
    let mark = state.mark();
    state.insert(job, place.after);
    let possible = state.settle();
    if !possible {
        state.back(mark);
    }
    possible
}

/// Whether a node is a pause, which no list of near jobs holds.
fn is_pause(state: &State, node: u32) -> bool {
    state.is_job(node) && state.problem.jobs[node as usize].visit == NONE
}
