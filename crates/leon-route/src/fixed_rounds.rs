//! Today's practice as a baseline: fixed rounds by district, each carer's visits in habitual order, no search.

use crate::plan_routes::{Planned, RouteError};
use crate::problem::{NONE, Problem};
use crate::state::{Place, State};
use crate::translate::{Part, Translation, level};
use leon_check::check_route;
use leon_model::{Day, Necessity, RoundOrder};

/// A plan such as fixed rounds give: every citizen belongs to a round, and nobody moves visits between rounds to save
/// ways.
///
/// Each citizen belongs to the nearest office. The homes of an office form a chain, each followed by the nearest one
/// that is left, and the chain is cut into as many stretches as there are carers who may make the visit, of the lowest
/// level that may, at that time of day. A visit that its round has no room for goes to the next round that has, of a
/// higher level or of another office if need be. Double visits are placed first, visits that may be left out last.
/// Within a round visits stand in the order of `order`, so the plan is what a planner gets who fills in rounds once
/// and does not look across them.
///
/// The same day gives the same plan; there is neither search nor chance in it.
///
/// # Errors
/// [`RouteError::CheckFailed`] if the plan breaks a rule, which is a fault of Leon's.
pub fn fixed_rounds(day: &Day, order: RoundOrder) -> Result<Planned, RouteError> {
    let translation = Translation::new(day, Part::whole(day), None);
    let rounds = Rounds::new(&translation, order);
    let mut state = State::new(&translation.problem);
    for visit in rounds.visits_in_order() {
        let jobs = &translation.problem.visits[visit].needed;
        rounds.place(&mut state, jobs);
        state.commit();
    }
    let plan = translation.plan(&state);
    let verdict = check_route(day, &plan, None);
    if !verdict.stands() {
        return Err(RouteError::CheckFailed(verdict.broken));
    }
    Ok(Planned { plan, verdict, iterations: 0 })
}

/// Who has which round.
struct Rounds<'a> {
    translation: &'a Translation<'a>,
    problem: &'a Problem,
    order: RoundOrder,
    /// By place: its office, and how far along the office's chain it lies, from 0 to 1.
    chain: Vec<(u32, f64)>,
    /// By tour: its office, and its group's level.
    tours: Vec<(u32, u8)>,
}

impl<'a> Rounds<'a> {
    fn new(translation: &'a Translation<'a>, order: RoundOrder) -> Self {
        let problem = &translation.problem;
        let places = problem.jobs.iter().map(|it| it.place).filter(|it| *it != NONE);
        let ends = problem.tours.iter().flat_map(|it| [it.from, it.to]).filter(|it| *it != NONE);
        let count = places.clone().chain(ends).max().map_or(0, |it| it as usize + 1);
        let offices = offices(problem);
        let mut chain = vec![(NONE, 0.0); count];
        for &office in &offices {
            let is_here = |place: &u32| nearest(problem, &offices, *place) == Some(office);
            let mut homes: Vec<u32> = places.clone().filter(is_here).collect();
            homes.sort_unstable();
            let visits = homes.len() as f64;
            let (mut before, mut here) = (0.0, office);
            while let Some(next) = homes.iter().copied().min_by_key(|&it| (way(problem, here, it), it)) {
                let left = homes.len();
                homes.retain(|it| *it != next);
                // The middle of the home's own stretch.
                let own = (left - homes.len()) as f64;
                chain[next as usize] = (office, (before + own / 2.0) / visits);
                (before, here) = (before + own, next);
            }
        }
        let tour = |(index, it): (usize, &crate::problem::Tour)| {
            let (carer, _) = translation.part.shifts[index];
            (
                nearest(problem, &offices, it.from).unwrap_or(NONE),
                level(translation.day, &translation.day.carers[carer]),
            )
        };
        let tours = problem.tours.iter().enumerate().map(tour).collect();
        Self { translation, problem, order, chain, tours }
    }

    /// Double visits first, those that may be left out last, otherwise by the hour that people are used to.
    fn visits_in_order(&self) -> Vec<usize> {
        let key = |visit: &usize| {
            let row = self.translation.part.visits[*visit];
            let may_wait = matches!(self.translation.day.visits[row].necessity, Necessity::Optional { .. });
            let jobs = &self.problem.visits[*visit].needed;
            (may_wait, std::cmp::Reverse(jobs.len()), jobs.first().map_or(0, |it| self.hour(*it)), *visit)
        };
        let mut visits: Vec<usize> = (0..self.problem.visits.len()).collect();
        visits.sort_by_key(key);
        visits
    }

