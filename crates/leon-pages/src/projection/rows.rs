//! The lists of a projection as rows of text, for the terminal and for the page.

use super::findings::{Findings, unmet_fte};
use super::words;
use crate::map::Missing;
use crate::names::Names;
use crate::numbers::signed;
use crate::table::Lean;
use crate::texts::Voice;
use leon_model::{AgeBand, Fte, Hours, Scenario};
use leon_project::{Decomposition, Leanings, Path, Robustness, leanings};
use std::collections::BTreeSet;

/// A list: its heading, its columns, and a row of text for each thing in it.
pub struct Rows {
    pub heading: String,
    pub columns: Vec<(Lean, String)>,
    pub rows: Vec<Vec<String>>,
}

/// Columns of words and after them columns of numbers, by their keys.
pub fn columns(voice: Voice, words: &[&str], numbers: &[&str]) -> Vec<(Lean, String)> {
    let of = |lean: Lean, keys: &[&str]| keys.iter().map(|key| (lean, voice.text(key))).collect::<Vec<_>>();
    [of(Lean::Words, words), of(Lean::Number, numbers)].concat()
}

/// Need, hands and gap of a scenario in some years.
pub fn gap(findings: &Findings<'_>, number: usize, years: &[usize], voice: Voice) -> Rows {
    let path = &findings.projection.paths[number];
    let (names, draws) = (findings.names(voice), path.drawn.len());
    let row = |&year: &usize| {
        let it = &path.central[year].totals;
        let interval = path.interval(year, unmet_fte);
        vec![
            findings.projection.years[year].to_string(),
            voice.hours(it.need),
            voice.hours(it.hands),
            voice.hours(it.taken_over),
            voice.hours(it.unmet),
            voice.share(it.unmet, it.need),
            voice.number(interval.value, 0),
            words::ends(interval, draws, names),
        ]
    };
    let words = ["column-year"];
    let numbers = [
        "column-need",
        "column-hands",
        "column-technology",
        "column-unmet",
        "column-share",
        "column-fte",
        "column-interval",
    ];
    let scenario = [("scenario", findings.scenario(number, voice).to_owned().into())];
    Rows {
        heading: voice.text_with("project-gap", &scenario),
        columns: columns(voice, &words, &numbers),
        rows: years.iter().map(row).collect(),
    }
}

/// What one scenario differs from another by in the years of short tables: unmet hours, and missing positions.
pub fn difference(findings: &Findings<'_>, number: usize, other: usize, voice: Voice) -> Rows {
    let paths = &findings.projection.paths;
    let names = findings.names(voice);
    let row = |year: usize| {
        let difference = paths[number].difference(&paths[other], year, unmet_fte);
        let fewer = paths[number].drawn.iter().zip(&paths[other].drawn);
        let fewer = fewer.filter(|(with, without)| unmet_fte(&with[year]) < unmet_fte(&without[year]) - 0.5).count();
        let draws = paths[number].drawn.len();
        let part = if draws > 0 { voice.percent(fewer as f64 / draws as f64) } else { "–".to_owned() };
        vec![
            findings.projection.years[year].to_string(),
            voice.change(Hours(paths[number].central[year].totals.unmet.0 - paths[other].central[year].totals.unmet.0)),
            signed(voice.lang, difference.value, 0),
            words::ends(difference, draws, names),
            part,
        ]
    };
    let scenarios = [
        ("scenario", findings.scenario(number, voice).to_owned().into()),
        ("other", findings.scenario(other, voice).to_owned().into()),
    ];
    let words = ["column-year"];
    let numbers = ["column-unmet", "column-fte", "column-interval", "column-draws-fewer"];
    Rows {
        heading: voice.text_with("project-difference", &scenarios),
        columns: columns(voice, &words, &numbers),
        rows: findings.years_shown().into_iter().map(row).collect(),
    }
}

