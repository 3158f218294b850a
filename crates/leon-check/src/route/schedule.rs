//! Schedule: a carer leaves when the last stop ends, arrives after the way, waits, begins, and ends in due time.

use super::facts::{Facts, KnownRoute, Wide, at, length, seconds};
use super::{RouteBroken, StopKey};
use leon_model::{Moment, Seconds, Stop};

pub(super) fn check(facts: &Facts<'_>, broken: &mut Vec<RouteBroken>) {
    for &known in &facts.routes {
        let route = known.route;
        let (carer, shift) = (known.carer.id.clone(), route.shift);
        if route.leave < known.shift.start {
            let (leave, begins) = (route.leave, known.shift.start);
            broken.push(RouteBroken::BeforeShift { carer: carer.clone(), shift, leave, begins });
        }
        let mut leaves = route.leave;
        for stop in &route.stops {
            one_stop(facts, known, stop, leaves, broken);
            leaves = stop.end;
        }
        if at(route.done) != after(leaves, route.travel_home) {
            let (done, last, travel) = (route.done, leaves, route.travel_home);
            broken.push(RouteBroken::WrongDone { carer, shift, done, last, travel });
        }
    }
}

fn one_stop(facts: &Facts<'_>, known: KnownRoute<'_>, it: &Stop, leaves: Moment, broken: &mut Vec<RouteBroken>) {
    let stop = || StopKey::of(known.route, it);
    if at(it.arrive) != after(leaves, it.travel) {
        broken.push(RouteBroken::WrongArrival { stop: stop(), arrive: it.arrive, leaves, travel: it.travel });
    }
    if it.start < it.arrive {
        broken.push(RouteBroken::BeforeArrival { stop: stop(), start: it.start, arrive: it.arrive });
    }
    let Some(duration) = facts.duration(known, it) else { return };
    if at(it.end) != at(it.start) + seconds(duration) {
        let duration = length(seconds(duration));
        broken.push(RouteBroken::WrongEnd { stop: stop(), start: it.start, end: it.end, duration });
    }
}

fn after(leaves: Moment, travel: Seconds) -> Wide {
    at(leaves) + Wide::from(travel.0)
}
