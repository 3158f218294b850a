//! Everything that must hold before a period is planned.

mod demand;
mod lists;
mod person;
mod rules;

use super::{Date, PeriodFault, PeriodList, PeriodProblem, PeriodTables};
use crate::{Moment, Seconds, looks_like_cpr};
use std::collections::{HashMap, HashSet};

/// The most days of a period: a year.
const DAYS_MAX: i64 = 366;

/// An upper bound for prices, weights and counts: their sums keep their decimals.
const AMOUNT_MAX: f64 = 1e6;

/// The years 1970 to 2200: no sum of times within them overflows.
const DATE_MAX: Date = Date(84_370);

/// Every problem of a period.
pub(super) fn problems(tables: &PeriodTables) -> Vec<PeriodProblem> {
    let mut checker = Checker { tables, ids: ids_of(tables), problems: Vec::new() };
    checker.ids();
    checker.dates();
    if !checker.problems.is_empty() && checker.problems.iter().any(|it| it.list == PeriodList::Period) {
        return checker.problems; // what lies in the period cannot be said without it
    }
    checker.holidays();
    checker.units_and_groups();
    checker.shift_types();
    checker.people();
    checker.cover();
    checker.mix();
    checker.wishes();
    checker.local_agreements();
    checker.goals();
    checker.problems
}

/// The ids of the lists that have some, row by row.
fn rows_of_ids(tables: &PeriodTables) -> [(PeriodList, Vec<&str>); 10] {
    [
        (PeriodList::Units, tables.units.iter().map(|it| it.id.as_str()).collect()),
        (PeriodList::Pools, tables.pools.iter().map(|it| it.id.as_str()).collect()),
        (PeriodList::Groups, tables.groups.iter().map(|it| it.id.as_str()).collect()),
        (PeriodList::Competences, tables.competences.iter().map(|it| it.id.as_str()).collect()),
        (PeriodList::Functions, tables.functions.iter().map(|it| it.id.as_str()).collect()),
        (PeriodList::ShiftTypes, tables.shift_types.iter().map(|it| it.id.as_str()).collect()),
        (PeriodList::People, tables.people.iter().map(|it| it.id.as_str()).collect()),
        (PeriodList::Wishes, tables.wishes.iter().map(|it| it.id.as_str()).collect()),
        (PeriodList::Packs, tables.packs.iter().map(|it| it.id.as_str()).collect()),
        (PeriodList::LocalAgreements, tables.local_agreements.iter().map(|it| it.id.as_str()).collect()),
    ]
}

fn ids_of(tables: &PeriodTables) -> HashMap<PeriodList, HashSet<&str>> {
    rows_of_ids(tables).into_iter().map(|(list, ids)| (list, ids.into_iter().collect())).collect()
}

/// Collects problems; `At` says where the entry under the lens stands.
struct Checker<'a> {
    tables: &'a PeriodTables,
    ids: HashMap<PeriodList, HashSet<&'a str>>,
    problems: Vec<PeriodProblem>,
}

#[derive(Clone, Copy)]
struct At(PeriodList, usize);

impl Checker<'_> {
    fn add(&mut self, at: At, field: impl Into<String>, fault: PeriodFault) {
        self.problems.push(PeriodProblem { list: at.0, entry: at.1, field: field.into(), fault });
    }

    /// An id that a list must have.
    fn known(&mut self, at: At, field: &str, list: PeriodList, id: &str) {
        if looks_like_cpr(id) {
            self.add(at, field, PeriodFault::CprLike);
        } else if !self.ids.get(&list).is_some_and(|ids| ids.contains(id)) {
            self.add(at, field, PeriodFault::UnknownId { list, id: id.to_owned() });
        }
    }

    /// Ids that a list must have.
    fn all_known<'b>(&mut self, at: At, field: &str, list: PeriodList, ids: impl IntoIterator<Item = &'b str>) {
        for (index, id) in ids.into_iter().enumerate() {
            self.known(at, &format!("{field}[{index}]"), list, id);
        }
    }

    /// An id by itself: not empty, no odd characters, no CPR number.
    fn id(&mut self, at: At, field: &str, id: &str) {
        if looks_like_cpr(id) {
            self.add(at, field, PeriodFault::CprLike);
        } else if id.is_empty() || !id.chars().all(|c| c.is_alphanumeric() || "_-./".contains(c)) {
            self.add(at, field, PeriodFault::BadId { id: id.to_owned() });
        }
    }

    /// Words for people.
    fn text(&mut self, at: At, field: &str, text: &str) {
        if looks_like_cpr(text) {
            self.add(at, field, PeriodFault::CprLike);
        }
    }

    fn number(&mut self, at: At, field: &str, value: f64, low: f64, high: f64) {
        if !(low..=high).contains(&value) {
            self.add(at, field, PeriodFault::OutsideRange { value, low, high });
        }
    }

    fn date(&mut self, at: At, field: &str, date: Date) {
        if !(Date(0)..=DATE_MAX).contains(&date) {
            self.add(at, field, PeriodFault::DateBeyond { date });
        }
    }

    /// A stretch of time that is neither backwards nor longer than so many days.
    fn stretch(&mut self, at: At, field: &str, begin: Moment, end: Moment, days_max: i64) {
        self.date(at, &format!("{field}from"), begin.danish_date());
        let days = (end.0.saturating_sub(begin.0)) / (24 * 3600);
        if end <= begin {
            self.add(at, format!("{field}to"), PeriodFault::EndsBeforeBeginning { begin, end });
        } else if days > days_max {
            self.add(at, format!("{field}to"), PeriodFault::LengthBeyond { days, most: days_max });
        }
    }

    fn ids(&mut self) {
        for (list, ids) in rows_of_ids(self.tables) {
            let mut first = HashMap::new();
            for (entry, id) in ids.into_iter().enumerate() {
                self.id(At(list, entry), "id", id);
                match first.get(id) {
                    Some(first) => {
                        self.add(At(list, entry), "id", PeriodFault::Duplicate { id: id.to_owned(), first: *first });
                    }
                    None => drop(first.insert(id, entry)),
                }
            }
        }
    }

    fn dates(&mut self) {
        let (first, last) = (self.tables.first, self.tables.last);
        let at = At(PeriodList::Period, 0);
        self.date(at, "first", first);
        self.date(at, "last", last);
        let days = i64::from(last.0) - i64::from(first.0) + 1;
        if days < 1 {
            self.add(at, "last", PeriodFault::LastBeforeFirst { first, last });
        } else if days > DAYS_MAX {
            self.add(at, "last", PeriodFault::PeriodTooLong { days, most: DAYS_MAX });
        }
    }

    /// A date of the period.
    fn inside(&mut self, at: At, field: &str, date: Date) {
        if date < self.tables.first || date > self.tables.last {
            self.add(at, field, PeriodFault::DateOutside { date });
        }
    }
}

/// The length of a stretch in whole minutes.
fn minutes(begin: Moment, end: Moment) -> i64 {
    let Seconds(seconds) = Seconds(end.0.saturating_sub(begin.0));
    seconds / 60
}
