//! A study on the terminal.

use super::Asked;
use crate::grid::{Grid, Lean};
use crate::screen::Screen;
use leon_generate::Terrain;
use leon_measure::{Estimate, Finding, Quantity};

/// What was found, the answer first.
pub fn summary(asked: &Asked<'_>) -> String {
    let (voice, study, screen) = (asked.voice, asked.study, Screen::of_stdout());
    let mut text = screen.heading(&voice.text_with("measure-title", &[("name", asked.name().into())]));
    for line in [asked_for(asked), users(asked), released(asked), finding(asked), dropped(asked)] {
        text += &screen.paragraph(&line);
    }
    for line in claims(asked) {
        text += &screen.paragraph(&line);
    }
    type IsPart = fn(&Quantity) -> bool;
    let parts: [(&str, IsPart); 3] = [
        ("measure-lines", |it| matches!(it, Quantity::Account(_) | Quantity::Released)),
        ("measure-groups", |it| matches!(it, Quantity::Group(_))),
        ("measure-free", |it| matches!(it, Quantity::Free(_))),
    ];
    for (heading, is_part) in parts {
        let mut grid = grid(asked, "");
        for (quantity, estimate) in study.less.iter().filter(|(quantity, _)| is_part(quantity)) {
            grid.row(std::iter::once(asked.words(quantity)).chain(numbers(asked, *estimate)));
        }
        if !grid.is_empty() {
            text += &screen.heading(&voice.text(heading));
            text += &grid.render(screen.width);
        }
    }
    let lead = [("minutes", voice.number(asked.options.visit_min.0 as f64, 0).into())];
    text += &screen.paragraph(&voice.text_with("measure-free-lead", &lead));
    text += &screen.heading(&voice.text("measure-types"));
    text += &types(asked).render(screen.width);
    text.trim_start_matches('\n').to_owned()
}

fn grid(asked: &Asked<'_>, first: &str) -> Grid {
    let words = if first.is_empty() { String::new() } else { asked.voice.text(first) };
    let numbers = ["measure-column-less", "measure-column-low", "measure-column-high"];
    let numbers = numbers.map(|key| (Lean::Number, asked.voice.text(key)));
    Grid::new(std::iter::once((Lean::Words, words)).chain(numbers))
}

/// A mean and its interval.
fn numbers(asked: &Asked<'_>, estimate: Estimate) -> [String; 3] {
    [estimate.mean, estimate.low(), estimate.high()].map(|it| asked.voice.number(it, 1))
}

fn types(asked: &Asked<'_>) -> Grid {
    let voice = asked.voice;
    let mut grid = grid(asked, "measure-column-type");
    for it in &asked.study.types {
        let released = it.less.get(&Quantity::Released).copied().unwrap_or_default();
        grid.row(std::iter::once(voice.text(terrain(it.terrain))).chain(numbers(asked, released)));
    }
    grid.row(std::iter::once(voice.text("measure-all")).chain(numbers(asked, asked.study.released())));
    grid
}

fn terrain(terrain: Terrain) -> &'static str {
    match terrain {
        Terrain::Town => "measure-terrain-town",
        Terrain::Mixed => "measure-terrain-mixed",
        Terrain::Rural => "measure-terrain-rural",
    }
}

fn asked_for(asked: &Asked<'_>) -> String {
    let voice = asked.voice;
    let variables = [
        ("days", voice.count(asked.study.pairs.len()).into()),
        ("visits", voice.count(asked.sample.visits).into()),
        ("places", asked.places().into()),
        ("rounds", voice.number(asked.options.iterations as f64, 0).into()),
    ];
    voice.text_with("measure-asked", &variables)
}

fn users(asked: &Asked<'_>) -> String {
    let number = |value: f64| asked.voice.number(value, 1).into();
    let variables = [("users", number(asked.study.users)), ("visits", number(asked.study.visits))];
    asked.voice.text_with("measure-users", &variables)
}

fn released(asked: &Asked<'_>) -> String {
    let voice = asked.voice;
    let [minutes, low, high] = numbers(asked, asked.study.released());
    let share = asked.study.share();
    let variables = [
        ("minutes", minutes.into()),
        ("low", low.into()),
        ("high", high.into()),
        ("share", voice.percent(share.mean).into()),
        ("share_low", voice.percent(share.low()).into()),
        ("share_high", voice.percent(share.high()).into()),
    ];
    voice.text_with("measure-released", &variables)
}

fn finding(asked: &Asked<'_>) -> String {
    let key = match asked.study.finding() {
        Finding::Proven => "measure-proven",
        Finding::Measured => "measure-measured",
        Finding::PlanLonger => "measure-plan-longer",
        Finding::NotShown => "measure-not-shown",
    };
    let number = |value: f64| asked.voice.number(value, 1).into();
    let study = asked.study;
    let variables = [
        ("without", number(study.gap_without)),
        ("with", number(study.gap_with)),
        ("shift", number(study.shift_most())),
    ];
    asked.voice.text_with(key, &variables)
}

fn dropped(asked: &Asked<'_>) -> String {
    let number = |quantity: Quantity| asked.voice.number(asked.study.of(&quantity).mean, 1).into();
    let variables = [("dropped", number(Quantity::Dropped)), ("gained", number(Quantity::Gained))];
    asked.voice.text_with("measure-dropped", &variables)
}

/// What somebody says of the measures' technologies.
fn claims(asked: &Asked<'_>) -> Vec<String> {
    let voice = asked.voice;
    let technologies = asked.measures.iter().filter_map(|it| it.technology.as_ref());
    let technologies = technologies.filter_map(|id| asked.case.technologies.iter().find(|it| it.id == *id));
    let claim = |it: &leon_model::Figure| {
        let evidence = voice.text(&format!("evidence-{}", it.class));
        voice.text_with("measure-claim", &[("fte", voice.number(it.value, 0).into()), ("evidence", evidence.into())])
    };
    technologies.filter_map(|it| it.claimed_fte.as_ref()).map(claim).collect()
}
