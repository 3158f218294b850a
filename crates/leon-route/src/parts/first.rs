//! The first parts: visits by place, shifts by what the visits of each part ask for.

use super::{Cars, PART, Part, WHOLE, areas::areas};
use crate::translate::may_fill;
use leon_model::{Carer, Day, Point, Shift, Visit, Work};
use std::collections::BTreeMap;

/// The parts that a day is planned in at first; one, if it is small enough.
pub(crate) fn first_parts(day: &Day) -> Vec<Part> {
    let points: Option<Vec<Point>> = day.visits.iter().map(|visit| point(day, visit)).collect();
    let Some(points) = points.filter(|points| points.len() > WHOLE) else { return vec![Part::whole(day)] };
    let mut following: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (visit, leader) in leaders(day).into_iter().enumerate() {
        following.entry(leader).or_default().push(visit);
    }
    let weighted: Vec<(Point, f64)> =
        following.iter().map(|(&leader, all)| (points[leader], all.len() as f64)).collect();
    let area_of = areas(&weighted, PART as f64, 0.5);
    let count = area_of.iter().max().map_or(1, |most| most + 1);
    let mut parts: Vec<Part> = (0..count).map(|_| Part::empty(day)).collect();
    for (all, &area) in following.values().zip(&area_of) {
        parts[area].visits.extend(all);
    }
    parts.iter_mut().for_each(|part| part.visits.sort_unstable());
    share_out_shifts(day, &mut parts);
    share_out_cars(day, &mut parts);
    parts.retain(|part| !part.visits.is_empty() || !part.shifts.is_empty());
    parts
}

pub(super) fn point(day: &Day, visit: &Visit) -> Option<Point> {
    day.location_index(&visit.location).and_then(|location| day.locations[location].point)
}

