//! `leon roster check`: what a period holds, what a roster breaks, what it costs, and what it is worth.

use crate::args::RosterCheckArgs;
use crate::commands::print;
use crate::failure::Failure;
use crate::roster::read;
use crate::roster::summary::Summary;
use crate::roster::words::Words;
use crate::screen::Screen;
use crate::texts::Voice;
use leon_check::check_roster;
use leon_model::Period;

pub fn run(args: &RosterCheckArgs, voice: Voice) -> Result<(), Failure> {
    let file = read::period(&args.period, voice)?;
    let period = &file.period;
    let Some(path) = &args.roster else {
        print(&holds(period, voice));
        return Ok(());
    };
    let roster = read::roster(path, &file, voice)?;
    let published = read::published(&args.known, &file, voice)?;
    let verdict = check_roster(period, &roster, published.as_ref());
    let summary =
        Summary { words: Words { period, voice }, verdict: &verdict, screen: Screen::of_stdout(), top: usize::MAX };
    print(&summary.render());
    summary.stands()
}

/// What a sound period holds.
fn holds(period: &Period, voice: Voice) -> String {
    let rules: usize = period.packs.iter().map(|it| it.rules.len()).sum();
    let counts = [
        ("first", period.first.to_string().into()),
        ("last", period.last.to_string().into()),
        ("people", voice.count(period.people.len()).into()),
        ("groups", period.groups.len().into()),
        ("units", period.units.len().into()),
        ("shifts", voice.count(period.shift_types.len()).into()),
        ("rows", voice.count(period.cover.len()).into()),
        ("rules", voice.count(rules).into()),
        ("wishes", voice.count(period.wishes.len()).into()),
    ];
    format!("{}\n", voice.text_with("roster-period", &counts))
}
