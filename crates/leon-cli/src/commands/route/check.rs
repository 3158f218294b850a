//! `leon route check`: what a plan breaks, and what it is worth.

use crate::args::RouteCheckArgs;
use crate::commands::print;
use crate::failure::Failure;
use crate::route::broken::sentence;
use crate::route::read;
use crate::route::summary::Summary;
use crate::route::words::Words;
use crate::screen::Screen;
use crate::texts::Voice;
use leon_check::{RouteVerdict, check_route};

pub fn run(args: &RouteCheckArgs, voice: Voice) -> Result<(), Failure> {
    let file = read::day(&args.day, voice)?;
    let (plan, _) = read::plan(&args.plan, &file, voice)?;
    let published = args.published.as_deref().map(|path| read::plan(path, &file, voice)).transpose()?.map(|it| it.0);
    let verdict = check_route(&file.day, &plan, published.as_ref());
    let words = Words::new(&file.day, &file.clock, voice);
    if !verdict.stands() {
        return Err(broken(&verdict, &words));
    }
    let summary = Summary { words, plan: &plan, verdict: &verdict, screen: Screen::of_stdout(), top: args.top };
    print(&format!("{}\n\n{}", voice.text("route-stands"), summary.render()));
    Ok(())
}

/// Prints every rule that a plan breaks.
pub(super) fn broken(verdict: &RouteVerdict, words: &Words<'_>) -> Failure {
    let (screen, voice) = (Screen::of_stdout(), words.voice);
    let lines: String = verdict.broken.iter().map(|it| screen.item("–", &sentence(it, words))).collect();
    let title = screen.heading(&voice.text("route-broken-title"));
    print((title + &lines).trim_start_matches('\n'));
    let count = verdict.broken.len();
    Failure::Input(voice.text_with("route-broken", &[("count", count.into()), ("number", voice.count(count).into())]))
}
