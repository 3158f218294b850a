//! Files of the research community: planned by the same search, measured by their own checkers.

mod hhcrsp;
mod ticks;
mod vrplib;

use crate::args::{Format, RoutePlanArgs};
use crate::commands::print;
use crate::failure::Failure;
use crate::route::progress::Display;
use crate::route::read;
use crate::texts::Voice;
use leon_formats::research::{ResearchProblem, read_hhcrsp, read_vrplib};
use leon_route::search::{Progress, Search, Searched};
use leon_route::state::State;
use leon_route::{Budget, Problem, RouteProgress};

pub(super) fn run(args: &RoutePlanArgs, voice: Voice) -> Result<(), Failure> {
    refuse_options_of_days(args, voice)?;
    let budget = args.search.budget();
    let text = read::text(&args.day.day, voice)?;
    let tell = |problems: Vec<ResearchProblem>| {
        problems.iter().for_each(|it| eprintln!("{} {}", it.code(), it.message(voice.lang)));
        read::errors(problems.len(), voice)
    };
    let solve = |problem: Problem| search(problem, args.search.seed, budget.as_ref(), voice);
    let solved = if args.format == Format::Hhcrsp {
        hhcrsp::solve(&read_hhcrsp(&text).map_err(tell)?, solve, voice)
    } else {
        vrplib::solve(&read_vrplib(&text).map_err(tell)?, solve, voice)
    };
    let solved = solved.map_err(|left_out| {
        let number = voice.count(left_out.len()).into();
        let first = left_out.first().cloned().unwrap_or_default();
        let variables = [("count", left_out.len().into()), ("number", number), ("first", first.into())];
        Failure::Input(voice.text_with("research-left-out", &variables))
    })?;
    if let Some(path) = &args.out {
        read::put(path, &solved.file, voice)?;
    }
    print(&solved.summary);
    Ok(())
}

/// A solution as its file, and in words.
struct Solved {
    file: String,
    summary: String,
}

/// Names of the visits for which there was no place.
type LeftOut = Vec<String>;

/// What a research file has no use for is refused, so that nobody thinks it was done.
fn refuse_options_of_days(args: &RoutePlanArgs, voice: Voice) -> Result<(), Failure> {
    let option = |is_given: bool, name: &'static str| is_given.then_some(name);
    let given = option(args.from.is_some(), "--from").or(option(args.day.carers.is_some(), "--carers"));
    if let Some(option) = given {
        return Err(Failure::Usage(voice.text_with("research-no-option", &[("option", option.into())])));
    }
    if args.search.threads > 1 {
        return Err(Failure::Usage(voice.text("research-one-thread")));
    }
    Ok(())
}

/// Searches a problem on this thread.
fn search(mut problem: Problem, seed: u64, budget: &dyn Budget, voice: Voice) -> Searched {
    problem.arrange();
    let display = Display::new(voice);
    let mut progress = |it: Progress| display.show(RouteProgress { spent: it.spent, iterations: it.iterations });
    let free = vec![true; problem.visits.len()];
    Search::for_problem(&problem, seed).run(&mut State::new(&problem), budget, &free, &mut progress)
}
