//! `leon project portfolio`: technologies, bindings and scenarios, each alone and together.

use super::{print, read_case, refused};
use crate::args::ProjectPortfolioArgs;
use crate::failure::Failure;
use crate::out;
use crate::project::portfolio::{Shown, page, render, results};
use crate::project::progress::Display;
use crate::project::read::{scenario, told_apart};
use crate::screen::Screen;
use crate::texts::Voice;
use leon_formats::results::{result_files, workbook_bytes};
use leon_model::{Hours, Year};
use leon_project::{Options, Progress, ProjectError, portfolio};

pub fn run(args: &ProjectPortfolioArgs, voice: Voice) -> Result<(), Failure> {
    if let Some(dir) = &args.out {
        out::check_folder(dir, voice)?;
    }
    let case = read_case(&args.case, voice)?;
    let scenarios = args.scenario.iter().map(|path| scenario(path, &case, voice));
    let mut scenarios = scenarios.collect::<Result<Vec<_>, _>>()?;
    told_apart(&mut scenarios);
    let portfolio = {
        let display = Display::new(voice, 1);
        let progress = |progress: Progress| display.show(progress);
        let options = Options { threads: args.threads, progress: Some(&progress), ..Options::default() };
        portfolio(&case, &scenarios, &options).map_err(|error| refused(&error, voice))?
    };
    let (first, last) = (portfolio.years[0], portfolio.years[portfolio.years.len() - 1]);
    let year = args.year.map_or(last, Year);
    let at = portfolio.years.iter().position(|it| *it == year);
    let at = at.ok_or_else(|| refused(&ProjectError::NoYear { year, first, last }, voice))?;
    let shown = Shown { case: &case, scenarios: &scenarios, portfolio: &portfolio, year: at };
    let voice = voice.for_hours(case.needs.iter().map(|it| Hours(it.hours_per_week.value)).sum());
    if let Some(dir) = &args.out {
        let files = leon_formats::case_sha256(&case).and_then(|hash| {
            let results = results(&shown, &hash);
            let mut files = result_files(&results)?;
            files.insert("result.xlsx".into(), workbook_bytes(&results)?);
            files.insert("report.html".into(), page(&shown, voice).into_bytes());
            Ok(files)
        });
        let files = files.map_err(|reason| {
            Failure::Internal(voice.text_with("failure-internal", &[("reason", reason.to_string().into())]))
        })?;
        out::replace(&files, dir, |_| false, voice)?;
    }
    print(&render(&shown, voice, Screen::of_stdout()));
    Ok(())
}
