//! A plan laid out as a state, route by route in its own order, to try things on.

use super::AskError;
use crate::state::State;
use crate::translate::Translation;
use leon_model::{Day, RoutePlan};

/// Lays out a plan. Each carer goes the plan's route, in its order and by its transport, as early as it can be gone.
///
/// # Errors
/// [`AskError::RouteBroken`] if a route cannot be gone so.
pub(crate) fn lay<'t>(translation: &'t Translation<'_>, plan: &RoutePlan) -> Result<State<'t>, AskError> {
    let mut state = State::new(&translation.problem);
    let tours = translation.tours_of(plan);
    for (tour, jobs) in tours.iter().enumerate().filter(|(_, jobs)| !jobs.is_empty()) {
        if lay_tour(&mut state, translation, plan, tour as u32, jobs).is_none() {
            let (carer, shift) = translation.part.shifts[tour];
            return Err(AskError::RouteBroken { carer: translation.day.carers[carer].id.clone(), shift });
        }
    }
    state.commit();
    Ok(state)
}

fn lay_tour(
    state: &mut State<'_>,
    translation: &Translation<'_>,
    plan: &RoutePlan,
    tour: u32,
    jobs: &[u32],
) -> Option<()> {
    let limits = &translation.problem.tours[tour as usize];
    if let Some(transport) = transport(translation, plan, tour)
        && transport != state.sums(tour).transport
    {
        state.change_transport(tour, transport);
    }
    limits.pauses.iter().for_each(|&pause| state.remove(pause));
    state.settle().then_some(())?;
    let mut after = state.head(tour);
    for &job in jobs {
        if translation.problem.duration(job, tour) < 0 || state.is_in(job) {
            return None;
        }
        state.insert(job, after);
        state.settle().then_some(())?;
        after = job;
    }
    limits.pauses.iter().all(|&pause| state.is_in(pause)).then_some(())
}

/// Which of the tour's transports the plan's route goes by.
fn transport(translation: &Translation<'_>, plan: &RoutePlan, tour: u32) -> Option<u32> {
    let day: &Day = translation.day;
    let (carer, shift) = translation.part.shifts[tour as usize];
    let carer = &day.carers[carer].id;
    let route = plan.routes.iter().find(|route| route.carer == *carer && route.shift == shift)?;
    let transport = day.transport_index(route.transport.as_ref()?)? as u32;
    let transports = &translation.problem.tours[tour as usize].transports;
    transports.iter().position(|&it| it == transport).map(|k| k as u32)
}
