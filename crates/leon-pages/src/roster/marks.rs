//! What the check finds, numbered, and where on the grid each number stands.

use super::words::Words;
use leon_check::{DutyKey, RosterBroken, RosterVerdict, RuleFound};
use leon_model::{Date, Moment, PersonId, Roster, Seconds};
use std::collections::BTreeMap;

/// What speaks of more than this is told of the person, not of single duties.
const FEW_DAYS: Seconds = Seconds(3 * 24 * 3600);

/// How grave something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grade {
    Broken,
    Priced,
    Advised,
}

/// Something found.
pub(super) struct Mark {
    pub grade: Grade,
    /// In words, with paragraph and price.
    pub text: String,
}

/// All that was found; numbers are places in `all`.
pub(super) struct Marks {
    pub all: Vec<Mark>,
    cells: BTreeMap<(PersonId, Date), Vec<usize>>,
    people: BTreeMap<PersonId, Vec<usize>>,
}

impl Marks {
    pub(super) fn new(verdict: &RosterVerdict, roster: &Roster, words: Words<'_>) -> Self {
        let mut marks = Self { all: Vec::new(), cells: BTreeMap::new(), people: BTreeMap::new() };
        for it in &verdict.broken {
            let number = marks.push(Grade::Broken, words.broken(it));
            match it {
                RosterBroken::Rule(found) => marks.place(number, found, roster, words),
                RosterBroken::HardWish { person, .. } => marks.person(number, person),
                other => {
                    if let Some(DutyKey { person, date, .. }) = duty(other) {
                        marks.cell(number, person, *date);
                    }
                }
            }
        }
        for it in &verdict.priced {
            let number = marks.push(Grade::Priced, words.price(it));
            marks.place(number, &it.found, roster, words);
        }
        for it in &verdict.advised {
            let number = marks.push(Grade::Advised, words.rule(it));
            marks.place(number, it, roster, words);
        }
        marks
    }

    /// What is said of a person's date.
    pub(super) fn on(&self, person: &PersonId, date: Date) -> &[usize] {
        self.cells.get(&(person.clone(), date)).map_or(&[], Vec::as_slice)
    }

    /// What is said of a person as a whole.
    pub(super) fn of(&self, person: &PersonId) -> &[usize] {
        self.people.get(person).map_or(&[], Vec::as_slice)
    }

    fn push(&mut self, grade: Grade, text: String) -> usize {
        self.all.push(Mark { grade, text });
        self.all.len() - 1
    }

    fn cell(&mut self, number: usize, person: &PersonId, date: Date) {
        let numbers = self.cells.entry((person.clone(), date)).or_default();
        if numbers.last() != Some(&number) {
            numbers.push(number);
        }
    }

    fn person(&mut self, number: usize, person: &PersonId) {
        self.people.entry(person.clone()).or_default().push(number);
    }

    /// On the duties that touch its time; on the person where there are none, or it speaks of weeks.
    fn place(&mut self, number: usize, found: &RuleFound, roster: &Roster, words: Words<'_>) {
        let Some(person) = &found.person else { return };
        let touches = |(start, end): (Moment, Moment)| start <= found.to && found.from <= end;
        let own = roster.assignments.iter().filter(|it| it.person == *person);
        let shift = |id| words.period.shift_type(id);
        let here = own.filter(|it| shift(&it.shift).is_some_and(|shift| touches(shift.on(it.date))));
        let dates: Vec<Date> = here.map(|it| it.date).collect();
        if dates.is_empty() || found.to - found.from > FEW_DAYS {
            return self.person(number, person);
        }
        dates.into_iter().for_each(|date| self.cell(number, person, date));
    }
}

/// The duty that something broken speaks of.
fn duty(broken: &RosterBroken) -> Option<&DutyKey> {
    match broken {
        RosterBroken::UnknownShift { duty }
        | RosterBroken::OutsidePeriod { duty }
        | RosterBroken::FunctionNotInShift { duty, .. }
        | RosterBroken::CompetenceMissing { duty, .. }
        | RosterBroken::GroupNotAllowed { duty, .. }
        | RosterBroken::OtherUnit { duty, .. }
        | RosterBroken::TwoPlaces { duty, .. }
        | RosterBroken::WhileAway { duty, .. }
        | RosterBroken::Restricted { duty, .. } => Some(duty),
        RosterBroken::UnknownPerson { .. }
        | RosterBroken::HardWish { .. }
        | RosterBroken::WrongUncovered { .. }
        | RosterBroken::Rule(_) => None,
    }
}
