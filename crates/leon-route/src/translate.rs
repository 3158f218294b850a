//! From a day to numbers and back: which job is which slot, which tour is which shift.

mod cars;
mod costs;
mod duties;
mod map;
mod plan;

use crate::parts::{Cars, Fixed};
use crate::problem::{Job, NO_WAY, NONE, Opening, Problem, Tie, Tour, VisitJobs};
use duties::Duties;
use leon_model::{Day, Minutes, Moment, PoolCar, RoutePlan, Visit, Work};
use map::Map;
use std::collections::BTreeMap;

pub(crate) use crate::parts::Part;
use cars::can_do_without;
pub(crate) use cars::{deal_out, drives};
pub(crate) use costs::{LowestLevels, fair_share, level};
pub(crate) use duties::{duration, may_fill};
pub(crate) use map::driven_seconds;

/// What a job stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JobKey {
    /// A slot of a visit of the day's list.
    Slot { visit: usize, slot: usize },
    /// A pause of the tour's shift.
    Pause { pause: usize },
}

/// A part of a day as a problem, and the way back.
#[derive(Clone, Debug)]
pub(crate) struct Translation<'d> {
    pub day: &'d Day,
    pub part: Part,
    pub problem: Problem,
    pub keys: Vec<JobKey>,
    /// By visit of the part and slot.
    pub jobs: Vec<Vec<u32>>,
    /// By visit of the day: its place in the part, or [`NONE`].
    pub visit_of: Vec<u32>,
    /// Tick 0.
    pub base: Moment,
}

