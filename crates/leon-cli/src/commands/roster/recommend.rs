//! `leon roster recommend`: who can take an open shift, and what it costs.

use crate::args::RosterRecommendArgs;
use crate::commands::print;
use crate::failure::Failure;
use crate::roster::changes::refused;
use crate::roster::read::{self, date, instant};
use crate::roster::words::Words;
use crate::screen::Screen;
use crate::texts::Voice;
use leon_model::Published;
use leon_roster::{Opening, Replacement, recommend};

pub fn run(args: &RosterRecommendArgs, voice: Voice) -> Result<(), Failure> {
    let file = read::period(&args.period, voice)?;
    let roster = read::roster(&args.roster, &file, voice)?;
    let published = Published { roster, changes_told: instant(&args.told, voice)? };
    let date = date(&args.date, voice)?;
    let opening = match (&args.person, args.row) {
        (Some(person), _) => Opening::Duty { person: person.as_str().into(), date },
        (None, row) => Opening::Cover { row: row.unwrap_or(0), date },
    };
    let found = recommend(&file.period, &published, &opening, args.count).map_err(|error| refused(&error, voice))?;
    let (words, screen) = (Words { period: &file.period, voice }, Screen::of_stdout());
    let line = |it: &Replacement| {
        let worth = it.levels.iter().map(|it| words.worth(it));
        let notice = voice.text_with("roster-notice", &[("length", words.length(it.notice).into())]);
        let parts: Vec<String> = worth.chain([notice]).chain(words.effect(&it.effect)).collect();
        format!("{}: {}", words.changed(&it.change), parts.join("; "))
    };
    let mut text = screen.heading(&voice.text("roster-can-take"));
    if found.legal.is_empty() {
        text += &screen.paragraph(&voice.text("roster-nobody-can"));
    }
    for (number, it) in (1..).zip(found.legal.iter().take(args.count)) {
        text += &screen.item(&format!("{number}."), &line(it));
    }
    if !found.illegal.is_empty() {
        text += &screen.heading(&voice.text("roster-cannot-take"));
        text += &found.illegal.iter().take(args.count).map(|it| screen.item("–", &line(it))).collect::<String>();
        if let Some(more) = found.illegal.len().checked_sub(args.count).filter(|it| *it > 0) {
            text += &screen.item("–", &voice.text_with("roster-more", &[("number", voice.count(more).into())]));
        }
    }
    print(text.trim_start_matches('\n'));
    Ok(())
}