/// The staff groups in the case as it stands: full-time equivalents and scarcity price, first and last year.
pub fn groups(findings: &Findings<'_>, voice: Voice) -> Rows {
    let names = findings.names(voice);
    let central = &findings.projection.paths[0].central;
    let (first, last) = (&central[0], &central[findings.last()]);
    let rows = first.groups.iter().zip(&last.groups).filter(|(then, now)| then.1.fte.0 > 0.0 || now.1.fte.0 > 0.0);
    let rows = rows.map(|(then, now)| {
        vec![
            names.group(&then.0).to_owned(),
            voice.number(then.1.fte.0, 0),
            voice.number(now.1.fte.0, 0),
            voice.hours(now.1.unmet),
            voice.number(then.1.price, 2),
            voice.number(now.1.price, 2),
        ]
    });
    let words = ["column-group"];
    let numbers =
        ["column-fte-first", "column-fte-last", "column-unmet-last", "column-price-first", "column-price-last"];
    let years = [("first", first.year.to_string().into()), ("last", last.year.to_string().into())];
    Rows {
        heading: voice.text_with("project-groups", &years),
        columns: columns(voice, &words, &numbers),
        rows: rows.collect(),
    }
}

/// The places in the last year of the case as it stands, with each one's unmet share of need, largest first.
pub fn places(findings: &Findings<'_>, voice: Voice) -> (Rows, Vec<f64>) {
    let last = &findings.projection.paths[0].central[findings.last()];
    let places = findings.worst_places(last);
    let rows = places.iter().map(|it| {
        let figures = [voice.hours(it.need), voice.hours(it.unmet), voice.share(it.unmet, it.need)];
        std::iter::once(it.place.name.clone()).chain(figures).collect()
    });
    let words = ["column-place"];
    let numbers = ["column-need", "column-unmet", "column-share"];
    let year = [("year", last.year.to_string().into())];
    let rows = Rows {
        heading: voice.text_with("project-places", &year),
        columns: columns(voice, &words, &numbers),
        rows: rows.collect(),
    };
    (rows, places.iter().map(Missing::share).collect())
}

/// What others published beside what the projection says, with their assumptions and with the case's.
pub fn published(findings: &Findings<'_>, voice: Voice) -> Rows {
    let names = findings.names(voice);
    let paths = &findings.projection.paths;
    let mut rows = Vec::new();
    for (number, scenario) in findings.scenarios.iter().enumerate() {
        for it in &scenario.published {
            let Some(year) = findings.projection.years.iter().position(|year| *year == it.year) else { continue };
            let missing = |path: &Path| {
                let year = &path.central[year];
                let of = year.groups.iter().filter(|(group, _)| it.groups.contains(group)).map(|it| it.1.unmet_fte.0);
                if it.groups.is_empty() { year.totals.unmet_fte.0 } else { of.sum() }
            };
            let groups: Vec<&str> = it.groups.iter().map(|group| names.group(group)).collect();
            rows.push(vec![
                findings.scenario(number, voice).to_owned(),
                voice.name(&it.name_da, &it.name_en).to_owned(),
                groups.join(", "),
                it.year.to_string(),
                voice.number(it.missing.value, 0),
                voice.number(missing(&paths[number]), 0),
                voice.number(missing(&paths[0]), 0),
            ]);
        }
    }
    let words = ["column-scenario", "column-published", "column-group", "column-year"];
    let numbers = ["column-they-say", "column-with-theirs", "column-as-it-stands"];
    Rows { heading: voice.text("project-published"), columns: columns(voice, &words, &numbers), rows }
}

/// Which entries make the difference between two scenarios in a year.
pub fn terms(decomposition: &Decomposition, names: Names<'_>) -> Rows {
    let voice = names.voice;
    let positions = |fte: Fte| signed(voice.lang, fte.0, 0);
    let mut rows: Vec<Vec<String>> = (decomposition.terms.iter())
        .map(|it| vec![words::assumption(&it.id, names), positions(it.part), positions(it.alone)])
        .collect();
    if !rows.is_empty() {
        let all = decomposition.to.unmet_fte - decomposition.from.unmet_fte;
        rows.push(vec![voice.text("project-all-terms"), positions(all), String::new()]);
    }
    let year = [("year", decomposition.year.to_string().into())];
    Rows {
        heading: voice.text_with("project-terms", &year),
        columns: columns(voice, &["column-difference"], &["column-part", "column-part-alone"]),
        rows,
    }
}