/// By visit: the first of those that it is in order with, directly or through others. They all go into one part, where
/// the first of them lies, for no other part knows when they begin.
fn leaders(day: &Day) -> Vec<usize> {
    let mut leader: Vec<usize> = (0..day.visits.len()).collect();
    fn find(leader: &mut [usize], mut at: usize) -> usize {
        while leader[at] != at {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        at
    }
    for order in &day.orders {
        if let (Some(a), Some(b)) = (day.visit_index(&order.first), day.visit_index(&order.second)) {
            let (a, b) = (find(&mut leader, a), find(&mut leader, b));
            leader[a.max(b)] = a.min(b);
        }
    }
    (0..day.visits.len()).map(|visit| find(&mut leader, visit)).collect()
}

/// Shifts alike are dealt out in proportion to the minutes that each part has for them.
fn share_out_shifts(day: &Day, parts: &mut [Part]) {
    const NEARLY: i64 = 3 * 3600;
    let mut alike: BTreeMap<_, Vec<(usize, usize)>> = BTreeMap::new();
    for (row, carer) in day.carers.iter().enumerate() {
        let mut competences: Vec<_> = carer.competences.iter().collect();
        competences.sort();
        for (shift, it) in carer.shifts.iter().enumerate() {
            let screen = it.work == Work::Screen;
            let key = (&carer.group, competences.clone(), carer.trainee, screen, it.start.0.div_euclid(NEARLY));
            alike.entry(key).or_default().push((row, shift));
        }
    }
    // Short of many decisions at once: what a part has been given counts against what it asks for next.
    let mut given: Vec<f64> = vec![0.0; parts.len()];
    for shifts in alike.into_values() {
        let (row, shift) = shifts[0];
        let (carer, example) = (&day.carers[row], &day.carers[row].shifts[shift]);
        let asked: Vec<f64> = parts.iter().map(|part| minutes_for(day, part, carer, example)).collect();
        let total: f64 = asked.iter().sum();
        let mut owed: Vec<f64> = vec![0.0; parts.len()];
        for key in shifts {
            for (it, &asked) in owed.iter_mut().zip(&asked) {
                *it += if total > 0.0 { asked / total } else { 1.0 / parts.len() as f64 };
            }
            let most = (0..parts.len())
                .max_by(|&a, &b| owed[a].total_cmp(&owed[b]).then(given[b].total_cmp(&given[a])).then(b.cmp(&a)));
            let part = most.expect("there are parts");
            owed[part] -= 1.0;
            given[part] += 1.0 / (1.0 + parts[part].visits.len() as f64);
            parts[part].shifts.push(key);
        }
    }
    parts.iter_mut().for_each(|part| part.shifts.sort_unstable());
}

/// Minutes of a part's slots that such a shift could do.
fn minutes_for(day: &Day, part: &Part, carer: &Carer, shift: &Shift) -> f64 {
    let visits = part.visits.iter().map(|&visit| &day.visits[visit]);
    let open = visits.filter(|visit| visit.windows.iter().any(|it| it.open < shift.end && shift.start < it.close));
    let slots = open.flat_map(|visit| visit.slots.iter().map(move |slot| (visit, slot)));
    let may = slots.filter(|(visit, slot)| may_fill(carer, shift, visit, slot));
    may.map(|(_, slot)| slot.duration.0 as f64).sum()
}

/// Cars in proportion to the shifts that may drive them; what does not divide goes to the first.
fn share_out_cars(day: &Day, parts: &mut [Part]) {
    for (index, pool) in day.car_pools.iter().enumerate() {
        let drivers: Vec<usize> =
            parts.iter().map(|part| part.shifts.iter().filter(|&&it| drives(day, it, index)).count()).collect();
        let total: usize = drivers.iter().sum();
        let mut left = pool.cars;
        for (part, &drivers) in parts.iter_mut().zip(&drivers) {
            let cars = if total == 0 { 0 } else { (u64::from(pool.cars) * drivers as u64 / total as u64) as u32 };
            set_cars(part, index, cars);
            left -= cars;
        }
        for part in parts.iter_mut() {
            let Cars::Pools(pools) = &mut part.cars else { continue };
            let more = left.min(1);
            pools[index] += more;
            left -= more;
        }
    }
}

fn set_cars(part: &mut Part, pool: usize, cars: u32) {
    if let Cars::Pools(pools) = &mut part.cars {
        pools[pool] = cars;
    }
}

fn drives(day: &Day, (carer, shift): (usize, usize), pool: usize) -> bool {
    match &day.carers[carer].shifts[shift].work {
        Work::Visiting(travelling) => travelling.car.as_ref().is_some_and(|car| car.pool == day.car_pools[pool].id),
        Work::Screen => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use leon_model::{
        Citizen, DayGroup, DayTables, Kroner, Location, Minutes, Mode, Moment, Necessity, Order, Pin, Seconds, Slot,
        Window,
    };

    /// 602 visits in one house: the first with the 302nd, the second with the 303rd, and so on.
    #[test]
    fn visits_in_order_are_in_one_part() {
        let visit = |number: usize| Visit {
            id: format!("v{number}").as_str().into(),
            citizen: "citizen".into(),
            location: "house".into(),
            label: String::new(),
            task: None,
            windows: vec![Window { open: Moment(0), soft_close: None, close: Moment(36_000), late_weight: 1.0 }],
            slots: vec![Slot {
                competences: vec![],
                groups: vec![],
                duration: Minutes(10),
                duration_by_group: vec![],
                duration_by_screen: None,
                needed: true,
                trainee: false,
            }],
            meetings: vec![],
            mode: Mode::Physical,
            necessity: Necessity::Mandatory { priority: 1 },
            wanted: vec![],
            unwanted: vec![],
            forbidden: vec![],
            pin: Pin::default(),
        };
        let visits: Vec<Visit> = (0..602).map(visit).collect();
        let order = |number: usize| Order {
            first: visits[number].id.clone(),
            second: visits[number + 301].id.clone(),
            gap_min: Seconds(3600),
            gap_max: None,
        };
        let point = Some(Point { latitude: 56.0, longitude: 10.0 });
        let (dkk_per_hour, overtime_dkk_per_hour) = (Kroner(200.0), Kroner(300.0));
        let day = Day::new(DayTables {
            groups: vec![DayGroup {
                id: "ssh".into(),
                name_da: String::new(),
                name_en: String::new(),
                level: 1,
                dkk_per_hour,
                overtime_dkk_per_hour,
            }],
            locations: vec![Location { id: "house".into(), point, access: Seconds(0) }],
            citizens: vec![Citizen { id: "citizen".into(), dementia: false, faces: vec![] }],
            orders: (0..301).map(order).collect(),
            visits: visits.clone(),
            ..DayTables::default()
        });
        let parts = first_parts(&day.expect("a right day"));
        assert!(parts.len() > 1);
        for number in 0..301 {
            assert!(parts.iter().all(|part| part.visits.contains(&number) == part.visits.contains(&(number + 301))));
        }
    }
}
