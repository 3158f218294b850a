//! `leon project`: need, hands and gap in the years to come.

mod compare;
mod explain;
mod portfolio;
mod robust;

use super::{print, read_case};
use crate::args::{DrawArgs, ProjectArgs, ProjectCommand};
use crate::failure::Failure;
use crate::out;
use crate::project::progress::Display;
use crate::project::read::{as_it_stands, scenario, told_apart};
use crate::project::{folder, summary};
use crate::screen::Screen;
use crate::texts::Voice;
use leon_model::{Case, Scenario};
use leon_pages::projection::findings::Findings;
use leon_project::{Options, Progress, ProjectError, Projection, project};

pub fn run(args: &ProjectArgs, voice: Voice) -> Result<(), Failure> {
    match (&args.command, &args.case) {
        (Some(ProjectCommand::Compare(args)), _) => compare::run(args, voice),
        (Some(ProjectCommand::Explain(args)), _) => explain::run(args, voice),
        (Some(ProjectCommand::Portfolio(args)), _) => portfolio::run(args, voice),
        (Some(ProjectCommand::Robust(args)), _) => robust::run(args, voice),
        (None, Some(case)) => {
            if let Some(dir) = &args.out {
                out::check_folder(dir, voice)?;
            }
            let case = read_case(case, voice)?;
            let mut scenarios = vec![as_it_stands()];
            for path in &args.scenario {
                scenarios.push(scenario(path, &case, voice)?);
            }
            told_apart(&mut scenarios);
            let (projection, options) = projected(&case, &scenarios, &args.draws, voice)?;
            let findings = Findings { case: &case, scenarios: &scenarios, projection: &projection, options };
            let voice = findings.voice(voice);
            if let Some(dir) = &args.out {
                folder::write(&findings, None, dir, voice)?;
            }
            print(&summary::render(&findings, voice, Screen::of_stdout(), args.top, args.out.as_deref()));
            Ok(())
        }
        // The command line asks for a case where there is no subcommand.
        (None, None) => Ok(()),
    }
}

/// Projects, shows how far it has come, and gives the options that the answer follows from.
fn projected(
    case: &Case,
    scenarios: &[Scenario],
    args: &DrawArgs,
    voice: Voice,
) -> Result<(Projection, Options<'static>), Failure> {
    let display = Display::new(voice, scenarios.len());
    let progress = |progress: Progress| display.show(progress);
    let plain = Options { draws: args.draws, seed: args.seed, threads: args.threads, ..Options::default() };
    let options = Options { progress: Some(&progress), ..plain.clone() };
    let projection = project(case, scenarios, &options).map_err(|error| refused(&error, voice))?;
    Ok((projection, plain))
}

/// Why the study refused, in words.
fn refused(error: &ProjectError, voice: Voice) -> Failure {
    match error {
        ProjectError::NoPopulation => Failure::Input(voice.text("project-no-population")),
        ProjectError::NoYear { year, first, last } => Failure::Usage(voice.text_with(
            "project-no-year",
            &[
                ("year", year.to_string().into()),
                ("first", first.to_string().into()),
                ("last", last.to_string().into()),
            ],
        )),
        error => Failure::Internal(voice.text_with("failure-internal", &[("reason", error.to_string().into())])),
    }
}
