//! A day of visits, planned.

use super::search::{Asked, Search};
use super::{Made, NotMade};
use leon_formats::day::{Provenance, read_day, write_plan};
use leon_route::{Budget, RouteOptions, plan_routes};
use leon_store::Document;
use std::time::Instant;

struct Spent<'a> {
    search: &'a Search,
    since: Instant,
    asked: Asked,
}

impl Budget for Spent<'_> {
    fn spent(&self, iterations: u64) -> f64 {
        self.search.share(self.since, self.asked, iterations)
    }
}

pub fn plan(document: &Document, asked: Asked, search: &Search) -> Result<Made, NotMade> {
    let day = read_day(&document.head.title, &document.body).day.ok_or(NotMade::Unreadable)?;
    let budget = Spent { search, since: Instant::now(), asked };
    let options = RouteOptions {
        seed: asked.seed,
        threads: std::thread::available_parallelism().map_or(1, usize::from),
        budget: &budget,
        published: None,
        from: None,
        progress: None,
    };
    let planned = plan_routes(&day, &options).map_err(|error| {
        eprintln!("leon: {error}");
        NotMade::BrokeOff
    })?;
    let made_by = Provenance {
        leon_version: env!("CARGO_PKG_VERSION").to_owned(),
        day_sha256: document.head.sha256.clone(),
        seed: asked.seed,
        seconds: asked.seconds,
        iterations: asked.iterations,
    };
    Ok(Made { body: write_plan(&planned.plan, &made_by), seed: asked.seed.to_string(), budget: asked.budget() })
}
