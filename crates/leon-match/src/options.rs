//! What to solve, and how to follow it.

use leon_model::BindingId;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};

/// What a match should answer. Nothing here changes the plan but `lifted`.
#[derive(Clone, Default)]
pub struct Options<'a> {
    /// Bindings to lift for the whole answer.
    pub lifted: BTreeSet<BindingId>,
    /// Price one more and one less hour of every group in every place.
    pub prices: bool,
    /// Value every binding still in force, lifted alone.
    pub value_bindings: bool,
    /// Look for the best set of up to this many bindings to lift together; 0 looks for none.
    pub set_size: usize,
    /// Threads to use; 0 means one a core. The answer is the same on any number.
    pub threads: usize,
    /// Set to stop early: what is done by then is returned as [`crate::Status::Stopped`].
    pub cancel: Option<&'a AtomicBool>,
    /// Told after each piece of work.
    pub progress: Option<&'a (dyn Fn(Progress) + Sync)>,
}

/// The steps of a match, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The plan, part by part, with its prices when they are asked for.
    Plan,
    /// Each binding lifted alone, or each remedy of an explanation tried out.
    Bindings,
    /// Bindings added to the best set so far.
    Sets,
}

/// How far a step has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub step: Step,
    pub done: usize,
    pub total: usize,
}

impl Options<'_> {
    /// Everything there is to answer: prices, the value of each binding, and the best set of up to five.
    pub fn everything() -> Self {
        Self { prices: true, value_bindings: true, set_size: 5, ..Self::default() }
    }

    pub(crate) fn stopped(&self) -> bool {
        self.cancel.is_some_and(|flag| flag.load(Ordering::Relaxed))
    }

    pub(crate) fn report(&self, step: Step, done: usize, total: usize) {
        if let Some(progress) = self.progress {
            progress(Progress { step, done, total });
        }
    }
}
