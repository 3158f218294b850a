//! Who drives the pools' cars for the rest of the day.

use super::rest::Standing;
use leon_model::{CarPool, Day, Moment, RoutePlan, Seconds, Work};
use std::cmp::Reverse;

/// Gives cars to those who are under way in one, then to those whom the published plan gives one, then in the order of
/// carers, while there are cars for the whole of their time. Who gets none goes by the other transport, or has no
/// time left. In a pool with fewer cars than drivers, there is no overtime where a car may be waited for.
pub(super) fn allot(day: &Day, standings: &mut [Standing], published: &RoutePlan, now: Moment) {
    for pool in &day.car_pools {
        let drivers = standings.iter().filter(|it| (it.is_open || it.home > now) && drives(day, it, pool)).count();
        if drivers <= pool.cars as usize {
            continue;
        }
        let mut out: Vec<(Moment, Moment)> = Vec::new();
        let mut order: Vec<(Reverse<usize>, usize)> = Vec::new();
        for (index, it) in standings.iter_mut().enumerate() {
            let shift = &day.carers[it.carer].shifts[it.shift];
            let Work::Visiting(travelling) = &shift.work else { continue };
            if !drives(day, it, pool) {
                continue;
            }
            if it.has_visits() {
                if it.line.transport.as_ref() == Some(&travelling.transport) {
                    let back = if it.is_open { shift.end.max(it.home) } else { it.home };
                    it.close_at(back);
                    if back > now {
                        out.push((now, back));
                    }
                }
                continue;
            }
            let own = published
                .routes
                .iter()
                .find(|route| route.shift == it.shift && day.carer_index(&route.carer) == Some(it.carer));
            let drives = own.filter(|route| route.transport.as_ref() == Some(&travelling.transport));
            order.push((Reverse(drives.map_or(0, |route| route.stops.len())), index));
        }
        order.sort();
        for (_, index) in order {
            let it = &mut standings[index];
            if !it.is_open {
                continue;
            }
            let shift = &day.carers[it.carer].shifts[it.shift];
            let Work::Visiting(travelling) = &shift.work else { continue };
            let close = shift.end + Seconds::from(shift.overtime_max);
            let fits = |until: Moment| most_out(&out, it.begin, until) < pool.cars as usize;
            let until = [close, shift.end.max(it.begin)].into_iter().find(|&until| fits(until));
            match until {
                Some(until) => {
                    out.push((it.begin, until));
                    it.close_at(until);
                }
                None => {
                    let other = travelling.car.as_ref().and_then(|car| car.without_car.clone());
                    it.is_open = other.is_some();
                    it.go_by(other);
                }
            }
        }
    }
}

/// Whether a shift has a car from a pool, if there is one.
fn drives(day: &Day, it: &Standing, pool: &CarPool) -> bool {
    match &day.carers[it.carer].shifts[it.shift].work {
        Work::Visiting(travelling) => travelling.car.as_ref().is_some_and(|car| car.pool == pool.id),
        Work::Screen => false,
    }
}

/// The most cars out at one instant of a span.
fn most_out(out: &[(Moment, Moment)], from: Moment, to: Moment) -> usize {
    let at = |instant: Moment| out.iter().filter(|&&(leave, back)| leave <= instant && instant < back).count();
    let begins = out.iter().map(|span| span.0).filter(|&begin| from <= begin && begin < to);
    begins.chain([from]).map(at).max().unwrap_or(0)
}
