//! Everything that must hold before a day is planned.

mod carer;
mod event;
mod order;
mod travel;
mod visit;

use super::{DayFault, DayList, DayProblem, DayTables, Goal};
use crate::{Minutes, Moment, Seconds, looks_like_cpr};
use std::collections::{BTreeSet, HashMap, HashSet};

pub(super) use event::event_problems;

/// The years 1900 to 2200: no sum of times within them overflows.
const MOMENT_MIN: Moment = Moment(-2_208_988_800);
const MOMENT_MAX: Moment = Moment(7_258_118_400);

/// The longest that something in a day takes: a week.
const LENGTH_MAX: Seconds = Seconds(7 * 24 * 3600);

/// The longest between two visits in order, and the most burden of earlier days: a year.
const YEAR: Seconds = Seconds(366 * 24 * 3600);

/// An upper bound for prices and weights: their sums keep their decimals.
const AMOUNT_MAX: f64 = 1e6;

/// Every problem of a day.
pub(super) fn problems(tables: &DayTables) -> Vec<DayProblem> {
    let mut checker = Checker::new(tables);
    checker.ids();
    checker.groups();
    checker.locations();
    checker.transports();
    checker.citizens();
    checker.carers();
    for (entry, visit) in tables.visits.iter().enumerate() {
        checker.visit(At(DayList::Visits, entry), visit);
    }
    checker.missing_hands();
    checker.orders();
    checker.goals();
    checker.settings();
    checker.problems
}

/// The ids of each list.
struct Ids<'a>(HashMap<DayList, HashSet<&'a str>>);

impl<'a> Ids<'a> {
    fn new(tables: &'a DayTables) -> Self {
        Self(rows_of_ids(tables).into_iter().map(|(list, ids)| (list, ids.into_iter().collect())).collect())
    }

    fn has(&self, list: DayList, id: &str) -> bool {
        self.0.get(&list).is_some_and(|ids| ids.contains(id))
    }
}

/// The ids of the lists that have some, row by row.
fn rows_of_ids(tables: &DayTables) -> [(DayList, Vec<&str>); 7] {
    [
        (DayList::Groups, tables.groups.iter().map(|it| it.id.as_str()).collect()),
        (DayList::Locations, tables.locations.iter().map(|it| it.id.as_str()).collect()),
        (DayList::Transports, tables.transports.iter().map(|it| it.id.as_str()).collect()),
        (DayList::CarPools, tables.car_pools.iter().map(|it| it.id.as_str()).collect()),
        (DayList::Citizens, tables.citizens.iter().map(|it| it.id.as_str()).collect()),
        (DayList::Carers, tables.carers.iter().map(|it| it.id.as_str()).collect()),
        (DayList::Visits, tables.visits.iter().map(|it| it.id.as_str()).collect()),
    ]
}

/// Collects problems; `At` says where the entry under the lens stands.
struct Checker<'a> {
    tables: &'a DayTables,
    ids: Ids<'a>,
    problems: Vec<DayProblem>,
}

#[derive(Clone, Copy)]
struct At(DayList, usize);

impl<'a> Checker<'a> {
    fn new(tables: &'a DayTables) -> Self {
        Self { tables, ids: Ids::new(tables), problems: Vec::new() }
    }

    fn add(&mut self, at: At, field: impl Into<String>, fault: DayFault) {
        self.problems.push(DayProblem { list: at.0, entry: at.1, field: field.into(), fault });
    }

    /// An id by itself: not empty, no odd characters, no CPR number.
    fn id(&mut self, at: At, field: &str, id: &str) {
        if looks_like_cpr(id) {
            self.add(at, field, DayFault::CprLike);
        } else if id.is_empty() || !id.chars().all(|c| c.is_alphanumeric() || "_-./".contains(c)) {
            self.add(at, field, DayFault::BadId { id: id.to_owned() });
        }
    }

    /// An id that a list must have.
    fn known(&mut self, at: At, field: &str, list: DayList, id: &str) {
        if looks_like_cpr(id) {
            self.add(at, field, DayFault::CprLike);
        } else if !self.ids.has(list, id) {
            self.add(at, field, DayFault::UnknownId { list, id: id.to_owned() });
        }
    }

    /// Words for people.
    fn text(&mut self, at: At, field: &str, text: &str) {
        if looks_like_cpr(text) {
            self.add(at, field, DayFault::CprLike);
        }
    }

