//! A day of visits, planned.

use super::NotMade;
use super::search::{Asked, Budget};
use leon_formats::day::{Provenance, read_day, write_plan};
use leon_route::{RouteOptions, plan_routes};
use leon_store::Document;

pub fn plan(document: &Document, budget: &Budget<'_>) -> Result<String, NotMade> {
    let day = read_day(&document.head.title, &document.body).day.ok_or(NotMade::Unreadable)?;
    let Asked { seed, seconds, iterations } = budget.asked;
    let options = RouteOptions {
        seed,
        threads: std::thread::available_parallelism().map_or(1, usize::from),
        budget,
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
        seed,
        seconds,
        iterations,
    };
    Ok(write_plan(&planned.plan, &made_by))
}
