//! What is asked of a planner, and how much of it is spent.

use crate::app::SearchLength;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::Instant;

/// Seconds that a plan may take at most.
pub const SECONDS_MAX: f64 = 3600.0;

/// What is asked of a planner beside its document: a seed, and how long to search, in seconds or, for the same plan on
/// every machine, in iterations.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct Asked {
    pub seed: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iterations: Option<u64>,
}

impl Asked {
    /// A search of this length.
    pub fn of(seed: u64, length: SearchLength) -> Self {
        match length {
            SearchLength::Seconds(seconds) => Self { seed, seconds: Some(seconds), iterations: None },
            SearchLength::Iterations(iterations) => Self { seed, seconds: None, iterations: Some(iterations) },
        }
    }

    /// Whether one length of search is given, and not an endless one.
    pub fn is_in_range(&self) -> bool {
        match (self.seconds, self.iterations) {
            (Some(seconds), None) => seconds > 0.0 && seconds <= SECONDS_MAX,
            (None, Some(iterations)) => iterations > 0,
            _ => false,
        }
    }

    /// The question as the queue keeps it.
    pub fn text(&self) -> String {
        serde_json::json!(self).to_string()
    }

    /// The length of the search in words of the store.
    pub fn budget(&self) -> String {
        match self.iterations {
            Some(iterations) => format!("{iterations} iterations"),
            None => format!("{} seconds", self.seconds.unwrap_or_default()),
        }
    }
}

/// What is asked of one search, against what it has spent; each planner reads it as its own budget.
pub struct Budget<'a> {
    pub search: &'a Search,
    pub since: Instant,
    pub asked: Asked,
}

impl leon_route::Budget for Budget<'_> {
    fn spent(&self, iterations: u64) -> f64 {
        self.search.share(self.since, self.asked, iterations)
    }
}

impl leon_roster::Budget for Budget<'_> {
    fn spent(&self, iterations: u64) -> f64 {
        self.search.share(self.since, self.asked, iterations)
    }
}

/// A search under way: how much is spent, and whether somebody has said stop.
#[derive(Default)]
pub struct Search {
    stopped: AtomicBool,
    /// In thousandths.
    spent: AtomicI64,
}

impl Search {
    /// Thousandths of the budget that are spent.
    pub fn spent(&self) -> i64 {
        self.spent.load(Ordering::Relaxed)
    }

    /// Turns true when the planner is to stop.
    pub fn stopped(&self) -> &AtomicBool {
        &self.stopped
    }

    /// Says what share of the work is done.
    pub fn is_at(&self, share: f64) {
        self.spent.fetch_max((share.clamp(0.0, 1.0) * 1000.0) as i64, Ordering::Relaxed);
    }

    /// Tells the planner to stop once what is given back is dropped.
    pub fn stop_when_dropped(self: &Arc<Self>) -> impl Drop + use<> {
        struct Stop(Arc<Search>);
        impl Drop for Stop {
            fn drop(&mut self) {
                self.0.stopped.store(true, Ordering::Relaxed);
            }
        }
        Stop(Arc::clone(self))
    }

    /// The share of the budget that is spent, from its beginning to now; all of it once somebody has said stop.
    pub fn share(&self, since: Instant, asked: Asked, iterations: u64) -> f64 {
        if self.stopped.load(Ordering::Relaxed) {
            return 1.0;
        }
        let share = match (asked.iterations, asked.seconds) {
            (Some(all), _) if all > 0 => iterations as f64 / all as f64,
            (None, Some(seconds)) if seconds > 0.0 => since.elapsed().as_secs_f64() / seconds.min(SECONDS_MAX),
            _ => 1.0,
        };
        self.is_at(share);
        share
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_spent_by_iterations_and_at_once_when_stopped() {
        let search = Arc::new(Search::default());
        let asked = Asked { seed: 1, seconds: None, iterations: Some(200) };
        let now = Instant::now();
        // 50 of 200 iterations = 0.25
        assert_eq!((search.share(now, asked, 50), search.spent()), (0.25, 250));
        drop(search.stop_when_dropped());
        assert_eq!(search.share(now, asked, 51), 1.0);
        assert_eq!(search.spent(), 250, "what is shown is what was searched");
    }

    #[test]
    fn a_search_has_one_length() {
        let asked = |seconds, iterations| Asked { seed: 1, seconds, iterations }.is_in_range();
        assert!(asked(Some(10.0), None) && asked(None, Some(1)));
        for (seconds, iterations) in [
            (None, None),
            (Some(0.0), None),
            (Some(f64::NAN), None),
            (Some(3601.0), None),
            (None, Some(0)),
            (Some(1.0), Some(1)),
        ] {
            assert!(!asked(seconds, iterations), "{seconds:?} {iterations:?}");
        }
    }
}
