//! Parts for another round: routes near one another, with their visits and what is left out near them.

use super::{Cars, Fixed, Part, areas::areas, first::point};
use crate::translate::{drives, may_fill};
use leon_model::{Day, Doing, Moment, Point, RoutePlan};
use std::collections::BTreeMap;

/// Parts that what is left out is tried in, one a round.
const IN_TURN: usize = 3;

/// Groups the routes of a plan anew, in parts of at most `most` visits where places allow. Every shift is in one part; a visit is in a part if all its slots and all visits
/// in order with it are; else what is placed of it is fixed.
pub(crate) fn regroup(day: &Day, plan: &RoutePlan, round: usize, most: usize) -> Vec<Part> {
    let placed = Placed::new(day, plan);
    let middles = placed.middles(day);
    let tilt = (round as f64 * 0.618_033_988_75).fract();
    let weighted: Vec<(Point, f64)> = middles.iter().map(|&(point, visits)| (point, visits.max(1) as f64)).collect();
    let area_of = areas(&weighted, most as f64, tilt);
    let count = area_of.iter().max().map_or(1, |most| most + 1);
    let mut parts: Vec<Part> = (0..count).map(|_| Part::empty(day)).collect();
    let mut place = vec![0; placed.shifts.len()];
    for (index, &area) in area_of.iter().enumerate() {
        place[index] = parts[area].shifts.len();
        parts[area].shifts.push(placed.shifts[index]);
    }
    let area_of_visit = placed.areas_of_visits(day, &area_of, &middles, round);
    for (visit, area) in area_of_visit.iter().enumerate() {
        match area {
            Some(area) => parts[*area].visits.push(visit),
            None => {
                for &(slot, shift, start) in placed.slots.get(&visit).into_iter().flatten() {
                    parts[area_of[shift]].fixed.push(Fixed { visit, slot, shift: place[shift], start });
                }
            }
        }
    }
    for &(shift, pause, start) in &placed.pauses {
        parts[area_of[shift]].pauses.push((place[shift], pause, start));
    }
    for (part, kept) in parts.iter_mut().zip(placed.cars(count, &area_of)) {
        part.cars = Cars::Kept(kept);
    }
    parts
}

/// A plan by shifts of the day.
struct Placed {
    shifts: Vec<(usize, usize)>,
    /// By visit: slot, shift (in `shifts`), start.
    slots: BTreeMap<usize, Vec<(usize, usize, Moment)>>,
    pauses: Vec<(usize, usize, Moment)>,
    has_car: Vec<bool>,
}

impl Placed {
    fn new(day: &Day, plan: &RoutePlan) -> Self {
        let shifts = Part::whole(day).shifts;
        let mut placed =
            Self { slots: BTreeMap::new(), pauses: Vec::new(), has_car: vec![false; shifts.len()], shifts };
        for route in &plan.routes {
            let carer = day.carer_index(&route.carer).expect("the plan is of this day");
            let shift = placed.shifts.binary_search(&(carer, route.shift)).expect("the plan is of this day");
            placed.has_car[shift] = drives(day, (carer, route.shift), route);
            for stop in &route.stops {
                match &stop.doing {
                    Doing::Visit { visit, slot } => {
                        let visit = day.visit_index(visit).expect("the plan is of this day");
                        placed.slots.entry(visit).or_default().push((*slot, shift, stop.start));
                    }
                    Doing::Pause { pause } => placed.pauses.push((shift, *pause, stop.start)),
                }
            }
        }
        placed
    }

    /// By shift: the middle of its visits and how many they are; a shift without a route lies at its start place, or
    /// in the middle of all.
    fn middles(&self, day: &Day) -> Vec<(Point, usize)> {
        let mut sums = vec![(0.0, 0.0, 0); self.shifts.len()];
        for (&visit, slots) in &self.slots {
            let Some(at) = point(day, &day.visits[visit]) else { continue };
            for &(_, shift, _) in slots {
                let (latitude, longitude, count) = &mut sums[shift];
                (*latitude, *longitude, *count) = (*latitude + at.latitude, *longitude + at.longitude, *count + 1);
            }
        }
        let all = sums.iter().fold((0.0, 0.0, 0), |a, b| (a.0 + b.0, a.1 + b.1, a.2 + b.2));
        let mean = |(latitude, longitude, count): (f64, f64, usize)| Point {
            latitude: latitude / count.max(1) as f64,
            longitude: longitude / count.max(1) as f64,
        };
        sums.iter().map(|&sum| (if sum.2 > 0 { mean(sum) } else { mean(all) }, sum.2)).collect()
    }

    /// By visit: the part that it is in whole, if any. What is left out goes, round by round in turn, to the nearest
    /// parts with a route of somebody who may do it.
    fn areas_of_visits(
        &self,
        day: &Day,
        area_of: &[usize],
        middles: &[(Point, usize)],
        round: usize,
    ) -> Vec<Option<usize>> {
        let mut areas: Vec<Option<usize>> = day
            .visits
            .iter()
            .enumerate()
            .map(|(visit, row)| match self.slots.get(&visit) {
                Some(slots) => {
                    let first = area_of[slots[0].1];
                    slots.iter().all(|&(_, shift, _)| area_of[shift] == first).then_some(first)
                }
                None => {
                    let here = point(day, row)?;
                    let slot = row.slots.iter().find(|slot| slot.needed).or(row.slots.first())?;
                    let may = self.shifts.iter().enumerate().filter(|&(_, &(carer, shift))| {
                        let (carer, shift) = (&day.carers[carer], &day.carers[carer].shifts[shift]);
                        may_fill(carer, shift, row, slot)
                            && row.windows.iter().any(|it| it.open < shift.end && shift.start < it.close)
                    });
                    let mut far: BTreeMap<usize, f64> = BTreeMap::new();
                    for (index, _) in may {
                        let metres = here.metres_to(middles[index].0);
                        far.entry(area_of[index]).and_modify(|it| *it = it.min(metres)).or_insert(metres);
                    }
                    let mut nearest: Vec<(usize, f64)> = far.into_iter().collect();
                    nearest.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
                    nearest.truncate(IN_TURN);
                    (!nearest.is_empty()).then(|| nearest[round % nearest.len()].0)
                }
            })
            .collect();
        // A visit in order with one that is elsewhere, or not whole, stays put, and so on along the order.
        let pairs: Vec<(usize, usize)> = day
            .orders
            .iter()
            .filter_map(|order| Some((day.visit_index(&order.first)?, day.visit_index(&order.second)?)))
            .collect();
        let mut moved = true;
        while moved {
            moved = false;
            for &(a, b) in &pairs {
                if areas[a] != areas[b] && (areas[a].is_some() || areas[b].is_some()) {
                    (areas[a], areas[b]) = (None, None);
                    moved = true;
                }
            }
        }
        areas
    }

    /// By part: which of its shifts have a car.
    fn cars(&self, parts: usize, area_of: &[usize]) -> Vec<Vec<bool>> {
        let mut cars = vec![Vec::new(); parts];
        for (shift, &area) in area_of.iter().enumerate() {
            cars[area].push(self.has_car[shift]);
        }
        cars
    }
}
