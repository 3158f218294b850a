//! What others open: a roster as calendars, as lists for spreadsheets and pay systems, and as a workbook.
//!
//! Duties that speak of people, shifts or dates that the period does not have are left out; the check names them.

mod calendar;
mod duties;
mod pay;
mod workbook;

pub use calendar::{engagements, person_calendar};
pub use duties::duty_table;
pub use pay::{PayCategory, PayFound, pay_table};
pub use workbook::roster_workbook;

use crate::Lang;
use leon_model::{AbsenceKind, Assignment, Moment, Period, Person, Roster, ShiftKind, ShiftType};

/// A duty of the roster with all that the period says of it.
struct Duty<'a> {
    /// The person's place in the period's list.
    row: usize,
    person: &'a Person,
    assignment: &'a Assignment,
    shift: &'a ShiftType,
    start: Moment,
    end: Moment,
}

/// The roster's duties, person by person in the period's order, and by time.
fn duties<'a>(period: &'a Period, roster: &'a Roster) -> Vec<Duty<'a>> {
    let known = |assignment: &'a Assignment| {
        let row = period.person_index(&assignment.person)?;
        let shift = period.shift_type(&assignment.shift)?;
        let here = (period.first..=period.last).contains(&assignment.date);
        let (start, end) = here.then(|| shift.on(assignment.date))?;
        Some(Duty { row, person: &period.people[row], assignment, shift, start, end })
    };
    let mut duties: Vec<Duty<'_>> = roster.assignments.iter().filter_map(known).collect();
    duties.sort_by_key(|it| (it.row, it.start, it.end, it.assignment));
    duties
}

/// The name of a unit; its id when it has none.
fn unit_name<'a>(period: &'a Period, shift: &'a ShiftType) -> &'a str {
    let name = period.unit(&shift.unit).map_or("", |it| it.name.as_str());
    if name.is_empty() { shift.unit.as_str() } else { name }
}

fn kind_name(kind: ShiftKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (ShiftKind::Day, Lang::Da) => "Dagvagt",
        (ShiftKind::Day, Lang::En) => "Day shift",
        (ShiftKind::Evening, Lang::Da) => "Aftenvagt",
        (ShiftKind::Evening, Lang::En) => "Evening shift",
        (ShiftKind::Night, Lang::Da) => "Nattevagt",
        (ShiftKind::Night, Lang::En) => "Night shift",
        (ShiftKind::OnCallAtWork, Lang::Da) => "Vagt fra tjenestestedet",
        (ShiftKind::OnCallAtWork, Lang::En) => "On call at work",
        (ShiftKind::OnCallAtHome, Lang::Da) => "Rådighedsvagt fra bolig",
        (ShiftKind::OnCallAtHome, Lang::En) => "On call at home",
    }
}

/// What stands in the grid on a day off that has a reason.
fn absence_name(kind: AbsenceKind, lang: Lang) -> &'static str {
    match (kind, lang) {
        (AbsenceKind::Holiday, Lang::Da) => "ferie",
        (AbsenceKind::Holiday, Lang::En) => "holiday",
        (AbsenceKind::Illness, Lang::Da) => "syg",
        (AbsenceKind::Illness, Lang::En) => "ill",
        (AbsenceKind::TimeOffInLieu, Lang::Da) => "afsp.",
        (AbsenceKind::TimeOffInLieu, Lang::En) => "in lieu",
        (AbsenceKind::Leave, Lang::Da) => "orlov",
        (AbsenceKind::Leave, Lang::En) => "leave",
    }
}
