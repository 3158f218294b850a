//! Ruin by adjacent strings: stretches of tours that pass near one another lose their jobs (SISR, Christiaens and
//! Vanden Berghe 2020, doi 10.1287/trsc.2019.0914).

use super::scale::doing_range;
use crate::problem::{NONE, Problem};
use crate::rng::Rng;
use crate::state::State;

/// How much is ruined at once.
#[derive(Clone, Copy, Debug)]
pub struct Strength {
    /// Mean number of jobs taken out.
    pub jobs_mean: f64,
    /// Longest stretch of one tour.
    pub string_max: f64,
}

impl Default for Strength {
    fn default() -> Self {
        Self { jobs_mean: 10.0, string_max: 10.0 }
    }
}

/// Chance of leaving a stretch standing within a ruined string.
const SPLIT: f64 = 0.5;
/// Chance of ending the preserved stretch's growth.
const SPLIT_DEPTH: f64 = 0.01;

/// Takes jobs out of tours and returns their visits, each once. [`State::settle`] must follow.
pub fn ruin(
    state: &mut State,
    around: &[Vec<u32>],
    strength: Strength,
    free: &[bool],
    rng: &mut Rng,
    out: &mut Vec<u32>,
) {
    out.clear();
    let (strings, string_max) = strings(state, strength, rng);
    let seed = rng.below(state.jobs()) as u32;
    let mut ruined: Vec<u32> = Vec::with_capacity(strings);
    for &job in std::iter::once(&seed).chain(&around[seed as usize]) {
        if ruined.len() >= strings {
            break;
        }
        let tour = state.node(job).tour;
        if tour == NONE || ruined.contains(&tour) {
            continue;
        }
        ruined.push(tour);
        take_some_string(state, job, string_max, free, rng, out);
    }
}

/// Jobs that cost less with another tour than with the one they have.
#[derive(Clone, Debug)]
pub struct Dear {
    /// By job: what it costs with the cheapest tour.
    least: Vec<i64>,
    is_any: bool,
}

impl Dear {
    pub fn new(problem: &Problem) -> Self {
        let ranges: Vec<_> = (0..problem.jobs.len() as u32).map(|job| doing_range(problem, job)).collect();
        let is_any = ranges.iter().flatten().any(|(least, most)| least < most);
        Self { least: ranges.into_iter().map(|range| range.map_or(0, |it| it.0)).collect(), is_any }
    }

    /// Whether for any job it matters which tour does it.
    pub fn is_any(&self) -> bool {
        self.is_any
    }

    fn is_dear(&self, state: &State, job: u32) -> bool {
        let tour = state.node(job).tour;
        let is_visit = state.problem.jobs[job as usize].visit != NONE;
        is_visit && tour != NONE && state.problem.doing(job, tour) > self.least[job as usize]
    }
}

/// As [`ruin`], but begins with a job that is dear where it is: takes it out, and strings near it from tours where it
/// would cost less. `false`, with nothing done, when no job is dear.
pub fn ruin_dear(
    state: &mut State,
    around: &[Vec<u32>],
    dear: &Dear,
    strength: Strength,
    free: &[bool],
    rng: &mut Rng,
    out: &mut Vec<u32>,
) -> bool {
    out.clear();
    let (jobs, first) = (state.jobs(), rng.below(state.jobs()));
    let seed = (0..jobs).map(|k| ((first + k) % jobs) as u32).find(|&job| dear.is_dear(state, job));
    let Some(seed) = seed else { return false };
    let (strings, string_max) = strings(state, strength, rng);
    let now = state.problem.doing(seed, state.node(seed).tour);
    take_visit(state, seed, free, out);
    let mut ruined: Vec<u32> = Vec::with_capacity(strings);
    for &job in &around[seed as usize] {
        if ruined.len() >= strings {
            break;
        }
        let tour = state.node(job).tour;
        if tour == NONE || ruined.contains(&tour) || state.problem.duration(seed, tour) < 0 {
            continue;
        }
        if state.problem.doing(seed, tour) < now {
            ruined.push(tour);
            take_some_string(state, job, string_max, free, rng, out);
        }
    }
    true
}

/// How many strings to take out, and how long each may be.
fn strings(state: &State, strength: Strength, rng: &mut Rng) -> (usize, f64) {
    let (visits, used) = state.visits_and_tours();
    let mean_length = (visits as f64 / used.max(1) as f64).max(1.0);
    let string_max = strength.string_max.min(mean_length);
    let strings_max = 4.0 * strength.jobs_mean / (1.0 + string_max) - 1.0;
    ((1.0 + rng.unit() * strings_max.max(0.0)).floor() as usize, string_max)
}

/// Takes out a string around `job`, its length and whether a stretch of it stays drawn by lot.
fn take_some_string(state: &mut State, job: u32, string_max: f64, free: &[bool], rng: &mut Rng, out: &mut Vec<u32>) {
    let visits = f64::from(state.sums(state.node(job).tour).visits);
    let length = (1.0 + rng.unit() * string_max.min(visits)).floor().min(visits) as usize;
    let kept = if length > 1 && rng.unit() < SPLIT { preserved(length, visits as usize, rng) } else { 0 };
    take_string(state, job, length, kept, free, rng, out);
}

/// How many jobs stay within a string of `length` in a tour of `visits`.
fn preserved(length: usize, visits: usize, rng: &mut Rng) -> usize {
    let mut kept = 1;
    while length + kept < visits && rng.unit() > SPLIT_DEPTH {
        kept += 1;
    }
    kept.min(visits.saturating_sub(length))
}

/// Takes out a string of jobs around `job`, but for a stretch of `kept` within it.
fn take_string(
    state: &mut State,
    job: u32,
    length: usize,
    kept: usize,
    free: &[bool],
    rng: &mut Rng,
    out: &mut Vec<u32>,
) {
    let span = length + kept;
    let mut first = job;
    for _ in 0..rng.below(span) {
        let before = state.node(first).prev;
        if !state.is_job(before) {
            break;
        }
        first = before;
    }
    let keep_from = if kept > 0 { rng.below(length.max(1)) } else { usize::MAX };
    let mut string = Vec::with_capacity(span);
    let mut at = first;
    for k in 0..span {
        if !state.is_job(at) {
            break;
        }
        if keep_from == usize::MAX || k < keep_from || k >= keep_from + kept {
            string.push(at);
        }
        at = state.node(at).next;
    }
    for job in string {
        take_visit(state, job, free, out);
    }
}

/// Takes out all jobs of a job's visit, unless one is held fast.
pub fn take_visit(state: &mut State, job: u32, free: &[bool], out: &mut Vec<u32>) {
    let visit = state.problem.jobs[job as usize].visit;
    if visit == NONE || !state.is_in(job) || !free[visit as usize] {
        return;
    }
    let entry = &state.problem.visits[visit as usize];
    for &part in entry.needed.iter().chain(&entry.extra) {
        if state.is_in(part) {
            state.remove(part);
        }
    }
    out.push(visit);
}
