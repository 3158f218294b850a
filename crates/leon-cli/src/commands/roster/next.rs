//! `leon roster next`: the period after a roster, with its history and accounts.

use crate::args::RosterNextArgs;
use crate::commands::print;
use crate::failure::Failure;
use crate::roster::read;
use crate::roster::words::faults;
use crate::route::read::put;
use crate::screen::Screen;
use crate::texts::Voice;
use leon_formats::period::write_period;
use leon_model::Period;
use leon_roster::{next_period, settle_wishes};

pub fn run(args: &RosterNextArgs, voice: Voice) -> Result<(), Failure> {
    let file = read::period(&args.period, voice)?;
    let roster = read::roster(&args.roster, &file, voice)?;
    let unsound = |problems: Vec<leon_model::PeriodProblem>| {
        Failure::Internal(voice.text_with("roster-next-unsound", &[("reason", faults(&problems, voice).into())]))
    };
    let next = Period::new(next_period(&file.period, &roster)).map_err(unsound)?;
    put(&args.out, &write_period(&next), voice)?;
    let screen = Screen::of_stdout();
    let counts = [
        ("first", next.first.to_string().into()),
        ("last", next.last.to_string().into()),
        ("people", voice.count(next.people.len()).into()),
    ];
    let mut text = format!("{}\n", voice.text_with("roster-next", &counts));
    let settled = settle_wishes(&file.period, &roster);
    if !settled.is_empty() {
        text += &screen.heading(&voice.text("roster-next-wishes"));
        for it in settled {
            let counts = [
                ("person", it.person.to_string().into()),
                ("granted", it.granted.into()),
                ("refused", it.refused.into()),
                ("popular", it.popular.into()),
            ];
            text += &screen.item("–", &voice.text_with("roster-next-wish", &counts));
        }
    }
    print(&(text + &screen.paragraph(&voice.text("roster-next-to-say"))));
    Ok(())
}
