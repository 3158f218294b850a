//! A roster at hand, as numbers: what a change of it costs, before it is made.

use super::{ChangeError, Changed, Work};
use crate::cost::Cost;
use crate::problem::{Choice, FREE};
use crate::roster::Roster as Rows;
use crate::state::{Draft, State};
use crate::translate::{DutyOf, Given, Tightened, Translation, carried};
use leon_model::{Assignment, Date, Moment, Period, PersonId, Published, Roster, ShiftType};
use std::collections::{BTreeMap, BTreeSet};

/// A person's day, and a duty for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Cell {
    pub person: usize,
    pub day: usize,
    pub duty: u8,
}

/// A roster that people know, with its translation.
pub(crate) struct AtHand<'a> {
    pub period: &'a Period,
    pub published: &'a Published,
    pub translation: Translation<'a>,
    /// What people know, as far as they may have it.
    pub rows: Rows,
    /// People and days with a duty that people know of.
    known: BTreeSet<(usize, usize)>,
    /// What begins before is settled.
    open_from: Moment,
}

impl<'a> AtHand<'a> {
    /// What begins before `open_from` is settled, and so is every other day that is `kept`.
    pub fn new(
        period: &'a Period,
        published: &'a Published,
        open_from: Moment,
        tightened: &Tightened,
        kept: &dyn Fn(usize, Date) -> bool,
    ) -> Result<Self, ChangeError> {
        let burden = Some(carried(period, &published.roster));
        let given = Given { published: Some(published), burden, ..Given::nothing(tightened) };
        let translation = Translation::new(period, given)?;
        let rows = translation.rows(&published.roster);
        let place =
            |it: &Assignment| Some((period.person_index(&it.person)?, usize::try_from(it.date - period.first).ok()?));
        let known = published.roster.assignments.iter().filter_map(place).collect();
        let mut at_hand = Self { period, published, translation, rows, known, open_from };
        at_hand.settle(kept);
        Ok(at_hand)
    }

    /// Takes out the choices that are not open any more. A duty that fell away leaves the day free.
    pub fn settle(&mut self, kept: &dyn Fn(usize, Date) -> bool) {
        let open_from = self.open_from;
        for person in 0..self.period.people.len() {
            for day in 0..self.translation.problem.days {
                let (now, date) = (self.rows.get(person, day), self.date(day));
                let stays = kept(person, date) || self.begins(now, day).is_some_and(|it| it < open_from);
                let is_open = |it: &Choice| {
                    it.duty == now || (!stays && self.begins(it.duty, day).is_none_or(|begins| begins >= open_from))
                };
                let left: Vec<Choice> =
                    self.translation.problem.people[person].choices[day].iter().copied().filter(is_open).collect();
                self.translation.problem.people[person].choices[day] = left;
            }
        }
    }

    pub fn date(&self, day: usize) -> Date {
        self.period.first + day as i32
    }

    /// The place of a date in the period.
    pub fn day(&self, date: Date) -> Result<usize, ChangeError> {
        if (self.period.first..=self.period.last).contains(&date) {
            Ok((date - self.period.first) as usize)
        } else {
            Err(ChangeError::OutsidePeriod { date })
        }
    }

    pub fn person(&self, id: &PersonId) -> Result<usize, ChangeError> {
        self.period.person_index(id).ok_or_else(|| ChangeError::UnknownPerson { person: id.clone() })
    }

