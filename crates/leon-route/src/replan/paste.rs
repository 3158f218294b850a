//! The whole plan: history as it was, then what was planned for the rest.

use super::history::{Step, place};
use super::rest::Standing;
use crate::ways::Ways;
use leon_model::{Day, Doing, LeftOut, LocationId, Moment, Route, RoutePlan, Seconds, Stop, Work};
use std::collections::BTreeSet;

/// Puts what is behind each shift in front of its rest.
pub(super) fn paste(day: &Day, standings: &[Standing], rest: &RoutePlan) -> RoutePlan {
    let ways = Ways::new(day);
    let mut routes = Vec::new();
    for it in standings {
        let own = |route: &&Route| route.shift == it.shift && day.carer_index(&route.carer) == Some(it.carer);
        let rest = rest.routes.iter().find(own);
        match rest {
            Some(rest) if it.line.steps.is_empty() => routes.push(rest.clone()),
            Some(rest) => {
                let stops = rest.stops.iter().map(|stop| (stop.doing.clone(), stop.start, stop.end)).collect();
                routes.push(route(day, it, stops, &ways));
            }
            None if it.has_visits() => {
                let pauses = it.pauses.iter().map(|&(pause, _, start)| {
                    let row = &day.carers[it.carer].shifts[it.shift].pauses[pause];
                    (Doing::Pause { pause }, start, start + Seconds::from(row.duration))
                });
                routes.push(route(day, it, pauses.collect(), &ways));
            }
            None => {}
        }
    }
    let left_out = left_out(day, &routes);
    RoutePlan { routes, left_out }
}

/// A route of what is behind and what is to come.
fn route(day: &Day, it: &Standing, rest: Vec<(Doing, Moment, Moment)>, ways: &Ways) -> Route {
    let shift = &day.carers[it.carer].shifts[it.shift];
    let transport = it.line.transport.clone();
    let (from, to) = match &shift.work {
        Work::Screen => (None, None),
        Work::Visiting(travelling) => (travelling.from.clone(), travelling.to.clone()),
    };
    let first = &it.line.steps[0];
    let leave =
        if it.has_visits() { it.line.leave.min(first.start - first.travel) } else { first.start - first.travel };
    let mut stops: Vec<Stop> = Vec::new();
    let (mut time, mut here): (Moment, Option<LocationId>) = (leave, from);
    let mut add = |doing: Doing, travel: Option<Seconds>, start: Moment, end: Moment| {
        let place = place(day, it.carer, it.shift, &doing);
        let way = || place.map_or(Seconds::ZERO, |to| ways.travel(transport.as_ref(), here.as_ref(), Some(to), time));
        let travel = travel.unwrap_or_else(way);
        stops.push(Stop { doing, travel, arrive: time + travel, start, end });
        time = end;
        if let Some(place) = place {
            here = Some(place.clone());
        }
    };
    for Step { doing, travel, start, end, .. } in it.line.steps.iter().cloned() {
        add(doing, Some(travel), start, end);
    }
    for (doing, start, end) in rest {
        add(doing, None, start, end);
    }
    let travel_home = ways.travel(transport.as_ref(), here.as_ref(), to.as_ref(), time);
    Route {
        carer: day.carers[it.carer].id.clone(),
        shift: it.shift,
        transport,
        leave,
        stops,
        travel_home,
        done: time + travel_home,
    }
}

/// Every slot that nobody fills.
fn left_out(day: &Day, routes: &[Route]) -> Vec<LeftOut> {
    let stops = routes.iter().flat_map(|route| &route.stops);
    let filled: BTreeSet<&Doing> = stops.map(|stop| &stop.doing).collect();
    let slots = day.visits.iter().flat_map(|visit| (0..visit.slots.len()).map(move |slot| (&visit.id, slot)));
    slots
        .filter(|&(visit, slot)| !filled.contains(&Doing::Visit { visit: visit.clone(), slot }))
        .map(|(visit, slot)| LeftOut { visit: visit.clone(), slot })
        .collect()
}
