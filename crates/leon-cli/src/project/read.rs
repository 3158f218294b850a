//! Reads a scenario, and says on standard error what is wrong with it.

use crate::failure::Failure;
use crate::route::read::{errors, name, tell, text};
use crate::texts::Voice;
use leon_formats::Lang;
use leon_formats::scenario::read_scenario;
use leon_model::{Case, Scenario};
use std::path::Path;

/// The scenario in a file.
pub fn scenario(path: &Path, case: &Case, voice: Voice) -> Result<Scenario, Failure> {
    let read = read_scenario(&name(path), text(path, voice)?.as_bytes(), case);
    tell(&read.problems, voice);
    read.scenario.ok_or_else(|| errors(read.problems.len(), voice))
}

/// The scenario in which nothing changes but population and staff.
pub fn as_it_stands() -> Scenario {
    let in_language = |lang: Lang| Voice::new(lang).text("project-as-it-stands");
    Scenario { name_da: in_language(Lang::Da), name_en: in_language(Lang::En), ..Scenario::default() }
}
