//! What a change did to a roster: what breaks or becomes dearer, whom it leaves short, what it is worth.

use super::kept::Kept;
use leon_check::{CoverFound, RosterVerdict};
use leon_model::{Minutes, RosterGoal};
use leon_pages::numbers::signed;
use leon_pages::roster::words::Words;
use leon_pages::table::{Lean, table, text};
use leon_roster::changed_dates;
use maud::{Markup, html};

/// The change from the roster before, with what the check says of both.
pub fn section(before: &Kept, was: &RosterVerdict, after: &Kept, is: &RosterVerdict, words: Words<'_>) -> Markup {
    let voice = words.voice;
    let changes = changed_dates(&before.roster, &after.roster);
    let broken: Vec<String> =
        is.broken.iter().filter(|it| !was.broken.contains(it)).map(|it| words.broken(it)).collect();
    let mended = was.broken.iter().filter(|it| !is.broken.contains(it)).count();
    let priced: Vec<String> =
        is.priced.iter().filter(|it| !was.priced.contains(it)).map(|it| words.price(it)).collect();
    let advised: Vec<String> =
        is.advised.iter().filter(|it| !was.advised.contains(it)).map(|it| words.rule(it)).collect();
    let shorter = is.cover.iter().filter(|it| it.short > short_before(was, it));
    let shorter: Vec<String> = shorter.map(|it| words.cover(it)).collect();
    html! {
        section id="effect" aria-labelledby="effect-heading" {
            h2 id="effect-heading" { (voice.text("adjusted-title")) }
            ul { @for it in &changes { li { (words.changed(it)) } } }
            @if broken.is_empty() { p.notice { (voice.text("shifts-legal")) } }
            @else { p.problem { (voice.text("shifts-broken")) } (list(&broken)) }
            @if mended > 0 { p { (voice.text_with("shifts-mended", &[("number", mended.into())])) } }
            @for (key, lines) in [("shifts-priced", &priced), ("shifts-advised", &advised), ("shifts-short", &shorter)] {
                @if !lines.is_empty() { h3 { (voice.text(key)) } (list(lines)) }
            }
            h3 { (voice.text("adjusted-goals")) }
            (goals(was, is, words))
        }
    }
}

fn short_before(was: &RosterVerdict, it: &CoverFound) -> Minutes {
    let same = was.cover.iter().find(|other| other.cover == it.cover && other.date == it.date);
    same.map_or(Minutes(0), |it| it.short)
}

fn list(lines: &[String]) -> Markup {
    html! { ul { @for line in lines { li { (line) } } } }
}

/// The value of each goal before and after. Less is better.
fn goals(was: &RosterVerdict, is: &RosterVerdict, words: Words<'_>) -> Markup {
    let voice = words.voice;
    let columns = [
        (Lean::Words, voice.text("column-goal")),
        (Lean::Number, voice.text("adjusted-before")),
        (Lean::Number, voice.text("adjusted-after")),
        (Lean::Number, voice.text("adjusted-difference")),
    ];
    let goals = words.period.goals.levels.iter().flatten().map(|it| it.0);
    let row = |goal: RosterGoal| {
        let (was, is) = (was.value(goal), is.value(goal));
        let cells = [
            voice.text(&format!("roster-goal-{goal}")),
            voice.number(was, 1),
            voice.number(is, 1),
            signed(voice.lang, is - was, 1),
        ];
        cells.map(text).to_vec()
    };
    table("", &columns, &goals.map(row).collect::<Vec<_>>())
}
