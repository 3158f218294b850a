//! A cover row on a date that is short: at which minutes, and which duties would fill them.

use super::AskError;
use leon_check::{CoverFound, RosterVerdict};
use leon_model::{Assignment, Cover, Date, Experience, FunctionId, Period, Person, PersonId, Roster, ShiftType, Who};

/// What is missing of a cover row on a date.
#[derive(Clone, Debug)]
pub(crate) struct Gap<'p> {
    pub row: &'p Cover,
    pub found: CoverFound,
    /// Duties that reach into minutes that are short, those that fill most of them first.
    pub fills: Vec<Fill<'p>>,
}

/// A duty that fills something.
#[derive(Clone, Debug)]
pub(crate) struct Fill<'p> {
    pub date: Date,
    pub shift: &'p ShiftType,
    pub function: Option<FunctionId>,
    /// Minutes that are short and that it lies over.
    minutes: usize,
}

impl Fill<'_> {
    pub fn by(&self, person: &PersonId) -> Assignment {
        let (date, shift, function) = (self.date, self.shift.id.clone(), self.function.clone());
        Assignment { person: person.clone(), date, shift, function }
    }
}

impl<'p> Gap<'p> {
    /// # Errors
    /// [`AskError::UnknownRow`] and [`AskError::RowNotOn`].
    pub fn new(
        period: &'p Period,
        roster: &Roster,
        verdict: &RosterVerdict,
        cover: usize,
        date: Date,
    ) -> Result<Self, AskError> {
        let rows = period.cover.len();
        let row = period.cover.get(cover).ok_or(AskError::UnknownRow { cover, rows })?;
        let found = verdict.cover.iter().find(|it| it.cover == cover && it.date == date);
        let found = found.ok_or(AskError::RowNotOn { cover, date })?.clone();
        let short = short(period, roster, row, &found);
        let mut fills = Vec::new();
        let shifts = period.shift_types.iter().filter(|it| it.unit == row.unit && row.counts(it.kind));
        for (shift, on) in shifts.flat_map(|it| [date - 1, date, date + 1].map(|on| (it, on))) {
            let (start, end) = minutes(shift, on);
            let minutes = short.iter().filter(|it| (start..end).contains(*it)).count();
            if minutes == 0 || !(period.first..=period.last).contains(&on) {
                continue;
            }
            let functions: Vec<Option<FunctionId>> = if row.who.functions.is_empty() {
                vec![None]
            } else {
                let asked = shift.functions.iter().filter(|it| row.who.functions.contains(it));
                asked.map(|it| Some(it.clone())).collect()
            };
            fills.extend(functions.into_iter().map(|function| Fill { date: on, shift, function, minutes }));
        }
        fills.sort_by_key(|it| std::cmp::Reverse(it.minutes));
        Ok(Self { row, found, fills })
    }
}

/// The minutes in which a row is short.
fn short(period: &Period, roster: &Roster, row: &Cover, found: &CoverFound) -> Vec<i64> {
    let there: Vec<(i64, i64)> = roster
        .assignments
        .iter()
        .filter_map(|it| {
            let (person, shift) = (period.person(&it.person)?, period.shift_type(&it.shift)?);
            let counts = shift.unit == row.unit && row.counts(shift.kind) && is_one(&row.who, person);
            let takes =
                row.who.functions.is_empty() || it.function.as_ref().is_some_and(|it| row.who.functions.contains(it));
            let near = (found.date.0 - 2..=found.date.0 + 2).contains(&it.date.0);
            (counts && takes && near).then(|| minutes(shift, it.date))
        })
        .collect();
    let at_work = |at: i64| there.iter().filter(|it| (it.0..it.1).contains(&at)).count();
    let (from, to) = (found.from.0.div_euclid(60), found.to.0.div_euclid(60));
    (from..to).filter(|at| at_work(*at) < found.min as usize).collect()
}

fn minutes(shift: &ShiftType, date: Date) -> (i64, i64) {
    let (start, end) = shift.on(date);
    (start.0.div_euclid(60), end.0.div_euclid(60))
}

/// Whether a row counts a person, as far as duties do not matter.
pub(crate) fn is_one(who: &Who, person: &Person) -> bool {
    is_experienced(who, person)
        && (who.groups.is_empty() || who.groups.contains(&person.group))
        && who.competences.iter().all(|it| person.competences.contains(it))
}

/// Whether a row counts people of a person's experience.
pub(crate) fn is_experienced(who: &Who, person: &Person) -> bool {
    if who.experience.is_empty() {
        person.experience != Experience::Trainee
    } else {
        who.experience.contains(&person.experience)
    }
}
