//! What others open: lists for a spreadsheet, a map, and a calendar for each carer.

mod calendar;
mod lists;
mod map;

pub use calendar::{carer_calendar, engagements};
pub use lists::plan_tables;
pub use map::plan_map;

use leon_model::{Day, Doing, Location, LocationId, Pause, Route, Shift, Stop, Visit, Work};

/// What a plan speaks of, as far as the day has it: a plan may be of another day.
pub(super) struct Found<'a> {
    pub(super) visit: Option<&'a Visit>,
    pub(super) pause: Option<&'a Pause>,
}

pub(super) fn shift_of<'a>(day: &'a Day, route: &Route) -> Option<&'a Shift> {
    day.carer_index(&route.carer).and_then(|carer| day.carers[carer].shifts.get(route.shift))
}

pub(super) fn found<'a>(day: &'a Day, route: &Route, stop: &Stop) -> Found<'a> {
    match &stop.doing {
        Doing::Visit { visit, .. } => {
            let visit = day.visit_index(visit).map(|at| &day.visits[at]);
            Found { visit, pause: None }
        }
        Doing::Pause { pause } => {
            let pause = shift_of(day, route).and_then(|it| it.pauses.get(*pause));
            Found { visit: None, pause }
        }
    }
}

pub(super) fn location<'a>(day: &'a Day, id: &LocationId) -> Option<&'a Location> {
    day.location_index(id).map(|at| &day.locations[at])
}

/// Where a route begins and ends, if it says so.
pub(super) fn ends<'a>(day: &'a Day, route: &Route) -> (Option<&'a Location>, Option<&'a Location>) {
    match shift_of(day, route).map(|it| &it.work) {
        Some(Work::Visiting(travelling)) => {
            let place = |id: &Option<LocationId>| id.as_ref().and_then(|id| location(day, id));
            (place(&travelling.from), place(&travelling.to))
        }
        _ => (None, None),
    }
}
