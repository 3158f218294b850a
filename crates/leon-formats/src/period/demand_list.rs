//! Observed demand from a list that a spreadsheet holds: how many people were needed, by date and time of day.

use crate::cause::Cause;
use crate::day::lists::table::{Cells, ListColumn, Table};
use crate::problem::{Problem, Problems};
use crate::shown::shown;
use leon_model::{CompetenceId, Date, GroupId, Period, Span, TimeOfDay, UnitId};
use std::collections::BTreeMap;

/// The columns of a list of demand.
pub(super) const DEMAND_COLUMNS: &[ListColumn] = &[
    required("date", "The date on which the time of day begins, as `2026-11-23`."),
    required("from", "The time of day from which, as `07:00`."),
    required("to", "And until which; at or before `from`: on the next day."),
    required("unit", "The unit, as the period names it."),
    optional("groups", "Of one of these staff groups, with blanks between. Empty: of any."),
    optional("competences", "Holding all of these competences, with blanks between."),
    optional("staff", "People needed on average over the time."),
    optional("care_minutes", "Instead of `staff`: minutes of care needed in the time."),
    optional("public_holiday", "`true` where the date was a public holiday, which counts as a Sunday."),
];

const fn required(name: &'static str, doc: &'static str) -> ListColumn {
    ListColumn { name, required: true, doc }
}

const fn optional(name: &'static str, doc: &'static str) -> ListColumn {
    ListColumn { name, required: false, doc }
}

/// People beyond which a number is a mistake.
const PEOPLE_MAX: f64 = 1e4;

/// How many people were needed at a time.
#[derive(Clone, Debug, PartialEq)]
pub struct DemandRow {
    pub date: Date,
    pub span: Span,
    pub unit: UnitId,
    pub groups: Vec<GroupId>,
    pub competences: Vec<CompetenceId>,
    /// People needed on average over the time.
    pub people: f64,
    pub public_holiday: bool,
}

/// What was read from a list of demand.
#[derive(Clone, Debug, Default)]
pub struct DemandRead {
    /// The rows that give a number, unless there are errors.
    pub rows: Option<Vec<DemandRow>>,
    /// Every problem, row by row. A row without a number is a warning: it is missing, not 0.
    pub problems: Vec<Problem>,
}

/// Reads a list of demand for a period's units, groups and competences: CSV with commas, and on the first row the names
/// of its columns. `file` is its name in messages.
///
/// ```
/// use leon_formats::Lang;
/// use leon_formats::period::{EXAMPLE, read_demand, read_period};
/// let period = read_period("period.json", EXAMPLE).period.unwrap();
/// let text = "date,from,to,unit,care_minutes\n2026-09-01,07:00,15:00,m1,1920\n2026-09-02,07:00,15:00,m1,\n";
/// let read = read_demand("demand.csv", text, &period);
/// assert_eq!(read.rows.unwrap()[0].people, 4.0); // 1,920 minutes ÷ 480
/// assert_eq!(
///     read.problems[0].message(Lang::En),
///     "demand.csv, row 3, column staff: Neither staff nor care_minutes is given, so the row does not count. Write the \
///      number. If nobody was needed, write 0."
/// );
/// ```
pub fn read_demand(file: &str, text: &str, period: &Period) -> DemandRead {
    let mut problems = Problems::default();
    let mut rows = Vec::new();
    if let Some(table) = Table::read(file, text, DEMAND_COLUMNS, &mut problems) {
        let mut seen = BTreeMap::new();
        table.each(&mut problems, |cells| rows.extend(row(cells, period, &mut seen)));
        if rows.is_empty() && !problems.has_errors() {
            problems.add(file, None, None, Cause::ListEmpty {});
        }
    }
    let rows = Some(rows).filter(|_| !problems.has_errors());
    DemandRead { rows, problems: problems.into_sorted(&[file.to_owned()]) }
}

/// What a row speaks of, as it is written.
type Key = (Date, TimeOfDay, TimeOfDay, UnitId, Vec<GroupId>, Vec<CompetenceId>);

fn row(cells: &mut Cells<'_>, period: &Period, seen: &mut BTreeMap<Key, usize>) -> Option<DemandRow> {
    let date = parsed(cells, "date", |value| Cause::DateUnreadable { value });
    let time = |cells: &mut Cells<'_>, name| parsed(cells, name, |value| Cause::TimeOfDayUnreadable { value });
    let (from, to) = (time(cells, "from"), time(cells, "to"));
    let unit = cells.text("unit");
    if !unit.is_empty() && period.unit(&unit.as_str().into()).is_none() {
        cells.report("unit", Cause::NotInList { list: "units".to_owned(), id: shown(&unit) });
    }
    let mut groups: Vec<GroupId> = cells.ids("groups");
    groups.sort();
    for id in groups.iter().filter(|it| period.group(it).is_none()) {
        cells.report("groups", Cause::NotInList { list: "groups".to_owned(), id: shown(id.as_str()) });
    }
    let mut competences: Vec<CompetenceId> = cells.ids("competences");
    competences.sort();
    for id in competences.iter().filter(|it| !period.competences.iter().any(|known| known.id == **it)) {
        cells.report("competences", Cause::NotInList { list: "competences".to_owned(), id: shown(id.as_str()) });
    }
    let public_holiday = cells.word("public_holiday", &[("true", true), ("false", false)]).unwrap_or(false);
    let given = amount(cells);
    let (date, from, to) = (date?, from?, to?);
    let span = Span { from, to };
    let key = (date, from, to, UnitId::from(unit.as_str()), groups.clone(), competences.clone());
    if let Some(first_row) = seen.get(&key) {
        cells.report("date", Cause::DemandTwice { first_row: *first_row });
    } else {
        seen.insert(key, cells.row);
    }
    let (begin, end) = span.on(date);
    let people = match given? {
        Amount::Staff(people) => people,
        Amount::CareMinutes(minutes) => minutes / (end - begin).minutes(),
    };
    if !(0.0..=PEOPLE_MAX).contains(&people) {
        let column = if cells.is_given("staff") { "staff" } else { "care_minutes" };
        let value = (people * 100.0).round() / 100.0;
        cells.report(column, Cause::ValueOutside { value, low: 0.0, high: PEOPLE_MAX });
    }
    cells.is_good().then(|| DemandRow { date, span, unit: unit.into(), groups, competences, people, public_holiday })
}

enum Amount {
    Staff(f64),
    CareMinutes(f64),
}

fn amount(cells: &mut Cells<'_>) -> Option<Amount> {
    match (cells.is_given("staff"), cells.is_given("care_minutes")) {
        (true, true) => {
            cells.report("care_minutes", Cause::StaffAndMinutes {});
            None
        }
        (true, false) => cells.number("staff").map(Amount::Staff),
        (false, true) => cells.number("care_minutes").map(Amount::CareMinutes),
        (false, false) => {
            cells.warn("staff", Cause::DemandMissing {});
            None
        }
    }
}

/// A value that its own type reads.
fn parsed<T: std::str::FromStr>(cells: &mut Cells<'_>, name: &str, cause: impl Fn(String) -> Cause) -> Option<T> {
    let text = cells.text(name);
    let read = text.parse().ok();
    if read.is_none() && !text.is_empty() {
        cells.report(name, cause(shown(&text)));
    }
    read
}
