//! What no roster can cost less than, and what one more of something would change, in words and tables.

use crate::grid::{Grid, Lean};
use crate::roster::words::Words;
use crate::screen::Screen;
use crate::texts::Voice;
use leon_roster::{BoundEnd, BoundMethod, Cost, LevelBound, PeriodBound, RosterBound};

/// What the parts of a problem are called.
pub struct Names {
    /// By demand.
    pub demands: Vec<String>,
    pub people: Vec<String>,
    /// By person × total.
    pub totals: Vec<Vec<String>>,
}

/// A bound in words, against a roster that is known, with at most so many shadow prices in each list.
pub fn render(bound: &RosterBound, known: Option<Cost>, names: &Names, top: usize, voice: Voice) -> String {
    let screen = Screen::of_stdout();
    let mut text = screen.heading(&voice.text("bound-title-roster"));
    for line in [breaches(bound, voice), price(bound, voice)].into_iter().chain(from_best(bound, known, voice)) {
        text += &screen.item("–", &line);
    }
    if bound.left_out > 0 {
        text += &screen.item("–", &voice.text_with("bound-left-out", &[("rules", voice.count(bound.left_out).into())]));
    }
    text += &demands(bound, names, top, voice, screen);
    text += &totals(bound, names, top, voice, screen);
    text.trim_start_matches('\n').to_owned()
}

/// A bound for a period in kroner, and what one more person on a cover row would change.
pub fn render_period(found: &PeriodBound, words: Words<'_>, top: usize) -> String {
    let (screen, voice, bound) = (Screen::of_stdout(), words.voice, &found.bound);
    let kroner = |price: f64| if found.krone > 0.0 { price / found.krone } else { price };
    let (cost, least) = (kroner(found.cost.price() as f64), kroner(bound.price.bound as f64));
    let numbers = [
        ("price", voice.number(cost, 0).into()),
        ("least", voice.number(least, 0).into()),
        ("gap", voice.number(cost - least, 0).into()),
        ("share", voice.percent((cost - least) / cost.max(1.0)).into()),
    ];
    let mut text = screen.heading(&voice.text("bound-title-roster"));
    let breaks = found.cost.breaches() > bound.breaches.bound;
    let key = if breaks { "bound-period-breaks" } else { "bound-period" };
    for line in [breaches(bound, voice), how(&bound.price, bound, voice), voice.text_with(key, &numbers)] {
        text += &screen.item("–", &line);
    }
    if bound.left_out > 0 {
        text += &screen.item("–", &voice.text_with("bound-left-out", &[("rules", voice.count(bound.left_out).into())]));
    }
    let rows = found.rows.iter().map(|(row, price)| (words.row(*row), kroner(*price))).collect();
    text += &list("bound-demands", "column-one-more-at", rows, top, voice, screen);
    text.trim_start_matches('\n').to_owned()
}

fn breaches(bound: &RosterBound, voice: Voice) -> String {
    let least = ("least", voice.number(bound.breaches.bound as f64, 0).into());
    let key = if bound.breaches.bound == 0 { "bound-breaches-none" } else { "bound-breaches" };
    voice.text_with(key, &[least]) + " " + &how(&bound.breaches, bound, voice)
}

fn price(bound: &RosterBound, voice: Voice) -> String {
    let numbers = [
        ("least", voice.number(bound.price.bound as f64, 0).into()),
        ("among", voice.number(bound.breaches.bound as f64, 0).into()),
    ];
    let key = if bound.breaches.bound == 0 { "bound-price" } else { "bound-price-among" };
    voice.text_with(key, &numbers) + " " + &how(&bound.price, bound, voice)
}

/// Where a bound comes from, and why the search went no further.
fn how(level: &LevelBound, bound: &RosterBound, voice: Voice) -> String {
    let method = match level.method {
        BoundMethod::Alone => "bound-by-each-alone",
        BoundMethod::Rows => "bound-by-rows",
    };
    let ended = match level.end {
        BoundEnd::Finished => "bound-ended-rows-finished",
        BoundEnd::Budget => "bound-ended-budget",
        BoundEnd::Labels => "bound-ended-labels",
        BoundEnd::NoAnswer => "bound-ended-no-answer",
    };
    let rounds = [("rounds", voice.count(bound.rounds as usize).into())];
    voice.text(method) + " " + &voice.text_with(ended, &rounds)
}

/// How far a known roster is from the best at most.
fn from_best(bound: &RosterBound, known: Option<Cost>, voice: Voice) -> Option<String> {
    let known = known?;
    let gap = known.price() - bound.price.bound;
    let numbers = [
        ("price", voice.number(known.price() as f64, 0).into()),
        ("breaches", voice.number(known.breaches() as f64, 0).into()),
        ("gap", voice.number(gap as f64, 0).into()),
        ("share", voice.percent(gap as f64 / known.price().max(1) as f64).into()),
    ];
    let key = match (known.breaches() > bound.breaches.bound, gap) {
        (true, _) => "bound-known-breaks",
        (false, 0) => "bound-known-best",
        (false, _) if known.price() > 0 => "bound-known",
        (false, _) => "bound-known-without-share",
    };
    Some(voice.text_with(key, &numbers))
}

fn demands(bound: &RosterBound, names: &Names, top: usize, voice: Voice, screen: Screen) -> String {
    let changes = names.demands.iter().cloned().zip(bound.shadow_prices().iter().copied());
    list("bound-demands", "column-one-more-at", changes.collect(), top, voice, screen)
}

fn totals(bound: &RosterBound, names: &Names, top: usize, voice: Voice, screen: Screen) -> String {
    let changes = bound.total_worths().iter().map(|it| {
        let name = [
            ("person", names.people[it.person].as_str().into()),
            ("total", names.totals[it.person][it.total].as_str().into()),
            ("step", voice.number(it.step as f64, 0).into()),
        ];
        (voice.text_with("bound-total", &name), it.change)
    });
    list("bound-totals", "column-more-room-in", changes.collect(), top, voice, screen)
}

/// What saves most, first.
fn list(title: &str, what: &str, mut rows: Vec<(String, f64)>, top: usize, voice: Voice, screen: Screen) -> String {
    rows.retain(|it| it.1 <= -0.05);
    rows.sort_by(|a, b| a.1.total_cmp(&b.1));
    rows.truncate(top);
    if rows.is_empty() {
        return String::new();
    }
    let columns = [(Lean::Words, voice.text(what)), (Lean::Number, voice.text("column-changes-price"))];
    let mut grid = Grid::new(columns);
    rows.into_iter().for_each(|(name, change)| grid.row([name, voice.number(change, 1)]));
    screen.heading(&voice.text(title)) + &grid.render(screen.width)
}
