//! A roster as a file: who works which shift on which date, what is uncovered, and how the roster came about.

use super::fields::date;
use super::row::Row;
use crate::day::entry::Entry;
use crate::day::read::check_schema;
use crate::day::shape::Kind::{self, *};
use crate::day::shape::{Shape, optional, required};
use crate::day::source::Source;
use crate::day::write::JsonLines;
use crate::problem::Problem;
use leon_model::{Assignment, Roster, Uncovered};

/// What the first field of a roster file says.
const ROSTER_SCHEMA: &str = "leon/roster/1";

/// How a roster came about: with these, the same version makes the same roster again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RosterProvenance {
    /// The version of Leon that made it.
    pub leon_version: String,
    /// SHA-256 of the period file, in hexadecimal.
    pub period_sha256: String,
    pub seed: u64,
    /// How long the search could take, when that was its limit. Then the machine has a say in the roster.
    pub seconds: Option<f64>,
    /// How many rounds the search could take, when that was its limit.
    pub iterations: Option<u64>,
}

/// What was read from a roster file.
#[derive(Clone, Debug, Default)]
pub struct RosterRead {
    /// The roster as it stands, unless there are errors. Whether it fits a period is for the check to say.
    pub roster: Option<Roster>,
    pub made_by: Option<RosterProvenance>,
    /// Every problem, line by line.
    pub problems: Vec<Problem>,
}

pub(super) static ROSTER: Shape = Shape {
    name: "roster",
    doc: "A roster: who works which shift on which date.",
    fields: &[
        required("schema", Exactly(ROSTER_SCHEMA), "The format and its version."),
        optional("made_by", Object(&MADE_BY), "How the roster came about."),
        required("assignments", List(&ASSIGNMENT), "Who works when."),
        optional("uncovered", List(&UNCOVERED), "What nobody covers, just so. Left out: not said."),
    ],
};

static MADE_BY: Shape = Shape {
    name: "made_by",
    doc: "How a roster came about: with these, the same version makes the same roster again.",
    fields: &[
        required("leon_version", Text, "The version of Leon."),
        required("period_sha256", Hash, "SHA-256 of the period file, in hexadecimal."),
        required("seed", Count, "The seed of the search."),
        optional("seconds", Between(0.0, 1e9), "How long the search could take, when that was its limit."),
        optional("iterations", Count, "How many rounds it could take, when that was its limit."),
    ],
};

static ASSIGNMENT: Shape = Shape {
    name: "assignment",
    doc: "A person's duty.",
    fields: &[
        required("person", Id, "Who."),
        required("date", Date, "The date on which the shift begins."),
        required("shift", Id, "The shift."),
        optional("function", Id, "The function taken in it."),
    ],
};

static UNCOVERED: Shape = Shape {
    name: "uncovered",
    doc: "What nobody covers.",
    fields: &[
        required("cover", Count, "Which of the period's cover rows, counted from 0."),
        required("date", Date, "The date."),
        required("missing_minutes", Kind::Minutes, "Person-minutes below the minimum."),
    ],
};

/// Reads a roster file. `file` is its name in messages.
pub fn read_roster(file: &str, text: &str) -> RosterRead {
    let source = Source::new(file, text);
    let read = read_root(&source);
    let good = source.errors() == 0;
    let (roster, made_by) = read.filter(|_| good).unzip();
    RosterRead { roster, made_by: made_by.flatten(), problems: source.into_problems() }
}

fn read_root(source: &Source<'_>) -> Option<(Roster, Option<RosterProvenance>)> {
    let root = source.root()?;
    let file = Entry::open(source, root, String::new(), &ROSTER)?;
    check_schema(&file, ROSTER_SCHEMA)?;
    let assignments = file.list("assignments", |_, it| Assignment {
        person: it.id("person"),
        date: date(it, "date").unwrap_or_default(),
        shift: it.id("shift"),
        function: it.optional_id("function"),
    });
    let listed = file.list("uncovered", |_, it| Uncovered {
        cover: it.index("cover").unwrap_or_default(),
        date: date(it, "date").unwrap_or_default(),
        missing: it.minutes("missing_minutes").unwrap_or_default(),
    });
    let uncovered = file.has("uncovered").then_some(listed);
    let made_by = file.object("made_by").map(|it| RosterProvenance {
        leon_version: it.text("leon_version").unwrap_or_default(),
        period_sha256: it.hash("period_sha256").unwrap_or_default(),
        seed: it.large("seed").unwrap_or_default(),
        seconds: it.number("seconds"),
        iterations: it.large("iterations"),
    });
    Some((Roster { assignments, uncovered }, made_by))
}

/// A roster file that is read again as the same roster.
///
/// ```
/// use leon_formats::period::{read_roster, write_roster};
/// use leon_model::{Assignment, Roster};
/// let date = "2026-11-23".parse().unwrap();
/// let duty = Assignment { person: "p1".into(), date, shift: "day".into(), function: None };
/// let roster = Roster { assignments: vec![duty], uncovered: None };
/// assert_eq!(read_roster("roster.json", &write_roster(&roster, None)).roster, Some(roster));
/// ```
pub fn write_roster(roster: &Roster, made_by: Option<&RosterProvenance>) -> String {
    let mut file = JsonLines::new(ROSTER_SCHEMA);
    if let Some(it) = made_by {
        let row = Row::default()
            .with("leon_version", &it.leon_version)
            .with("period_sha256", &it.period_sha256)
            .with("seed", it.seed)
            .some("seconds", it.seconds)
            .some("iterations", it.iterations);
        file.field("made_by", &row);
    }
    file.list(
        "assignments",
        roster.assignments.iter().map(|it| {
            let row = Row::default().with("person", it.person.as_str()).with("date", it.date.to_string());
            row.with("shift", it.shift.as_str()).some("function", it.function.as_ref().map(|it| it.as_str()))
        }),
    );
    if let Some(uncovered) = &roster.uncovered {
        file.list(
            "uncovered",
            uncovered.iter().map(|it| {
                let row = Row::default().with("cover", it.cover).with("date", it.date.to_string());
                row.with("missing_minutes", it.missing.0)
            }),
        );
    }
    file.finish()
}
