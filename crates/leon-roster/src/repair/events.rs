//! Events, the period that they leave, and the duties that they take.

use super::Gone;
use crate::change::{AtHand, Cell, ChangeError};
use leon_model::{Absence, AbsenceKind, Date, Minutes, Moment, Period, PersonId, Published, Strength, Wish};

/// Something that happens to a published roster.
#[derive(Clone, Debug, PartialEq)]
pub enum RosterEvent {
    /// Somebody is away.
    Absent { person: PersonId, from: Moment, to: Moment, kind: AbsenceKind },
    /// Somebody leaves: the first date on which they do not work any more.
    Leaves { person: PersonId, from: Date },
    /// Somebody must have a wish kept. Its strength is hard, whatever it says.
    MustHave { wish: Wish },
}

impl RosterEvent {
    /// Whether somebody does not come, and is not asked to come on other dates for it.
    pub(super) fn is_absence(&self) -> bool {
        !matches!(self, Self::MustHave { .. })
    }

    pub fn person(&self) -> &PersonId {
        match self {
            Self::Absent { person, .. } | Self::Leaves { person, .. } => person,
            Self::MustHave { wish } => &wish.person,
        }
    }
}

/// The period as events leave it.
pub(super) fn after(period: &Period, published: &Published, events: &[RosterEvent]) -> Result<Period, ChangeError> {
    let mut tables = (**period).clone();
    for event in events {
        let person = event.person();
        let Some(index) = period.person_index(person) else {
            return Err(ChangeError::UnknownPerson { person: person.clone() });
        };
        let absence = match event {
            RosterEvent::Absent { from, to, kind, .. } => (*from, *to, *kind),
            RosterEvent::Leaves { from, .. } => (from.midnight(), (period.last + 1).midnight(), AbsenceKind::Leave),
            RosterEvent::MustHave { wish } => {
                tables.wishes.push(Wish { strength: Strength::Hard, ..wish.clone() });
                continue;
            }
        };
        let (from, to, kind) = absence;
        if from >= to {
            return Err(ChangeError::EndsBeforeItBegins);
        }
        let credited = hours_taken(period, published, person, from, to);
        let told = Some(published.changes_told);
        tables.people[index].absences.push(Absence { kind, from, to, credited, told });
    }
    Period::new(tables).map_err(ChangeError::Period)
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
        let event = event.or_else(|| events.iter().position(|it| *it.person() == assignment.person));
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
    };
    *event.person() == at_hand.period.people[cell.person].id && start < to && from < end
}
