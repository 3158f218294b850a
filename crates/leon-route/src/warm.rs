//! A plan put into a state, as far as it goes.

use crate::problem::NONE;
use crate::state::State;

/// Puts jobs into their tours in order, passing over those that do not fit (any more). A visit of which a needed job
/// is missing in the end is taken out whole.
pub(crate) fn load(state: &mut State, tours: &[Vec<u32>]) {
    for (tour, jobs) in tours.iter().enumerate() {
        let mut after = state.head(tour as u32);
        for &job in jobs {
            let visit = state.problem.jobs[job as usize].visit;
            if visit == NONE {
                // Pauses are in already; those that come before it go on before it.
                continue;
            }
            if state.is_in(job) || state.problem.duration(job, tour as u32) < 0 {
                continue;
            }
            after = insert(state, job, after);
        }
    }
    for visit in 0..state.problem.visits.len() {
        if state.is_left_out(visit) {
            let entry = &state.problem.visits[visit];
            for &job in entry.needed.iter().chain(&entry.extra) {
                if state.is_in(job) {
                    state.remove(job);
                }
            }
        }
    }
    let possible = state.settle();
    debug_assert!(possible, "fewer jobs fit where more did");
    state.commit();
}

/// Puts a job after a node, or after the pauses that follow it; returns the last node of the tour so far.
fn insert(state: &mut State, job: u32, after: u32) -> u32 {
    let mut place = after;
    loop {
        let mark = state.mark();
        state.insert(job, place);
        if state.settle() {
            return job;
        }
        state.back(mark);
        let next = state.node(place).next;
        let is_pause = state.is_job(next) && state.problem.jobs[next as usize].visit == NONE;
        if !is_pause {
            return after;
        }
        place = next;
    }
}
