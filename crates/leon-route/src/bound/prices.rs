//! What a route's parts cost at given duals, in whole numbers: from here to the least route all sums are exact.

use super::amounts::{Amounts, Doing};
use super::graph::Graph;
use leon_model::Goal;

/// The largest unit price; sums of a long route of such stay far within range.
const MOST: f64 = (1_u64 << 38) as f64;

/// Whole numbers for costs: so many of them are one unit of the level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fixed(f64);

impl Fixed {
    /// So fine that a level of these weights keeps nine decimals, and so coarse that its sums fit.
    pub fn new(weights: f64) -> Self {
        Self(2f64.powi(30 - weights.log2().ceil().clamp(-200.0, 200.0) as i32))
    }

    /// A cost, rounded down by more than arithmetic with fractions can be off by.
    pub fn down(self, cost: f64) -> i64 {
        let exact = cost * self.0;
        (exact - exact.abs() * 1e-12).floor().clamp(-MOST * 4096.0, MOST * 4096.0) as i64
    }

    /// A unit's price, rounded down.
    pub fn rate(self, cost: f64) -> i64 {
        self.down(cost.max(0.0)).clamp(0, MOST as i64)
    }

    /// A dual, rounded to what [`Fixed::back`] gives back exactly.
    pub fn dual(self, value: f64) -> i64 {
        (value * self.0).round().clamp(-MOST * 128.0, MOST * 128.0) as i64
    }

    pub fn back(self, cost: i64) -> f64 {
        cost as f64 / self.0
    }
}

/// Prices of one tour's parts.
#[derive(Clone, Debug)]
pub(super) struct Prices {
    /// Of a tick of travel or waiting.
    pub second: i64,
    /// Of a tick of travel or care besides: the carer's burden.
    pub busy: i64,
    /// Of a tick after the shift's end.
    pub overtime: i64,
    /// By stop: what doing it costs, less what the job is worth.
    pub stops: Vec<i64>,
    /// By stop and span: of a tick late.
    pub late: Vec<Vec<i64>>,
}

/// What the prices are made from.
pub(super) struct Worth<'a> {
    pub fixed: Fixed,
    /// The price of each goal's unit.
    pub goals: &'a Amounts,
    /// By job, as [`Fixed::dual`] has it.
    pub jobs: &'a [i64],
    /// Of a tick of burden.
    pub busy: i64,
    pub overtime_price: f64,
}

impl Prices {
    pub fn new(graph: &Graph, doing: &Doing, worth: &Worth) -> Self {
        let (fixed, goals) = (worth.fixed, worth.goals);
        let paid = goals[Goal::PaidTime as usize];
        let mut prices = Self {
            second: fixed.rate(paid / 60.0),
            busy: worth.busy,
            overtime: fixed.rate(paid * worth.overtime_price / 60.0),
            stops: vec![0; graph.stops.len()],
            late: vec![],
        };
        for (index, stop) in graph.stops.iter().enumerate() {
            if index < graph.visits {
                let amounts = doing.amounts(stop.job, graph.tour);
                let cost: i64 = amounts.iter().zip(goals).map(|(amount, price)| fixed.down(amount * price)).sum();
                prices.stops[index] = cost - worth.jobs[stop.job as usize] + worth.busy * i64::from(stop.duration);
            }
            let late = |it: &super::graph::Span| fixed.rate(goals[Goal::Lateness as usize] * it.late / 60.0);
            prices.late.push(stop.spans.iter().map(late).collect());
        }
        prices
    }
}
