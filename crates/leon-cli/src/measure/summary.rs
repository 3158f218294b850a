//! A study on the terminal.

use super::{Asked, LEANINGS, Sampled};
use crate::grid::{Grid, Lean};
use crate::screen::Screen;
use leon_measure::Quantity;

/// What was found, the answer first.
pub fn summary(asked: &Asked<'_>) -> String {
    let (voice, screen) = (asked.voice, Screen::of_stdout());
    let mut text = screen.heading(&voice.text_with("measure-title", &[("name", asked.name().into())]));
    for line in [asked.asked_for(), users(asked), asked.released(), asked.finding(), dropped(asked)] {
        text += &screen.paragraph(&line);
    }
    for line in asked.counted_twice().into_iter().chain(asked.promise()) {
        text += &screen.paragraph(&line);
    }
    let unit = [("unit", asked.unit().into())];
    for (heading, is_part) in PARTS {
        let mut grid = grid(asked, "");
        for (quantity, estimate) in asked.study.less.iter().filter(|(quantity, _)| is_part(quantity)) {
            grid.row(std::iter::once(asked.words(quantity)).chain(asked.numbers(*estimate)));
        }
        if !grid.is_empty() {
            text += &screen.heading(&voice.text_with(heading, &unit));
            text += &grid.render(screen.width);
        }
    }
    if !matches!(asked.sampled, Sampled::Rosters(_)) {
        let lead = [("minutes", voice.number(asked.options.visit_min.0 as f64, 0).into())];
        text += &screen.paragraph(&voice.text_with("measure-free-lead", &lead));
    }
    text += &screen.heading(&voice.text_with("measure-types", &unit));
    text += &types(asked).render(screen.width);
    if !asked.drivers.is_empty() {
        text += &screen.heading(&voice.text_with("measure-drivers", &unit));
        text += &drivers(asked).render(screen.width);
    }
    if let Some(regression) = &asked.regression {
        text += &screen.heading(&voice.text_with("measure-regression", &unit));
        let mut grid = Grid::new(LEANINGS.iter().map(|(lean, key)| (*lean, voice.text(key))));
        asked.leanings(regression).into_iter().for_each(|it| grid.row(it));
        text += &grid.render(screen.width);
        text += &screen.paragraph(&asked.explained(regression));
    }
    text.trim_start_matches('\n').to_owned()
}

type IsPart = fn(&Quantity) -> bool;

/// What belongs together, with its heading.
pub(super) const PARTS: [(&str, IsPart); 3] = [
    ("measure-lines", |it| matches!(it, Quantity::Account(_) | Quantity::Released)),
    ("measure-groups", |it| matches!(it, Quantity::Group(_))),
    ("measure-free", |it| matches!(it, Quantity::Free(_) | Quantity::Bought | Quantity::Uncovered | Quantity::Surplus)),
];

fn grid(asked: &Asked<'_>, first: &str) -> Grid {
    let words = if first.is_empty() { String::new() } else { asked.voice.text(first) };
    let numbers = ["measure-column-less", "measure-column-low", "measure-column-high"];
    let numbers = numbers.map(|key| (Lean::Number, asked.voice.text(key)));
    Grid::new(std::iter::once((Lean::Words, words)).chain(numbers))
}

fn types(asked: &Asked<'_>) -> Grid {
    let mut grid = grid(asked, "measure-column-type");
    for it in &asked.study.types {
        let released = it.less.get(&Quantity::Released).copied().unwrap_or_default();
        grid.row(std::iter::once(asked.kind(it.kind)).chain(asked.numbers(released)));
    }
    grid.row(std::iter::once(asked.voice.text("measure-all")).chain(asked.numbers(asked.study.released())));
    grid
}

fn drivers(asked: &Asked<'_>) -> Grid {
    let voice = asked.voice;
    let columns = ["measure-column-at-low", "measure-column-at-high"];
    let columns = columns.map(|key| (Lean::Number, voice.text(key)));
    let mut grid = Grid::new(std::iter::once((Lean::Words, voice.text("measure-column-figure"))).chain(columns));
    for it in &asked.drivers {
        let ends = [it.at_low.mean, it.at_high.mean].map(|value| voice.number(value, 1));
        grid.row(std::iter::once(asked.figure_words(&it.path, [it.low, it.high])).chain(ends));
    }
    grid
}

pub(super) fn users(asked: &Asked<'_>) -> String {
    let number = |value: f64| asked.voice.number(value, 1).into();
    let key = if matches!(asked.sampled, Sampled::Rosters(_)) { "measure-units" } else { "measure-users" };
    let variables = [("users", number(asked.study.users)), ("visits", number(asked.study.visits))];
    asked.voice.text_with(key, &variables)
}

pub(super) fn dropped(asked: &Asked<'_>) -> String {
    let number = |quantity: Quantity| asked.voice.number(asked.study.of(&quantity).mean, 1).into();
    let variables =
        [("dropped", number(Quantity::Dropped)), ("gained", number(Quantity::Gained)), ("unit", asked.unit().into())];
    asked.voice.text_with("measure-dropped", &variables)
}
