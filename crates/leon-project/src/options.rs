//! What to project, and how to follow it.

use std::sync::atomic::{AtomicBool, Ordering};

/// How a projection is to be made. The answer is the same on any number of threads.
#[derive(Clone, Default)]
pub struct Options<'a> {
    /// Draws over the ranges of the assumptions; 0 gives the central path alone.
    pub draws: usize,
    /// Which draws.
    pub seed: u64,
    /// Threads to use; 0 means one a core.
    pub threads: usize,
    /// Set to stop early: [`crate::ProjectError::Stopped`].
    pub cancel: Option<&'a AtomicBool>,
    /// Told after each path of years.
    pub progress: Option<&'a (dyn Fn(Progress) + Sync)>,
}

/// The steps of a projection of one scenario, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The years one by one, place by place, with every assumption at its value.
    Central,
    /// The draws, by region.
    Draws,
    /// The assumptions moved one at a time.
    Assumptions,
    /// What two scenarios differ in, put in one after the other.
    Differences,
    /// The items of a portfolio, one by one.
    Portfolio,
    /// Each plan in each future.
    Futures,
}

/// How far a step has come, for which of the scenarios.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub scenario: usize,
    pub step: Step,
    pub done: usize,
    pub total: usize,
}

impl Options<'_> {
    pub(crate) fn stopped(&self) -> bool {
        self.cancel.is_some_and(|flag| flag.load(Ordering::Relaxed))
    }

    pub(crate) fn report(&self, scenario: usize, step: Step, done: usize, total: usize) {
        if let Some(progress) = self.progress {
            progress(Progress { scenario, step, done, total });
        }
    }
}
