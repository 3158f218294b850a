//! A roster in short: what it breaks, what it leaves uncovered, what it costs and what it is worth.

use super::words::Words;
use crate::failure::Failure;
use crate::screen::Screen;
use leon_check::{Measure, RosterVerdict};
use leon_model::{Kroner, Minutes};

pub struct Summary<'a> {
    pub words: Words<'a>,
    pub verdict: &'a RosterVerdict,
    pub screen: Screen,
    /// Rows to show in each list.
    pub top: usize,
}

impl Summary<'_> {
    pub fn render(&self) -> String {
        let (verdict, words) = (self.verdict, self.words);
        let uncovered = verdict.cover.iter().filter(|it| it.short > Minutes(0));
        let lists = [
            ("roster-broken-title", verdict.broken.iter().map(|it| words.broken(it)).collect::<Vec<_>>()),
            ("roster-uncovered-title", uncovered.map(|it| words.cover(it)).collect()),
            ("roster-priced-title", verdict.priced.iter().map(|it| words.price(it)).collect()),
            ("roster-advised-title", verdict.advised.iter().map(|it| words.rule(it)).collect()),
        ];
        let text: String = lists.iter().map(|(title, lines)| self.list(title, lines)).collect();
        (text + &self.worth()).trim_start_matches('\n').to_owned()
    }

    /// An error that says how much is broken, if anything is.
    pub fn stands(&self) -> Result<(), Failure> {
        let (count, voice) = (self.verdict.broken.len(), self.words.voice);
        if count == 0 {
            return Ok(());
        }
        let counts = [("count", count.into()), ("number", voice.count(count).into())];
        Err(Failure::Input(voice.text_with("roster-broken", &counts)))
    }

    fn list(&self, title: &str, lines: &[String]) -> String {
        if lines.is_empty() {
            return String::new();
        }
        let voice = self.words.voice;
        let mut text = self.screen.heading(&voice.text(title));
        text += &lines.iter().take(self.top).map(|it| self.screen.item("–", it)).collect::<String>();
        if let Some(more) = lines.len().checked_sub(self.top).filter(|it| *it > 0) {
            text += &self.screen.item("–", &voice.text_with("roster-more", &[("number", voice.count(more).into())]));
        }
        text
    }

    /// Wishes kept, what the rules cost, and the value of each goal.
    fn worth(&self) -> String {
        let (verdict, voice) = (self.verdict, self.words.voice);
        let kept = verdict.wishes.iter().filter(|it| it.kept).count();
        let paid: Kroner = verdict.priced.iter().map(|it| it.dkk).sum();
        let missing: Minutes = verdict.cover.iter().map(|it| it.short).sum();
        let counts = [
            ("kept", voice.count(kept).into()),
            ("wishes", voice.count(verdict.wishes.len()).into()),
            ("kroner", voice.number(paid.0, 2).into()),
            ("missing", self.words.measure(Measure::Time(missing)).into()),
        ];
        let goals = verdict.goals.iter().map(|(goal, value)| {
            let line = format!("{}: {}", voice.text(&format!("roster-goal-{goal}")), voice.number(*value, 1));
            self.screen.item("–", &line)
        });
        let mut text = self.screen.heading(&voice.text("roster-goals"));
        text += &goals.collect::<String>();
        text += &format!("\n{}\n", voice.text_with("roster-wishes-and-price", &counts));
        if verdict.stands() {
            text += &format!("{}\n", voice.text("roster-stands"));
        }
        text
    }
}
