//! Reads a period and a roster, and says on standard error what is wrong or odd with them.

use crate::args::{KnownRosterArgs, SearchArgs};
use crate::failure::Failure;
use crate::route::read::{errors, name, tell, text, warnings};
use crate::texts::Voice;
use leon_formats::period::{RosterProvenance, read_period, read_roster, read_roster_events};
use leon_model::{Date, Moment, Published, Roster, RosterEvent};
pub use leon_pages::roster::PeriodFile;
use leon_roster::RosterError;
use leon_roster::translate::TooLarge;
use std::path::Path;

/// Reads a period.
pub fn period(path: &Path, voice: Voice) -> Result<PeriodFile, Failure> {
    let text = text(path, voice)?;
    let read = read_period(&name(path), &text);
    let odd = tell(&read.problems, voice);
    let Some(period) = read.period else { return Err(errors(read.problems.len() - odd, voice)) };
    warnings(odd, voice);
    Ok(PeriodFile { period, sha256: leon_formats::sha256(&[&text]) })
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

/// Reads the roster that people know and when they are told of changes, where these are given.
pub fn published(args: &KnownRosterArgs, period: &PeriodFile, voice: Voice) -> Result<Option<Published>, Failure> {
    let (Some(path), Some(told)) = (&args.published, &args.told) else { return Ok(None) };
    Ok(Some(Published { roster: roster(path, period, voice)?, changes_told: instant(told, voice)? }))
}

/// Reads what has happened to a roster.
pub fn events(path: &Path, period: &PeriodFile, voice: Voice) -> Result<Vec<RosterEvent>, Failure> {
    let read = read_roster_events(&name(path), &text(path, voice)?, &period.period);
    let odd = tell(&read.problems, voice);
    read.events.ok_or_else(|| errors(read.problems.len() - odd, voice))
}

/// An instant as 2026-11-23T12:00, Danish time.
pub fn instant(text: &str, voice: Voice) -> Result<Moment, Failure> {
    let read =
        || Some(text.split_once('T')?).and_then(|(date, time)| Some(date.parse::<Date>().ok()?.at(time.parse().ok()?)));
    read().ok_or_else(|| Failure::Usage(voice.text_with("roster-told", &[("value", text.to_owned().into())])))
}

/// A date as 2026-11-23.
pub fn date(text: &str, voice: Voice) -> Result<Date, Failure> {
    text.parse().map_err(|_| Failure::Usage(voice.text_with("roster-no-date", &[("value", text.to_owned().into())])))
}

/// How a roster of a period came about.
pub fn made(search: &SearchArgs, period: &PeriodFile) -> RosterProvenance {
    made_for(search, period.sha256.clone())
}

/// How a roster came about, of a period with this fingerprint.
pub fn made_for(search: &SearchArgs, period_sha256: String) -> RosterProvenance {
    RosterProvenance {
        leon_version: env!("CARGO_PKG_VERSION").to_owned(),
        period_sha256,
        seed: search.seed,
        seconds: search.iterations.is_none().then_some(search.seconds),
        iterations: search.iterations,
    }
}

/// Why there is no roster at all.
pub fn too_large(error: &RosterError, voice: Voice) -> Failure {
    let RosterError::TooLarge(error) = error;
    too_many(error, voice)
}

/// A period with more duties than the engine tells apart.
pub fn too_many(error: &TooLarge, voice: Voice) -> Failure {
    Failure::Input(leon_pages::roster::changes::too_large(error, voice))
}
