//! How long a search may take: the only clock in planning, and it stands in the face.

use crate::args::SearchArgs;
use leon_formats::day::Provenance;
use leon_route::{Budget, Iterations};
use std::time::{Duration, Instant};

/// A length of time from now.
struct Elapsed {
    since: Instant,
    limit: Duration,
}

impl Budget for Elapsed {
    fn spent(&self, _: u64) -> f64 {
        let limit = self.limit.as_secs_f64();
        if limit > 0.0 { self.since.elapsed().as_secs_f64() / limit } else { 1.0 }
    }
}

/// So many threads; for 0, one a core.
pub fn threads(asked: usize) -> usize {
    match asked {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        threads => threads,
    }
}

impl SearchArgs {
    /// What was asked for, beginning now.
    pub fn budget(&self) -> Box<dyn Budget + Sync> {
        match self.iterations {
            Some(rounds) => Box::new(Iterations(rounds)),
            None => Box::new(Elapsed { since: Instant::now(), limit: Duration::from_secs_f64(self.seconds) }),
        }
    }

    /// The same search, with so large a part of the time.
    pub fn share(&self, parts: usize) -> Self {
        let parts = parts.max(1);
        let iterations = self.iterations.map(|it| it / parts as u64);
        Self { seconds: self.seconds / parts as f64, iterations, seed: self.seed, threads: self.threads }
    }

    /// Threads to use.
    pub fn threads(&self) -> usize {
        threads(self.threads)
    }

    /// How a plan of a day came about.
    pub fn made(&self, day_sha256: &str) -> Provenance {
        Provenance {
            leon_version: env!("CARGO_PKG_VERSION").to_owned(),
            day_sha256: day_sha256.to_owned(),
            seed: self.seed,
            seconds: self.iterations.is_none().then_some(self.seconds),
            iterations: self.iterations,
        }
    }
}
