//! `leon project compare`: what one scenario differs from another by.

use super::{print, projected, read_case, refused};
use crate::args::ProjectCompareArgs;
use crate::failure::Failure;
use crate::out;
use crate::project::progress::Display;
use crate::project::read::{as_it_stands, scenario, told_apart};
use crate::project::{folder, summary};
use crate::screen::Screen;
use crate::texts::Voice;
use leon_model::{Case, Scenario, Year};
use leon_pages::projection::findings::Findings;
use leon_project::{Decomposition, Options, Progress, decompose};

pub fn run(args: &ProjectCompareArgs, voice: Voice) -> Result<(), Failure> {
    if let Some(dir) = &args.out {
        out::check_folder(dir, voice)?;
    }
    let case = read_case(&args.case, voice)?;
    let other = match &args.vs {
        Some(path) => scenario(path, &case, voice)?,
        None => as_it_stands(),
    };
    let mut scenarios = [other, scenario(&args.scenario, &case, voice)?];
    told_apart(&mut scenarios);
    let (projection, options) = projected(&case, &scenarios, &args.draws, voice)?;
    let findings = Findings { case: &case, scenarios: &scenarios, projection: &projection, options };
    let year = args
        .year
        .map(Year)
        .or(projection.years.last().copied())
        .ok_or_else(|| Failure::Input(voice.text("project-no-population")))?;
    let why = explained(&case, &scenarios, year, &findings.options, voice)?;
    let voice = findings.voice(voice);
    if let Some(dir) = &args.out {
        folder::write(&findings, Some(&why), dir, voice)?;
    }
    print(&summary::comparison(&findings, &why, voice, Screen::of_stdout()));
    Ok(())
}

/// Which entries make the difference, with how far it has come.
fn explained(
    case: &Case,
    scenarios: &[Scenario; 2],
    year: Year,
    options: &Options<'_>,
    voice: Voice,
) -> Result<Decomposition, Failure> {
    let display = Display::new(voice, scenarios.len());
    let progress = |progress: Progress| display.show(progress);
    let options = Options { progress: Some(&progress), ..options.clone() };
    decompose(case, scenarios.each_ref(), year, &options).map_err(|error| refused(&error, voice))
}