/// Missing positions of each plan in each future, and in how many futures its gap closes.
pub fn robust(robustness: &Robustness, plans: &[Scenario], futures: &[Scenario], closed: f64, voice: Voice) -> Rows {
    let name = |it: &Scenario| voice.name(&it.name_da, &it.name_en).to_owned();
    let row = |(plan, scenario): (usize, &Scenario)| {
        let missing = robustness.totals[plan].iter().map(|it| voice.number(it.unmet_fte.0, 0));
        let closed = format!("{}/{}", robustness.closed(plan, closed), futures.len());
        [name(scenario)].into_iter().chain(missing).chain([closed]).collect()
    };
    let mut head = columns(voice, &["column-plan"], &[]);
    head.extend(futures.iter().map(|it| (Lean::Number, name(it))));
    head.extend(columns(voice, &[], &["column-closed"]));
    let said = [("year", robustness.year.to_string().into()), ("share", voice.percent(closed).into())];
    Rows {
        heading: voice.text_with("project-robust", &said),
        columns: head,
        rows: plans.iter().enumerate().map(row).collect(),
    }
}

/// How far projections of inhabitants made in the past were off, by age: the error, every fifth year ahead.
pub fn measured(findings: &Findings<'_>, voice: Voice) -> Rows {
    let all = &findings.projection.measured;
    let steps: BTreeSet<u32> = all.iter().map(|it| it.years_ahead).collect();
    let column =
        |years: &u32| (Lean::Number, voice.text_with("column-years-ahead", &[("years", years.to_string().into())]));
    let row = |age: &AgeBand| {
        let errors = all.iter().filter(|it| it.age == *age).map(|it| format!("±{}", voice.percent(it.error)));
        [age.to_string()].into_iter().chain(errors).collect()
    };
    let origins = |of: fn(&mut dyn Iterator<Item = usize>) -> Option<usize>| {
        of(&mut all.iter().map(|it| it.origins)).unwrap_or(0).to_string().into()
    };
    let variables = [("fewest", origins(|it| it.min())), ("most", origins(|it| it.max()))];
    Rows {
        heading: voice.text_with("project-measured", &variables),
        columns: columns(voice, &["column-age"], &[]).into_iter().chain(steps.iter().map(column)).collect(),
        rows: if all.is_empty() { Vec::new() } else { AgeBand::ALL.iter().map(row).collect() },
    }
}

/// What the last year's gap leans on over the draws, most first.
pub fn leans(findings: &Findings<'_>, voice: Voice) -> (Rows, Leanings) {
    let names = findings.names(voice);
    let last = findings.last();
    let leanings = leanings(&findings.projection.paths[0], &findings.options, last, unmet_fte);
    let rows = leanings.all.iter().map(|it| {
        vec![
            words::assumption(&it.assumption.id, names),
            voice.text(&format!("evidence-{}", it.assumption.class)),
            voice.percent(it.share.max(0.0)),
            format!("±{}", voice.percent(it.error)),
            signed(voice.lang, it.change, 0),
        ]
    });
    let words = ["column-assumption", "column-evidence"];
    let numbers = ["column-explains", "column-share-error", "column-low-to-high"];
    let year = [("year", findings.projection.years[last].to_string().into())];
    let rows = Rows {
        heading: voice.text_with("project-leans", &year),
        columns: columns(voice, &words, &numbers),
        rows: rows.collect(),
    };
    (rows, leanings)
}

/// How much of the spread those assumptions explain together that a result leans on most; nothing without draws.
pub fn leans_together(leanings: &Leanings, voice: Voice) -> Option<String> {
    let said = [
        ("count", leanings.taken.into()),
        ("number", voice.count(leanings.taken).into()),
        ("share", voice.percent(leanings.together).into()),
    ];
    (leanings.taken > 0).then(|| voice.text_with("project-leans-together", &said))
}