    fn moment(&mut self, at: At, field: &str, moment: Moment) {
        if !(MOMENT_MIN..=MOMENT_MAX).contains(&moment) {
            self.add(at, field, DayFault::TimeOutside { at: moment });
        }
    }

    /// A length from 0 to some most.
    fn length(&mut self, at: At, field: &str, length: Seconds, most: Seconds) {
        if length < Seconds::ZERO {
            self.add(at, field, DayFault::NegativeLength { seconds: length.0 });
        } else if length > most {
            self.add(at, field, DayFault::TooLong { seconds: length.0, seconds_max: most.0 });
        }
    }

    fn minutes(&mut self, at: At, field: &str, minutes: Minutes) {
        self.length(at, field, seconds(minutes), LENGTH_MAX);
    }

    /// A length that must not be 0.
    fn some_minutes(&mut self, at: At, field: &str, minutes: Minutes) {
        if minutes == Minutes(0) {
            self.add(at, field, DayFault::NoLength);
        }
        self.minutes(at, field, minutes);
    }

    fn number(&mut self, at: At, field: &str, value: f64, low: f64, high: f64) {
        if !value.is_finite() {
            self.add(at, field, DayFault::NotFinite { value });
        } else if value < low || value > high {
            self.add(at, field, DayFault::OutsideRange { value, low, high });
        }
    }

    /// Each id once.
    fn no_repeats<'b>(&mut self, at: At, field: &str, ids: impl Iterator<Item = &'b str>) {
        let mut seen = HashSet::new();
        for id in ids {
            if !seen.insert(id) {
                self.add(at, field, DayFault::Repeated { id: id.to_owned() });
            }
        }
    }

    fn ids(&mut self) {
        for (list, ids) in rows_of_ids(self.tables) {
            let mut first = HashMap::new();
            for (entry, id) in ids.into_iter().enumerate() {
                self.id(At(list, entry), "id", id);
                match first.get(id) {
                    Some(first) => {
                        self.add(At(list, entry), "id", DayFault::Duplicate { id: id.to_owned(), first: *first });
                    }
                    None => drop(first.insert(id, entry)),
                }
            }
        }
    }

    fn groups(&mut self) {
        for (entry, it) in self.tables.groups.iter().enumerate() {
            let at = At(DayList::Groups, entry);
            self.number(at, "dkk_per_hour", it.dkk_per_hour.0, 0.0, AMOUNT_MAX);
            self.number(at, "overtime_dkk_per_hour", it.overtime_dkk_per_hour.0, 0.0, AMOUNT_MAX);
        }
    }

    fn goals(&mut self) {
        let mut seen = BTreeSet::new();
        for (entry, level) in self.tables.goals.levels.iter().enumerate() {
            let at = At(DayList::Goals, entry);
            if level.is_empty() {
                self.add(at, "", DayFault::Empty);
            }
            for (goal, weight) in level {
                self.number(at, goal.word(), *weight, 0.0, AMOUNT_MAX);
                if !seen.insert(*goal) {
                    self.add(at, goal.word(), DayFault::GoalTwice { goal: goal.word() });
                }
            }
        }
        // Each other goal is best served by doing nothing. The order is the user's to choose, so it is a warning.
        let first = self.tables.goals.levels.first();
        if !first.is_some_and(|level| level.iter().any(|(goal, weight)| *goal == Goal::LeftOut && *weight > 0.0)) {
            self.add(At(DayList::Goals, 0), "", DayFault::LeftOutNotFirst);
        }
    }

    fn settings(&mut self) {
        let continuity = self.tables.continuity;
        let at = At(DayList::Continuity, 0);
        self.number(at, "dementia_weight", continuity.dementia_weight, 0.0, AMOUNT_MAX);
        self.number(at, "unwanted", continuity.unwanted, 0.0, AMOUNT_MAX);
        self.number(at, "wanted", continuity.wanted, 0.0, AMOUNT_MAX);
        self.minutes(At(DayList::Day, 0), "change_tolerance_minutes", self.tables.change_tolerance);
    }
}

/// Minutes as seconds, however many.
fn seconds(minutes: Minutes) -> Seconds {
    Seconds(minutes.0.saturating_mul(60))
}

/// An instant so much later, however much.
fn later(moment: Moment, length: Seconds) -> Moment {
    Moment(moment.0.saturating_add(length.0))
}
