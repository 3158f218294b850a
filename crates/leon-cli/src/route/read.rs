//! Reads a day, a plan or a text, and says on standard error what is wrong or odd with it.

use crate::args::DayArgs;
use crate::failure::Failure;
use crate::texts::Voice;
use fluent_templates::fluent_bundle::FluentValue;
use leon_formats::Problem;
use leon_formats::day::{DayRead, Provenance, read_day, read_day_lists, read_events, read_plan};
use leon_model::{Event, RoutePlan};
pub use leon_pages::route::DayFile;
use std::io::ErrorKind;
use std::path::Path;

/// Reads a day from its file or its two lists.
pub fn day(args: &DayArgs, voice: Voice) -> Result<DayFile, Failure> {
    let text = text(&args.day, voice)?;
    let name = name(&args.day);
    let (read, sha256) = match (&args.carers, &args.date) {
        (Some(carers), Some(date)) => {
            let list = self::text(carers, voice)?;
            let read = read_day_lists((&name, &text), (&self::name(carers), &list), date);
            (read, leon_formats::sha256(&[&text, &list]))
        }
        _ => (read_day(&name, &text), leon_formats::sha256(&[&text])),
    };
    let DayRead { day, clock, problems } = read;
    let warnings = tell(&problems, voice);
    let Some(day) = day else { return Err(errors(problems.len() - warnings, voice)) };
    self::warnings(warnings, voice);
    Ok(DayFile { day, clock, sha256 })
}

/// Reads a plan of a day, and how it came about if it says so.
pub fn plan(path: &Path, day: &DayFile, voice: Voice) -> Result<(RoutePlan, Option<Provenance>), Failure> {
    let read = read_plan(&name(path), &text(path, voice)?);
    tell(&read.problems, voice);
    let Some(plan) = read.plan else { return Err(errors(read.problems.len(), voice)) };
    if read.made_by.as_ref().is_some_and(|it| it.day_sha256 != day.sha256) {
        eprintln!("{}", voice.text_with("plan-of-other-day", &[("plan", name(path).into())]));
    }
    Ok((plan, read.made_by))
}

/// Reads what happens during a day.
pub fn events(path: &Path, day: &DayFile, voice: Voice) -> Result<Vec<Event>, Failure> {
    let read = read_events(&name(path), &text(path, voice)?, &day.day);
    let warnings = tell(&read.problems, voice);
    read.events.ok_or_else(|| errors(read.problems.len() - warnings, voice))
}

/// The text of a file.
pub fn text(path: &Path, voice: Voice) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| {
        let file = ("file", path.display().to_string().into());
        Failure::Input(match error.kind() {
            ErrorKind::NotFound => voice.text_with("failure-no-file", &[file]),
            ErrorKind::InvalidData => voice.text_with("failure-not-text", &[file]),
            _ => voice.text_with("failure-read", &[file, ("reason", error.to_string().into())]),
        })
    })
}

/// Writes a file, and makes its folder when that is missing.
pub fn put(path: &Path, text: &str, voice: Voice) -> Result<(), Failure> {
    let folder = path.parent().map_or(Ok(()), std::fs::create_dir_all);
    folder.and_then(|()| std::fs::write(path, text)).map_err(|reason| {
        let variables = [("file", path.display().to_string().into()), ("reason", reason.to_string().into())];
        Failure::Internal(voice.text_with("failure-write-file", &variables))
    })
}

/// Says every problem, and gives the number of warnings.
pub fn tell(problems: &[Problem], voice: Voice) -> usize {
    problems.iter().for_each(|it| eprintln!("{} {}", it.code(), it.message(voice.lang)));
    problems.iter().filter(|it| it.is_warning()).count()
}

/// Says how many warnings there were, if any.
pub fn warnings(count: usize, voice: Voice) {
    if count > 0 {
        eprintln!("{}", voice.text_with("day-warnings", &count_of(count, voice)));
    }
}

/// So many errors keep the file from being used.
pub fn errors(count: usize, voice: Voice) -> Failure {
    Failure::Input(voice.text_with("problems-errors", &count_of(count, voice)))
}

fn count_of(count: usize, voice: Voice) -> [(&'static str, FluentValue<'static>); 2] {
    [("count", count.into()), ("number", voice.count(count).into())]
}

/// The name of a file, for messages.
pub fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |it| it.to_string_lossy().into_owned())
}
