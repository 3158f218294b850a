//! Cars: at no instant are more under way than their pool has.

use super::RouteBroken;
use super::facts::{Facts, KnownRoute};
use leon_model::{CarPoolId, Moment};

pub(super) fn check(facts: &Facts<'_>, broken: &mut Vec<RouteBroken>) {
    for pool in &facts.day.car_pools {
        let mut turns: Vec<(Moment, i32)> = Vec::new();
        for known in facts.routes.iter().filter(|it| car(**it) == Some(&pool.id)) {
            if known.route.leave < known.route.done {
                turns.extend([(known.route.leave, 1), (known.route.done, -1)]);
            }
        }
        // A car that comes back at an instant can leave again at it: −1 sorts before +1.
        turns.sort_unstable();
        let mut out = 0_usize;
        for (at, turn) in turns {
            out = if turn > 0 { out + 1 } else { out - 1 };
            if out > pool.cars as usize {
                broken.push(RouteBroken::CarsMissing { pool: pool.id.clone(), at, out, cars: pool.cars });
                break;
            }
        }
    }
}

/// The pool whose car a route takes.
fn car(known: KnownRoute<'_>) -> Option<&CarPoolId> {
    let travelling = known.travelling()?;
    let car = travelling.car.as_ref()?;
    (known.route.transport.as_ref() == Some(&travelling.transport)).then_some(&car.pool)
}
