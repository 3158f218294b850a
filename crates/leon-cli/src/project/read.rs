//! Reads a scenario, and says on standard error what is wrong with it.

use crate::failure::Failure;
use crate::route::read::{errors, name, tell, text};
use crate::texts::Voice;
use leon_formats::scenario::read_scenario;
use leon_model::{Case, Scenario};
pub use leon_pages::projection::findings::{as_it_stands, told_apart};
use std::path::Path;

/// The scenario in a file.
pub fn scenario(path: &Path, case: &Case, voice: Voice) -> Result<Scenario, Failure> {
    let read = read_scenario(&name(path), text(path, voice)?.as_bytes(), case);
    tell(&read.problems, voice);
    read.scenario.ok_or_else(|| errors(read.problems.len(), voice))
}
