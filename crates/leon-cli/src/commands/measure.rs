//! `leon measure`: the same days planned with and without a measure.

use super::generate::refused;
use super::{print, read_case};
use crate::args::MeasureArgs;
use crate::failure::Failure;
use crate::measure::{self, Asked};
use crate::out;
use crate::route::budget::threads;
use crate::texts::Voice;
use indicatif::{ProgressBar, ProgressStyle};
use leon_formats::day::Clock;
use leon_formats::measure::{MeasureFileProblem, read_measure};
use leon_measure::{
    MeasureError, SampleOptions, StudyOptions, draw_days, measure as study, typical_municipalities, weight_of,
};
use leon_model::{Case, Measure, Minutes};
use std::path::{Path, PathBuf};

pub fn run(args: &MeasureArgs, voice: Voice) -> Result<(), Failure> {
    let date = Clock::copenhagen()
        .midnight(&args.date)
        .ok_or_else(|| Failure::Usage(voice.text_with("failure-no-date", &[("date", args.date.as_str().into())])))?;
    if let Some(dir) = &args.out {
        out::check_folder(dir, voice)?;
    }
    let case = read_case(&args.case, voice)?;
    let names = std::iter::once(&args.measure).chain(&args.with);
    let measures = names.map(|name| read(args, name, &case, voice)).collect::<Result<Vec<Measure>, Failure>>()?;
    let municipalities =
        if args.municipality.is_empty() { typical_municipalities(&case) } else { args.municipality.clone() };
    let sample = SampleOptions { municipalities, days: args.days, visits: args.visits, seed: args.seed, date };
    let days = draw_days(&case, &sample).map_err(|error| refused(&error, voice))?;
    let options = StudyOptions {
        seed: args.seed,
        iterations: args.iterations,
        bound_rounds: args.bound_rounds,
        visit_min: Minutes(args.visit_min),
        threads: threads(args.threads),
    };
    let bar = ProgressBar::new(days.len() as u64);
    bar.set_style(ProgressStyle::with_template("{msg:<24} {bar:40} {pos}/{len}").expect("the template is right"));
    let progress = |done: usize, all: usize| {
        let variables = [("done", voice.count(done).into()), ("days", voice.count(all).into())];
        bar.set_message(voice.text_with("measure-progress", &variables));
        bar.set_position(done as u64);
    };
    let refs: Vec<&Measure> = measures.iter().collect();
    let found = study(&refs, &days, |terrain| weight_of(&case, terrain), &options, Some(&progress));
    bar.finish_and_clear();
    let study = found.map_err(|error| failed(&error, voice))?;
    let asked = Asked { case: &case, measures: &refs, sample: &sample, options: &options, study: &study, voice };
    if let Some(dir) = &args.out {
        measure::write(&asked, dir)?;
    }
    print(&measure::summary(&asked));
    Ok(())
}

/// Reads a measure from a file, or by its id from the case's folder.
fn read(args: &MeasureArgs, name: &str, case: &Case, voice: Voice) -> Result<Measure, Failure> {
    let given = Path::new(name);
    let path: PathBuf = if given.is_file() || given.extension().is_some_and(|it| it == "toml") {
        given.to_owned()
    } else {
        args.case.join("measures").join(format!("{name}.toml"))
    };
    let file = || path.display().to_string();
    let bytes = std::fs::read(&path).map_err(|error| {
        let variables = [("file", file().into()), ("reason", error.to_string().into())];
        Failure::Input(voice.text_with("measure-unreadable", &variables))
    })?;
    let faulty = |problems: Vec<MeasureFileProblem>| {
        problems.iter().for_each(|it| eprintln!("{} {}", it.code(), it.message(voice.lang)));
        let count = problems.len();
        let variables = [("file", file().into()), ("count", count.into()), ("number", voice.count(count).into())];
        Failure::Input(voice.text_with("measure-faulty", &variables))
    };
    let measure = read_measure(&bytes).map_err(faulty)?;
    let unknown: Vec<MeasureFileProblem> = measure.problems_in(case).into_iter().map(Into::into).collect();
    if unknown.is_empty() { Ok(measure) } else { Err(faulty(unknown)) }
}

fn failed(error: &MeasureError, voice: Voice) -> Failure {
    match error {
        MeasureError::TooFewDays { days } => {
            Failure::Usage(voice.text_with("measure-too-few-days", &[("days", voice.count(*days).into())]))
        }
        other => Failure::Internal(voice.text_with("failure-internal", &[("reason", other.to_string().into())])),
    }
}
