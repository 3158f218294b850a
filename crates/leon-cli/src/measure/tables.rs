//! A study as tables of a data package: the differences, each day's, and how they came about.

use super::{Asked, Question, Sampled, page, together};
use crate::failure::Failure;
use crate::out;
use crate::results::{RUN, table};
use leon_formats::results::column::{number, text, whole};
use leon_formats::results::{Cell, ResultTable, Results, result_files};
use leon_measure::{Estimate, Quantity, Verdict};
use leon_model::EvidenceClass;
use std::path::Path;

/// Writes the folder.
///
/// # Errors
/// [`Failure::Usage`] when the folder holds something else than an earlier result, [`Failure::Internal`] when the disk
/// says no.
pub fn write(asked: &Asked<'_>, dir: &Path) -> Result<(), Failure> {
    let ids: Vec<String> = asked.measures.iter().map(|it| it.id.to_string()).collect();
    let results = Results {
        name: format!("{}-measure", asked.case.name),
        title: ids.join(" + "),
        description: "A measure by Leon: the same days or rosters planned without and with it. Minutes are minutes a \
                      day (of rosters, a week of a team) without less with, so that above 0 is less with the measure."
            .into(),
        tables: vec![
            differences([asked]),
            days(asked),
            drivers(asked),
            regression(asked),
            together::as_table([asked]),
            figures([&asked.question]),
            run(&asked.question, &ids, found(asked)),
        ],
    };
    let mut files = result_files(&results).map_err(|reason| {
        let variables = [("reason", reason.to_string().into())];
        Failure::Internal(asked.voice.text_with("failure-internal", &variables))
    })?;
    files.insert("report.html".into(), page::page(asked).into_bytes());
    out::replace(&files, dir, |_| false, asked.voice)
}

/// What a quantity is, and which of its kind.
fn key(quantity: &Quantity) -> (&'static str, String) {
    match quantity {
        Quantity::Released => ("released", String::new()),
        Quantity::Account(account) => ("account", account.to_string()),
        Quantity::Group(group) => ("staff_group", group.to_string()),
        Quantity::Free(piece) => ("free_time", piece.word().to_owned()),
        Quantity::Dropped => ("dropped", String::new()),
        Quantity::Gained => ("gained", String::new()),
        Quantity::Bought => ("bought", String::new()),
        Quantity::Uncovered => ("uncovered", String::new()),
        Quantity::Surplus => ("surplus", String::new()),
    }
}

/// The differences that studies found, each under its measures' ids.
pub(super) fn differences<'a>(all: impl IntoIterator<Item = &'a Asked<'a>>) -> ResultTable {
    table(
        "differences",
        "Minutes a day without the measure less minutes with it, with 95 % intervals.",
        vec![
            text("measure", "Its id; of several, one after the other."),
            text("what", "released, account, staff_group, free_time, dropped, gained, bought, uncovered or surplus."),
            text("of", "Which account, staff group or size of free piece."),
            text("kind", "Type of municipality or kind of team, or all."),
            whole("days", "days", "Days or periods planned twice."),
            number("minutes", "minutes/day", "The mean; above 0: less with the measure."),
            number("low", "minutes/day", "From."),
            number("high", "minutes/day", "To."),
        ],
        all.into_iter().flat_map(difference_rows).collect(),
    )
}

fn difference_rows(asked: &Asked<'_>) -> Vec<Vec<Cell>> {
    let row = |kind: &str, days: usize, quantity: &Quantity, it: Estimate| -> Vec<Cell> {
        let (what, of) = key(quantity);
        let numbers = [it.mean, it.low(), it.high()].map(Cell::Number);
        let words = [asked.id().into(), what.to_owned().into(), of.into(), kind.to_owned().into()];
        words.into_iter().chain([days.into()]).chain(numbers).collect()
    };
    let study = &asked.study;
    let all = study.less.iter().map(|(quantity, it)| row("all", study.pairs.len(), quantity, *it));
    let of_types = study
        .types
        .iter()
        .flat_map(|of| of.less.iter().map(move |(quantity, it)| row(of.kind.word(), of.days, quantity, *it)));
    all.chain(of_types).collect()
}

fn days(asked: &Asked<'_>) -> ResultTable {
    // A roster has no gap in minutes.
    let finite = |value: f64| if value.is_finite() { Cell::Number(value) } else { Cell::Missing };
    let rows = asked.study.pairs.iter().map(|it| {
        let released = it.of(&Quantity::Released);
        let numbers = [released, it.released_early, it.used_without, it.about, it.gap_without, it.gap_with].map(finite);
        let counts = [it.users, it.visits].map(Cell::from);
        std::iter::once(it.kind.word().to_owned().into()).chain(counts).chain(numbers).collect()
    });
    table(
        "days",
        "Each day or period planned twice.",
        vec![
            text("kind", "Type of municipality or kind of team."),
            whole("users", "citizens", "Citizens or units that have the measure."),
            whole("visits", "visits", "Visits or rows of cover changed or gone."),
            number("released", "minutes", "Released."),
            number("released_early", "minutes", "Released by plans of a quarter of the rounds."),
            number("used_without", "minutes", "Staff time used up without the measure."),
            number("about", "minutes", "Care that the measure is about."),
            number("gap_without", "minutes", "By so much the plan without can be above the best, at most."),
            number("gap_with", "minutes", "By so much the plan with can be above the best, at most."),
        ],
        rows.collect(),
    )
}

