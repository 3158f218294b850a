//! The whole answer as tables of a data package.

mod gaps;
mod plan;
mod rests_on;
mod worth;

use crate::findings::Findings;
use leon_formats::Lang;
use leon_formats::results::column::{count, number, text, whole};
use leon_formats::results::{Cell, ResultColumn, ResultTable, Results};
use leon_ledger::{Book, Row};
use leon_match::Status;
use leon_model::Hours;

/// The table of a result that says how it came about.
pub const RUN: &str = "run";
/// The table of a result with its book of hours.
pub const LEDGER: &str = "ledger";
/// The tables of a result with the gap by place, setting, task and staff group, where ledgers find names.
pub const PLACES: &str = "gap_by_place";
pub const SETTINGS: &str = "gap_by_setting";
pub const TASKS: &str = "gap_by_task";
pub const GROUPS: &str = "gap_by_staff_group";

/// What the tables are made from.
pub struct Answer<'a> {
    pub findings: &'a Findings<'a>,
    pub book: &'a Book,
    /// SHA-256 of the case, in hexadecimal.
    pub case_hash: &'a str,
    /// Language of the report beside the tables.
    pub lang: Lang,
}

/// Every table of an answer.
pub fn results(answer: &Answer<'_>) -> Results {
    let findings = answer.findings;
    let mut tables = gaps::tables(findings);
    tables.extend(plan::tables(findings));
    tables.extend(worth::tables(findings));
    tables.extend(rests_on::tables(findings));
    tables.extend([ledger(answer.book, "minutes/week"), run(answer)]);
    Results {
        name: format!("{}-match", findings.case.name),
        title: findings.case.title.clone(),
        description: "A match of tasks to competences by Leon: where care hours are missing, who does what, what each \
                      binding costs and what an hour is worth. Hours are hours a week; weighted hours are hours × the \
                      severity of the task and of the citizen's condition."
            .into(),
        tables,
    }
}

/// The table of a book of hours, in minutes of what `unit` says.
pub fn ledger(book: &Book, unit: &str) -> ResultTable {
    let columns = Row::COLUMNS.map(|name| match name {
        "minutes" => whole(name, unit, "Minutes that go from one account to the other."),
        "from" => text(name, "Account that the minutes leave."),
        "to" => text(name, "Account that they enter."),
        _ => text(name, "Id, where it applies."),
    });
    let row = |row: Row| {
        let keys =
            [row.from, row.to, row.place, row.setting, row.group, row.task, row.complexity, row.technology, row.pool];
        keys.into_iter().map(optional).chain([Cell::Integer(row.minutes)]).collect()
    };
    ResultTable {
        name: LEDGER.into(),
        description: "The book of hours: every minute leaves one account and enters another.".into(),
        columns: columns.into(),
        rows: book.rows().map(row).collect(),
    }
}

fn run(answer: &Answer<'_>) -> ResultTable {
    let (case, matched) = (answer.findings.case, answer.findings.matched);
    let lifted: Vec<_> = matched.plan.lifted.iter().map(|it| it.as_str()).collect();
    let status = match matched.status {
        Status::Optimal => "optimal".to_owned(),
        Status::Stopped(step) => format!("stopped before {step:?} was done").to_lowercase(),
    };
    let objective = matched.plan.objective;
    let items = [
        ("leon_version", env!("CARGO_PKG_VERSION").to_owned()),
        ("case", case.name.clone()),
        ("case_sha256", answer.case_hash.to_owned()),
        ("report_language", answer.lang.code().to_owned()),
        ("lifted", lifted.join(" ")),
        ("status", status),
        ("weighted_unmet_hours_per_week", objective.weighted_unmet.to_string()),
        ("bought_dkk_per_week", objective.bought_dkk.to_string()),
        ("level_hours_per_week", objective.level_hours.to_string()),
        ("moved_hours_per_week", objective.moved_hours.to_string()),
        ("columns", matched.effort.columns.to_string()),
        ("rows", matched.effort.rows.to_string()),
        ("components", matched.effort.components.to_string()),
        ("solves", matched.effort.solves.to_string()),
    ];
    table(
        RUN,
        "How the answer came about. The case's hash is taken of its tables as Leon writes them.",
        vec![text("item", "What."), text("value", "Its value.")],
        items.into_iter().map(|(item, value)| vec![item.into(), value.into()]).collect(),
    )
}

/// A table of a result.
pub fn table(name: &str, description: &str, columns: Vec<ResultColumn>, rows: Vec<Vec<Cell>>) -> ResultTable {
    ResultTable { name: name.into(), description: description.into(), columns, rows }
}

fn hours(name: &str, description: &str) -> ResultColumn {
    number(name, "hours/week", description)
}

fn weighted(name: &str, description: &str) -> ResultColumn {
    number(name, "weighted hours/week", description)
}

fn cell(hours: Hours) -> Cell {
    Cell::Number(hours.0)
}

fn id(id: &impl ToString) -> Cell {
    Cell::Text(id.to_string())
}

fn optional(text: String) -> Cell {
    if text.is_empty() { Cell::Missing } else { Cell::Text(text) }
}
