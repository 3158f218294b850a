//! `leon roster swap`: swaps of duties that break nothing, the best first.

use crate::args::RosterSwapArgs;
use crate::commands::print;
use crate::failure::Failure;
use crate::roster::changes::refused;
use crate::roster::read::{self, date, instant};
use crate::roster::words::Words;
use crate::route::read::put;
use crate::screen::Screen;
use crate::texts::Voice;
use leon_formats::period::write_roster;
use leon_model::Published;
use leon_roster::{Handover, Swap, SwapAsk, swaps};

pub fn run(args: &RosterSwapArgs, voice: Voice) -> Result<(), Failure> {
    let file = read::period(&args.period, voice)?;
    let roster = read::roster(&args.roster, &file, voice)?;
    let told = args.told.as_ref().map(|it| instant(it, voice)).transpose()?;
    let published = Published { roster, changes_told: told.unwrap_or(file.period.first.midnight()) };
    let ask = SwapAsk {
        person: args.person.as_str().into(),
        gives: args.date.as_ref().map(|it| date(it, voice)).transpose()?,
        takes: args.wants.as_ref().map(|it| date(it, voice)).transpose()?,
        with: args.with.as_ref().map(|it| it.as_str().into()),
        people_max: args.people_max,
        days: args.days,
        count: args.top.max(args.take.unwrap_or(0)),
    };
    let found = swaps(&file.period, &published, &ask).map_err(|error| refused(&error, voice))?;
    let (words, screen) = (Words { period: &file.period, voice }, Screen::of_stdout());
    let mut text = screen.heading(&voice.text_with("roster-swaps", &[("person", args.person.clone().into())]));
    if found.is_empty() {
        text += &screen.paragraph(&voice.text("roster-no-swaps"));
    }
    for (number, swap) in (1..).zip(&found) {
        text += &screen.item(&format!("{number}."), &handovers(swap, &words));
        for (effect, parts) in swap.effects.iter().map(|it| (it, words.effect(it))).filter(|it| !it.1.is_empty()) {
            text += &screen.item("   –", &format!("{}: {}", effect.person, parts.join("; ")));
        }
    }
    print(text.trim_start_matches('\n'));
    let (Some(take), Some(out)) = (args.take, &args.out) else { return Ok(()) };
    let Some(swap) = found.get(take - 1) else {
        let counts = [("found", voice.count(found.len()).into()), ("asked", voice.count(take).into())];
        return Err(Failure::Input(voice.text_with("roster-swap-missing", &counts)));
    };
    put(out, &write_roster(&swap.roster, None), voice)
}

/// Who gives what to whom, and what the roster is worth after it.
fn handovers(swap: &Swap, words: &Words<'_>) -> String {
    let one = |it: &Handover| {
        let variables = [
            ("from", it.from.to_string().into()),
            ("to", it.to.to_string().into()),
            ("date", it.date.to_string().into()),
            ("work", words.work(&it.work).into()),
        ];
        words.voice.text_with("roster-handover", &variables)
    };
    let all: Vec<String> = swap.handovers.iter().map(one).collect();
    format!("{}: {}", all.join("; "), words.worth(&swap.levels))
}
