//! `leon project explain`: what a year's gap rests on.

use super::{print, read_case, refused};
use crate::args::ProjectExplainArgs;
use crate::failure::Failure;
use crate::project::explanation;
use crate::project::read::{as_it_stands, scenario};
use crate::screen::Screen;
use crate::texts::Voice;
use leon_model::{Hours, Year};
use leon_project::{Options, explain};

pub fn run(args: &ProjectExplainArgs, voice: Voice) -> Result<(), Failure> {
    let case = read_case(&args.case, voice)?;
    let scenario = match &args.scenario {
        Some(path) => scenario(path, &case, voice)?,
        None => as_it_stands(),
    };
    let last = case.population.iter().map(|it| it.year).max().unwrap_or(Year(0));
    let year = args.year.map_or(last, Year);
    let options = Options { threads: args.threads, ..Options::default() };
    let explained = explain(&case, &scenario, year, &options).map_err(|error| refused(&error, voice))?;
    let voice = voice.for_hours(Hours(explained.central.need.0));
    print(&explanation::render(&explained, &case, &scenario, voice, Screen::of_stdout(), args.top));
    Ok(())
}
