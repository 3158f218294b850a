//! `leon route diff`: what tells two plans of a day apart.

use crate::args::RouteDiffArgs;
use crate::commands::print;
use crate::failure::Failure;
use crate::route::read;
use crate::route::reasons::{carer_diff, refused, slot_diff};
use crate::route::words::Words;
use crate::screen::Screen;
use crate::texts::Voice;
use leon_route::diff_plans;

pub fn run(args: &RouteDiffArgs, voice: Voice) -> Result<(), Failure> {
    let file = read::day(&args.day, voice)?;
    let (before, _) = read::plan(&args.before, &file, voice)?;
    let (after, _) = read::plan(&args.after, &file, voice)?;
    let words = Words::new(&file.day, &file.clock, voice);
    let diff = diff_plans(&file.day, &before, &after).map_err(|error| refused(&error, &words))?;
    let screen = Screen::of_stdout();
    if diff.is_empty() {
        print(&format!("{}\n", voice.text("diff-none")));
        return Ok(());
    }
    let counts =
        [("citizens", voice.count(diff.citizens_touched).into()), ("carers", voice.count(diff.carers_touched).into())];
    let mut text = format!("{}\n", voice.text_with("diff-counts", &counts));
    text += &screen.heading(&voice.text("diff-citizens"));
    for it in &diff.citizens {
        let who = it.citizen.as_ref().map_or_else(|| voice.text("diff-cancelled"), ToString::to_string);
        text.extend(it.slots.iter().map(|slot| screen.item("–", &format!("{who}: {}", slot_diff(slot, &words)))));
    }
    text += &screen.heading(&voice.text("diff-carers"));
    text.extend(diff.carers.iter().map(|it| screen.item("–", &carer_diff(it, &words))));
    print(&text);
    Ok(())
}
