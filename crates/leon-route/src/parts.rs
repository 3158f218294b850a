//! Large days in parts: by place at first, then by the routes found, with the borders elsewhere each round.
//!
//! Parts are searched side by side, each with the share of the budget that its visits have in the day, so the plan
//! does not depend on the number of threads. What crosses a border (a double visit with carers of two parts) stays
//! where and when it is for that round.

mod areas;
mod first;
mod regroup;

pub(crate) use first::first_parts;
pub(crate) use regroup::regroup;

use crate::search::Budget;
use crate::translate::deal_out;
use leon_model::{Day, Moment, RoutePlan};

/// A slot that stays as it is while its part is searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fixed {
    pub visit: usize,
    pub slot: usize,
    /// Place in the part's list of shifts.
    pub shift: usize,
    pub start: Moment,
}

/// Who of a part drives the pools' cars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cars {
    /// So many cars of each pool, dealt out when the search begins.
    Pools(Vec<u32>),
    /// By shift of the part: whether it has a car.
    Kept(Vec<bool>),
}

/// A part of a day: visits and shifts that are planned together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// Places in the day's list of visits, in order.
    pub visits: Vec<usize>,
    /// Carer and shift, in order.
    pub shifts: Vec<(usize, usize)>,
    pub fixed: Vec<Fixed>,
    /// Shift of the part, pause, start: where pauses lie among what is fixed.
    pub pauses: Vec<(usize, usize, Moment)>,
    pub cars: Cars,
}

impl Part {
    /// All of a day.
    pub fn whole(day: &Day) -> Self {
        let shifts = day.carers.iter().enumerate();
        let shifts = shifts.flat_map(|(carer, row)| (0..row.shifts.len()).map(move |shift| (carer, shift)));
        let cars = day.car_pools.iter().map(|pool| pool.cars).collect();
        let (visits, shifts) = ((0..day.visits.len()).collect(), shifts.collect());
        Self { visits, shifts, cars: Cars::Pools(cars), ..Self::empty(day) }
    }

    /// All of a day, with cars as in a plan that is to be loaded.
    pub fn following(day: &Day, plan: &RoutePlan) -> Self {
        let whole = Self::whole(day);
        let cars: Vec<u32> = day.car_pools.iter().map(|pool| pool.cars).collect();
        let kept = deal_out(day, &whole.shifts, &cars, Some(plan));
        Self { cars: Cars::Kept(kept), ..whole }
    }

    fn empty(day: &Day) -> Self {
        let (visits, shifts, fixed, pauses) = Default::default();
        Self { visits, shifts, fixed, pauses, cars: Cars::Pools(vec![0; day.car_pools.len()]) }
    }
}

/// So many visits are planned as one.
const WHOLE: usize = 600;
/// So many visits make a part of a larger day.
pub(crate) const PART: usize = 300;
/// And in the last round, so that what no part had room for goes where there is room. Memory grows with its square.
pub(crate) const LAST_PART: usize = 5_000;
/// Rounds over the parts of a large day; the first makes the plan, the others move the borders.
pub(crate) const ROUNDS: usize = 6;

/// A part's share of a budget.
pub(crate) struct Share<'a> {
    budget: &'a (dyn Budget + Sync),
    /// What was spent when the part began.
    from: f64,
    /// The share of the whole that is the part's.
    share: f64,
}

impl<'a> Share<'a> {
    /// `share` of the budget for a part that begins now. `threads` parts are searched at a time, which makes a part's
    /// share of the time, but not of the work, as many times as long.
    pub fn new(budget: &'a (dyn Budget + Sync), share: f64, threads: usize) -> Self {
        let counts_work = budget.spent(u64::MAX / 2) > budget.spent(0) + 1.0;
        let share = if counts_work { share } else { share * threads as f64 };
        Self { budget, from: budget.spent(0), share }
    }
}

impl Budget for Share<'_> {
    fn spent(&self, iterations: u64) -> f64 {
        let spent = self.budget.spent(iterations);
        if spent >= 1.0 { 1.0 } else { (spent - self.from) / self.share }
    }
}
