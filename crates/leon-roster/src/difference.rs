//! What tells two rosters of a period apart: person by person, date by date, and in what they are worth.

use crate::change::{Changed, Work};
use crate::explain::GoalChange;
use leon_check::{RosterVerdict, check_roster};
use leon_model::{Date, Minutes, Period, PersonId, Published, Roster, RosterGoal, ShiftKind, WishId};
use std::collections::{BTreeMap, BTreeSet};

/// Every date on which somebody does something else, by person and date.
pub fn changed_dates(before: &Roster, after: &Roster) -> Vec<Changed> {
    let (was, is) = (by_date(before), by_date(after));
    let keys: BTreeSet<_> = was.keys().chain(is.keys()).copied().collect();
    let at = |all: &Dates<'_>, key| all.get(&key).cloned().unwrap_or_default();
    let changed = keys.into_iter().filter(|key| was.get(key) != is.get(key));
    changed
        .map(|key| Changed { person: key.0.clone(), date: key.1, before: at(&was, key), now: at(&is, key) })
        .collect()
}

type Dates<'a> = BTreeMap<(&'a PersonId, Date), Vec<Work>>;

fn by_date(roster: &Roster) -> Dates<'_> {
    let mut all: Dates<'_> = BTreeMap::new();
    for it in &roster.assignments {
        all.entry((&it.person, it.date)).or_default().push(Work::of(it));
    }
    all.values_mut().for_each(|it| it.sort());
    all
}

/// What a person's roster adds up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PersonSums {
    /// Hours of work of the roster's duties.
    pub hours: Minutes,
    pub duties: usize,
    /// Night shifts.
    pub nights: usize,
    /// Weekends in which a duty begins on Saturday or Sunday.
    pub weekends: usize,
    /// Wishes kept, hard ones among them.
    pub wishes: usize,
}

/// One person in two rosters that differ for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonDiff {
    pub person: PersonId,
    pub dates: Vec<Changed>,
    pub before: PersonSums,
    pub after: PersonSums,
    /// Wishes that are kept now and were not before, and the other way round.
    pub wishes_won: Vec<WishId>,
    pub wishes_lost: Vec<WishId>,
}

/// A cover row on a date of which more or less is short than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverDiff {
    /// Which of the period's cover rows.
    pub cover: usize,
    pub date: Date,
    /// Person-minutes below the minimum.
    pub before: Minutes,
    pub after: Minutes,
}

/// What tells two rosters apart.
#[derive(Clone, Debug, PartialEq)]
pub struct RosterDiff {
    /// Those whose duties differ, in the period's order.
    pub people: Vec<PersonDiff>,
    pub cover: Vec<CoverDiff>,
    /// Every goal, in the order of [`RosterGoal::ALL`].
    pub goals: Vec<GoalChange>,
    /// Rules broken before and after, all findings together.
    pub broken: (usize, usize),
}

impl RosterDiff {
    /// Whether everybody does the same in both.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// Dates that differ, of all people together.
    pub fn dates(&self) -> usize {
        self.people.iter().map(|it| it.dates.len()).sum()
    }
}

/// Compares two rosters of a period: for each person the dates that differ, hours, nights, weekends and wishes; and
/// cover and goals of the whole. `published` is the roster that people know, as for [`check_roster`].
///
/// # Example
/// ```
/// use leon_model::{Period, PeriodTables, Roster};
/// use leon_roster::diff_rosters;
///
/// let date = "2026-11-23".parse().unwrap();
/// let period = Period::new(PeriodTables::empty(date, date + 27)).unwrap();
/// assert!(diff_rosters(&period, &Roster::default(), &Roster::default(), None).is_empty());
/// ```
pub fn diff_rosters(period: &Period, before: &Roster, after: &Roster, published: Option<&Published>) -> RosterDiff {
    let (was, is) = (check_roster(period, before, published), check_roster(period, after, published));
    let mut dates: BTreeMap<PersonId, Vec<Changed>> = BTreeMap::new();
    for it in changed_dates(before, after) {
        dates.entry(it.person.clone()).or_default().push(it);
    }
    let sums = (sums(period, before, &was), sums(period, after, &is));
    let mut people = Vec::new();
    for person in &period.people {
        let Some(dates) = dates.remove(&person.id) else { continue };
        let sum = |all: &BTreeMap<&PersonId, PersonSums>| all.get(&person.id).copied().unwrap_or_default();
        people.push(PersonDiff {
            person: person.id.clone(),
            dates,
            before: sum(&sums.0),
            after: sum(&sums.1),
            wishes_won: wishes(period, &person.id, &was, &is),
            wishes_lost: wishes(period, &person.id, &is, &was),
        });
    }
    let cover = was.cover.iter().zip(&is.cover).filter(|(was, is)| was.short != is.short);
    let cover =
        cover.map(|(was, is)| CoverDiff { cover: was.cover, date: was.date, before: was.short, after: is.short });
    let broken = (was.broken.len(), is.broken.len());
    RosterDiff { people, cover: cover.collect(), goals: goal_changes(&was, &is), broken }
}

/// Every goal of two verdicts, in the order of [`RosterGoal::ALL`].
pub(crate) fn goal_changes(was: &RosterVerdict, is: &RosterVerdict) -> Vec<GoalChange> {
    let change = |goal: RosterGoal| GoalChange { goal, before: was.value(goal), after: is.value(goal) };
    RosterGoal::ALL.map(change).into()
}

/// A person's wishes that the second verdict keeps and the first does not.
fn wishes(period: &Period, person: &PersonId, was: &RosterVerdict, is: &RosterVerdict) -> Vec<WishId> {
    let all = period.wishes.iter().zip(was.wishes.iter().zip(&is.wishes));
    all.filter(|(wish, (was, is))| wish.person == *person && !was.kept && is.kept)
        .map(|(wish, _)| wish.id.clone())
        .collect()
}

fn sums<'a>(period: &'a Period, roster: &Roster, verdict: &RosterVerdict) -> BTreeMap<&'a PersonId, PersonSums> {
    let mut all: BTreeMap<&PersonId, PersonSums> = BTreeMap::new();
    let mut weekends: BTreeSet<(usize, Date)> = BTreeSet::new();
    for it in &roster.assignments {
        let (Some(row), Some(shift)) = (period.person_index(&it.person), period.shift_type(&it.shift)) else {
            continue;
        };
        let sum = all.entry(&period.people[row].id).or_default();
        sum.hours += shift.hours(it.date);
        sum.duties += 1;
        sum.nights += usize::from(shift.kind == ShiftKind::Night);
        if it.date.weekday().is_weekend() && weekends.insert((row, it.date.monday())) {
            sum.weekends += 1;
        }
    }
    for (wish, found) in period.wishes.iter().zip(&verdict.wishes).filter(|(_, found)| found.kept) {
        let Some(row) = period.person_index(&wish.person) else { continue };
        debug_assert_eq!(wish.id, found.wish);
        all.entry(&period.people[row].id).or_default().wishes += 1;
    }
    all
}
