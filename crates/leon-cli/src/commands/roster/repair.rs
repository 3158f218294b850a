//! `leon roster repair`: a roster that people know, mended after absences.

use super::Spent;
use crate::args::RosterRepairArgs;
use crate::commands::print;
use crate::failure::Failure;
use crate::roster::changes::refused;
use crate::roster::read::{self, date, instant};
use crate::roster::summary::Summary;
use crate::roster::words::Words;
use crate::route::read::put;
use crate::screen::Screen;
use crate::texts::Voice;
use leon_formats::period::{write_period, write_roster};
use leon_model::{AbsenceKind, Moment, Published, RosterEvent, Strength, Wanted, Wish, WishId};
use leon_roster::{RepairOptions, Repaired, repair};

pub fn run(args: &RosterRepairArgs, voice: Voice) -> Result<(), Failure> {
    let file = read::period(&args.period, voice)?;
    let mut events = match &args.events {
        Some(path) => read::events(path, &file, voice)?,
        None => Vec::new(),
    };
    events.extend(self::events(args, voice)?);
    if events.is_empty() {
        return Err(Failure::Usage(voice.text("roster-repair-nothing")));
    }
    let roster = read::roster(&args.roster, &file, voice)?;
    let published = Published { roster, changes_told: instant(&args.told, voice)? };
    let budget = args.search.budget();
    let spent = Spent(budget.as_ref());
    let options = RepairOptions {
        seed: args.search.seed,
        changes_max: args.changes_max,
        keep_before: args.keep_before.as_ref().map(|it| date(it, voice)).transpose()?,
        days: args.days,
        ..RepairOptions::new(&spent)
    };
    let repaired = repair(&file.period, &published, &events, &options).map_err(|error| refused(&error, voice))?;
    let period = write_period(&repaired.period);
    if let Some(path) = &args.out_period {
        put(path, &period, voice)?;
    }
    if let Some(path) = &args.out {
        let made = read::made_for(&args.search, leon_formats::sha256(&[&period]));
        put(path, &write_roster(&repaired.roster, Some(&made)), voice)?;
    }
    let words = Words { period: &repaired.period, voice };
    let summary = Summary { words, verdict: &repaired.verdict, screen: Screen::of_stdout(), top: args.top };
    print(&(told(&repaired, &events, &words) + "\n" + &summary.render()));
    summary.stands()
}

/// What has happened, as the arguments say.
fn events(args: &RosterRepairArgs, voice: Voice) -> Result<Vec<RosterEvent>, Failure> {
    let mut events = Vec::new();
    let mut words = args.absent.iter().peekable();
    while let Some(person) = words.next() {
        let (Some(from), Some(to)) = (words.next(), words.next()) else {
            return Err(Failure::Usage(voice.text("roster-repair-absent")));
        };
        let kind_of = |word: &&String| AbsenceKind::ALL.into_iter().find(|it| it.word() == word.as_str());
        let kind = words.peek().and_then(kind_of);
        if kind.is_some() {
            words.next();
        }
        let (from, to) = (begins(from, voice)?, ends(to, voice)?);
        let kind = kind.unwrap_or(AbsenceKind::Illness);
        events.push(RosterEvent::Absent { person: person.as_str().into(), from, to, kind });
    }
    for pair in args.leaves.chunks_exact(2) {
        events.push(RosterEvent::Leaves { person: pair[0].as_str().into(), from: date(&pair[1], voice)? });
    }
    for (number, three) in args.off.chunks_exact(3).enumerate() {
        let wish = Wish {
            id: WishId::from(format!("off-{}-{}-{number}", three[0], three[1])),
            person: three[0].as_str().into(),
            wanted: Wanted::Off,
            from: date(&three[1], voice)?,
            to: date(&three[2], voice)?,
            strength: Strength::Hard,
            stated: None,
        };
        events.push(RosterEvent::MustHave { wish });
    }
    Ok(events)
}

/// A date's midnight, or an instant.
fn begins(text: &str, voice: Voice) -> Result<Moment, Failure> {
    if text.contains('T') { instant(text, voice) } else { Ok(date(text, voice)?.midnight()) }
}

/// The end of a date, or an instant.
fn ends(text: &str, voice: Voice) -> Result<Moment, Failure> {
    if text.contains('T') { instant(text, voice) } else { Ok((date(text, voice)? + 1).midnight()) }
}

/// Every change with its reason, then what it does to each person.
fn told(repaired: &Repaired, events: &[RosterEvent], words: &Words<'_>) -> String {
    let (voice, screen) = (words.voice, Screen::of_stdout());
    let mut text = screen.heading(&voice.text("roster-changes"));
    if repaired.changes.is_empty() {
        text += &screen.paragraph(&voice.text("roster-no-changes"));
    }
    let item = |line: String| screen.item("–", &line);
    text += &repaired.changes.iter().map(|it| item(words.change(it, events))).collect::<String>();
    if !repaired.open.is_empty() {
        text += &screen.heading(&voice.text("roster-left-open"));
        text += &repaired.open.iter().map(|it| item(words.changed(&it.changed))).collect::<String>();
    }
    let effects: Vec<String> = repaired
        .effects
        .iter()
        .map(|it| (it, words.effect(it)))
        .filter(|(_, parts)| !parts.is_empty())
        .map(|(it, parts)| item(format!("{}: {}", it.person, parts.join("; "))))
        .collect();
    if !effects.is_empty() {
        text += &screen.heading(&voice.text("roster-effects"));
        text += &effects.concat();
    }
    if !repaired.facts.is_empty() {
        text += &screen.heading(&voice.text("roster-facts"));
        text += &repaired.facts.iter().map(|it| item(words.broken(it))).collect::<String>();
    }
    text.trim_start_matches('\n').to_owned()
}