impl<'d> Translation<'d> {
    /// Translates a part of a day; `published` is the plan that the changes goal compares with.
    pub fn new(day: &'d Day, part: Part, published: Option<&RoutePlan>) -> Self {
        let base = base(day);
        let tick = |moment: Moment| i32::try_from(moment.0 - base.0).expect("a day is checked to be short");
        let mut visit_of = vec![NONE; day.visits.len()];
        for (index, &visit) in part.visits.iter().enumerate() {
            visit_of[visit] = index as u32;
        }
        let mut map = Map::new(day);
        let duties = Duties::new(day, &part);
        let costs = costs::Costs::new(day);
        let mut problem = Problem { classes: duties.classes(), rates: costs.rates(), ..Problem::default() };
        let (mut keys, mut jobs) = (Vec::new(), Vec::with_capacity(part.visits.len()));
        let citizens = Numbers::of(part.visits.iter().map(|&visit| citizen(day, &day.visits[visit])));
        for (index, &row) in part.visits.iter().enumerate() {
            let visit = &day.visits[row];
            let mut entry =
                VisitJobs { needed: vec![], extra: vec![], left_out: costs.left_out(visit), extra_missing: vec![] };
            let mut slots = Vec::with_capacity(visit.slots.len());
            for (k, slot) in visit.slots.iter().enumerate() {
                let job = keys.len() as u32;
                keys.push(JobKey::Slot { visit: row, slot: k });
                slots.push(job);
                problem.jobs.push(Job {
                    visit: index as u32,
                    place: map.place(day.location_index(&visit.location).expect("checked")),
                    openings: openings(visit, k, &costs, &tick),
                    load: 1,
                    citizen: citizens.number(citizen(day, visit)),
                });
                problem.duration.extend(duties.durations(visit, k));
                if slot.needed {
                    entry.needed.push(job);
                } else {
                    entry.extra.push(job);
                    entry.extra_missing.push(costs.paid(slot.duration));
                }
            }
            ties_of_slots(visit, &slots, &mut problem.ties);
            problem.visits.push(entry);
            jobs.push(slots);
        }
        for order in &day.orders {
            let place = |id| visit_of[day.visit_index(id).expect("checked")];
            let (first, second) = (place(&order.first), place(&order.second));
            if first != NONE && second != NONE {
                let (a, b) = (jobs[first as usize][0], jobs[second as usize][0]);
                problem.ties.push(Tie { first: a, second: b, gap: length(order.gap_min.0) });
                if let Some(most) = order.gap_max {
                    problem.ties.push(Tie { first: b, second: a, gap: -length(most.0) });
                }
            }
        }
        let carers = Numbers::of(part.shifts.iter().map(|&(carer, _)| carer));
        let has_car = match &part.cars {
            Cars::Pools(cars) => deal_out(day, &part.shifts, cars, None),
            Cars::Kept(has_car) => has_car.clone(),
        };
        let may_hand_over = match &part.cars {
            Cars::Pools(cars) => {
                problem.cars.clone_from(cars);
                part.shifts.iter().zip(&has_car).any(|(&shift, has_car)| !has_car && can_do_without(day, shift))
            }
            Cars::Kept(_) => false,
        };
        let mut kinds = BTreeMap::new();
        for (t, &(carer, shift)) in part.shifts.iter().enumerate() {
            let shift_row = &day.carers[carer].shifts[shift];
            let mut tour = Tour {
                carer: carers.number(carer),
                start: tick(shift_row.start),
                end: tick(shift_row.end),
                close: tick(shift_row.end) + length(shift_row.overtime_max.0 * 60),
                from: NONE,
                to: NONE,
                transports: vec![],
                transport: 0,
                pool: NONE,
                without_car: true,
                capacity: shift_row.visits_max.map_or(i32::MAX, |most| i32::try_from(most).unwrap_or(i32::MAX)),
                travel_max: i32::MAX,
                overtime: costs.overtime(&day.carers[carer]),
                kind: 0,
                class: duties.class(t),
                pauses: vec![],
            };
            if let Work::Visiting(travelling) = &shift_row.work {
                let transport = |id| day.transport_index(id).expect("checked") as u32;
                let mut place =
                    |id: &Option<_>| id.as_ref().map_or(NONE, |id| map.place(day.location_index(id).expect("checked")));
                (tour.from, tour.to) = (place(&travelling.from), place(&travelling.to));
                tour.transports.push(transport(&travelling.transport));
                if let Some(PoolCar { pool, without_car }) = &travelling.car {
                    tour.pool = day.car_pools.iter().position(|row| row.id == *pool).expect("checked") as u32;
                    tour.without_car = without_car.is_some();
                    tour.transports.extend(without_car.as_ref().map(transport));
                }
                tour.travel_max = travelling.travel_max.map_or(i32::MAX, |most| length(most.0 * 60));
            }
            if tour.pool != NONE {
                match (has_car[t], tour.without_car) {
                    (has_car, true) if may_hand_over => tour.transport = u32::from(!has_car),
                    (true, _) => tour.transports.truncate(1),
                    (false, true) => drop(tour.transports.remove(0)),
                    (false, false) => tour.capacity = 0,
                }
            }
            for standing in standing(day, &part, t) {
                let job = keys.len() as u32;
                keys.push(standing.key);
                let (open, close) = (tick(standing.earliest), tick(standing.latest));
                let openings = vec![Opening { open, soft: close, close, late: 0 }];
                let place = standing.location.map_or(NONE, |location| map.place(location));
                problem.jobs.push(Job { visit: NONE, place, openings, load: standing.load, citizen: NONE });
                let class = tour.class as usize;
                let seconds = length(standing.duration.0 * 60);
                problem.duration.extend((0..problem.classes).map(|it| if it == class { seconds } else { -1 }));
                tour.pauses.push(job);
            }
            let next = kinds.len() as u32;
            tour.kind = *kinds.entry((carer, shift)).or_insert(next);
            problem.tours.push(tour);
        }
        problem.travel = map.tables(day, &tick);
        problem.carers = carers.count();
        problem.citizens = citizens.count();
        let mut translation = Self { day, part, problem, keys, jobs, visit_of, base };
        costs.fill(&mut translation, &citizens, &carers, published);
        translation
    }

    /// The tick of a moment.
    pub fn tick(&self, moment: Moment) -> i32 {
        i32::try_from(moment.0 - self.base.0).unwrap_or(if moment < self.base { i32::MIN / 4 } else { NO_WAY })
    }

    /// The moment of a tick.
    pub fn moment(&self, tick: i32) -> Moment {
        Moment(self.base.0 + i64::from(tick))
    }
}

