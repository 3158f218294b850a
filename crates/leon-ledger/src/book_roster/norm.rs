//! A person's norm periods as far as the roster reaches: hours owed in it, and what stood before.

use leon_model::{Clause, ClauseKind, Date, Minutes, Period, Person};

/// The part of a norm period that lies in the roster's period.
pub(super) struct NormPart {
    pub first: Date,
    pub last: Date,
    /// Whether the norm period ends with it.
    pub ends: bool,
    /// The norm of its dates.
    pub owed: Minutes,
    /// Worked or credited above the norm before it (negative: below).
    pub before: Minutes,
}

/// The parts, in order of time.
pub(super) fn parts(period: &Period, person: &Person) -> Vec<NormPart> {
    let norm = &person.contract.norm;
    let days = 7 * i32::try_from(norm.weeks.max(1)).unwrap_or(i32::MAX / 7);
    let (mut parts, mut first) = (Vec::new(), norm.first);
    while first <= period.last {
        let end = first + (days - 1);
        let (from, last) = (first.max(period.first), end.min(period.last));
        if from <= last {
            let earlier = owed(period, person, first, from - 1);
            let worked = if first == norm.first { norm.worked } else { Minutes(0) };
            parts.push(NormPart {
                first: from,
                last,
                ends: end <= period.last,
                owed: owed(period, person, first, last) - earlier,
                before: worked - earlier,
            });
        }
        first = end + 1;
    }
    parts
}

/// Weekly hours by days, less public holidays on weekdays; nothing for no dates.
fn owed(period: &Period, person: &Person, first: Date, last: Date) -> Minutes {
    let contract = &person.contract;
    let mut minutes = contract.hours_per_week.0 * 60.0 * f64::from(last - first + 1) / 7.0;
    let is_here = |date: Date| (first..=last).contains(&date) && !date.weekday().is_weekend();
    for it in period.public_holidays.iter().filter(|it| it.lowers_norm && is_here(it.date)) {
        for rule in period.rules_on(person, it.date).filter(|rule| rule.rule.kind == ClauseKind::NormHours) {
            if let Clause::NormHours { holiday } = rule.clause {
                minutes -= holiday.0 as f64 * contract.part_of_full_time();
            }
        }
    }
    Minutes(minutes.round() as i64)
}
