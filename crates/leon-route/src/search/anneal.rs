//! Annealing over ruin and recreate.

use super::neighbours::neighbours;
use super::recreate::Recreate;
use super::ruin::{Strength, ruin};
use crate::problem::{NO_WAY, NONE, Problem};
use crate::rng::Rng;
use crate::state::State;

/// How long to search, without a clock of its own.
pub trait Budget {
    /// The share spent after so many iterations, 1 or more when it is time to stop.
    fn spent(&self, iterations: u64) -> f64;
}

/// What to search with; [`Search::for_problem`] gives what suits a problem.
#[derive(Clone, Copy, Debug)]
pub struct Search {
    pub seed: u64,
    /// Places tried for each job: before and after so many near ones.
    pub neighbours: usize,
    /// Temperature at first and at last, in costs.
    pub hot: f64,
    pub cold: f64,
    pub strength: Strength,
}

/// How far a search has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    pub iterations: u64,
    /// Share of the budget, from 0 to 1.
    pub spent: f64,
    /// Cost of the solution the search is at, and of the best so far.
    pub cost: i64,
    pub best: i64,
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
/// Temperatures at first and at last, in mean legs.
const HOT: f64 = 0.5;
const COLD: f64 = 0.002;
/// Near jobs tried when every tour may do every job, and the most when few may.
const NEIGHBOURS: f64 = 40.0;
const NEIGHBOURS_MOST: f64 = 100.0;

impl Search {
    /// Settings that scale with the problem: temperatures are shares of what a way between two places costs.
    pub fn for_problem(problem: &Problem, seed: u64) -> Self {
        let scale = leg_cost(problem);
        let strength = Strength::default();
        let neighbours = (NEIGHBOURS / share_allowed(problem)).min(NEIGHBOURS_MOST) as usize;
        Self { seed, neighbours, hot: HOT * scale, cold: COLD * scale, strength }
    }

    /// The same, at a tenth of the temperature: for a plan that is good already and is to be bettered or repaired.
    #[must_use]
    pub fn gentle(self) -> Self {
        Self { hot: (self.hot / 10.0).max(self.cold), ..self }
    }

    /// Searches on from the tours that the state has, until the budget is spent, and leaves the best in the state.
    ///
    /// Visits that are not `free` stay with whom they are, in their order, if they are in a tour. The same seed and
    /// number of iterations give the same answer.
    pub fn run(
        &self,
        state: &mut State,
        budget: &dyn Budget,
        free: &[bool],
        progress: &mut dyn FnMut(Progress),
    ) -> Searched {
        let problem = state.problem;
        let mut rng = Rng::new(self.seed);
        let near = neighbours(problem, self.neighbours);
        let mut recreate = Recreate::new(problem);
        let mut absent: Vec<u32> = (0..problem.visits.len() as u32).collect();
        absent.retain(|&visit| free[visit as usize] && state.is_left_out(visit as usize));
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
        if !free.contains(&true) {
            return best;
        }
        while spent < 1.0 {
            iterations += 1;
            if iterations.is_multiple_of(BEAT) {
                spent = budget.spent(iterations);
                temperature = self.hot * (self.cold / self.hot).powf(spent.min(1.0));
                progress(Progress { iterations, spent: spent.min(1.0), cost: current, best: best.cost });
            }
            let mark = state.mark();
            ruin(state, &near.around, self.strength, free, &mut rng, &mut out);
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
        if state.cost() > best.cost {
            let possible = state.load(&best.tours);
            debug_assert!(possible, "it stood before");
        }
        best.iterations = iterations;
        best
    }
}

/// The share of all pairs of a visit's job and a tour where the tour may do the job; more than 0.
fn share_allowed(problem: &Problem) -> f64 {
    let mut tours = vec![0.0; problem.classes];
    problem.tours.iter().for_each(|tour| tours[tour.class as usize] += 1.0);
    let (mut may, mut all) = (1.0, 1.0);
    for (job, durations) in problem.jobs.iter().zip(problem.duration.chunks(problem.classes.max(1))) {
        if job.visit != NONE {
            all += problem.tours.len() as f64;
            may += durations.iter().zip(&tours).filter(|it| *it.0 >= 0).map(|it| it.1).sum::<f64>();
        }
    }
    may / all
}

/// What a detour of a mean way costs: its travel, and the lateness that it may make, which counts for no more than the
/// travel (an order of goals may make lateness cost any number of times as much). Where ways cost nothing, what so
/// much waiting or lateness does.
fn leg_cost(problem: &Problem) -> f64 {
    let places: Vec<u32> = problem.jobs.iter().map(|job| job.place).filter(|&place| place != NONE).collect();
    let Some(travel) = problem.travel.first() else { return 1.0 };
    // A thousand pairs, spread evenly, tell the mean.
    let step = (places.len() * places.len() / 1000).max(1);
    let pairs = (0..places.len() * places.len()).step_by(step);
    let legs = pairs.map(|k| travel.ticks(places[k / places.len()], places[k % places.len()], 0));
    let (sum, count) = legs
        .filter(|&ticks| ticks < NO_WAY)
        .fold((0.0, 0.0), |(sum, count), ticks| (sum + f64::from(ticks), count + 1.0));
    let rates = &problem.rates;
    let late = problem.jobs.iter().map(|job| job.openings[0].late).max().unwrap_or(0);
    let rate = [rates.travel, rates.waiting, late].into_iter().find(|&rate| rate > 0).unwrap_or(1);
    let rate = rate + late.min(rate) + rates.worst.min(rate);
    (rate as f64 * sum / f64::max(count, 1.0)).max(1.0)
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
