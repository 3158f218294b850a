//! What was measured, as evidence in a case that `match` and `project` read.

use super::{Asked, Sampled};
use crate::failure::Failure;
use leon_formats::{WriteOptions, write_case};
use leon_measure::{share_released, with_effect};
use leon_model::Source;
use std::path::Path;

/// Writes the case with what was measured as the effect of the measure's technology, its source saying how it came
/// about.
///
/// # Errors
/// [`Failure::Usage`] when the case needs nothing where the measure is, or the folder holds a case already.
pub fn write_case_with(asked: &Asked<'_>, dir: &Path) -> Result<(), Failure> {
    let voice = asked.voice;
    let no = |reason: String| Failure::Usage(voice.text_with("measure-no-case", &[("reason", reason.into())]));
    let source = source(asked).map_err(|error| no(error.to_string()))?;
    let share = share_released(&asked.study, source.id.clone());
    let case = with_effect(asked.case, &asked.measures, &share, source).map_err(|error| no(error.to_string()))?;
    write_case(&case, dir, &WriteOptions::default()).map_err(|error| no(error.to_string()))
}

/// Where the figure comes from: what was planned, the case's SHA-256, version, seed and budget.
fn source(asked: &Asked<'_>) -> Result<Source, leon_formats::WriteError> {
    let what = match &asked.sampled {
        Sampled::Days(it) => format!("{} made-up days of {} visits", asked.study.pairs.len(), it.visits),
        Sampled::Given { hashes, .. } => format!("days {}", hashes.join(" ")),
        Sampled::Rosters(it) => format!("{} made-up periods of {} weeks", asked.study.pairs.len(), it.weeks),
    };
    let class = if asked.is_real() { "measured by Leon (real days)" } else { "measured by Leon (synthetic days)" };
    Ok(Source {
        id: format!("measured-{}", asked.id().replace('+', "-")).into(),
        title: class.into(),
        publisher: "Leon".into(),
        year: String::new(),
        locator: format!(
            "{what}; case sha256 {}; version {}; seed {}; {} rounds; {}",
            leon_formats::case_sha256(asked.case)?,
            env!("CARGO_PKG_VERSION"),
            asked.options.seed,
            asked.options.iterations,
            asked.study.finding().word(),
        ),
        url: String::new(),
    })
}
