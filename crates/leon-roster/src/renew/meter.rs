//! One budget for annealing, pricing and linear programmes: work of all kinds counts as iterations of annealing.

use crate::options::{Budget, Progress};
use std::cell::Cell;

/// Steps of pricing, and of a linear programme by its rows, that take as long as an iteration.
const PRICING: u64 = 25;
const SIMPLEX: u64 = 1;

/// What is spent of a budget.
pub(super) struct Meter<'b> {
    budget: &'b dyn Budget,
    iterations: Cell<u64>,
}

impl<'b> Meter<'b> {
    pub fn new(budget: &'b dyn Budget) -> Self {
        Self { budget, iterations: Cell::new(0) }
    }

    /// Counts iterations.
    pub fn add(&self, iterations: u64) {
        self.iterations.set(self.iterations.get() + iterations);
    }

    /// Counts steps of pricing.
    pub fn add_pricing(&self, steps: u64) {
        self.add(steps / PRICING + 1);
    }

    /// Counts iterations of the simplex method on so many rows.
    pub fn add_simplex(&self, iterations: u64, rows: usize) {
        self.add((iterations * rows as u64) / SIMPLEX + 1);
    }

    pub fn iterations(&self) -> u64 {
        self.iterations.get()
    }

    pub fn spent(&self) -> f64 {
        self.budget.spent(self.iterations.get())
    }

    /// A budget that is spent when so much of this one is.
    pub fn until(&self, share: f64) -> Part<'_> {
        Part { meter: self, from: self.spent(), to: share.min(1.0) }
    }

    /// How far all has come when a part has come so far.
    pub fn seen(&self, part: Progress) -> Progress {
        let iterations = self.iterations.get() + part.iterations;
        Progress { spent: self.budget.spent(iterations), iterations, ..part }
    }
}

/// A part of a budget.
pub(super) struct Part<'m> {
    meter: &'m Meter<'m>,
    from: f64,
    to: f64,
}

impl Budget for Part<'_> {
    fn spent(&self, iterations: u64) -> f64 {
        let spent = self.meter.budget.spent(self.meter.iterations.get() + iterations);
        if spent >= self.to { 1.0 } else { ((spent - self.from) / (self.to - self.from)).max(0.0) }
    }
}
