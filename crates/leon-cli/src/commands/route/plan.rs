//! `leon route plan`: from a day of visits to a plan that is verified.

use super::{replan, research};
use crate::args::{Format, RoutePlanArgs};
use crate::commands::print;
use crate::failure::Failure;
use crate::route::progress::Display;
use crate::route::read;
use crate::route::summary::Summary;
use crate::route::words::Words;
use crate::screen::Screen;
use crate::texts::Voice;
use leon_formats::day::write_plan;
use leon_route::{RouteOptions, RouteProgress, plan_routes};

pub fn run(args: &RoutePlanArgs, voice: Voice) -> Result<(), Failure> {
    match args.format {
        Format::Day => day(args, voice),
        Format::Hhcrsp | Format::Vrplib => research::run(args, voice),
    }
}

fn day(args: &RoutePlanArgs, voice: Voice) -> Result<(), Failure> {
    let file = read::day(&args.day, voice)?;
    let from = args.from.as_deref().map(|path| read::plan(path, &file, voice)).transpose()?.map(|it| it.0);
    if let (Some(events), Some(published)) = (&args.events, &from) {
        return replan::run(args, &file, events, published, voice);
    }
    let display = Display::new(voice);
    let progress = |progress: RouteProgress| display.show(progress);
    let budget = args.search.budget();
    let options = RouteOptions {
        seed: args.search.seed,
        threads: args.search.threads(),
        budget: budget.as_ref(),
        published: None,
        from: from.as_ref(),
        progress: Some(&progress),
    };
    let planned = plan_routes(&file.day, &options).map_err(|error| {
        Failure::Internal(voice.text_with("failure-route-internal", &[("reason", error.to_string().into())]))
    })?;
    drop(display);
    if let Some(path) = &args.out {
        read::put(path, &write_plan(&planned.plan, &args.search.made(&file.sha256)), voice)?;
    }
    let summary = Summary {
        words: Words::new(&file.day, &file.clock, voice),
        plan: &planned.plan,
        verdict: &planned.verdict,
        screen: Screen::of_stdout(),
        top: args.top,
    };
    print(&(summary.render() + &next(args, voice)));
    Ok(())
}

/// What to do next.
fn next(args: &RoutePlanArgs, voice: Voice) -> String {
    let screen = Screen::of_stdout();
    let day = ("day", args.day.day.display().to_string().into());
    let lines = match &args.out {
        Some(plan) => {
            let variables = [day, ("plan", plan.display().to_string().into())];
            let keys = ["route-next-written", "route-next-publish"];
            keys.map(|key| screen.paragraph(&voice.text_with(key, &variables))).concat()
        }
        None => screen.paragraph(&voice.text_with("route-next-out", &[day])),
    };
    screen.heading(&voice.text("next-title")) + &lines
}
