//! Annealing over ruin and recreate.

use super::hand_over::HandOver;
use super::neighbours::neighbours;
use super::recreate::Recreate;
use super::ruin::{Dear, Strength, ruin, ruin_dear};
use super::scale::{leg_cost, share_allowed, tour_spread};
use crate::problem::{NONE, Problem};
use crate::rng::Rng;
use crate::state::State;

/// How long to search, without a clock of its own.
pub trait Budget {
    /// The share spent after so many iterations, 1 or more when it is time to stop.
    fn spent(&self, iterations: u64) -> f64;
}

/// What to search with; [`Search::for_problem`] gives what suits a problem.
#[derive(Clone, Debug)]
pub struct Search {
    pub seed: u64,
    /// Places tried for each job: before and after so many near ones.
    pub neighbours: usize,
    /// One after the other, each from the best so far.
    pub stages: Vec<Stage>,
    pub strength: Strength,
}

/// A stretch of the search that cools evenly.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stage {
    /// The share of the budget that is spent when it ends.
    pub until: f64,
    /// Temperature at first and at last, in costs.
    pub hot: f64,
    pub cold: f64,
}

impl Stage {
    fn temperature(&self, from: f64, spent: f64) -> f64 {
        let share = (spent - from) / (self.until - from);
        self.hot * (self.cold / self.hot).powf(share.clamp(0.0, 1.0))
    }
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
    /// By tour: which of its transports it has.
    pub transports: Vec<u32>,
    pub cost: i64,
    pub iterations: u64,
}

/// Iterations between two looks at the budget.
const BEAT: u64 = 64;
/// Temperatures at first and at last, in mean legs.
const HOT: f64 = 0.5;
const COLD: f64 = 0.002;
/// Where it costs far more than a leg who does a job, that is settled first: temperatures in mean spreads between the
/// dearest and the cheapest tour, and the share of the budget it takes. Then legs, a little hotter than on their own.
const STEEP_HOT: f64 = 0.5;
const STEEP_COLD: f64 = 0.01;
const STEEP_SHARE: f64 = 0.8;
const STEEP: f64 = 10.0;
/// Share of the ruins that begin with a job that is done by a dear tour, where it matters which does it.
const DEAR_SHARE: f64 = 0.5;
/// Visits left out that are tried again in an iteration.
const ABSENT_TRIED: usize = 4;
/// One ruin in so many hands a car over, where there are too few.
const HAND_OVER: u64 = 50;
/// Near jobs tried when every tour may do every job, and the most when few may.
const NEIGHBOURS: f64 = 40.0;
const NEIGHBOURS_MOST: f64 = 100.0;

impl Search {
    /// Settings that scale with the problem: temperatures are shares of what a way between two places costs.
    pub fn for_problem(problem: &Problem, seed: u64) -> Self {
        let (leg, spread) = (leg_cost(problem), tour_spread(problem));
        let strength = Strength::default();
        let neighbours = (NEIGHBOURS / share_allowed(problem)).min(NEIGHBOURS_MOST) as usize;
        let stages = if spread > STEEP * leg {
            let steep = Stage { until: STEEP_SHARE, hot: STEEP_HOT * spread, cold: STEEP_COLD * spread };
            vec![steep, Stage { until: 1.0, hot: STEEP * HOT * leg, cold: COLD * leg }]
        } else {
            vec![Stage { until: 1.0, hot: HOT * leg, cold: COLD * leg }]
        };
        Self { seed, neighbours, stages, strength }
    }

    /// The same, at a tenth of the last stage's temperature: for a plan that is good already and is to be bettered or
    /// repaired.
    #[must_use]
    pub fn gentle(mut self) -> Self {
        self.stages.drain(..self.stages.len() - 1);
        let leg = self.stages[0].cold / COLD;
        self.stages[0].hot = HOT / 10.0 * leg;
        self
    }

