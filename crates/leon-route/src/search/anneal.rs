//! Annealing over ruin and recreate.

use super::neighbours::neighbours;
use super::recreate::Recreate;
use super::ruin::{Strength, ruin};
use crate::problem::{NONE, Problem};
use crate::rng::Rng;
use crate::state::State;

/// How long to search, without a clock of its own.
pub trait Budget {
    /// The share spent after so many iterations, 1 or more when it is time to stop.
    fn spent(&self, iterations: u64) -> f64;
}

/// What to search with.
#[derive(Clone, Copy, Debug)]
pub struct Search {
    pub seed: u64,
    pub neighbours: usize,
    /// Temperature at first and at last, in costs.
    pub hot: f64,
    pub cold: f64,
    pub strength: Strength,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Searched {
    /// By tour: its jobs in order, pauses included.
    pub tours: Vec<Vec<u32>>,
    pub cost: i64,
    pub iterations: u64,
}

/// Iterations between two looks at the budget.
const BEAT: u64 = 64;

impl Search {
    /// Searches from the tours given (jobs by tour; may be empty) until the budget is spent.
    pub fn run(&self, state: &mut State, budget: &dyn Budget) -> Searched {
        let problem = state.problem;
        let mut rng = Rng::new(self.seed);
        let near = neighbours(problem, self.neighbours);
        let mut recreate = Recreate::new(problem);
        let free = vec![true; problem.visits.len()];
        let mut absent: Vec<u32> = (0..problem.visits.len() as u32).collect();
        absent.retain(|&visit| state.is_left_out(visit as usize));
        sort_for_insertion(problem, &mut absent, &mut rng);
        absent.retain(|&visit| !recreate.insert_visit(state, visit, &near, &mut rng));
        state.commit();
        let mut best = snapshot(state);
        let mut current = state.cost();
        let mut iterations: u64 = 0;
        let mut spent = budget.spent(0);
        let mut temperature = self.hot;
        let mut out = Vec::new();
        let mut still_absent = Vec::new();
        if problem.jobs.is_empty() {
            return best;
        }
        while spent < 1.0 {
            iterations += 1;
            if iterations.is_multiple_of(BEAT) {
                spent = budget.spent(iterations);
                temperature = self.hot * (self.cold / self.hot).powf(spent.min(1.0));
            }
            let mark = state.mark();
            let used =
                problem.tours.len() - (0..problem.tours.len()).filter(|&t| state.sums(t as u32).visits == 0).count();
            ruin(state, &near.around, self.strength, &free, used, &mut rng, &mut out);
            if !state.settle() {
                state.back(mark);
                continue;
            }
            out.extend_from_slice(&absent);
            sort_for_insertion(problem, &mut out, &mut rng);
            still_absent.clear();
            for &visit in &out {
                if !recreate.insert_visit(state, visit, &near, &mut rng) {
                    still_absent.push(visit);
                }
            }
            let cost = state.cost();
            let threshold = current as f64 - temperature * rng.unit().max(1e-300).ln();
            if (cost as f64) < threshold {
                state.commit();
                current = cost;
                std::mem::swap(&mut absent, &mut still_absent);
                if cost < best.cost {
                    best = snapshot(state);
                }
            } else {
                state.back(mark);
            }
        }
        best.iterations = iterations;
        best
    }
}

fn snapshot(state: &State) -> Searched {
    let tours = (0..state.problem.tours.len() as u32).map(|tour| state.tour_jobs(tour).collect()).collect();
    Searched { tours, cost: state.cost(), iterations: 0 }
}

/// Orders visits by one of several rules, drawn by lot: any, longest, farthest, nearest, narrowest, earliest, latest.
fn sort_for_insertion(problem: &Problem, visits: &mut [u32], rng: &mut Rng) {
    rng.shuffle(visits);
    let job = |visit: u32| problem.visits[visit as usize].needed[0];
    let opening = |visit: u32| problem.jobs[job(visit) as usize].openings[0];
    let depot = |visit: u32| {
        let place = problem.jobs[job(visit) as usize].place;
        let from = problem.tours.first().map_or(NONE, |tour| tour.from);
        problem.travel.first().map_or(0, |travel| travel.ticks(from, place, 0))
    };
    match rng.below(16) {
        0..4 => {}
        4..6 => visits.sort_by_key(|&visit| -problem.jobs[job(visit) as usize].load),
        6..8 => visits.sort_by_key(|&visit| -depot(visit)),
        8 => visits.sort_by_key(|&visit| depot(visit)),
        9..12 => visits.sort_by_key(|&visit| opening(visit).soft - opening(visit).open),
        12..14 => visits.sort_by_key(|&visit| opening(visit).open),
        _ => visits.sort_by_key(|&visit| -opening(visit).soft),
    }
}
