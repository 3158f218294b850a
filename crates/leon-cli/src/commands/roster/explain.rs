//! `leon roster explain`: why shifts are uncovered and wishes refused, what is at odds, and what goals are made of.

use crate::args::RosterExplainArgs;
use crate::commands::print;
use crate::failure::Failure;
use crate::roster::words::Words;
use crate::roster::{read, reasons};
use crate::screen::Screen;
use crate::texts::Voice;
use leon_check::check_roster;
use leon_model::{Date, Minutes, Period, Published, Roster, Strength, Wish, WishId};
use leon_roster::{Iterations, conflicts, explain_goals, explain_uncovered, explain_wish, settle_wishes};

pub fn run(args: &RosterExplainArgs, voice: Voice) -> Result<(), Failure> {
    let file = read::period(&args.period, voice)?;
    let roster = read::roster(&args.roster, &file, voice)?;
    let published = read::published(&args.known, &file, voice)?;
    let asked = Asked {
        period: &file.period,
        roster: &roster,
        published: published.as_ref(),
        words: Words { period: &file.period, voice },
        screen: Screen::of_stdout(),
        top: args.top,
    };
    // Without a question: what is uncovered, and what the goals are made of.
    let nothing = args.uncovered.is_none() && args.wish.is_none() && args.wishes.is_none() && !args.conflicts;
    let mut text = String::new();
    if let Some(which) = &args.uncovered {
        text += &asked.uncovered(which.as_deref())?;
    } else if nothing && !args.goals {
        text += &asked.uncovered(None)?;
    }
    if let Some(id) = &args.wish {
        text += &asked.wish(&id.as_str().into(), Iterations(args.iterations))?;
    }
    match &args.wishes {
        Some(Some(person)) => text += &asked.wishes(person, Iterations(args.iterations))?,
        Some(None) => text += &asked.round(Iterations(args.iterations))?,
        None => {}
    }
    if args.conflicts {
        let found = conflicts(asked.period).map_err(|error| reasons::refused(&error, voice))?;
        text += &reasons::conflicts(&found, asked.words, asked.screen);
    }
    if args.goals || nothing {
        let worth = explain_goals(asked.period, asked.roster, asked.published);
        text += &reasons::worth(&worth, args.top, asked.words, asked.screen);
    }
    print(text.trim_start_matches('\n'));
    Ok(())
}

struct Asked<'a> {
    period: &'a Period,
    roster: &'a Roster,
    published: Option<&'a Published>,
    words: Words<'a>,
    screen: Screen,
    top: usize,
}

impl Asked<'_> {
    /// Why a row is short on a date, or all that are short, the most first.
    fn uncovered(&self, which: Option<&str>) -> Result<String, Failure> {
        let voice = self.words.voice;
        let (which, more) = match which {
            Some(text) => (vec![row_and_date(text, voice)?], 0),
            None => self.short(),
        };
        if which.is_empty() {
            return Ok(self.screen.heading(&voice.text("roster-why-none")));
        }
        let found = explain_uncovered(self.period, self.roster, self.published, &which);
        let found = found.map_err(|error| reasons::refused(&error, voice))?;
        let mut text: String = found.iter().map(|it| reasons::uncovered(it, self.words, self.screen)).collect();
        if more > 0 {
            text += &self.screen.heading(&voice.text_with("roster-more", &[("number", voice.count(more).into())]));
        }
        Ok(text)
    }

    /// The rows and dates that are shortest of people, and how many more there are.
    fn short(&self) -> (Vec<(usize, Date)>, usize) {
        let verdict = check_roster(self.period, self.roster, self.published);
        let mut short: Vec<_> = verdict.cover.iter().filter(|it| it.short > Minutes(0)).collect();
        short.sort_by_key(|it| std::cmp::Reverse(it.short));
        let more = short.len().saturating_sub(self.top);
        (short.iter().take(self.top).map(|it| (it.cover, it.date)).collect(), more)
    }

    fn wish(&self, id: &WishId, budget: Iterations) -> Result<String, Failure> {
        let reason = explain_wish(self.period, self.roster, self.published, id, &budget);
        let reason = reason.map_err(|error| reasons::refused(&error, self.words.voice))?;
        Ok(reasons::wish(&reason, self.words, self.screen))
    }

    /// Every wish of a person that is refused.
    fn wishes(&self, person: &str, budget: Iterations) -> Result<String, Failure> {
        let voice = self.words.voice;
        let person_variable = || [("person", person.to_owned().into())];
        if self.period.person(&person.into()).is_none() {
            return Err(Failure::Usage(voice.text_with("roster-ask-person", &person_variable())));
        }
        let verdict = check_roster(self.period, self.roster, self.published);
        let all = self.period.wishes.iter().zip(&verdict.wishes);
        let refused: Vec<&WishId> =
            all.filter(|(wish, found)| wish.person.as_str() == person && !found.kept).map(|it| &it.0.id).collect();
        if refused.is_empty() {
            return Ok(self.screen.heading(&voice.text_with("roster-wishes-all-kept", &person_variable())));
        }
        refused.into_iter().map(|id| self.wish(id, budget)).collect()
    }

    /// How the round was settled: what each person got, and why what was refused was, the strongest claims first.
    fn round(&self, budget: Iterations) -> Result<String, Failure> {
        let (voice, screen) = (self.words.voice, self.screen);
        let verdict = check_roster(self.period, self.roster, self.published);
        let all: Vec<_> = self.period.wishes.iter().zip(&verdict.wishes).collect();
        let kept = all.iter().filter(|(_, found)| found.kept).count();
        let counts = [("kept", voice.count(kept).into()), ("wishes", voice.count(all.len()).into())];
        let mut text = screen.heading(&voice.text_with("roster-round", &counts));
        for it in settle_wishes(self.period, self.roster) {
            let counts = [
                ("person", it.person.to_string().into()),
                ("granted", it.granted.into()),
                ("refused", it.refused.into()),
                ("popular", it.popular.into()),
            ];
            text += &screen.item("–", &voice.text_with("roster-next-wish", &counts));
        }
        let claim = |wish: &Wish| match wish.strength {
            Strength::Hard => f64::INFINITY,
            Strength::Soft(weight) => {
                weight * (1.0 + self.period.person(&wish.person).map_or(0.0, leon_model::Person::refused_share))
            }
        };
        let mut refused: Vec<&Wish> = all.iter().filter(|(_, found)| !found.kept).map(|(wish, _)| *wish).collect();
        refused.sort_by(|one, other| claim(other).total_cmp(&claim(one)));
        let more = refused.len().saturating_sub(self.top);
        for wish in refused.into_iter().take(self.top) {
            text += &self.wish(&wish.id, budget)?;
        }
        if more > 0 {
            text += &screen.heading(&voice.text_with("roster-more", &[("number", voice.count(more).into())]));
        }
        Ok(text)
    }
}

/// A cover row and a date, as 3@2026-12-24.
fn row_and_date(text: &str, voice: Voice) -> Result<(usize, Date), Failure> {
    let read = || Some(text.split_once('@')?).and_then(|(row, date)| Some((row.parse().ok()?, date.parse().ok()?)));
    read().ok_or_else(|| Failure::Usage(voice.text_with("roster-ask-form", &[("value", text.to_owned().into())])))
}