    /// The hour that people are used to: the middle of the time in which a job begins on time.
    fn hour(&self, job: u32) -> i32 {
        let opening = &self.problem.jobs[job as usize].openings[0];
        opening.open + (opening.soft - opening.open) / 2
    }

    /// Puts a visit's jobs into rounds, all or none.
    fn place(&self, state: &mut State, jobs: &[u32]) -> bool {
        let Some((&job, others)) = jobs.split_first() else { return true };
        for tour in self.rounds_for(job) {
            let Some(place) = self.in_round(state, job, tour) else { continue };
            let mark = state.mark();
            state.insert(job, place.after);
            if state.settle() && self.place(state, others) {
                return true;
            }
            state.back(mark);
        }
        false
    }

    /// The rounds that may take a job: its own first, then the nearest to it.
    fn rounds_for(&self, job: u32) -> Vec<u32> {
        let entry = &self.problem.jobs[job as usize];
        let (office, along) = self.chain.get(entry.place as usize).copied().unwrap_or((NONE, 0.5));
        let is_at_work = |tour: u32| {
            let tour = &self.problem.tours[tour as usize];
            entry.openings.iter().any(|it| it.open < tour.end && tour.start <= it.close)
        };
        let may = (0..self.tours.len() as u32).filter(|&it| self.problem.duration(job, it) >= 0 && is_at_work(it));
        let key = |tour: u32| (self.tours[tour as usize].0 != office, self.tours[tour as usize].1);
        let may: Vec<u32> = may.collect();
        let alike = |tour: u32| may.iter().filter(move |&&it| key(it) == key(tour));
        let rank = |tour: u32| {
            let rounds = alike(tour).count();
            let own = ((along * rounds as f64) as usize).min(rounds - 1);
            let at = alike(tour).position(|&it| it == tour).unwrap_or_default();
            (key(tour), at.abs_diff(own), at)
        };
        let mut rounds: Vec<_> = may.iter().map(|&tour| (rank(tour), tour)).collect();
        rounds.sort_unstable();
        rounds.into_iter().map(|it| it.1).collect()
    }

    /// Where a job stands in a round.
    fn in_round(&self, state: &mut State, job: u32, tour: u32) -> Option<Place> {
        match self.order {
            RoundOrder::Hours => {
                let hour = self.hour(job);
                let earlier = state.tour_jobs(tour).take_while(|&it| self.hour(it) <= hour).last();
                Some(Place { tour, after: earlier.unwrap_or_else(|| state.head(tour)) })
            }
            RoundOrder::Nearest => {
                let after: Vec<u32> = std::iter::once(state.head(tour)).chain(state.tour_jobs(tour)).collect();
                let mut best: Option<(i64, Place)> = None;
                for place in after.into_iter().map(|after| Place { tour, after }) {
                    let most = best.map_or(i64::MAX, |it| it.0);
                    if let Some(price) = state.try_place(job, place, most) {
                        best = Some((price, place));
                    }
                }
                best.map(|it| it.1)
            }
        }
    }
}

/// Where two carers or more set out; where nobody shares a start, every start.
fn offices(problem: &Problem) -> Vec<u32> {
    let mut starts: Vec<u32> = problem.tours.iter().map(|it| it.from).filter(|it| *it != NONE).collect();
    starts.sort_unstable();
    let shared: Vec<u32> = starts.windows(2).filter(|it| it[0] == it[1]).map(|it| it[0]).collect();
    let mut offices = if shared.is_empty() { starts } else { shared };
    offices.dedup();
    offices
}

fn nearest(problem: &Problem, offices: &[u32], place: u32) -> Option<u32> {
    offices.iter().copied().filter(|_| place != NONE).min_by_key(|&it| (way(problem, it, place), it))
}

/// The way between two places by the first transport.
fn way(problem: &Problem, from: u32, to: u32) -> i32 {
    problem.travel.first().map_or(0, |it| it.ticks(from, to, 0))
}
