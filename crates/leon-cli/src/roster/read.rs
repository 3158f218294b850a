//! Reads a period and a roster, and says on standard error what is wrong or odd with them.

use crate::failure::Failure;
use crate::route::read::{errors, name, sha256, tell, text, warnings};
use crate::texts::Voice;
use leon_formats::period::{read_period, read_roster};
use leon_model::{Period, Roster};
use std::path::Path;

/// A period with its fingerprint.
pub struct PeriodFile {
    pub period: Period,
    /// SHA-256 of what was read, in hexadecimal.
    sha256: String,
}

/// Reads a period.
pub fn period(path: &Path, voice: Voice) -> Result<PeriodFile, Failure> {
    let text = text(path, voice)?;
    let read = read_period(&name(path), &text);
    let odd = tell(&read.problems, voice);
    let Some(period) = read.period else { return Err(errors(read.problems.len() - odd, voice)) };
    warnings(odd, voice);
    Ok(PeriodFile { period, sha256: sha256(&[&text]) })
}

/// Reads a roster of a period.
pub fn roster(path: &Path, period: &PeriodFile, voice: Voice) -> Result<Roster, Failure> {
    let read = read_roster(&name(path), &text(path, voice)?);
    tell(&read.problems, voice);
    let Some(roster) = read.roster else { return Err(errors(read.problems.len(), voice)) };
    if read.made_by.is_some_and(|it| it.period_sha256 != period.sha256) {
        eprintln!("{}", voice.text_with("roster-of-other-period", &[("roster", name(path).into())]));
    }
    Ok(roster)
}
