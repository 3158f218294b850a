//! Who drives the pools' cars, before a search says better.

use leon_model::{CarPoolId, Day, Moment, Route, RoutePlan, Work};

/// By shift: whether it gets a car of its pool. Cars go round in the order of shifts; first to those who have no other
/// way of getting about, then to the others. A car is out for its shift and the most overtime of it. Who drives one in
/// `plan` keeps it, and who has a route there without one gets none.
pub(crate) fn deal_out(day: &Day, shifts: &[(usize, usize)], cars: &[u32], plan: Option<&RoutePlan>) -> Vec<bool> {
    let mut has_car = vec![false; shifts.len()];
    let mut has_route = vec![false; shifts.len()];
    for route in plan.iter().flat_map(|plan| &plan.routes) {
        let Some(carer) = day.carer_index(&route.carer) else { continue };
        let Some(index) = shifts.iter().position(|&it| it == (carer, route.shift)) else { continue };
        has_route[index] = true;
        has_car[index] = drives(day, shifts[index], route);
    }
    for (pool, row) in day.car_pools.iter().enumerate() {
        let mut drivers: Vec<(bool, usize)> = (0..shifts.len())
            .filter_map(|index| wants(day, shifts[index], &row.id).map(|has_other_way| (has_other_way, index)))
            .collect();
        drivers.sort_unstable();
        let driven = drivers.iter().filter(|it| has_car[it.1]);
        let mut out: Vec<(Moment, Moment)> = driven.map(|&(_, index)| span(day, shifts[index])).collect();
        for (_, index) in drivers {
            if has_route[index] {
                continue;
            }
            let span = span(day, shifts[index]);
            if most_at_once(&out, span) < cars[pool] as usize {
                has_car[index] = true;
                out.push(span);
            }
        }
    }
    has_car
}

/// Whether a route goes by a pool's car.
pub(crate) fn drives(day: &Day, (carer, shift): (usize, usize), route: &Route) -> bool {
    match &day.carers[carer].shifts[shift].work {
        Work::Visiting(travelling) => {
            travelling.car.is_some() && route.transport.as_ref() == Some(&travelling.transport)
        }
        Work::Screen => false,
    }
}

/// Whether a shift may drive a car of the pool, and then whether it can do without.
fn wants(day: &Day, (carer, shift): (usize, usize), pool: &CarPoolId) -> Option<bool> {
    match &day.carers[carer].shifts[shift].work {
        Work::Visiting(travelling) => {
            travelling.car.as_ref().filter(|car| car.pool == *pool).map(|car| car.without_car.is_some())
        }
        Work::Screen => None,
    }
}

/// Whether a shift wants a car of a pool, and has another way of getting about.
pub(super) fn can_do_without(day: &Day, shift: (usize, usize)) -> bool {
    day.car_pools.iter().any(|pool| wants(day, shift, &pool.id) == Some(true))
}

fn span(day: &Day, (carer, shift): (usize, usize)) -> (Moment, Moment) {
    let shift = &day.carers[carer].shifts[shift];
    (shift.start, shift.end + shift.overtime_max.into())
}

/// The most cars out at one instant of a span.
fn most_at_once(out: &[(Moment, Moment)], span: (Moment, Moment)) -> usize {
    let starts = out.iter().map(|it| it.0.max(span.0)).filter(|&start| start < span.1);
    let at = |instant: Moment| out.iter().filter(|it| it.0 <= instant && instant < it.1).count();
    starts.map(at).max().unwrap_or(0)
}
