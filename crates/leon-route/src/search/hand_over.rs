//! Hands a car of a pool over from one tour to another.

use super::ruin::take_visit;
use crate::problem::{NONE, Problem, Tour};
use crate::rng::Rng;
use crate::state::State;

/// The first of a tour's two transports takes a car of its pool, the second does without.
const BY_CAR: u32 = 0;
const WITHOUT: u32 = 1;

/// Tours that may go by a car of a pool or without.
#[derive(Clone, Debug)]
pub struct HandOver {
    tours: Vec<u32>,
}

impl HandOver {
    pub fn new(problem: &Problem) -> Self {
        let may = |&t: &u32| {
            let tour = &problem.tours[t as usize];
            tour.pool != NONE && tour.transports.len() == 2
        };
        Self { tours: (0..problem.tours.len() as u32).filter(may).collect() }
    }

    pub fn is_possible(&self) -> bool {
        !self.tours.is_empty()
    }

    /// Gives a tour without a car one that is free or another tour's, and takes out what both do. `false`, with
    /// nothing done, when no car can be had. [`State::settle`] must follow.
    pub fn ruin(&self, state: &mut State, free: &[bool], rng: &mut Rng, out: &mut Vec<u32>) -> bool {
        out.clear();
        let Some(receiver) = self.any(rng, |tour| state.sums(tour).transport == WITHOUT) else { return false };
        let giver = if self.is_free(state, receiver, NONE) {
            None
        } else {
            let pool = |tour: u32| state.problem.tours[tour as usize].pool;
            let gives = |tour: u32| {
                let drives = state.sums(tour).transport == BY_CAR && pool(tour) == pool(receiver);
                drives && self.is_free(state, receiver, tour)
            };
            let Some(giver) = self.any(rng, gives) else { return false };
            Some(giver)
        };
        for (tour, transport) in [(Some(receiver), BY_CAR), (giver, WITHOUT)] {
            let Some(tour) = tour else { continue };
            let jobs: Vec<u32> = state.tour_jobs(tour).collect();
            jobs.into_iter().for_each(|job| take_visit(state, job, free, out));
            state.change_transport(tour, transport);
        }
        true
    }

    /// One of the tours that will do, by lot.
    fn any(&self, rng: &mut Rng, will_do: impl Fn(u32) -> bool) -> Option<u32> {
        let first = rng.below(self.tours.len());
        (0..self.tours.len()).map(|k| self.tours[(first + k) % self.tours.len()]).find(|&tour| will_do(tour))
    }

    /// Whether the pool has a car for a tour, all its time, if `giver` gives up its own.
    fn is_free(&self, state: &State, receiver: u32, giver: u32) -> bool {
        let problem = state.problem;
        let tour = |t: u32| &problem.tours[t as usize];
        let (wanted, pool) = (tour(receiver), tour(receiver).pool);
        let out: Vec<&Tour> = (0..problem.tours.len() as u32)
            .filter(|&t| t != giver && t != receiver && tour(t).pool == pool && drives(state, t))
            .map(tour)
            .filter(|it| it.start < wanted.close && wanted.start < it.close)
            .collect();
        let at = |tick: i32| out.iter().filter(|it| it.start <= tick && tick < it.close).count();
        let most = out.iter().map(|it| at(it.start.max(wanted.start))).max().unwrap_or(0);
        most < problem.cars[pool as usize] as usize
    }
}

/// Whether a tour has a car of its pool; who cannot do without has one or does nothing.
fn drives(state: &State, tour: u32) -> bool {
    let it = &state.problem.tours[tour as usize];
    let may_choose = it.transports.len() == 2;
    it.capacity > 0 && if may_choose { state.sums(tour).transport == BY_CAR } else { true }
}