fn drivers(asked: &Asked<'_>) -> ResultTable {
    let rows = asked.drivers.iter().map(|it| {
        let numbers = [it.low, it.high, it.at_low.mean, it.at_high.mean].map(Cell::Number);
        std::iter::once(it.path.clone().into()).chain(numbers).collect()
    });
    table(
        "drivers",
        "Each figure of the first measure moved alone, when asked for.",
        vec![
            text("figure", "Where it stands in the measure's file."),
            number("low", "", "Its low end."),
            number("high", "", "Its high end."),
            number("released_at_low", "minutes/day", "Released with it at the low end."),
            number("released_at_high", "minutes/day", "Released with it at the high end."),
        ],
        rows.collect(),
    )
}

fn regression(asked: &Asked<'_>) -> ResultTable {
    let rows = asked.regression.iter().flat_map(|it| &it.leanings).map(|it| {
        let numbers = [it.low, it.high, it.weight, it.change.mean, it.change.low(), it.change.high()].map(Cell::Number);
        std::iter::once(it.path.clone().into()).chain(numbers).collect()
    });
    table(
        "regression",
        "All figures of the first measure drawn at once, when asked for: a plane through what is released.",
        vec![
            text("figure", "Where it stands in the measure's file."),
            number("low", "", "Its low end."),
            number("high", "", "Its high end."),
            number("weight", "", "The standardised coefficient."),
            number("change", "minutes/day", "Released more at the high end than at the low end, on the plane."),
            number("change_low", "minutes/day", "From."),
            number("change_high", "minutes/day", "To."),
        ],
        rows.collect(),
    )
}

/// What measures rest on: each figure of their files.
pub(super) fn figures<'a>(all: impl IntoIterator<Item = &'a Question<'a>>) -> ResultTable {
    let mut rows = Vec::new();
    for measure in all.into_iter().flat_map(|it| &it.measures) {
        for (path, figure) in measure.figures() {
            let numbers = [figure.value, figure.low, figure.high].map(Cell::Number);
            let source = measure.source_of(&figure).unwrap_or_default();
            let words: [Cell; 2] = [figure.class.to_string().into(), source.into()];
            rows.push([measure.id.to_string().into(), path.into()].into_iter().chain(numbers).chain(words).collect());
        }
    }
    table(
        "figures",
        "What measures rest on, as their files say it.",
        vec![
            text("measure", "Its id."),
            text("figure", "Where it stands in the measure's file."),
            number("value", "", "Its value."),
            number("low", "", "Its low end."),
            number("high", "", "Its high end."),
            text("evidence", "Its evidence class."),
            text("source", "Where it comes from."),
        ],
        rows,
    )
}

/// What the study of a measure says besides numbers of its own tables.
fn found(asked: &Asked<'_>) -> Vec<(&'static str, String)> {
    vec![
        ("finding", asked.study.finding().word().to_owned()),
        ("verdict", asked.verdict().map_or("", Verdict::word).to_owned()),
        ("shift_most_minutes", asked.study.shift_most().to_string()),
        ("draws", asked.regression.as_ref().map_or(0, |it| it.draws).to_string()),
        ("explained", asked.regression.as_ref().map(|it| it.explained.to_string()).unwrap_or_default()),
    ]
}

/// How the answer came about.
pub(super) fn run(asked: &Question<'_>, ids: &[String], found: Vec<(&'static str, String)>) -> ResultTable {
    let sampled = match &asked.sampled {
        Sampled::Days(it) => {
            let places: Vec<&str> = it.municipalities.iter().map(|it| it.as_str()).collect();
            vec![
                ("municipalities", places.join(" ")),
                ("days_each", it.days.to_string()),
                ("visits_each", it.visits.to_string()),
            ]
        }
        Sampled::Given { municipality, hashes, .. } => {
            vec![("municipalities", municipality.to_string()), ("day_sha256", hashes.join(" "))]
        }
        Sampled::Rosters(it) => {
            let kinds: Vec<&str> = it.kinds.iter().map(|it| it.word()).collect();
            let counts = [("periods_each", it.periods.to_string()), ("weeks", it.weeks.to_string())];
            std::iter::once(("teams", kinds.join(" "))).chain(counts).collect()
        }
    };
    let items = [
        ("leon_version", env!("CARGO_PKG_VERSION").to_owned()),
        ("case", asked.case.name.clone()),
        ("case_sha256", leon_formats::case_sha256(asked.case).unwrap_or_default()),
        ("measures", ids.join(" ")),
        ("seed", asked.options.seed.to_string()),
        ("iterations", asked.options.iterations.to_string()),
        ("bound_rounds", asked.options.bound_rounds.to_string()),
        ("evidence", EvidenceClass::Measured.to_string()),
        ("synthetic", (!asked.is_real()).to_string()),
    ];
    table(
        RUN,
        "How the answer came about.",
        vec![text("item", "What."), text("value", "Its value.")],
        items.into_iter().chain(found).chain(sampled).map(|(item, value)| vec![item.into(), value.into()]).collect(),
    )
}
