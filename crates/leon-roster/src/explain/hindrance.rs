//! What keeps a person from a duty.

use super::gap::{Fill, Gap, is_experienced};
use crate::change::Alone;
use leon_check::{RosterBroken, RuleFound};
use leon_model::{
    AbsenceKind, CompetenceId, Cover, Date, Moment, Period, Person, PersonId, Reason, Roster, ShiftTypeId, WishId,
};

/// One thing that keeps a person from a duty.
#[derive(Clone, Debug, PartialEq)]
pub enum Hindrance {
    /// The row or the shift is not for the person's staff group.
    OtherGroup,
    /// The unit is none of the person's, and no pool lends to it.
    OtherUnit,
    /// The row or the function takes a competence that the person does not hold.
    CompetenceMissing { competence: CompetenceId },
    /// The row does not count people of this experience, such as trainees.
    NotCounted,
    /// The person has another duty, which begins on the same date or lies at the same time.
    AtWork { date: Date, shift: ShiftTypeId },
    /// The person is at a course, a meeting or the like, or still at work from before the period.
    Settled { at: Moment },
    /// The person is away.
    Away { absence: AbsenceKind },
    /// A consideration keeps the person from it.
    Restricted { reason: Reason },
    /// A hard wish is against it.
    HardWish { wish: WishId },
    /// A rule would be broken.
    Rule(RuleFound),
}

/// A person whom a row asks for or not, and what keeps the person from filling it.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonReason {
    pub person: PersonId,
    /// The shift that comes nearest to being possible, and its date; `None`: the row's unit has none.
    pub shift: Option<(Date, ShiftTypeId)>,
    /// Empty: nothing but the price.
    pub hindrances: Vec<Hindrance>,
}

/// What keeps a person from filling a gap, by the duty that comes nearest to being possible: the fewest hindrances.
pub(crate) fn person_reason<'g, 'p>(
    period: &Period,
    roster: &Roster,
    gap: &'g Gap<'p>,
    alone: &Alone<'_>,
    person: &Person,
) -> (PersonReason, Option<&'g Fill<'p>>) {
    let tried = gap.fills.iter().map(|fill| (fill, hindrances(period, roster, gap.row, alone, person, fill)));
    let nearest = tried.min_by_key(|(_, hindrances)| hindrances.len());
    let shift = nearest.as_ref().map(|(fill, _)| (fill.date, fill.shift.id.clone()));
    let fill = nearest.as_ref().map(|it| it.0);
    let hindrances = nearest.map(|it| it.1).unwrap_or_default();
    (PersonReason { person: person.id.clone(), shift, hindrances }, fill)
}

/// What keeps a person from a duty: who they are; else what they do then; else rules.
pub(crate) fn hindrances(
    period: &Period,
    roster: &Roster,
    row: &Cover,
    alone: &Alone<'_>,
    person: &Person,
    fill: &Fill<'_>,
) -> Vec<Hindrance> {
    let mut found = who_may_not(period, row, person, fill);
    let is_other = |it: &Hindrance| *it != Hindrance::OtherUnit;
    if found.iter().any(is_other) {
        return found;
    }
    match at_work(period, roster, person, fill) {
        Some(hindrance) => found.push(hindrance),
        None => {
            let broken = alone.would_break(&alone.and(&fill.by(&person.id)));
            let others = broken.into_iter().filter_map(hindrance_of).filter(is_other);
            found.extend(others);
        }
    }
    found
}

fn who_may_not(period: &Period, row: &Cover, person: &Person, fill: &Fill<'_>) -> Vec<Hindrance> {
    let mut found = Vec::new();
    let is_of = |groups: &[leon_model::GroupId]| groups.is_empty() || groups.contains(&person.group);
    if !is_of(&row.who.groups) || !is_of(&fill.shift.groups) {
        found.push(Hindrance::OtherGroup);
    }
    if !period.may_work_in(person, &fill.shift.unit) {
        found.push(Hindrance::OtherUnit);
    }
    let takes = fill.function.as_ref().and_then(|it| period.function(it)?.competence.as_ref());
    let mut asked: Vec<&CompetenceId> = row.who.competences.iter().chain(takes).collect();
    asked.dedup();
    let missing = asked.into_iter().filter(|it| !person.competences.contains(it));
    found.extend(missing.map(|it| Hindrance::CompetenceMissing { competence: it.clone() }));
    if !is_experienced(&row.who, person) {
        found.push(Hindrance::NotCounted);
    }
    found
}

/// The duty of the roster that a person has then or on that date.
fn at_work(period: &Period, roster: &Roster, person: &Person, fill: &Fill<'_>) -> Option<Hindrance> {
    let (start, end) = fill.shift.on(fill.date);
    let mine = roster.assignments.iter().filter(|it| it.person == person.id);
    let mut then = mine.filter(|it| {
        let times = period.shift_type(&it.shift).map(|shift| shift.on(it.date));
        it.date == fill.date || times.is_some_and(|(from, to)| from < end && start < to)
    });
    then.next().map(|it| Hindrance::AtWork { date: it.date, shift: it.shift.clone() })
}

/// What a person would break, as what keeps them from it.
pub(crate) fn hindrance_of(broken: RosterBroken) -> Option<Hindrance> {
    Some(match broken {
        RosterBroken::CompetenceMissing { competence, .. } => Hindrance::CompetenceMissing { competence },
        RosterBroken::GroupNotAllowed { .. } => Hindrance::OtherGroup,
        RosterBroken::OtherUnit { .. } => Hindrance::OtherUnit,
        RosterBroken::TwoPlaces { at, .. } => Hindrance::Settled { at },
        RosterBroken::WhileAway { absence, .. } => Hindrance::Away { absence },
        RosterBroken::Restricted { reason, .. } => Hindrance::Restricted { reason },
        RosterBroken::HardWish { wish, .. } => Hindrance::HardWish { wish },
        RosterBroken::Rule(found) => Hindrance::Rule(found),
        RosterBroken::UnknownPerson { .. }
        | RosterBroken::UnknownShift { .. }
        | RosterBroken::OutsidePeriod { .. }
        | RosterBroken::FunctionNotInShift { .. }
        | RosterBroken::WrongUncovered { .. } => return None,
    })
}
