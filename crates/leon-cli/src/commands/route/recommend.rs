//! `leon route recommend`: who could take a new visit, when, and what it costs.

use crate::args::RouteRecommendArgs;
use crate::commands::print;
use crate::failure::Failure;
use crate::route::read;
use crate::route::reasons::{outcome, placed, refused};
use crate::route::words::Words;
use crate::screen::Screen;
use crate::texts::Voice;
use leon_model::{EventKind, Visit};
use leon_route::recommend;

pub fn run(args: &RouteRecommendArgs, voice: Voice) -> Result<(), Failure> {
    let file = read::day(&args.day, voice)?;
    let (plan, _) = read::plan(&args.plan, &file, voice)?;
    let events = read::events(&args.visit, &file, voice)?;
    let words = Words::new(&file.day, &file.clock, voice);
    let visits: Vec<Visit> = events
        .into_iter()
        .filter_map(|it| match it.kind {
            EventKind::VisitNew { visit } => Some(*visit),
            _ => None,
        })
        .collect();
    if visits.is_empty() {
        let name = args.visit.display().to_string();
        return Err(Failure::Input(voice.text_with("recommend-no-visit", &[("file", name.into())])));
    }
    let screen = Screen::of_stdout();
    let mut text = String::new();
    for visit in &visits {
        let found = recommend(&file.day, &plan, visit, args.count).map_err(|error| refused(&error, &words))?;
        let variables = [
            ("visit", visit.id.to_string().into()),
            ("label", visit.label.clone().into()),
            ("citizen", visit.citizen.to_string().into()),
            ("window", words.windows(visit).into()),
        ];
        text += &screen.heading(&voice.text_with("recommend-title", &variables));
        if found.is_empty() {
            text += &screen.paragraph(&voice.text("recommend-nobody"));
        }
        for (number, it) in (1..).zip(&found) {
            let line = format!("{}: {}", placed(&it.placed, &words), outcome(it, &words));
            text += &screen.item(&format!("{number}."), &line);
        }
    }
    print(text.trim_start_matches('\n'));
    Ok(())
}
