//! The plan out of a solution, and a plan into one.

use super::{JobKey, Translation};
use crate::problem::NONE;
use crate::state::State;
use leon_model::{Doing, LeftOut, Route, RoutePlan, Seconds, Stop, Work};

impl Translation<'_> {
    /// The routes and what is left out, of a solution of this problem.
    pub fn plan(&self, state: &State) -> RoutePlan {
        let tours = 0..self.part.shifts.len() as u32;
        let has_visits = |&tour: &u32| {
            let fixed = |&job: &u32| matches!(self.keys[job as usize], JobKey::Slot { .. });
            state.sums(tour).visits > 0 || self.problem.tours[tour as usize].pauses.iter().any(fixed)
        };
        let routes = tours.filter(has_visits).map(|tour| self.route(state, tour)).collect();
        let slots = self.keys.iter().enumerate().filter(|&(job, _)| !state.is_in(job as u32));
        let left_out = slots.filter_map(|(_, key)| match *key {
            JobKey::Slot { visit, slot } => Some(LeftOut { visit: self.day.visits[visit].id.clone(), slot }),
            JobKey::Pause { .. } => None,
        });
        RoutePlan { routes, left_out: left_out.collect() }
    }

    /// Whether everything fixed is in its tour.
    pub fn stands_whole(&self, state: &State) -> bool {
        let fixed = |job: u32| matches!(self.keys[job as usize], JobKey::Slot { .. });
        let standing = self.problem.tours.iter().flat_map(|tour| &tour.pauses);
        standing.filter(|&&job| fixed(job)).all(|&job| state.is_in(job))
    }

    /// The routes that a plan has for this part's shifts.
    pub fn rest_of(&self, plan: &RoutePlan) -> RoutePlan {
        let ours = |route: &&Route| {
            self.day.carer_index(&route.carer).is_some_and(|carer| self.part.shifts.contains(&(carer, route.shift)))
        };
        RoutePlan { routes: plan.routes.iter().filter(ours).cloned().collect(), left_out: Vec::new() }
    }

    fn route(&self, state: &State, tour: u32) -> Route {
        let (carer, shift) = self.part.shifts[tour as usize];
        let carer = &self.day.carers[carer];
        let limits = &self.problem.tours[tour as usize];
        let transport = match &carer.shifts[shift].work {
            Work::Screen => None,
            Work::Visiting(_) => limits.transports.get(state.sums(tour).transport as usize),
        };
        let mut stops: Vec<Stop> = Vec::new();
        for job in state.tour_jobs(tour) {
            let node = state.node(job);
            let before = state.node(node.prev);
            let doing = match self.keys[job as usize] {
                JobKey::Slot { visit, slot } => Doing::Visit { visit: self.day.visits[visit].id.clone(), slot },
                JobKey::Pause { pause } => Doing::Pause { pause },
            };
            stops.push(Stop {
                doing,
                travel: Seconds(node.leg.into()),
                arrive: self.moment(before.end + node.leg),
                start: self.moment(node.start),
                end: self.moment(node.end),
            });
        }
        let (leave, travel) = self.leave(state, tour);
        let first = &mut stops[0];
        first.travel = Seconds(travel.into());
        first.arrive = self.moment(leave + travel);
        let tail = state.node(state.tail(tour));
        Route {
            carer: carer.id.clone(),
            shift,
            transport: transport.map(|&it| self.day.transports[it as usize].id.clone()),
            leave: self.moment(leave),
            stops,
            travel_home: Seconds(tail.leg.into()),
            done: self.moment(tail.start),
        }
    }

    /// The latest moment to set out for the first stop, and how long the way takes then. Who leaves later never
    /// arrives earlier, so a search by halves finds it.
    fn leave(&self, state: &State, tour: u32) -> (i32, i32) {
        let limits = &self.problem.tours[tour as usize];
        let first = state.node(state.node(state.head(tour)).next);
        let transport = limits.transports.get(state.sums(tour).transport as usize);
        let table = transport.map(|&it| &self.problem.travel[it as usize]);
        let travel = |at: i32| table.map_or(0, |it| it.ticks(limits.from, first.at, at));
        if limits.from == NONE {
            return (first.start, 0);
        }
        let (mut least, mut most) = (limits.start, first.start.max(limits.start));
        while least < most {
            let middle = least + (most - least + 1) / 2;
            if middle + travel(middle) <= first.start { least = middle } else { most = middle - 1 }
        }
        (least, travel(least))
    }

    /// Jobs by tour, as in a plan; what the plan knows and this part does not is passed over.
    pub fn tours_of(&self, plan: &RoutePlan) -> Vec<Vec<u32>> {
        let mut tours: Vec<Vec<u32>> = vec![Vec::new(); self.part.shifts.len()];
        let mut seen = vec![false; self.keys.len()];
        for route in &plan.routes {
            let Some(carer) = self.day.carer_index(&route.carer) else { continue };
            let Some(tour) = self.part.shifts.iter().position(|&it| it == (carer, route.shift)) else { continue };
            for stop in &route.stops {
                let job = match &stop.doing {
                    Doing::Visit { visit, slot } => self.job(visit, *slot),
                    Doing::Pause { pause } => self.problem.tours[tour].pauses.get(*pause).copied(),
                };
                if let Some(job) = job.filter(|&job| !std::mem::replace(&mut seen[job as usize], true)) {
                    tours[tour].push(job);
                }
            }
        }
        tours
    }

    /// The job of a slot, if it is in this part.
    pub fn job(&self, visit: &leon_model::VisitId, slot: usize) -> Option<u32> {
        let row = self.day.visit_index(visit)?;
        self.jobs.get(self.visit_of[row] as usize)?.get(slot).copied()
    }
}
