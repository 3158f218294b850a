//! A study as tables of a data package: the differences, each day's, and how they came about.

use super::Asked;
use crate::failure::Failure;
use crate::out;
use crate::results::{RUN, table, text};
use leon_formats::results::{Cell, CellKind, ResultColumn, ResultTable, Results, result_files};
use leon_measure::{Estimate, Quantity};
use leon_model::EvidenceClass;
use std::path::Path;

/// Writes the folder.
///
/// # Errors
/// [`Failure::Usage`] when the folder holds something else than an earlier result, [`Failure::Internal`] when the disk
/// says no.
pub fn write(asked: &Asked<'_>, dir: &Path) -> Result<(), Failure> {
    let ids: Vec<&str> = asked.measures.iter().map(|it| it.id.as_str()).collect();
    let results = Results {
        name: format!("{}-measure", asked.case.name),
        title: ids.join(" + "),
        description: "A measure by Leon: the same made-up days planned without and with it. Minutes are minutes a day \
                      without less with, so that above 0 is less with the measure."
            .into(),
        tables: vec![differences(asked), days(asked), run(asked)],
    };
    let files = result_files(&results).map_err(|reason| {
        let variables = [("reason", reason.to_string().into())];
        Failure::Internal(asked.voice.text_with("failure-internal", &variables))
    })?;
    out::replace(&files, dir, |_| false, asked.voice)
}

fn number(name: &str, unit: &str, description: &str) -> ResultColumn {
    ResultColumn::new(name, CellKind::Number, unit, description)
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
    }
}

fn differences(asked: &Asked<'_>) -> ResultTable {
    let row = |terrain: &str, days: usize, quantity: &Quantity, it: Estimate| -> Vec<Cell> {
        let (what, of) = key(quantity);
        let numbers = [it.mean, it.low(), it.high()].map(Cell::Number);
        let words = [what.to_owned().into(), of.into(), terrain.to_owned().into(), Cell::Integer(days as i64)];
        words.into_iter().chain(numbers).collect()
    };
    let study = asked.study;
    let mut rows: Vec<Vec<Cell>> =
        study.less.iter().map(|(quantity, it)| row("all", study.pairs.len(), quantity, *it)).collect();
    for kind in &study.types {
        rows.extend(kind.less.iter().map(|(quantity, it)| row(kind.terrain.word(), kind.days, quantity, *it)));
    }
    table(
        "differences",
        "Minutes a day without the measure less minutes with it, with 95 % intervals.",
        vec![
            text("what", "released, account, staff_group, free_time, dropped or gained."),
            text("of", "Which account, staff group or size of free piece."),
            text("terrain", "Type of municipality, or all."),
            ResultColumn::new("days", CellKind::Integer, "days", "Days planned twice."),
            number("minutes", "minutes/day", "The mean; above 0: less with the measure."),
            number("low", "minutes/day", "From."),
            number("high", "minutes/day", "To."),
        ],
        rows,
    )
}

fn days(asked: &Asked<'_>) -> ResultTable {
    let rows = asked.study.pairs.iter().map(|it| {
        let released = it.less.get(&Quantity::Released).copied().unwrap_or_default();
        let numbers = [released, it.released_early, it.used_without, it.gap_without, it.gap_with].map(Cell::Number);
        let counts = [it.users, it.visits].map(|count| Cell::Integer(count as i64));
        std::iter::once(it.terrain.word().to_owned().into()).chain(counts).chain(numbers).collect()
    });
    table(
        "days",
        "Each day planned twice.",
        vec![
            text("terrain", "Type of municipality."),
            ResultColumn::new("users", CellKind::Integer, "citizens", "Citizens who have the measure."),
            ResultColumn::new("visits", CellKind::Integer, "visits", "Visits changed or gone."),
            number("released", "minutes", "Released."),
            number("released_early", "minutes", "Released by plans of a quarter of the rounds."),
            number("used_without", "minutes", "Staff time used up without the measure."),
            number("gap_without", "minutes", "By so much the plan without can be above the best, at most."),
            number("gap_with", "minutes", "By so much the plan with can be above the best, at most."),
        ],
        rows.collect(),
    )
}

fn run(asked: &Asked<'_>) -> ResultTable {
    let study = asked.study;
    let ids: Vec<&str> = asked.measures.iter().map(|it| it.id.as_str()).collect();
    let places: Vec<&str> = asked.sample.municipalities.iter().map(|it| it.as_str()).collect();
    let items = [
        ("leon_version", env!("CARGO_PKG_VERSION").to_owned()),
        ("case", asked.case.name.clone()),
        ("measures", ids.join(" ")),
        ("municipalities", places.join(" ")),
        ("days_each", asked.sample.days.to_string()),
        ("visits_each", asked.sample.visits.to_string()),
        ("seed", asked.sample.seed.to_string()),
        ("iterations", asked.options.iterations.to_string()),
        ("bound_rounds", asked.options.bound_rounds.to_string()),
        ("evidence", EvidenceClass::Measured.to_string()),
        ("synthetic", "true".to_owned()),
        ("finding", study.finding().word().to_owned()),
        ("gap_without_minutes", study.gap_without.to_string()),
        ("gap_with_minutes", study.gap_with.to_string()),
        ("shift_most_minutes", study.shift_most().to_string()),
    ];
    table(
        RUN,
        "How the answer came about.",
        vec![text("item", "What."), text("value", "Its value.")],
        items.into_iter().map(|(item, value)| vec![item.into(), value.into()]).collect(),
    )
}
