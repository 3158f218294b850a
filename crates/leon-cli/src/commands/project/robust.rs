//! `leon project robust`: plans against named futures.

use super::{print, read_case, refused};
use crate::args::ProjectRobustArgs;
use crate::failure::Failure;
use crate::project::progress::Display;
use crate::project::read::{as_it_stands, scenario, told_apart};
use crate::project::summary::table;
use crate::screen::Screen;
use crate::texts::Voice;
use leon_model::{Case, Scenario, Year};
use leon_pages::projection::rows;
use leon_project::{Options, Progress, robustness};
use std::path::PathBuf;

pub fn run(args: &ProjectRobustArgs, voice: Voice) -> Result<(), Failure> {
    let case = read_case(&args.case, voice)?;
    let (plans, futures) = (read(&args.plan, &case, voice)?, read(&args.future, &case, voice)?);
    let last = case.population.iter().map(|it| it.year).max().unwrap_or(Year(0));
    let year = args.year.map_or(last, Year);
    let robustness = {
        let display = Display::new(voice, 1);
        let progress = |progress: Progress| display.show(progress);
        let options = Options { threads: args.threads, progress: Some(&progress), ..Options::default() };
        robustness(&case, &plans, &futures, year, &options).map_err(|error| refused(&error, voice))?
    };
    let with_none = |some: Vec<Scenario>| {
        let mut all = [vec![as_it_stands()], some].concat();
        told_apart(&mut all);
        all
    };
    let rows = rows::robust(&robustness, &with_none(plans), &with_none(futures), args.closed, voice);
    print(table(Screen::of_stdout(), rows, usize::MAX).trim_start_matches('\n'));
    Ok(())
}

fn read(paths: &[PathBuf], case: &Case, voice: Voice) -> Result<Vec<Scenario>, Failure> {
    paths.iter().map(|path| scenario(path, case, voice)).collect()
}
