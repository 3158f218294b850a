//! The search finds the best there is on problems small enough to try everything.

use crate::plain::{Tours, recompute};
use crate::random::{Kind, Lot, random_problem};
use leon_route::search::{Budget, Search, Searched};
use leon_route::state::State;
use leon_route::{NONE, Problem};

struct Rounds(u64);

impl Budget for Rounds {
    fn spent(&self, iterations: u64) -> f64 {
        iterations as f64 / self.0 as f64
    }
}

/// The least cost of all ways to fill the tours, with visits done whole or not at all.
fn least_cost(problem: &Problem) -> i64 {
    let mut tours: Vec<Vec<u32>> = problem.tours.iter().map(|tour| tour.pauses.clone()).collect();
    let jobs: Vec<u32> =
        (0..problem.jobs.len() as u32).filter(|&job| problem.jobs[job as usize].visit != NONE).collect();
    let mut least = i64::MAX;
    fill(problem, &jobs, &mut tours, &mut least);
    least
}

fn fill(problem: &Problem, jobs: &[u32], tours: &mut Vec<Vec<u32>>, least: &mut i64) {
    let Some((&job, rest)) = jobs.split_first() else {
        let transports = vec![0; tours.len()];
        let is_whole = problem.visits.iter().all(|visit| {
            let is_in = |job: &u32| tours.iter().any(|tour| tour.contains(job));
            let needed = visit.needed.iter().filter(|job| is_in(job)).count();
            needed == visit.needed.len() || needed == 0 && !visit.extra.iter().any(is_in)
        });
        if is_whole && let Some(facts) = recompute(problem, &Tours { jobs: tours, transports: &transports }, None) {
            *least = facts.cost.min(*least);
        }
        return;
    };
    fill(problem, rest, tours, least);
    for tour in 0..tours.len() {
        if problem.duration(job, tour as u32) >= 0 {
            for at in 0..=tours[tour].len() {
                tours[tour].insert(at, job);
                fill(problem, rest, tours, least);
                tours[tour].remove(at);
            }
        }
    }
}

fn search(problem: &Problem, iterations: u64, free: &[bool]) -> Searched {
    let mut state = State::new(problem);
    let found = Search::for_problem(problem, 1).run(&mut state, &Rounds(iterations), free, &mut |_| {});
    assert_eq!(state.cost(), found.cost, "the best is left in the state");
    found
}

#[test]
fn a_tiny_problem_is_solved_to_the_best_there_is() {
    for seed in 0..40 {
        let mut lot = Lot(seed);
        let problem = random_problem(&mut lot, 3, 2, Kind::Any);
        let found = search(&problem, 5000, &vec![true; problem.visits.len()]);
        assert_eq!(found.cost, least_cost(&problem), "seed {seed}");
    }
}

#[test]
fn the_same_seed_and_iterations_give_the_same_answer() {
    let mut lot = Lot(7);
    let problem = random_problem(&mut lot, 30, 5, Kind::Any);
    let free = vec![true; problem.visits.len()];
    assert_eq!(search(&problem, 300, &free).tours, search(&problem, 300, &free).tours);
}

#[test]
fn visits_that_are_not_free_stay_where_they_are() {
    let mut lot = Lot(8);
    let problem = random_problem(&mut lot, 12, 3, Kind::Any);
    let first = search(&problem, 20, &vec![true; problem.visits.len()]);
    let held = |job: u32| matches!(problem.jobs[job as usize].visit, visit if visit != NONE && visit % 2 == 0);
    let free: Vec<bool> = (0..problem.visits.len()).map(|visit| visit % 2 == 1).collect();
    let mut state = State::new(&problem);
    assert!(state.load(&first.tours));
    let then = Search::for_problem(&problem, 2).gentle().run(&mut state, &Rounds(500), &free, &mut |_| {});
    let kept = |tours: &[Vec<u32>]| -> Vec<Vec<u32>> {
        tours.iter().map(|tour| tour.iter().copied().filter(|&job| held(job)).collect()).collect()
    };
    assert_eq!(kept(&then.tours), kept(&first.tours));
    assert!(then.cost <= first.cost);
}

#[test]
fn tours_that_break_a_rule_are_not_loaded() {
    let mut lot = Lot(9);
    let problem = random_problem(&mut lot, 6, 2, Kind::Any);
    let mut state = State::new(&problem);
    let before = state.cost();
    let job = (0..problem.jobs.len() as u32).find(|&job| problem.duration(job, 0) >= 0).expect("a job for the tour");
    assert!(!state.load(&[vec![job, job], vec![]]), "a job twice");
    assert!(!state.load(&[vec![u32::MAX - 1], vec![]]), "no such job");
    assert_eq!(state.cost(), before);
}
