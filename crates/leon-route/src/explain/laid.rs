//! A plan laid out as a state, route by route in its own order, to try things on.

use super::AskError;
use crate::state::State;
use crate::translate::Translation;
use leon_model::RoutePlan;

/// Lays out a plan, of which the translation [follows](crate::parts::Part::following) the cars. Each carer goes the
/// plan's route, in its order, as early as it can be gone.
///
/// # Errors
/// [`AskError::RouteBroken`] if a route cannot be gone so.
pub(crate) fn lay<'t>(translation: &'t Translation<'_>, plan: &RoutePlan) -> Result<State<'t>, AskError> {
    let mut state = State::new(&translation.problem);
    let tours = translation.tours_of(plan);
    for (tour, jobs) in tours.iter().enumerate().filter(|(_, jobs)| !jobs.is_empty()) {
        if lay_tour(&mut state, tour as u32, jobs).is_none() {
            let (carer, shift) = translation.part.shifts[tour];
            return Err(AskError::RouteBroken { carer: translation.day.carers[carer].id.clone(), shift });
        }
    }
    state.commit();
    Ok(state)
}

fn lay_tour(state: &mut State<'_>, tour: u32, jobs: &[u32]) -> Option<()> {
    let limits = &state.problem.tours[tour as usize];
    limits.pauses.iter().for_each(|&pause| state.remove(pause));
    // All at once: half a route may be impossible where the whole is not, if going straight is the longer way.
    let mut after = state.head(tour);
    for &job in jobs {
        if state.problem.duration(job, tour) < 0 || state.is_in(job) {
            return None;
        }
        state.insert(job, after);
        after = job;
    }
    (limits.pauses.iter().all(|&pause| state.is_in(pause)) && state.settle()).then_some(())
}
