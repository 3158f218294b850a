//! A plan put into a state, as far as it goes.

use crate::problem::NONE;
use crate::state::State;

/// Puts jobs into their tours in order, passing over those that do not fit (any more). A visit of which a needed job
/// is missing in the end is taken out whole.
pub(crate) fn load(state: &mut State, tours: &[Vec<u32>]) {
    for (tour, jobs) in tours.iter().enumerate() {
        if !load_whole(state, tour as u32, jobs) {
            load_what_fits(state, tour as u32, jobs);
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

/// Puts a tour's jobs in at once, pauses in their places among them; `false`, with nothing done, if they do not fit.
fn load_whole(state: &mut State, tour: u32, jobs: &[u32]) -> bool {
    let pauses = &state.problem.tours[tour as usize].pauses;
    let may = |&job: &u32| state.problem.duration(job, tour) >= 0 && (pauses.contains(&job) || !state.is_in(job));
    if !jobs.iter().all(may) || !pauses.iter().all(|pause| jobs.contains(pause)) {
        return false;
    }
    let mark = state.mark();
    for &pause in pauses {
        state.remove(pause);
    }
    let mut after = state.head(tour);
    for &job in jobs {
        state.insert(job, after);
        after = job;
    }
    let possible = state.settle();
    if !possible {
        state.back(mark);
    }
    possible
}

fn load_what_fits(state: &mut State, tour: u32, jobs: &[u32]) {
    let mut after = state.head(tour);
    for &job in jobs {
        if state.problem.jobs[job as usize].visit == NONE {
            // In already, after everything that came before it.
            after = job;
        } else if !state.is_in(job) && state.problem.duration(job, tour) >= 0 {
            let mark = state.mark();
            state.insert(job, after);
            if state.settle() {
                after = job;
            } else {
                state.back(mark);
            }
        }
    }
}