    pub fn shift(&self, duty: u8) -> Option<&'a ShiftType> {
        match self.translation.duties[usize::from(duty)] {
            DutyOf::Shift { shift, .. } => Some(&self.period.shift_types[shift]),
            _ => None,
        }
    }

    /// Takes a duty away: the day is free from now on, whatever else was wanted of it.
    pub fn vacate(&mut self, cell: Cell) {
        self.translation.problem.people[cell.person].choices[cell.day] = vec![Choice { duty: FREE, cost: Cost::ZERO }];
        self.rows.set(cell.person, cell.day, FREE);
    }

    /// When a duty begins on a day; `None`: it is no shift.
    pub fn begins(&self, duty: u8, day: usize) -> Option<Moment> {
        self.shift(duty).map(|it| it.on(self.date(day)).0)
    }

    pub fn work(&self, duty: u8) -> Option<Work> {
        let DutyOf::Shift { shift, function } = self.translation.duties[usize::from(duty)] else { return None };
        let function = function.map(|it| self.period.functions[it].id.clone());
        Some(Work { shift: self.period.shift_types[shift].id.clone(), function })
    }

    /// Whether a person may have a duty on a day, other days apart.
    pub fn may(&self, cell: Cell) -> bool {
        self.translation.problem.people[cell.person].choices[cell.day].iter().any(|it| it.duty == cell.duty)
    }

    /// What a person does on a day.
    pub fn now(&self, person: usize, day: usize) -> u8 {
        self.rows.get(person, day)
    }

    /// The published roster in the state of a search.
    pub fn state(&self) -> State<'_> {
        let mut state = State::new(&self.translation.problem);
        state.load(&self.rows);
        state
    }

    /// What somebody's days cost more when some of them change, cover apart.
    pub fn row_change(&self, state: &mut State<'_>, draft: &mut Draft, cells: &[Cell]) -> Cost {
        self.draft(state, draft, cells);
        draft.keeps_cover = true;
        let change = state.price(draft);
        state.drop_edit();
        change
    }

    /// What a change costs.
    pub fn change(&self, state: &mut State<'_>, draft: &mut Draft, cells: &[Cell]) -> Cost {
        self.draft(state, draft, cells);
        let change = state.price(draft);
        state.drop_edit();
        change
    }

    /// Cells, in any order, as edits of the rows as they stand.
    pub fn draft(&self, state: &State<'_>, draft: &mut Draft, cells: &[Cell]) {
        draft.clear();
        for (at, cell) in cells.iter().enumerate() {
            let own = || cells.iter().filter(|it| it.person == cell.person);
            if cells[..at].iter().any(|it| it.person == cell.person) {
                continue;
            }
            let (first, last) = own().fold((cell.day, cell.day), |(a, b), it| (a.min(it.day), b.max(it.day)));
            let row = state.row(cell.person);
            let duty = |day: usize| own().find(|it| it.day == day).map_or(row[day], |it| it.duty);
            draft.add(cell.person, first, (first..=last).map(duty));
        }
    }

    /// What differs between the published roster and rows of the search, by person and date.
    pub fn cells_of(&self, rows: &Rows) -> Vec<Cell> {
        let days = self.translation.problem.days;
        let all = (0..self.period.people.len()).flat_map(|person| (0..days).map(move |day| (person, day)));
        let cells = all.map(|(person, day)| Cell { person, day, duty: rows.get(person, day) });
        cells.filter(|it| it.duty != self.now(it.person, it.day) || self.is_forced(*it)).collect()
    }

    /// Whether a duty that nobody knows of must be, as a hard wish asks: the search has begun with it.
    fn is_forced(&self, cell: Cell) -> bool {
        let choices = &self.translation.problem.people[cell.person].choices[cell.day];
        !self.known.contains(&(cell.person, cell.day))
            && choices.iter().all(|it| it.duty != FREE)
            && self.begins(cell.duty, cell.day).is_some_and(|it| it >= self.open_from)
    }

    /// The published duties of a person, as they are after some cells have changed.
    pub fn own_after(&self, person: usize, cells: &[Cell]) -> Vec<Assignment> {
        let id = &self.period.people[person].id;
        let changed: BTreeMap<Date, u8> =
            cells.iter().filter(|it| it.person == person).map(|it| (self.date(it.day), it.duty)).collect();
        let own = self.published.roster.assignments.iter().filter(|it| it.person == *id);
        let mut after: Vec<Assignment> = own.filter(|it| !changed.contains_key(&it.date)).cloned().collect();
        after.extend(changed.into_iter().filter_map(|(date, duty)| {
            let Work { shift, function } = self.work(duty)?;
            Some(Assignment { person: id.clone(), date, shift, function })
        }));
        after.sort_by_key(|it| it.date);
        after
    }

    /// The published roster with some cells changed, without its list of what is uncovered. Whatever does not change
    /// stays as it was written.
    pub fn roster_after(&self, cells: &[Cell]) -> Roster {
        let all = (0..self.period.people.len()).flat_map(|person| self.own_after(person, cells));
        let strangers = self.published.roster.assignments.iter();
        let strangers = strangers.filter(|it| self.period.person_index(&it.person).is_none()).cloned();
        Roster { assignments: all.chain(strangers).collect(), uncovered: None }
    }

    /// A change in words of the period.
    pub fn changed(&self, cell: Cell) -> Changed {
        let (person, date) = (self.period.people[cell.person].id.clone(), self.date(cell.day));
        let published = self.published.roster.assignments.iter().filter(|it| it.person == person && it.date == date);
        let mut before: Vec<Work> = published.map(Work::of).collect();
        before.sort();
        Changed { person, date, before, now: self.work(cell.duty).into_iter().collect() }
    }

    /// A person's duty on a date that can still be given away.
    pub fn duty_to_give(&self, person: &PersonId, date: Date) -> Result<Cell, ChangeError> {
        let (index, day) = (self.person(person)?, self.day(date)?);
        let duty = self.now(index, day);
        if duty == FREE || self.shift(duty).is_none() {
            return Err(ChangeError::NoDuty { person: person.clone(), date });
        }
        if self.begins(duty, day).is_some_and(|it| it < self.open_from) {
            return Err(ChangeError::Past { date });
        }
        Ok(Cell { person: index, day, duty })
    }
}
