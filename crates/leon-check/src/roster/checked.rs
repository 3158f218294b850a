//! A checked roster, kept so that changes of it are checked by what they change.

use super::facts::{Facts, PersonFacts};
use super::{PersonVerdict, RosterVerdict, person, whole};
use leon_model::{Assignment, Period, PersonId, Published, Roster};
use std::collections::BTreeMap;

/// A roster with what the check found in it.
///
/// Rosters that differ from it for a few people are checked at a fraction of the work: what the check finds in the
/// duties of everybody else is known. Cover, mix and goals are reckoned anew each time.
#[derive(Clone, Debug)]
pub struct Checked<'a> {
    period: &'a Period,
    published: Option<&'a Published>,
    roster: Roster,
    people: Vec<PersonVerdict>,
    verdict: RosterVerdict,
}

impl<'a> Checked<'a> {
    /// Checks a roster as [`check_roster`](crate::check_roster) does, and keeps what it found.
    pub fn new(period: &'a Period, roster: &Roster, published: Option<&'a Published>) -> Self {
        let (people, verdict) = check(period, roster, published, |_, _| None);
        Self { period, published, roster: roster.clone(), people, verdict }
    }

    /// The roster that was checked.
    pub fn roster(&self) -> &Roster {
        &self.roster
    }

    /// What was found in it.
    pub fn verdict(&self) -> &RosterVerdict {
        &self.verdict
    }

    /// What was found, when nothing more is asked.
    pub fn into_verdict(self) -> RosterVerdict {
        self.verdict
    }

    /// What the check finds in another roster of the same period: what [`check_roster`](crate::check_roster) finds.
    ///
    /// # Example
    /// ```
    /// use leon_check::{Checked, check_roster};
    /// use leon_model::{Assignment, Period, PeriodTables, Roster};
    ///
    /// let date = "2026-11-23".parse().unwrap();
    /// let period = Period::new(PeriodTables::empty(date, date + 27)).unwrap();
    /// let checked = Checked::new(&period, &Roster::default(), None);
    /// let duty = Assignment { person: "p1".into(), date, shift: "d".into(), function: None };
    /// let other = Roster { assignments: vec![duty], uncovered: None };
    /// assert_eq!(checked.with(&other), check_roster(&period, &other, None));
    /// ```
    pub fn with(&self, roster: &Roster) -> RosterVerdict {
        let mut was: BTreeMap<&PersonId, Vec<&Assignment>> = BTreeMap::new();
        for it in &self.roster.assignments {
            was.entry(&it.person).or_default().push(it);
        }
        let same = |it: &PersonFacts<'_>| was.get(&it.person.id).map_or(&[][..], Vec::as_slice) == it.listed;
        let known = |row: usize, it: &PersonFacts<'_>| same(it).then(|| self.people[row].clone());
        check(self.period, roster, self.published, known).1
    }
}

/// Everybody's verdict, of some `known` by place and duties, and what they come to.
fn check(
    period: &Period,
    roster: &Roster,
    published: Option<&Published>,
    known: impl Fn(usize, &PersonFacts<'_>) -> Option<PersonVerdict>,
) -> (Vec<PersonVerdict>, RosterVerdict) {
    let facts = Facts::new(period, roster, &period.people);
    let before = published.map(|it| (Facts::new(period, &it.roster, &period.people), it.changes_told));
    let before = before.as_ref().map(|(facts, told)| (facts, *told));
    let of = |(row, it): (usize, &PersonFacts<'_>)| {
        known(row, it).unwrap_or_else(|| person::of(it, before.map(|(facts, told)| (&facts.people[row], told))))
    };
    let people: Vec<PersonVerdict> = facts.people.iter().enumerate().map(of).collect();
    let verdict = whole(&facts, before.map(|it| it.0), &people);
    (people, verdict)
}