/// What stands in a shift whatever the search does: its pauses, and slots fixed for now.
struct Standing {
    key: JobKey,
    earliest: Moment,
    latest: Moment,
    duration: Minutes,
    location: Option<usize>,
    load: i32,
    /// Where it comes among the others.
    order: Moment,
}

fn standing(day: &Day, part: &Part, tour: usize) -> Vec<Standing> {
    let (carer, shift) = part.shifts[tour];
    let (carer, shift) = (&day.carers[carer], &day.carers[carer].shifts[shift]);
    let known = |pause: usize| part.pauses.iter().find(|it| (it.0, it.1) == (tour, pause)).map(|it| it.2);
    let pauses = shift.pauses.iter().enumerate().map(|(k, pause)| Standing {
        key: JobKey::Pause { pause: k },
        earliest: pause.earliest,
        latest: pause.latest,
        duration: pause.duration,
        location: pause.location.as_ref().map(|id| day.location_index(id).expect("checked")),
        load: 0,
        order: known(k).unwrap_or(pause.earliest),
    });
    let fixed = part.fixed.iter().filter(|it| it.shift == tour).map(|&Fixed { visit, slot, start, .. }| {
        let row = &day.visits[visit];
        Standing {
            key: JobKey::Slot { visit, slot },
            earliest: start,
            latest: start,
            duration: duties::duration(carer, shift, &row.slots[slot]),
            location: day.location_index(&row.location),
            load: 1,
            order: start,
        }
    });
    let mut all: Vec<Standing> = pauses.chain(fixed).collect();
    all.sort_by_key(|it| it.order);
    all
}

/// Numbers for what turns up, in order of its first turn.
#[derive(Clone, Debug)]
pub(crate) struct Numbers(BTreeMap<usize, u32>);

impl Numbers {
    fn of(items: impl Iterator<Item = usize>) -> Self {
        let mut numbers = BTreeMap::new();
        for item in items {
            let next = numbers.len() as u32;
            numbers.entry(item).or_insert(next);
        }
        Self(numbers)
    }

    fn number(&self, item: usize) -> u32 {
        self.0[&item]
    }

    /// The number of an item, if it turned up.
    pub fn get(&self, item: usize) -> Option<u32> {
        self.0.get(&item).copied()
    }

    fn count(&self) -> usize {
        self.0.len()
    }
}

/// The earliest instant of the day: when its first shift begins.
pub(crate) fn base(day: &Day) -> Moment {
    let shifts = day.carers.iter().flat_map(|carer| &carer.shifts);
    shifts.map(|shift| shift.start).min().unwrap_or_default()
}

fn citizen(day: &Day, visit: &Visit) -> usize {
    day.citizen_index(&visit.citizen).expect("checked")
}

/// Seconds as ticks, at most so many that sums stay within range.
fn length(seconds: i64) -> i32 {
    i32::try_from(seconds).unwrap_or(NO_WAY).clamp(-NO_WAY, NO_WAY)
}

/// A slot's openings: the visit's windows, or the pinned start.
fn openings(visit: &Visit, slot: usize, costs: &costs::Costs, tick: &dyn Fn(Moment) -> i32) -> Vec<Opening> {
    let mut openings: Vec<Opening> = visit
        .windows
        .iter()
        .map(|window| {
            let close = tick(window.close);
            let soft = window.soft_close.map_or(close, tick);
            Opening { open: tick(window.open), soft, close, late: costs.late(window.late_weight) }
        })
        .collect();
    if let (0, Some(start)) = (slot, visit.pin.start) {
        let start = tick(start);
        let kept = openings.iter().find(|it| it.open <= start && start <= it.close).or(openings.last()).copied();
        openings = kept.into_iter().map(|it| Opening { open: start, close: start, ..it }).collect();
    }
    openings
}

fn ties_of_slots(visit: &Visit, slots: &[u32], ties: &mut Vec<Tie>) {
    for (meeting, &job) in visit.meetings.iter().zip(&slots[1..]) {
        ties.push(Tie { first: slots[0], second: job, gap: length(meeting.from.0) });
        ties.push(Tie { first: job, second: slots[0], gap: -length(meeting.to.0) });
    }
}
