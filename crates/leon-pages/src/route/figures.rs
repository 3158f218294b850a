//! Where the time of a route goes.

use leon_model::{CarerId, Day, Doing, Route, RoutePlan, Seconds, Shift, Visit, VisitId};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;

/// The time of one or more routes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RouteFigures {
    pub visits: usize,
    pub care: Seconds,
    pub travel: Seconds,
    pub waiting: Seconds,
    pub pauses: Seconds,
    pub overtime: Seconds,
}

impl RouteFigures {
    /// The figures of a route of a day. A shift that the day does not have gives no overtime.
    pub fn of(day: &Day, route: &Route) -> Self {
        let mut figures = Self { travel: route.travel_home, ..Self::default() };
        for stop in &route.stops {
            figures.travel += stop.travel;
            figures.waiting += stop.start - stop.arrive;
            let length = stop.end - stop.start;
            match stop.doing {
                Doing::Visit { .. } => {
                    figures.visits += 1;
                    figures.care += length;
                }
                Doing::Pause { .. } => figures.pauses += length,
            }
        }
        figures.overtime = shift(day, route).map_or(Seconds::ZERO, |it| (route.done - it.end).max(Seconds::ZERO));
        figures
    }
}

impl AddAssign for RouteFigures {
    fn add_assign(&mut self, other: Self) {
        self.visits += other.visits;
        self.care += other.care;
        self.travel += other.travel;
        self.waiting += other.waiting;
        self.pauses += other.pauses;
        self.overtime += other.overtime;
    }
}

/// The shift of a route.
pub fn shift<'a>(day: &'a Day, route: &Route) -> Option<&'a Shift> {
    day.carers[day.carer_index(&route.carer)?].shifts.get(route.shift)
}

/// The visit of an id.
pub fn visit<'a>(day: &'a Day, id: &VisitId) -> Option<&'a Visit> {
    day.visit_index(id).map(|row| &day.visits[row])
}

/// The visits of a day that nobody comes to.
pub fn left_out<'a>(day: &'a Day, plan: &RoutePlan) -> Vec<&'a Visit> {
    let done: BTreeSet<&VisitId> = plan.visits().map(|(_, _, visit, _)| visit).collect();
    day.visits.iter().filter(|it| !done.contains(&it.id)).collect()
}

/// Who comes to each visit.
pub struct Company<'a>(BTreeMap<&'a VisitId, Vec<(usize, &'a CarerId)>>);

impl<'a> Company<'a> {
    pub fn of(plan: &'a RoutePlan) -> Self {
        let mut company: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (route, _, visit, slot) in plan.visits() {
            company.entry(visit).or_default().push((slot, &route.carer));
        }
        Self(company)
    }

    /// The others who come with the carer of a slot.
    pub fn with(&self, visit: &VisitId, slot: usize) -> Vec<&str> {
        let all = self.0.get(visit).map_or(&[][..], Vec::as_slice);
        all.iter().filter(|(other, _)| *other != slot).map(|(_, carer)| carer.as_str()).collect()
    }
}
