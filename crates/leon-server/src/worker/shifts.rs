//! A period of shifts, planned.

use super::NotMade;
use super::search::{Asked, Budget};
use leon_formats::period::{RosterProvenance, read_period, write_roster};
use leon_roster::{RosterOptions, plan_roster};
use leon_store::Document;

pub fn plan(document: &Document, budget: &Budget<'_>) -> Result<String, NotMade> {
    let period = read_period(&document.head.title, &document.body).period.ok_or(NotMade::Unreadable)?;
    let Asked { seed, seconds, iterations } = budget.asked;
    let options = RosterOptions { seed, ..RosterOptions::new(budget) };
    let planned = plan_roster(&period, &options).map_err(|error| {
        eprintln!("leon: {error}");
        NotMade::BrokeOff
    })?;
    let made_by = RosterProvenance {
        leon_version: env!("CARGO_PKG_VERSION").to_owned(),
        period_sha256: document.head.sha256.clone(),
        seed,
        seconds,
        iterations,
    };
    Ok(write_roster(&planned.roster, Some(&made_by)))
}
