//! One linear programme for a whole day: who fills what, how many are on their way when, and the ways between.
//!
//! | file | its one idea |
//! |---|---|
//! | `crews` | shifts that are alike, taken together |
//! | `duties` | slots, when they may begin, who may fill them at what price |
//! | `legs` | what ways take at least |
//! | `ways` | which stop can follow which |
//! | `model` | columns, and the rows that are there from the start |
//! | `rows` | rows that are added when a solution breaks them |
//! | `programme` | the programme, and what duals prove |

mod crews;
mod duties;
mod legs;
mod model;
mod programme;
mod rows;
mod ways;

use super::BoundEnd;
use super::amounts::Amounts;
use super::master::Above;
use leon_model::{Day, Goal, RoutePlan};
use model::{Detail, Model};
use rows::Rows;

/// What is asked: the least of a level, under what holds for the levels before.
pub(super) struct Task<'a> {
    pub day: &'a Day,
    pub published: Option<&'a RoutePlan>,
    pub weights: Amounts,
    pub above: &'a [Above],
    /// Whether no plan that counts has anybody late.
    pub nobody_late: bool,
    /// By carer of the day, in minutes: see [`super::amounts::burdens`].
    pub burdens: &'a [f64],
}

impl Task<'_> {
    /// Whether this level or one before counts a goal.
    pub fn prices(&self, goal: Goal) -> bool {
        self.weights[goal as usize] > 0.0 || self.above.iter().any(|it| it.weights[goal as usize] > 0.0)
    }
}

/// What came of it.
pub(super) struct Flow {
    /// −∞ when there is none.
    pub bound: f64,
    pub end: BoundEnd,
}

/// Slots that are too many: iterations take too long, and within their limit they would prove nothing.
const MOST_SLOTS: usize = 2_000;

/// Iterations of the simplex method for a level.
const ITERATIONS: u32 = 200_000;

/// Rounds of adding rows.
const ROUNDS: u32 = 40;

/// Bounds a level; ends early once `enough` is reached.
pub(super) fn flow(task: &Task, enough: f64, stop: &(dyn Fn() -> bool + Sync)) -> Flow {
    let mut flow = Flow { bound: f64::NEG_INFINITY, end: BoundEnd::Budget };
    if stop() {
        return Flow { end: BoundEnd::Stopped, ..flow };
    }
    if task.day.visits.iter().map(|it| it.slots.len()).sum::<usize>() > MOST_SLOTS {
        return Flow { end: BoundEnd::TooLarge, ..flow };
    }
    let mut model = Model::new(task, detail(task.day));
    let mut left = ITERATIONS;
    let mut rows = Rows::default();
    rows.first(&mut model);
    for _ in 0..ROUNDS {
        let Some(solved) = model.programme.solve(left) else {
            flow.end = BoundEnd::NoAnswer;
            break;
        };
        flow.bound = flow.bound.max(model.programme.proven(&solved.solution.row_duals));
        left = left.saturating_sub(solved.iterations);
        if !solved.is_best || left == 0 {
            break;
        }
        let added = rows.separate(&mut model, &solved.solution.columns);
        if added == 0 || flow.bound >= enough - 1e-6 * (1.0 + enough.abs()) {
            flow.end = BoundEnd::Finished;
            break;
        }
        if stop() {
            flow.end = BoundEnd::Stopped;
            break;
        }
    }
    flow
}

/// As fine as can be solved in reasonable time.
fn detail(day: &Day) -> Detail {
    let slots: usize = day.visits.iter().map(|it| it.slots.len()).sum();
    let shifts: usize = day.carers.iter().map(|it| it.shifts.len()).sum();
    Detail {
        each: slots * shifts <= 15_000,
        ways: if slots <= 200 { 12 } else { 8 },
        grid: if slots <= 1_000 { 900 } else { 1_800 },
    }
}
