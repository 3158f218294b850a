//! Every way to fit jobs into a plan, all else in its place and order.

use crate::problem::NONE;
use crate::state::{Legs, Place, State};

/// After which node each job comes, in the order of the jobs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Way(Vec<u32>);

impl Way {
    /// The way in which the jobs stand.
    pub fn of(state: &State<'_>, jobs: &[u32]) -> Self {
        Self(jobs.iter().map(|&job| state.node(job).prev).collect())
    }

    /// Puts the jobs in so; they went in so before.
    pub fn go(&self, state: &mut State<'_>, jobs: &[u32]) -> bool {
        jobs.iter().zip(&self.0).all(|(&job, &after)| {
            state.insert(job, after);
            state.settle()
        })
    }
}

/// Which tours are asked for the k-th job.
pub(crate) type May<'a> = dyn Fn(usize, u32) -> bool + 'a;

/// Shows each way to fit `jobs` (none of which is in) to `found`, which returns the cost that is too much from there
/// on: [`i64::MAX`] goes on with everything, [`i64::MIN`] ends the search. Afterwards the state is as before.
///
/// All places of the first two jobs are tried with one another; of each further job, only its cheapest.
pub(crate) fn each_way(
    state: &mut State<'_>,
    jobs: &[u32],
    may: &May<'_>,
    found: &mut dyn FnMut(&mut State<'_>) -> i64,
) {
    // What the cost falls by, at most, once the visit is done.
    let relief = jobs.iter().map(|&job| state.problem.jobs[job as usize].visit).find(|&visit| visit != NONE);
    let relief = relief.map_or(0, |visit| {
        let entry = &state.problem.visits[visit as usize];
        entry.left_out.max(0) + entry.extra_missing.iter().map(|&cost| cost.max(0)).sum::<i64>()
    });
    let mut search = Search { jobs, may, found, relief, bound: i64::MAX };
    search.fill(state, 0);
}

struct Search<'a> {
    jobs: &'a [u32],
    may: &'a May<'a>,
    found: &'a mut dyn FnMut(&mut State<'_>) -> i64,
    relief: i64,
    bound: i64,
}

impl Search<'_> {
    fn fill(&mut self, state: &mut State<'_>, k: usize) {
        let Some(&job) = self.jobs.get(k) else {
            self.bound = (self.found)(state);
            return;
        };
        if k > 1 {
            return self.fill_cheapest(state, k);
        }
        for tour in 0..state.problem.tours.len() as u32 {
            if state.problem.duration(job, tour) < 0 || !(self.may)(k, tour) {
                continue;
            }
            let mut after = state.head(tour);
            loop {
                if self.bound == i64::MIN {
                    return;
                }
                self.fill_at(state, k, Place { tour, after });
                after = state.node(after).next;
                if !state.is_job(after) {
                    break;
                }
            }
        }
    }

    fn fill_at(&mut self, state: &mut State<'_>, k: usize, place: Place) {
        let job = self.jobs[k];
        let Some(price) = state.price(job, place, Legs::default()) else { return };
        // The last price says what a way costs at least; before that, the jobs to come may save something.
        let is_last = k + 1 == self.jobs.len();
        if is_last && (state.cost() - self.relief).saturating_add(price.cost) >= self.bound {
            return;
        }
        let mark = state.mark();
        state.insert(job, place.after);
        if state.settle() {
            self.fill(state, k + 1);
        }
        state.back(mark);
    }

    fn fill_cheapest(&mut self, state: &mut State<'_>, k: usize) {
        let job = self.jobs[k];
        let mut best: Option<(i64, Place)> = None;
        for place in places(state, job, &|tour| (self.may)(k, tour)) {
            let most = best.map_or(i64::MAX, |(cost, _)| cost);
            if let Some(cost) = state.try_place(job, place, most) {
                best = Some((cost, place));
            }
        }
        let Some((_, place)) = best else { return };
        let mark = state.mark();
        state.insert(job, place.after);
        if state.settle() {
            self.fill(state, k + 1);
        }
        state.back(mark);
    }
}

/// The places that a job might go to.
pub(crate) fn places(state: &State<'_>, job: u32, may: &dyn Fn(u32) -> bool) -> Vec<Place> {
    let mut places = Vec::new();
    for tour in 0..state.problem.tours.len() as u32 {
        if state.problem.duration(job, tour) < 0 || !may(tour) {
            continue;
        }
        places.push(Place { tour, after: state.head(tour) });
        places.extend(state.tour_jobs(tour).map(|after| Place { tour, after }));
    }
    places
}

/// The cheapest way, if there is one: its cost and itself.
pub(crate) fn cheapest_way(state: &mut State<'_>, jobs: &[u32], may: &May<'_>) -> Option<(i64, Way)> {
    let mut best: Option<(i64, Way)> = None;
    each_way(state, jobs, may, &mut |state| {
        let bound = best.as_ref().map_or(i64::MAX, |(cost, _)| *cost);
        if state.cost() >= bound {
            return bound;
        }
        best = Some((state.cost(), Way::of(state, jobs)));
        state.cost()
    });
    best
}
