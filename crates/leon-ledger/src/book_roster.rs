//! Books a roster: who covers what is needed, and what became of everybody's hours.

mod needs;
mod norm;
mod staff;

use crate::book::Draft;
use crate::{Book, Keys};
use leon_model::{
    Assignment, Complexity, Date, GroupId, Moment, Period, Person, PersonId, Roster, ShiftType, ShiftTypeId, TaskId,
    Unit,
};
use thiserror::Error;

/// Why a roster cannot be booked: it does not belong to the period.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RosterUnbookable {
    #[error("the period has no person {person}")]
    UnknownPerson { person: PersonId },
    #[error("{person} on {date}: the period has no shift {shift}")]
    UnknownShift { person: PersonId, date: Date, shift: ShiftTypeId },
    #[error("{person} on {date}: the date does not lie in the period")]
    OutsidePeriod { person: PersonId, date: Date },
}

/// Books a roster in whole minutes of its period.
///
/// A unit is a place, its kind the setting. The **need** of a unit is the task `cover`: at each minute the minimum of its
/// cover rows. Rows whose staff groups overlap speak of the same people, so the largest of them counts; others are added.
/// What nobody covers is unmet, the rest is [`Presence`](crate::Account::Presence), shared by the groups that are there.
///
/// Every person's norm hours in the period are paid at the unit with the largest share of the position. They go to duties
/// by kind (hours as the norm counts them), paid breaks, time on call, fixed duties and credited absence; duties in
/// another unit are lent there. Where a norm period ends, what is above the norm is overtime and what is below it idle;
/// other differences are [`Carried`](crate::Account::Carried) from or to other rosters.
///
/// Rosters of the same period hold the same needs, so [`released`](crate::released) compares them. Whether the roster
/// keeps the rules is for the check to say.
///
/// # Errors
/// The first duty that speaks of a person, a shift or a date that the period does not have.
///
/// # Example
/// ```
/// use leon_ledger::book_roster;
/// use leon_model::{Period, PeriodTables, Roster};
/// let date = "2026-11-23".parse().unwrap();
/// let period = Period::new(PeriodTables::empty(date, date + 27)).unwrap();
/// assert!(book_roster(&period, &Roster::default())?.entries().is_empty());
/// # Ok::<(), leon_ledger::RosterUnbookable>(())
/// ```
pub fn book_roster(period: &Period, roster: &Roster) -> Result<Book, RosterUnbookable> {
    let duties = duties(period, roster)?;
    let mut draft = Draft::default();
    for unit in &period.units {
        needs::book(period, unit, &duties, &mut draft);
    }
    for (row, person) in period.people.iter().enumerate() {
        let own: Vec<&Duty<'_>> = duties.iter().filter(|it| it.row == row).collect();
        staff::book(period, person, &own, &mut draft);
    }
    Ok(draft.book())
}

/// The task under which a unit's cover is needed.
const COVER: &str = "cover";

/// A duty with what the period says of it.
struct Duty<'a> {
    /// The person's place in the period's list.
    row: usize,
    person: &'a Person,
    assignment: &'a Assignment,
    shift: &'a ShiftType,
    start: Moment,
    end: Moment,
}

fn duties<'a>(period: &'a Period, roster: &'a Roster) -> Result<Vec<Duty<'a>>, RosterUnbookable> {
    let duty = |assignment: &'a Assignment| {
        let (person, date) = (assignment.person.clone(), assignment.date);
        let Some(row) = period.person_index(&person) else { return Err(RosterUnbookable::UnknownPerson { person }) };
        let Some(shift) = period.shift_type(&assignment.shift) else {
            return Err(RosterUnbookable::UnknownShift { person, date, shift: assignment.shift.clone() });
        };
        if !(period.first..=period.last).contains(&date) {
            return Err(RosterUnbookable::OutsidePeriod { person, date });
        }
        let (start, end) = shift.on(date);
        Ok(Duty { row, person: &period.people[row], assignment, shift, start, end })
    };
    roster.assignments.iter().map(duty).collect()
}

fn unit_keys(unit: &Unit) -> Keys {
    let (place, setting) = (unit.id.as_str().into(), unit.kind.word().into());
    Keys { place: Some(place), setting: Some(setting), ..Keys::default() }
}

fn staff_keys(unit: &Unit, group: &GroupId) -> Keys {
    Keys { group: Some(group.clone()), ..unit_keys(unit) }
}

fn need_keys(unit: &Unit) -> Keys {
    Keys { task: Some(TaskId::from(COVER)), complexity: Some(Complexity::Low), ..unit_keys(unit) }
}
