//! `leon roster plan`: from a period to a roster that is verified.

use super::Spent;
use crate::args::RosterPlanArgs;
use crate::commands::print;
use crate::failure::Failure;
use crate::roster::read;
use crate::roster::summary::Summary;
use crate::roster::words::Words;
use crate::route::progress::Display;
use crate::route::read::put;
use crate::screen::Screen;
use crate::texts::Voice;
use leon_formats::period::write_roster;
use leon_roster::{Progress, RosterOptions, plan_roster};
use leon_route::RouteProgress;

pub fn run(args: &RosterPlanArgs, voice: Voice) -> Result<(), Failure> {
    let Some(path) = args.file.as_ref().filter(|_| args.data.is_none() && args.instance.is_none()) else {
        return Err(Failure::Usage(voice.text("research-file-not-data")));
    };
    let file = read::period(path, voice)?;
    let published = read::published(&args.known, &file, voice)?;
    let from = args.from.as_ref().map(|it| read::roster(it, &file, voice)).transpose()?;
    let display = Display::new(voice);
    let progress = |it: Progress| display.show(RouteProgress { spent: it.spent, iterations: it.iterations });
    let budget = args.search.budget();
    let spent = Spent(budget.as_ref());
    let options = RosterOptions {
        seed: args.search.seed,
        published: published.as_ref(),
        from: from.as_ref(),
        progress: Some(&progress),
        ..RosterOptions::new(&spent)
    };
    let planned = plan_roster(&file.period, &options).map_err(|error| read::too_large(&error, voice))?;
    drop(display);
    if let Some(path) = &args.out {
        put(path, &write_roster(&planned.roster, Some(&read::made(&args.search, &file))), voice)?;
    }
    let words = Words { period: &file.period, voice };
    let summary = Summary { words, verdict: &planned.verdict, screen: Screen::of_stdout(), top: args.top };
    print(&summary.render());
    summary.stands()
}
