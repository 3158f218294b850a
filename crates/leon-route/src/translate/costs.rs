//! Goals as whole-number costs: a minute on a later level never buys a second on an earlier one.

use super::{JobKey, Numbers, Translation, duties};
use crate::problem::{NONE, Rates};
use leon_model::{Carer, Day, Doing, Goal, Minutes, Necessity, RoutePlan, Visit};
use std::collections::BTreeMap;

/// Cost of a second of paid time, on the last level, at weight 1.
const SECOND: f64 = 1000.0;
const MINUTE: f64 = 60.0 * SECOND;

/// How much more a second counts than one on the next level. Strictly, it would be without end; a plan has so few
/// seconds that a hundred each level keeps the order, and the best plan is told by its levels, not by this.
const LEVEL: f64 = 100.0;

/// A priority point of a visit left out, beside a minute on its level: no day has so much lateness.
const LEFT_OUT: f64 = 3600.0;

/// What each goal's unit costs.
#[derive(Clone, Debug)]
pub(super) struct Costs<'d> {
    day: &'d Day,
    /// By goal, the cost of its unit (minutes, faces, changes, points).
    unit: [f64; Goal::ALL.len()],
}

impl<'d> Costs<'d> {
    pub fn new(day: &'d Day) -> Self {
        let mut unit = [0.0; Goal::ALL.len()];
        for (above_last, level) in day.goals.levels.iter().rev().enumerate() {
            let scale = LEVEL.powi(above_last.min(4) as i32);
            for &(goal, weight) in level {
                unit[goal as usize] += weight * scale * MINUTE;
                if goal == Goal::LeftOut && level.len() == 1 {
                    unit[goal as usize] *= LEFT_OUT / 60.0;
                }
            }
        }
        Self { day, unit }
    }

    fn cost(&self, goal: Goal, amount: f64) -> i64 {
        (self.unit[goal as usize] * amount).round().clamp(-1e17, 1e17) as i64
    }

    pub fn rates(&self) -> Rates {
        let second = self.cost(Goal::PaidTime, 1.0 / 60.0);
        // Σ b² ÷ 60 with b in minutes: (b in seconds)² ÷ 216,000.
        let fairness = self.unit[Goal::Fairness as usize] / 216_000.0 * 2f64.powi(32);
        Rates { travel: second, waiting: second, worst: 0, fairness: fairness.min(1e18) as i64 }
    }

    pub fn late(&self, weight: f64) -> i64 {
        self.cost(Goal::Lateness, weight / 60.0)
    }

    pub fn paid(&self, time: Minutes) -> i64 {
        self.cost(Goal::PaidTime, time.0 as f64)
    }

    pub fn left_out(&self, visit: &Visit) -> i64 {
        match visit.necessity {
            Necessity::Mandatory { priority } => self.cost(Goal::LeftOut, f64::from(priority)),
            Necessity::Optional { worth } => self.paid(worth),
        }
    }

    /// Of a second beyond the shift.
    pub fn overtime(&self, carer: &Carer) -> i64 {
        let group = &self.day.groups[self.day.group_index(&carer.group).expect("checked")];
        let (ordinary, overtime) = (group.dkk_per_hour.0, group.overtime_dkk_per_hour.0);
        let ratio = if ordinary > 0.0 { overtime / ordinary } else { 1.0 };
        self.cost(Goal::PaidTime, ratio / 60.0)
    }

    /// Fills in what depends on who does what: levels, wishes, faces, burdens, changes.
    pub fn fill(&self, to: &mut Translation<'d>, citizens: &Numbers, carers: &Numbers, published: Option<&RoutePlan>) {
        let day = self.day;
        self.fill_published(to, carers, published);
        let lowest = LowestLevels::new(day);
        let tours = to.problem.tours.len();
        let mut doing = vec![0; to.problem.jobs.len() * tours];
        for (job, key) in to.keys.iter().enumerate() {
            let JobKey::Slot { visit, slot } = *key else { continue };
            let row = &day.visits[visit];
            let least = lowest.of(row, slot);
            for (t, &(carer, shift)) in to.part.shifts.iter().enumerate() {
                if to.problem.duration(job as u32, t as u32) < 0 {
                    continue;
                }
                let it = &day.carers[carer];
                let minutes = duties::duration(it, &it.shifts[shift], &row.slots[slot]).0;
                let above = f64::from(level(day, it)) - f64::from(least);
                let mut cost = self.cost(Goal::Level, minutes as f64 * above.max(0.0));
                if row.unwanted.contains(&it.id) {
                    cost += self.cost(Goal::Continuity, day.continuity.unwanted);
                }
                if row.wanted.contains(&it.id) {
                    cost -= self.cost(Goal::Continuity, day.continuity.wanted);
                }
                if to.problem.published[job].is_some_and(|(before, _)| before != to.problem.tours[t].carer) {
                    cost += to.problem.change;
                }
                doing[job * tours + t] = cost;
            }
        }
        to.problem.doing = doing;
        self.fill_faces(to, citizens, carers);
        self.fill_burdens(to, carers);
    }

