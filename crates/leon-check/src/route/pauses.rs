//! Pauses: every pause of a shift with a route is taken, once, in its time.

use super::facts::{Facts, KnownRoute};
use super::{RouteBroken, StopKey};
use leon_model::Doing;

pub(super) fn check(facts: &Facts<'_>, broken: &mut Vec<RouteBroken>) {
    for &known in &facts.routes {
        taken_once(known, broken);
        for stop in &known.route.stops {
            let Some(pause) = known.pause(stop) else { continue };
            if !(pause.earliest..=pause.latest).contains(&stop.start) {
                broken.push(RouteBroken::PauseOutside {
                    stop: StopKey::of(known.route, stop),
                    start: stop.start,
                    earliest: pause.earliest,
                    latest: pause.latest,
                });
            }
        }
    }
}

fn taken_once(known: KnownRoute<'_>, broken: &mut Vec<RouteBroken>) {
    for pause in 0..known.shift.pauses.len() {
        let times = known.route.stops.iter().filter(|it| it.doing == Doing::Pause { pause }).count();
        let (carer, shift) = (known.carer.id.clone(), known.route.shift);
        match times {
            0 => broken.push(RouteBroken::PauseMissing { carer, shift, pause }),
            1 => {}
            _ => broken.push(RouteBroken::PauseTwice { carer, shift, pause, times }),
        }
    }
}
