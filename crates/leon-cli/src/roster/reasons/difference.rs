//! What tells two rosters apart, person by person.

use super::super::words::Words;
use super::{goals, works};
use crate::screen::Screen;
use leon_check::Measure;
use leon_model::WishId;
use leon_roster::{PersonDiff, RosterDiff};

pub fn difference(diff: &RosterDiff, words: Words<'_>, screen: Screen) -> String {
    let voice = words.voice;
    if diff.is_empty() {
        return format!("{}\n", voice.text("roster-diff-none"));
    }
    let counts = [("people", voice.count(diff.people.len()).into()), ("dates", voice.count(diff.dates()).into())];
    let mut text = format!("{}\n", voice.text_with("roster-diff-counts", &counts));
    text.extend(diff.people.iter().map(|it| person(it, words, screen)));
    if !diff.cover.is_empty() {
        text += &screen.heading(&voice.text("roster-diff-cover"));
    }
    for it in &diff.cover {
        let variables = [
            ("row", words.row(it.cover).into()),
            ("date", it.date.to_string().into()),
            ("before", words.measure(Measure::Time(it.before)).into()),
            ("after", words.measure(Measure::Time(it.after)).into()),
        ];
        text += &screen.item("–", &voice.text_with("roster-diff-row", &variables));
    }
    text += &screen.heading(&voice.text("roster-goals"));
    text += &screen.item("–", &goals(&diff.goals, voice));
    if diff.broken.0 != diff.broken.1 {
        let variables = [("before", voice.count(diff.broken.0).into()), ("after", voice.count(diff.broken.1).into())];
        text += &screen.item("–", &voice.text_with("roster-diff-broken", &variables));
    }
    text
}

fn person(it: &PersonDiff, words: Words<'_>, screen: Screen) -> String {
    let voice = words.voice;
    let mut text = screen.heading(it.person.as_str());
    for date in &it.dates {
        let variables = [
            ("date", date.date.to_string().into()),
            ("from", works(&date.before, words).into()),
            ("to", works(&date.now, words).into()),
        ];
        text += &screen.item("–", &voice.text_with("roster-diff-date", &variables));
    }
    let (was, is) = (it.before, it.after);
    let both = |was: usize, is: usize| format!("{} → {}", voice.count(was), voice.count(is));
    let time = |it| words.measure(Measure::Time(it));
    let sums = [
        ("hours", format!("{} → {}", time(was.hours), time(is.hours)).into()),
        ("nights", both(was.nights, is.nights).into()),
        ("weekends", both(was.weekends, is.weekends).into()),
        ("wishes", both(was.wishes, is.wishes).into()),
    ];
    text += &screen.item("–", &voice.text_with("roster-diff-sums", &sums));
    let ids = |all: &[WishId]| all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    for (key, wishes) in [("roster-diff-won", &it.wishes_won), ("roster-diff-lost", &it.wishes_lost)] {
        if !wishes.is_empty() {
            text += &screen.item("–", &voice.text_with(key, &[("wishes", ids(wishes).into())]));
        }
    }
    text
}
