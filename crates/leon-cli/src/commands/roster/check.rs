//! `leon roster check`: what a period holds, what a roster breaks, what it costs, and what it is worth.

use crate::args::RosterCheckArgs;
use crate::commands::print;
use crate::failure::Failure;
use crate::roster::read;
use crate::roster::words::Words;
use crate::screen::Screen;
use crate::texts::Voice;
use leon_check::{RosterVerdict, check_roster};
use leon_model::{Kroner, Period, Published};

pub fn run(args: &RosterCheckArgs, voice: Voice) -> Result<(), Failure> {
    let file = read::period(&args.period, voice)?;
    let period = &file.period;
    let Some(path) = &args.roster else {
        print(&holds(period, voice));
        return Ok(());
    };
    let roster = read::roster(path, &file, voice)?;
    let published = match (&args.published, &args.told) {
        (Some(path), Some(told)) => {
            let instant = told
                .split_once('T')
                .and_then(|(date, time)| Some(date.parse::<leon_model::Date>().ok()?.at(time.parse().ok()?)));
            let unreadable = || Failure::Usage(voice.text_with("roster-told", &[("value", told.as_str().into())]));
            Some(Published { roster: read::roster(path, &file, voice)?, changes_told: instant.ok_or_else(unreadable)? })
        }
        _ => None,
    };
    let verdict = check_roster(period, &roster, published.as_ref());
    let (words, screen) = (Words { period, voice }, Screen::of_stdout());
    let mut text = String::new();
    for (title, lines) in [
        ("roster-broken-title", verdict.broken.iter().map(|it| words.broken(it)).collect::<Vec<_>>()),
        ("roster-priced-title", verdict.priced.iter().map(|it| words.price(it)).collect()),
        ("roster-advised-title", verdict.advised.iter().map(|it| words.rule(it)).collect()),
    ] {
        if !lines.is_empty() {
            text += &screen.heading(&voice.text(title));
            text += &lines.iter().map(|it| screen.item("–", it)).collect::<String>();
        }
    }
    text += &worth(&verdict, words, screen);
    print(text.trim_start_matches('\n'));
    if verdict.stands() {
        return Ok(());
    }
    let count = verdict.broken.len();
    Err(Failure::Input(
        voice.text_with("roster-broken", &[("count", count.into()), ("number", voice.count(count).into())]),
    ))
}

/// What a sound period holds.
fn holds(period: &Period, voice: Voice) -> String {
    let rules: usize = period.packs.iter().map(|it| it.rules.len()).sum();
    let counts = [
        ("first", period.first.to_string().into()),
        ("last", period.last.to_string().into()),
        ("people", voice.count(period.people.len()).into()),
        ("groups", voice.count(period.groups.len()).into()),
        ("units", voice.count(period.units.len()).into()),
        ("shifts", voice.count(period.shift_types.len()).into()),
        ("rows", voice.count(period.cover.len()).into()),
        ("rules", voice.count(rules).into()),
        ("wishes", voice.count(period.wishes.len()).into()),
    ];
    format!("{}\n", voice.text_with("roster-period", &counts))
}

/// Wishes kept, what the rules cost, and the value of each goal.
fn worth(verdict: &RosterVerdict, words: Words<'_>, screen: Screen) -> String {
    let voice = words.voice;
    let kept = verdict.wishes.iter().filter(|it| it.kept).count();
    let paid: Kroner = verdict.priced.iter().map(|it| it.dkk).sum();
    let counts = [
        ("kept", voice.count(kept).into()),
        ("wishes", voice.count(verdict.wishes.len()).into()),
        ("kroner", voice.number(paid.0, 2).into()),
    ];
    let goals = verdict.goals.iter().map(|(goal, value)| {
        let line = format!("{}: {}", voice.text(&format!("roster-goal-{goal}")), voice.number(*value, 1));
        screen.item("–", &line)
    });
    let mut text = screen.heading(&voice.text("roster-goals"));
    text += &goals.collect::<String>();
    text += &format!("\n{}\n", voice.text_with("roster-wishes-and-price", &counts));
    if verdict.stands() {
        text += &format!("{}\n", voice.text("roster-stands"));
    }
    text
}
