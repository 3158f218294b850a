//! The roster's duties laid out, person by person, beside what the period says of them.

use super::found::DutyKey;
use leon_model::{
    Assignment, Clause, ClauseKind, Date, Minutes, Moment, Period, Person, PersonId, Roster, Rule, RuleInForce,
    ShiftKind, ShiftType,
};
use std::collections::BTreeMap;

/// What a duty is.
#[derive(Clone, Copy)]
pub(super) enum DutyOf<'a> {
    /// A shift of the roster.
    Shift(&'a Assignment, &'a ShiftType),
    /// Settled work that is no shift.
    Fixed,
    /// A duty before the period.
    Past(ShiftKind),
}

/// A stretch of duty.
#[derive(Clone, Copy)]
pub(super) struct Duty<'a> {
    pub of: DutyOf<'a>,
    /// The date on which it begins.
    pub date: Date,
    pub start: Moment,
    pub end: Moment,
    /// Hours of work.
    pub hours: Minutes,
}

impl Duty<'_> {
    pub fn kind(&self) -> Option<ShiftKind> {
        match self.of {
            DutyOf::Shift(_, shift) => Some(shift.kind),
            DutyOf::Past(kind) => Some(kind),
            DutyOf::Fixed => None,
        }
    }

    /// Whether it is the roster's or the period's, not history's.
    pub fn is_now(&self) -> bool {
        !matches!(self.of, DutyOf::Past(_))
    }

    /// From start to end.
    pub fn length(&self) -> Minutes {
        Minutes((self.end - self.start).0 / 60)
    }
}

/// A person with their duties, history first, in order of time.
pub(super) struct PersonFacts<'a> {
    pub period: &'a Period,
    pub person: &'a Person,
    /// The roster's assignments of the person, as it lists them.
    pub listed: Vec<&'a Assignment>,
    pub duties: Vec<Duty<'a>>,
    /// The rules that are for the person, by kind.
    rules: BTreeMap<ClauseKind, Vec<&'a Rule>>,
}

impl<'a> PersonFacts<'a> {
    fn new(period: &'a Period, person: &'a Person) -> Self {
        let mut rules: BTreeMap<ClauseKind, Vec<&Rule>> = BTreeMap::new();
        for rule in period.rules_for(person) {
            rules.entry(rule.kind).or_default().push(rule);
        }
        Self { period, person, listed: Vec::new(), duties: settled(person), rules }
    }

    fn add(&mut self, assignment: &'a Assignment) {
        self.listed.push(assignment);
        let Some(shift) = self.period.shift_type(&assignment.shift) else { return };
        if !(self.period.first..=self.period.last).contains(&assignment.date) {
            return; // no instant of it is certain to exist
        }
        let (start, end) = shift.on(assignment.date);
        let (date, hours) = (assignment.date, shift.hours(assignment.date));
        self.duties.push(Duty { of: DutyOf::Shift(assignment, shift), date, start, end, hours });
    }

    /// The rules of a kind that hold for the person on a date.
    pub fn rules(&self, kind: ClauseKind, date: Date) -> Vec<RuleInForce<'a>> {
        let of_kind = self.rules.get(&kind).into_iter().flatten();
        of_kind.filter_map(|rule| self.period.in_force(rule, self.person, date)).collect()
    }

    /// The clauses that hold for the person on a date, with what is read out of them.
    pub fn clauses<T>(
        &self,
        kind: ClauseKind,
        date: Date,
        read: impl Fn(&Clause) -> Option<T>,
    ) -> Vec<(RuleInForce<'a>, T)> {
        let rules = self.rules(kind, date).into_iter();
        rules.filter_map(|rule| read(rule.clause).map(|it| (rule, it))).collect()
    }

    /// The duties of the roster, with shift.
    pub fn shifts(&self) -> impl Iterator<Item = (&Duty<'a>, &'a Assignment, &'a ShiftType)> {
        self.duties.iter().filter_map(|duty| match duty.of {
            DutyOf::Shift(assignment, shift) => Some((duty, assignment, shift)),
            _ => None,
        })
    }

    /// Hours of the period's duties that begin on dates from `first` to `last`.
    pub fn hours(&self, first: Date, last: Date) -> Minutes {
        let here = |it: &&Duty<'_>| it.is_now() && (first..=last).contains(&it.date);
        self.duties.iter().filter(here).map(|it| it.hours).sum()
    }
}

/// Period and roster, side by side.
pub(super) struct Facts<'a> {
    pub period: &'a Period,
    pub roster: &'a Roster,
    /// In the order in which they were asked for.
    pub people: Vec<PersonFacts<'a>>,
}

impl<'a> Facts<'a> {
    /// Of some of the period's people, or all.
    pub fn new(period: &'a Period, roster: &'a Roster, people: &'a [Person]) -> Self {
        let row_of: BTreeMap<&PersonId, usize> = people.iter().enumerate().map(|(row, it)| (&it.id, row)).collect();
        let mut people: Vec<PersonFacts<'a>> = people.iter().map(|it| PersonFacts::new(period, it)).collect();
        for assignment in &roster.assignments {
            if let Some(row) = row_of.get(&assignment.person) {
                people[*row].add(assignment);
            }
        }
        for it in &mut people {
            it.duties.sort_by_key(|duty| (duty.start, duty.end));
        }
        Self { period, roster, people }
    }
}

/// A person's history and fixed duties.
fn settled(person: &Person) -> Vec<Duty<'_>> {
    let duty = |of, start: Moment, end: Moment| {
        let hours = Minutes((end - start).0 / 60);
        Duty { of, date: start.danish_date(), start, end, hours }
    };
    let past = person.history.duties.iter().map(|it| duty(DutyOf::Past(it.kind), it.start, it.end));
    past.chain(person.fixed_duties.iter().map(|it| duty(DutyOf::Fixed, it.start, it.end))).collect()
}

/// The name of an assignment.
pub(super) fn key(assignment: &Assignment) -> DutyKey {
    DutyKey { person: assignment.person.clone(), date: assignment.date, shift: assignment.shift.clone() }
}
