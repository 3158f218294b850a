//! A period of shifts, planned.

use super::search::{Asked, Search};
use super::{Made, NotMade};
use leon_formats::period::{RosterProvenance, read_period, write_roster};
use leon_roster::{Budget, RosterOptions, plan_roster};
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
    let period = read_period(&document.head.title, &document.body).period.ok_or(NotMade::Unreadable)?;
    let budget = Spent { search, since: Instant::now(), asked };
    let options = RosterOptions { seed: asked.seed, ..RosterOptions::new(&budget) };
    let planned = plan_roster(&period, &options).map_err(|error| {
        eprintln!("leon: {error}");
        NotMade::BrokeOff
    })?;
    let made_by = RosterProvenance {
        leon_version: env!("CARGO_PKG_VERSION").to_owned(),
        period_sha256: document.head.sha256.clone(),
        seed: asked.seed,
        seconds: asked.seconds,
        iterations: asked.iterations,
    };
    Ok(Made {
        body: write_roster(&planned.roster, Some(&made_by)),
        seed: asked.seed.to_string(),
        budget: asked.budget(),
    })
}