    fn fill_published(&self, to: &mut Translation<'d>, carers: &Numbers, published: Option<&RoutePlan>) {
        to.problem.published = vec![None; to.problem.jobs.len()];
        to.problem.change_tolerance = super::length(self.day.change_tolerance.0 * 60);
        let Some(published) = published else { return };
        to.problem.change = self.cost(Goal::Changes, 1.0);
        for route in &published.routes {
            for stop in &route.stops {
                let Doing::Visit { visit, slot } = &stop.doing else { continue };
                let Some(row) = self.day.visit_index(visit) else { continue };
                let index = to.visit_of[row];
                let Some(&job) = to.jobs.get(index as usize).and_then(|slots| slots.get(*slot)) else { continue };
                let carer = self.day.carer_index(&route.carer).and_then(|carer| carers.get(carer)).unwrap_or(NONE);
                to.problem.published[job as usize] = Some((carer, to.tick(stop.start)));
                to.problem.visits[index as usize].left_out += to.problem.change;
            }
        }
    }

    fn fill_faces(&self, to: &mut Translation<'d>, citizens: &Numbers, carers: &Numbers) {
        if self.unit[Goal::Continuity as usize] == 0.0 {
            return;
        }
        let count = to.problem.carers;
        to.problem.new_face = vec![0; to.problem.citizens * count];
        for (row, citizen) in self.day.citizens.iter().enumerate() {
            let Some(number) = citizens.get(row) else { continue };
            let weight = if citizen.dementia { self.day.continuity.dementia_weight } else { 1.0 };
            let faces = &mut to.problem.new_face[number as usize * count..(number as usize + 1) * count];
            faces.fill(self.cost(Goal::Continuity, weight));
            for (carer, visits) in &citizen.faces {
                let known = self.day.carer_index(carer).and_then(|carer| carers.get(carer));
                if let (Some(carer), true) = (known, *visits > 0) {
                    faces[carer as usize] = 0;
                }
            }
        }
    }

    fn fill_burdens(&self, to: &mut Translation<'d>, carers: &Numbers) {
        let share = fair_share(self.day);
        to.problem.burden = vec![0; to.problem.carers];
        for (row, carer) in self.day.carers.iter().enumerate() {
            let Some(number) = carers.get(row) else { continue };
            let shifts: i64 = carer.shifts.iter().map(|shift| (shift.end - shift.start).0).sum();
            let burden = carer.burden_before.0 as f64 * 60.0 - share * shifts as f64;
            to.problem.burden[number as usize] = burden.round().clamp(-1e9, 1e9) as i32;
        }
    }
}

/// *u*: minutes of all slots ÷ minutes of all shifts.
pub(crate) fn fair_share(day: &Day) -> f64 {
    let care: i64 = day.visits.iter().flat_map(|visit| &visit.slots).map(|slot| slot.duration.0 * 60).sum();
    let shifts = day.carers.iter().flat_map(|carer| &carer.shifts);
    let shifts: i64 = shifts.map(|shift| (shift.end - shift.start).0).sum();
    if shifts > 0 { care as f64 / shifts as f64 } else { 0.0 }
}

/// The level of care of a carer's group.
pub(crate) fn level(day: &Day, carer: &Carer) -> u8 {
    day.groups[day.group_index(&carer.group).expect("checked")].level
}

/// The lowest level of a carer of the day who may fill a slot. Carers alike are asked once.
pub(crate) struct LowestLevels<'d> {
    kinds: Vec<(u8, Vec<&'d Carer>)>,
}

impl<'d> LowestLevels<'d> {
    pub fn new(day: &'d Day) -> Self {
        let mut kinds: BTreeMap<_, Vec<&Carer>> = BTreeMap::new();
        for carer in &day.carers {
            let mut competences: Vec<_> = carer.competences.iter().collect();
            competences.sort();
            let screen = |shift: &leon_model::Shift| shift.work == leon_model::Work::Screen;
            let works = (carer.shifts.iter().any(screen), carer.shifts.iter().any(|shift| !screen(shift)));
            let key = (level(day, carer), &carer.group, competences, carer.trainee, works);
            kinds.entry(key).or_default().push(carer);
        }
        Self { kinds: kinds.into_iter().map(|(key, carers)| (key.0, carers)).collect() }
    }

    pub fn of(&self, visit: &Visit, slot: usize) -> u8 {
        let may =
            |carer: &&&Carer| carer.shifts.iter().any(|it| duties::may_fill(carer, it, visit, &visit.slots[slot]));
        // Within a kind only a ban tells carers apart.
        let asked = |carers: &[&Carer]| {
            let first = carers.first().filter(may).is_some();
            first || (!visit.forbidden.is_empty() && carers.iter().any(|carer| may(&carer)))
        };
        self.kinds.iter().find(|(_, carers)| asked(carers)).map_or(0, |(level, _)| *level)
    }
}
