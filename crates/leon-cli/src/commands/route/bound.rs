//! `leon route bound`: how far a plan can be from the best, level by level.

use crate::args::RouteBoundArgs;
use crate::commands::print;
use crate::failure::Failure;
use crate::grid::{Grid, Lean};
use crate::numbers::MISSING;
use crate::route::bounds::{LevelWords, outcome};
use crate::route::budget::threads;
use crate::route::read;
use crate::route::words::Words;
use crate::screen::Screen;
use crate::texts::Voice;
use leon_check::check_route;
use leon_route::{BoundOptions, LevelBound, lower_bound};
use std::time::{Duration, Instant};

pub fn run(args: &RouteBoundArgs, voice: Voice) -> Result<(), Failure> {
    let file = read::day(&args.day, voice)?;
    let (plan, _) = read::plan(&args.plan, &file, voice)?;
    let published = args.published.as_deref().map(|path| read::plan(path, &file, voice)).transpose()?.map(|it| it.0);
    let words = Words::new(&file.day, &file.clock, voice);
    let verdict = check_route(&file.day, &plan, published.as_ref());
    if !verdict.stands() {
        return Err(super::check::broken(&verdict, &words));
    }
    let (since, limit) = (Instant::now(), args.seconds.map(Duration::from_secs_f64));
    let stop = || limit.is_some_and(|limit| since.elapsed() >= limit);
    let options = BoundOptions {
        rounds: args.rounds,
        threads: threads(args.threads),
        published: published.as_ref(),
        stop: Some(&stop),
        ..BoundOptions::default()
    };
    let bound = lower_bound(&file.day, &plan, &verdict, &options);
    print(&render(&bound.levels, &words));
    Ok(())
}

/// The levels as a table, then each in words.
fn render(levels: &[LevelBound], words: &Words<'_>) -> String {
    let (voice, screen) = (words.voice, Screen::of_stdout());
    let columns = [
        (Lean::Number, "column-level"),
        (Lean::Words, "column-goal"),
        (Lean::Number, "column-value"),
        (Lean::Number, "column-at-least"),
        (Lean::Number, "column-from-best"),
        (Lean::Number, "column-percent"),
        (Lean::Words, "column-unit"),
        (Lean::Words, "column-how"),
    ];
    let mut grid = Grid::new(columns.map(|(lean, key)| (lean, voice.text(key))));
    let mut lines = String::new();
    for (at, level) in levels.iter().enumerate() {
        let it = LevelWords { words, level, number: at + 1 };
        let (gap, share) = it.gap().unwrap_or_else(|| (MISSING.to_owned(), MISSING.to_owned()));
        let how = voice.text(outcome(level));
        grid.row([voice.count(it.number), it.goals(), it.value(), it.bound(), gap, share, it.unit(), how]);
        lines += &screen.item("–", &it.sentence());
    }
    let table = screen.heading(&voice.text("bound-title")) + &grid.render(screen.width);
    let text = table + &screen.heading(&voice.text("bound-words")) + &lines + "\n";
    (text + &screen.paragraph(&voice.text("bound-lead"))).trim_start_matches('\n').to_owned()
}