    /// The same, at a tenth of the temperature of every stage: for a plan that was searched in other parts before.
    #[must_use]
    pub fn again(mut self) -> Self {
        self.stages.iter_mut().for_each(|stage| stage.hot = (stage.hot / 10.0).max(stage.cold));
        self
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
        let mut absent = absent_visits(state, free);
        sort_for_insertion(problem, &mut absent, &mut rng);
        absent.retain(|&visit| !recreate.insert_visit(state, visit, &near, &mut rng));
        state.commit();
        let mut best = snapshot(state);
        let mut current = state.cost();
        let mut iterations: u64 = 0;
        let mut spent = budget.spent(0);
        let (mut stage, mut stage_from) = (0, 0.0);
        let mut temperature = self.stages[0].hot;
        let (dear, hand_over) = (Dear::new(problem), HandOver::new(problem));
        let dear_share = if dear.is_any() { DEAR_SHARE } else { 0.0 };
        let mut out = Vec::new();
        let mut still_absent = Vec::new();
        if !free.contains(&true) {
            return best;
        }
        while spent < 1.0 {
            iterations += 1;
            if iterations.is_multiple_of(BEAT) {
                spent = budget.spent(iterations);
                while stage + 1 < self.stages.len() && spent >= self.stages[stage].until {
                    (stage, stage_from) = (stage + 1, self.stages[stage].until);
                    restore(state, &best);
                    current = state.cost();
                    absent = absent_visits(state, free);
                }
                temperature = self.stages[stage].temperature(stage_from, spent);
                progress(Progress { iterations, spent: spent.min(1.0), cost: current, best: best.cost });
            }
            let mark = state.mark();
            let hands_over = hand_over.is_possible() && rng.one_in(HAND_OVER);
            if !hands_over || !hand_over.ruin(state, free, &mut rng, &mut out) {
                let is_dear = dear_share > 0.0 && rng.unit() < dear_share;
                if !is_dear || !ruin_dear(state, &near.around, &dear, self.strength, free, &mut rng, &mut out) {
                    ruin(state, &near.around, self.strength, free, &mut rng, &mut out);
                }
            }
            if !state.settle() {
                state.back(mark);
                continue;
            }
            let (count, tried) = (absent.len(), absent.len().min(ABSENT_TRIED));
            if count > tried {
                (0..tried).for_each(|k| absent.swap(k, k + rng.below(count - k)));
            }
            out.extend_from_slice(&absent[..tried]);
            sort_for_insertion(problem, &mut out, &mut rng);
            still_absent.clear();
            still_absent.extend_from_slice(&absent[tried..]);
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
            restore(state, &best);
        }
        best.iterations = iterations;
        best
    }
}

/// Visits that are left out and may be put in.
fn absent_visits(state: &State, free: &[bool]) -> Vec<u32> {
    let visits = 0..state.problem.visits.len() as u32;
    visits.filter(|&visit| free[visit as usize] && state.is_left_out(visit as usize)).collect()
}

fn snapshot(state: &State) -> Searched {
    let tours = || 0..state.problem.tours.len() as u32;
    Searched {
        tours: tours().map(|tour| state.tour_jobs(tour).collect()).collect(),
        transports: tours().map(|tour| state.sums(tour).transport).collect(),
        cost: state.cost(),
        iterations: 0,
    }
}

/// Makes the state what it was at a snapshot.
fn restore(state: &mut State, then: &Searched) {
    for (tour, &transport) in then.transports.iter().enumerate() {
        if state.sums(tour as u32).transport != transport {
            state.change_transport(tour as u32, transport);
        }
    }
    let possible = state.load(&then.tours);
    debug_assert!(possible, "it stood before");
    state.commit();
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
        4..6 => visits.sort_by_key(|&visit| (-problem.jobs[job(visit) as usize].load, -longest(problem, job(visit)))),
        6..8 => visits.sort_by_key(|&visit| -depot(visit)),
        8 => visits.sort_by_key(|&visit| depot(visit)),
        9..12 => visits.sort_by_key(|&visit| opening(visit).soft - opening(visit).open),
        12..14 => visits.sort_by_key(|&visit| opening(visit).open),
        _ => visits.sort_by_key(|&visit| -opening(visit).soft),
    }
}

fn longest(problem: &Problem, job: u32) -> i32 {
    let all = &problem.duration[job as usize * problem.classes..(job as usize + 1) * problem.classes];
    all.iter().copied().max().unwrap_or(0)
}
