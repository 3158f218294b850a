//! A roster as a list: a row a duty.

use super::duties;
use crate::results::column::{text, whole};
use crate::results::{Cell, ResultTable};
use leon_model::{Period, Roster};

/// The table `roster`: a row for each duty, person by person, with Danish times.
pub fn duty_table(period: &Period, roster: &Roster) -> ResultTable {
    let columns = vec![
        text("person", "Who."),
        text("staff_group", "The person's staff group."),
        text("unit", "Where."),
        text("shift", "The shift."),
        text("kind", "day, evening, night, on_call_at_work or on_call_at_home."),
        text("function", "The function taken in it."),
        text("date", "The date on which it begins."),
        text("start", "When it begins."),
        text("end_date", "The date on which it ends."),
        text("end", "When it ends."),
        whole("length_minutes", "min", "From start to end: 7 or 9 hours for a night of 8 when the clock is set."),
        whole("hours_minutes", "min", "What it counts as in the norm."),
    ];
    let rows = duties(period, roster).into_iter().map(|it| {
        let date = it.assignment.date;
        vec![
            it.person.id.as_str().into(),
            it.person.group.as_str().into(),
            it.shift.unit.as_str().into(),
            it.shift.id.as_str().into(),
            it.shift.kind.word().into(),
            it.assignment.function.as_ref().map(|it| it.as_str()).into(),
            date.to_string().into(),
            it.start.danish_time().to_string().into(),
            it.end.danish_date().to_string().into(),
            it.end.danish_time().to_string().into(),
            Cell::Integer((it.end - it.start).0 / 60),
            Cell::Integer(it.shift.hours(date).0),
        ]
    });
    ResultTable {
        name: "roster".to_owned(),
        description: "A row for each duty, person by person.".to_owned(),
        columns,
        rows: rows.collect(),
    }
}
