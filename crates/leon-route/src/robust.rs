//! How sure a plan is: who will be late when things take longer, and what is done when a carer is missing.

mod course;
mod plan_b;
mod spread;

pub use plan_b::{PlanB, plan_b};
pub use spread::{Spread, SpreadError};

use course::Course;
use leon_model::{CarerId, Day, RoutePlan, VisitId};
use rayon::prelude::*;

/// A probability out of a simulation, with the interval that 95 of 100 simulations of this size give (Wilson 1927,
/// doi 10.1080/01621459.1927.10502953).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Probability {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

impl Probability {
    /// So many of so many draws.
    ///
    /// ```
    /// let none = leon_route::Probability::of(0, 1000);
    /// assert_eq!(none.value, 0.0);
    /// assert!(none.high > 0.003 && none.high < 0.004); // z² ÷ (n + z²): none of 1,000 is not never
    /// ```
    pub fn of(count: u32, draws: u32) -> Self {
        const Z: f64 = 1.959_963_984_540_054;
        let n = f64::from(draws.max(1));
        let value = f64::from(count) / n;
        let middle = (value + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
        let half = Z / (1.0 + Z * Z / n) * (value * (1.0 - value) / n + Z * Z / (4.0 * n * n)).sqrt();
        Self { value, low: (middle - half).max(0.0).min(value), high: (middle + half).min(1.0).max(value) }
    }
}

/// How likely it is that a slot begins late.
#[derive(Clone, Debug, PartialEq)]
pub struct VisitRisk {
    pub visit: VisitId,
    pub slot: usize,
    pub carer: CarerId,
    /// After the window's soft closing, or its hard one if it has no other.
    pub late: Probability,
    /// After the hard closing.
    pub too_late: Probability,
    /// Minutes after the soft closing, on average over all draws.
    pub late_minutes: f64,
}

/// How likely it is that a carer is kept beyond the shift.
#[derive(Clone, Debug, PartialEq)]
pub struct RouteRisk {
    pub carer: CarerId,
    pub shift: usize,
    /// Done after the shift's end.
    pub overrun: Probability,
    /// Done after the shift's end and its most overtime.
    pub beyond_overtime: Probability,
    /// Minutes after the shift's end, on average over all draws.
    pub overtime_minutes: f64,
}

/// How sure a plan is.
#[derive(Clone, Debug, PartialEq)]
pub struct LatenessRisk {
    /// Every filled slot, route by route.
    pub visits: Vec<VisitRisk>,
    pub routes: Vec<RouteRisk>,
    pub draws: u32,
}

/// The probability that each visit begins late and each route overruns its shift, when visits and ways take longer or
/// shorter than planned.
///
/// Routes keep their order and leave as planned; nobody begins before a window opens; carers who meet wait for each
/// other. Nobody re-plans on the way, so real lateness is rather less. The same seed draws the same times for the
/// same visits in every plan, so that two plans can be compared with few draws; the answer does not depend on the
/// number of threads.
///
/// # Errors
/// [`SpreadError`] for a range that is not above 0 and in order, or no draws.
///
/// # Example
/// ```
/// use leon_model::{Day, DayTables, RoutePlan};
/// use leon_route::{Spread, lateness_risk};
///
/// let day = Day::new(DayTables::default()).unwrap();
/// let risk = lateness_risk(&day, &RoutePlan::default(), &Spread::default(), 1000, 1).unwrap();
/// assert!(risk.visits.is_empty()); // nobody is visited, so nobody waits
/// ```
pub fn lateness_risk(
    day: &Day,
    plan: &RoutePlan,
    spread: &Spread,
    draws: u32,
    seed: u64,
) -> Result<LatenessRisk, SpreadError> {
    spread.check()?;
    if draws == 0 {
        return Err(SpreadError::NoDraws);
    }
    let course = Course::new(day, plan);
    let blocks: Vec<u32> = (0..draws.div_ceil(BLOCK)).collect();
    let tallies: Vec<Tally> = blocks
        .into_par_iter()
        .map(|block| {
            let mut tally = Tally::new(&course);
            for number in block * BLOCK..((block + 1) * BLOCK).min(draws) {
                let (starts, done) = course.run(spread, seed, u64::from(number));
                tally.count(&course, &starts, &done);
            }
            tally
        })
        .collect();
    let mut all = Tally::new(&course);
    tallies.iter().for_each(|tally| all.add(tally)); // in the order of draws: the same sum on any number of threads
    let carers = plan.visits().map(|(route, _, visit, slot)| ((visit, slot), &route.carer));
    let carers: std::collections::BTreeMap<_, _> = carers.collect();
    let visits = course.slots.iter().zip(&all.slots).map(|(it, count)| VisitRisk {
        visit: it.visit.clone(),
        slot: it.slot,
        carer: carers[&(&it.visit, it.slot)].clone(),
        late: Probability::of(count.late, draws),
        too_late: Probability::of(count.too_late, draws),
        late_minutes: count.seconds / 60.0 / f64::from(draws),
    });
    let routes = course.shifts.iter().zip(&all.shifts).map(|(it, count)| RouteRisk {
        carer: it.carer.clone(),
        shift: it.shift,
        overrun: Probability::of(count.late, draws),
        beyond_overtime: Probability::of(count.too_late, draws),
        overtime_minutes: count.seconds / 60.0 / f64::from(draws),
    });
    Ok(LatenessRisk { visits: visits.collect(), routes: routes.collect(), draws })
}

/// Draws that are counted together.
const BLOCK: u32 = 64;

/// A time is late only from here on, in seconds: sums of fractions are not exact.
const NOISE: f64 = 1e-3;

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    late: u32,
    too_late: u32,
    seconds: f64,
}

impl Count {
    fn note(&mut self, time: f64, soft: f64, hard: f64) {
        self.late += u32::from(time > soft + NOISE);
        self.too_late += u32::from(time > hard + NOISE);
        self.seconds += (time - soft).max(0.0);
    }

    fn add(&mut self, other: &Self) {
        self.late += other.late;
        self.too_late += other.too_late;
        self.seconds += other.seconds;
    }
}

/// What was late in some draws.
struct Tally {
    slots: Vec<Count>,
    shifts: Vec<Count>,
}

impl Tally {
    fn new(course: &Course) -> Self {
        Self { slots: vec![Count::default(); course.slots.len()], shifts: vec![Count::default(); course.shifts.len()] }
    }

    fn count(&mut self, course: &Course, starts: &[f64], done: &[f64]) {
        for (count, slot) in self.slots.iter_mut().zip(&course.slots) {
            count.note(starts[slot.step], slot.soft, slot.close);
        }
        for ((count, shift), &done) in self.shifts.iter_mut().zip(&course.shifts).zip(done) {
            count.note(done, shift.end, shift.close);
        }
    }

    fn add(&mut self, other: &Self) {
        self.slots.iter_mut().zip(&other.slots).for_each(|(count, other)| count.add(other));
        self.shifts.iter_mut().zip(&other.shifts).for_each(|(count, other)| count.add(other));
    }
}
