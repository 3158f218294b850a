//! Whether the day knows what the plan speaks of, and each shift has one route at most, with visits.

use super::RouteBroken;
use super::facts::Facts;
use leon_model::{CarerId, Doing, Route};
use std::collections::BTreeMap;

pub(super) fn check(facts: &Facts<'_>, broken: &mut Vec<RouteBroken>) {
    let mut routes: BTreeMap<(&CarerId, usize), usize> = BTreeMap::new();
    for route in &facts.plan.routes {
        *routes.entry((&route.carer, route.shift)).or_default() += 1;
        carer_and_shift(facts, route, broken);
        if !route.stops.iter().any(|it| matches!(it.doing, Doing::Visit { .. })) {
            broken.push(RouteBroken::NoVisits { carer: route.carer.clone(), shift: route.shift });
        }
        for stop in &route.stops {
            visit_and_slot(facts, route, &stop.doing, broken);
        }
    }
    for ((carer, shift), routes) in routes.into_iter().filter(|(_, routes)| *routes > 1) {
        broken.push(RouteBroken::RouteTwice { carer: carer.clone(), shift, routes });
    }
    for known in &facts.routes {
        let pauses = known.shift.pauses.len();
        for stop in &known.route.stops {
            if let Doing::Pause { pause } = stop.doing
                && pause >= pauses
            {
                let (carer, shift) = (known.carer.id.clone(), known.route.shift);
                broken.push(RouteBroken::UnknownPause { carer, shift, pause, pauses });
            }
        }
    }
}

fn carer_and_shift(facts: &Facts<'_>, route: &Route, broken: &mut Vec<RouteBroken>) {
    let carer = route.carer.clone();
    match facts.day.carer_index(&route.carer).map(|row| &facts.day.carers[row]) {
        None => broken.push(RouteBroken::UnknownCarer { carer }),
        Some(it) if route.shift >= it.shifts.len() => {
            broken.push(RouteBroken::UnknownShift { carer, shift: route.shift });
        }
        Some(_) => {}
    }
}

fn visit_and_slot(facts: &Facts<'_>, route: &Route, doing: &Doing, broken: &mut Vec<RouteBroken>) {
    let Doing::Visit { visit: id, slot } = doing else { return };
    let (carer, visit) = (route.carer.clone(), id.clone());
    match facts.visit(id) {
        None => broken.push(RouteBroken::UnknownVisit { carer, visit }),
        Some((_, it)) if *slot >= it.slots.len() => {
            broken.push(RouteBroken::UnknownSlot { carer, visit, slot: *slot, slots: it.slots.len() });
        }
        Some(_) => {}
    }
}
