//! Made-up days in Horsens-like municipalities of the Danish case.

use leon_generate::{DayOptions, generate_day};
use leon_model::{Day, Moment};
use std::path::Path;

/// Monday 23 November 2026, 00:00 in Copenhagen.
const MONDAY: Moment = Moment(1_795_388_400);

/// A made-up day of municipality 751 (Aarhus).
pub fn day(visits: usize, seed: u64) -> Result<Day, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cases/denmark");
    let case =
        leon_formats::read_case(&folder).map_err(|problems| format!("{} problems in the case", problems.len()))?;
    generate_day(&case, &DayOptions::new("751", visits, seed, MONDAY)).map_err(|error| error.to_string())
}
