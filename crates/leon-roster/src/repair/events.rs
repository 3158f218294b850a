//! Events, the period that they leave, and the duties that they take.

use super::Gone;
use crate::change::{AtHand, Cell, ChangeError};
use leon_model::{
    Absence, AbsenceKind, CoverNeed, Date, Days, Minutes, Moment, Period, PeriodTables, Person, PersonId, Published,
    RosterEvent, Strength, Wish,
};
use std::collections::BTreeSet;

/// Whether somebody does not come, and is not asked to come on other dates for it.
pub(super) fn is_absence(event: &RosterEvent) -> bool {
    matches!(event, RosterEvent::Absent { .. } | RosterEvent::Leaves { .. })
}

/// The period as events leave it.
pub(super) fn after(period: &Period, published: &Published, events: &[RosterEvent]) -> Result<Period, ChangeError> {
    let mut tables = (**period).clone();
    for event in events {
        let Some(person) = event.person() else {
            change_cover(period, &mut tables, event)?;
            continue;
        };
        let Some(index) = period.person_index(person) else {
            return Err(ChangeError::UnknownPerson { person: person.clone() });
        };
        let (from, to, kind) = match event {
            RosterEvent::Absent { from, to, kind, .. } => (*from, *to, *kind),
            RosterEvent::Leaves { from, .. } => (from.midnight(), (period.last + 1).midnight(), AbsenceKind::Leave),
            RosterEvent::Returns { from, .. } => {
                end_absences(&mut tables.people[index], *from);
                continue;
            }
            RosterEvent::MustHave { wish } => {
                tables.wishes.push(Wish { strength: Strength::Hard, ..wish.clone() });
                continue;
            }
            RosterEvent::CoverChanged { .. } => continue, // speaks of nobody
        };
        if from >= to {
            return Err(ChangeError::EndsBeforeItBegins);
        }
        let credited = hours_taken(period, published, person, from, to);
        let told = Some(published.changes_told);
        tables.people[index].absences.push(Absence { kind, from, to, credited, told });
    }
    Period::new(tables).map_err(ChangeError::Period)
}

/// Ends absences that reach beyond a moment, with the part of their hours that lies before it.
fn end_absences(person: &mut Person, from: Moment) {
    person.absences.retain(|it| it.from < from);
    for it in person.absences.iter_mut().filter(|it| it.to > from) {
        let share = (from - it.from).minutes() / (it.to - it.from).minutes();
        it.credited = Minutes((it.credited.0 as f64 * share).round() as i64);
        it.to = from;
    }
}

/// Gives a row of cover other numbers on some of its dates, as a row of its own at the end.
fn change_cover(period: &Period, tables: &mut PeriodTables, event: &RosterEvent) -> Result<(), ChangeError> {
    let RosterEvent::CoverChanged { row, from, to, min, target } = event else { return Ok(()) };
    let Some(old) = period.cover.get(*row) else {
        return Err(ChangeError::UnknownCover { row: *row, rows: period.cover.len() });
    };
    if from > to {
        return Err(ChangeError::EndsBeforeItBegins);
    }
    // What an earlier event has given a row of its own is not among the row's dates any more.
    let holds = |date: &Date| tables.cover[*row].days.contain(*date, period.is_public_holiday(*date));
    let (changed, stay): (Vec<Date>, Vec<Date>) =
        period.dates().filter(holds).partition(|date| (*from..=*to).contains(date));
    if changed.is_empty() {
        return Err(ChangeError::NotAsked { row: *row, date: *from });
    }
    let need = CoverNeed::Table { min: *min, target: *target };
    let surplus = old.surplus.map(|it| it.max(*target));
    let days = |dates| Days { dates, ..Days::default() };
    let own = leon_model::Cover { days: days(changed), need, surplus, evidence: None, ..old.clone() };
    if stay.is_empty() {
        tables.cover[*row] = own;
    } else {
        tables.cover.push(own);
        tables.cover[*row].days = days(stay);
    }
    Ok(())
}

/// Dates on which events ask for more people or bring somebody back, with the event's place in the list.
pub(super) fn asked(period: &Period, events: &[RosterEvent]) -> Vec<(Date, usize)> {
    let mut asked = BTreeSet::new();
    for (at, event) in events.iter().enumerate() {
        let (from, to) = match event {
            RosterEvent::CoverChanged { from, to, .. } => (*from, *to),
            RosterEvent::Returns { person, from } => {
                // As far as the person would have been away.
                let absences = period.person(person).map(|it| it.absences.as_slice()).unwrap_or_default();
                let ends = absences.iter().filter(|it| it.to > *from).map(|it| it.to).max();
                let Some(ends) = ends else { continue };
                (from.danish_date(), Moment(ends.0 - 1).danish_date())
            }
            _ => continue,
        };
        let dates = period.dates().filter(|date| (from..=to).contains(date));
        asked.extend(dates.map(|date| (date, at)));
    }
    asked.into_iter().collect()
}

/// Hours of the duties that a stretch of time touches.
fn hours_taken(period: &Period, published: &Published, person: &PersonId, from: Moment, to: Moment) -> Minutes {
    let own = published.roster.assignments.iter().filter(|it| it.person == *person);
    let hours = own.filter_map(|it| {
        let shift = period.shift_type(&it.shift)?;
        let (start, end) = shift.on(it.date);
        (start < to && from < end).then(|| shift.hours(it.date))
    });
    hours.sum()
}

/// The published duties that people of the events cannot have any more, in order of time.
pub(super) fn fallen(at_hand: &AtHand<'_>, events: &[RosterEvent]) -> Vec<Gone> {
    let mut gone = Vec::new();
    for assignment in &at_hand.published.roster.assignments {
        let Some(person) = at_hand.period.person_index(&assignment.person) else { continue };
        let (Ok(day), Some(duty)) = (at_hand.day(assignment.date), at_hand.translation.duty_of(assignment)) else {
            continue;
        };
        let cell = Cell { person, day, duty };
        let event = events.iter().position(|it| takes(it, at_hand, cell));
        let event = event.or_else(|| events.iter().position(|it| it.person() == Some(&assignment.person)));
        if let Some(event) = event.filter(|_| at_hand.now(person, day) != duty) {
            gone.push(Gone { cell, event });
        }
    }
    gone.sort_by_key(|it| (it.cell.day, it.cell));
    gone
}

/// Whether an event is about the time of a duty.
fn takes(event: &RosterEvent, at_hand: &AtHand<'_>, cell: Cell) -> bool {
    let Some(shift) = at_hand.shift(cell.duty) else { return false };
    let (start, end) = shift.on(at_hand.date(cell.day));
    let (from, to) = match event {
        RosterEvent::Absent { from, to, .. } => (*from, *to),
        RosterEvent::Leaves { from, .. } => (from.midnight(), Moment(i64::MAX)),
        RosterEvent::MustHave { wish } => (wish.from.midnight(), (wish.to + 1).midnight()),
        RosterEvent::Returns { .. } | RosterEvent::CoverChanged { .. } => return false,
    };
    event.person() == Some(&at_hand.period.people[cell.person].id) && start < to && from < end
}
