//! One course of a day: the plan's routes in their order, with times drawn by lot.

use super::spread::{Spread, draw};
use crate::rng::Rng;
use leon_model::{Day, Doing, RoutePlan, VisitId, Work};
use std::collections::BTreeMap;

/// A stop of the plan, ready to be simulated. Times in seconds.
struct Step {
    /// The stop before it in its route.
    before: Option<usize>,
    /// When the route sets out, for its first stop.
    leave: f64,
    travel: f64,
    /// Not before this: the window's opening, the pause's earliest start.
    open: f64,
    length: f64,
    /// Pauses take as long as they take.
    varies: bool,
    /// Stops that it waits for: which, and how long after their start it begins at the earliest.
    waits: Vec<(usize, f64)>,
    /// The same whatever plan the visit is in: common random numbers.
    key: u64,
}

/// A slot of a visit, and when it is late.
pub(super) struct Slot {
    pub visit: VisitId,
    pub slot: usize,
    pub step: usize,
    pub soft: f64,
    pub close: f64,
}

/// A shift with a route, and when it is over.
pub(super) struct Shift {
    pub carer: leon_model::CarerId,
    pub shift: usize,
    last: usize,
    travel_home: f64,
    key: u64,
    pub end: f64,
    pub close: f64,
}

/// A plan that can be run through.
pub(super) struct Course {
    steps: Vec<Step>,
    /// Steps in the order of their planned start.
    order: Vec<usize>,
    pub slots: Vec<Slot>,
    pub shifts: Vec<Shift>,
}

/// Rounds over a plan's stops: delays pass through a tie once in each, and few ties follow one another.
const ROUNDS: usize = 64;

impl Course {
    /// Reads a plan; stops that the day does not know are passed over.
    pub fn new(day: &Day, plan: &RoutePlan) -> Self {
        let (mut steps, mut planned) = (Vec::<Step>::new(), Vec::new());
        let (mut slots, mut shifts) = (Vec::new(), Vec::new());
        let mut step_of: BTreeMap<(VisitId, usize), usize> = BTreeMap::new();
        for route in &plan.routes {
            let carer = day.carer_index(&route.carer).map(|row| &day.carers[row]);
            let Some(shift) = carer.and_then(|carer| carer.shifts.get(route.shift)) else { continue };
            let mut before = None;
            for stop in &route.stops {
                let (open, key) = match &stop.doing {
                    Doing::Visit { visit, slot } => {
                        let Some(row) = day.visit_index(visit).map(|row| &day.visits[row]) else { continue };
                        let Some(window) = row.windows.iter().find(|it| stop.start <= it.close).or(row.windows.last())
                        else {
                            continue;
                        };
                        slots.push(Slot {
                            visit: visit.clone(),
                            slot: *slot,
                            step: steps.len(),
                            soft: window.soft_close.unwrap_or(window.close).0 as f64,
                            close: window.close.0 as f64,
                        });
                        step_of.insert((visit.clone(), *slot), steps.len());
                        let pinned = row.pin.start.filter(|_| *slot == 0);
                        (pinned.map_or(window.open, |start| start.max(window.open)), key(visit.as_str(), *slot))
                    }
                    Doing::Pause { pause } => match shift.pauses.get(*pause) {
                        Some(row) => (row.earliest, key(route.carer.as_str(), 1000 + pause)),
                        None => continue,
                    },
                };
                planned.push(stop.start);
                steps.push(Step {
                    before,
                    leave: route.leave.0 as f64,
                    travel: stop.travel.0 as f64,
                    open: open.0 as f64,
                    length: (stop.end - stop.start).0 as f64,
                    varies: matches!(stop.doing, Doing::Visit { .. }),
                    waits: vec![],
                    key,
                });
                before = Some(steps.len() - 1);
            }
            if let Some(last) = before {
                let end = shift.end.0 as f64;
                shifts.push(Shift {
                    carer: route.carer.clone(),
                    shift: route.shift,
                    last,
                    travel_home: if shift.work == Work::Screen { 0.0 } else { route.travel_home.0 as f64 },
                    key: key(route.carer.as_str(), 2000 + route.shift),
                    end,
                    close: end + (shift.overtime_max.0 * 60) as f64,
                });
            }
        }
        tie(day, &step_of, &mut steps);
        let mut order: Vec<usize> = (0..steps.len()).collect();
        order.sort_by_key(|&step| (planned[step], step));
        Self { steps, order, slots, shifts }
    }

    /// When each stop begins, and each shift is done, in one draw.
    pub fn run(&self, spread: &Spread, seed: u64, draw_number: u64) -> (Vec<f64>, Vec<f64>) {
        let stream = |key: u64| Rng::new(seed ^ key ^ draw_number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let of_day = draw(&spread.travel_day, &mut stream(0));
        let drawn: Vec<(f64, f64)> = self
            .steps
            .iter()
            .map(|step| {
                let mut rng = stream(step.key);
                let travel = step.travel * of_day * draw(&spread.travel, &mut rng);
                (travel, if step.varies { step.length * draw(&spread.duration, &mut rng) } else { step.length })
            })
            .collect();
        let mut starts = vec![f64::NEG_INFINITY; self.steps.len()];
        for _ in 0..ROUNDS {
            let mut moved = false;
            for &index in &self.order {
                let step = &self.steps[index];
                let free = step.before.map_or(step.leave, |before| starts[before] + drawn[before].1);
                let mut start = step.open.max(free + drawn[index].0);
                for &(other, gap) in &step.waits {
                    start = start.max(starts[other] + gap);
                }
                if start > starts[index] {
                    starts[index] = start;
                    moved = true;
                }
            }
            if !moved {
                break;
            }
        }
        let done = self.shifts.iter().map(|shift| {
            let home = shift.travel_home * of_day * draw(&spread.travel, &mut stream(shift.key));
            starts[shift.last] + drawn[shift.last].1 + home
        });
        let done = done.collect();
        (starts, done)
    }
}

/// Carers who meet wait for each other, the second of an order for the first. Nobody puts off a visit because its
/// second will be late: that is not known yet.
fn tie(day: &Day, step_of: &BTreeMap<(VisitId, usize), usize>, steps: &mut [Step]) {
    let step = |visit: &VisitId, slot: usize| step_of.get(&(visit.clone(), slot)).copied();
    for visit in &day.visits {
        let Some(first) = step(&visit.id, 0) else { continue };
        for (slot, meeting) in (1..).zip(&visit.meetings) {
            if let Some(other) = step(&visit.id, slot) {
                steps[other].waits.push((first, meeting.from.0 as f64));
                steps[first].waits.push((other, -(meeting.to.0 as f64)));
            }
        }
    }
    for order in &day.orders {
        if let (Some(first), Some(second)) = (step(&order.first, 0), step(&order.second, 0)) {
            steps[second].waits.push((first, order.gap_min.0 as f64));
        }
    }
}

/// A number for a slot of an id (FNV-1a).
fn key(id: &str, slot: usize) -> u64 {
    let bytes = id.bytes().chain(slot.to_le_bytes());
    bytes.fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}
