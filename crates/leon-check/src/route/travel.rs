//! Travel: by a transport that the shift has, as long as each way takes.

use super::facts::{Facts, KnownRoute, Wide, at, length};
use super::way::{Way, way};
use super::{RouteBroken, StopKey};
use leon_model::{LocationId, Seconds, Transport, TransportId};

pub(super) fn check(facts: &Facts<'_>, broken: &mut Vec<RouteBroken>) {
    for &known in &facts.routes {
        transport(known, broken);
        let mut here = known.travelling().and_then(|it| it.from.as_ref());
        let mut leaves = at(known.route.leave);
        for stop in &known.route.stops {
            let there = facts.location(known, stop).or(here);
            one_way(facts, known, Leg { from: here, to: there, leaves, said: stop.travel }, broken, || {
                StopKey::of(known.route, stop)
            });
            (here, leaves) = (there, at(stop.end));
        }
        let home = known.travelling().and_then(|it| it.to.as_ref()).or(here);
        one_way(facts, known, Leg { from: here, to: home, leaves, said: known.route.travel_home }, broken, || {
            StopKey::home(known)
        });
    }
}

/// A way as the plan has it. Who is nowhere yet begins where the first stop is.
struct Leg<'a> {
    from: Option<&'a LocationId>,
    to: Option<&'a LocationId>,
    leaves: Wide,
    said: Seconds,
}

fn transport(known: KnownRoute<'_>, broken: &mut Vec<RouteBroken>) {
    let without_car = known.travelling().and_then(|it| it.car.as_ref()?.without_car.as_ref());
    let allowed: Vec<&TransportId> =
        known.travelling().map(|it| &it.transport).into_iter().chain(without_car).collect();
    let stands = match &known.route.transport {
        None => allowed.is_empty(),
        Some(transport) => allowed.contains(&transport),
    };
    if !stands {
        broken.push(RouteBroken::WrongTransport {
            carer: known.carer.id.clone(),
            shift: known.route.shift,
            transport: known.route.transport.clone(),
            allowed: allowed.into_iter().cloned().collect(),
        });
    }
}

fn one_way(
    facts: &Facts<'_>,
    known: KnownRoute<'_>,
    leg: Leg<'_>,
    broken: &mut Vec<RouteBroken>,
    stop: impl Fn() -> StopKey,
) {
    let takes = match (goes_by(facts, known), leg.from, leg.to) {
        (Some(transport), Some(from), Some(to)) => match between(facts, transport, from, to, leg.leaves) {
            Some(takes) => takes,
            None => {
                let (transport, from, to) = (transport.id.clone(), from.clone(), to.clone());
                return broken.push(RouteBroken::NoWay { stop: stop(), transport, from, to });
            }
        },
        _ => Way::NONE,
    };
    if !takes.allows(leg.said.0.into()) {
        broken.push(RouteBroken::WrongTravel { stop: stop(), said: leg.said, found: length(takes.least) });
    }
}

/// What the carer goes by; `None` at a screen. A transport that the day does not know is replaced by the shift's.
fn goes_by<'a>(facts: &Facts<'a>, known: KnownRoute<'a>) -> Option<&'a Transport> {
    let travelling = known.travelling()?;
    let said = known.route.transport.as_ref().and_then(|it| facts.day.transport_index(it));
    let row = said.or_else(|| facts.day.transport_index(&travelling.transport))?;
    Some(&facts.day.transports[row])
}

fn between(facts: &Facts<'_>, transport: &Transport, from: &LocationId, to: &LocationId, leaves: Wide) -> Option<Way> {
    let day = facts.day;
    way(day, transport, day.location_index(from)?, day.location_index(to)?, leaves)
}
