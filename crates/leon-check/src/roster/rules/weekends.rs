//! `weekend_frequency`: one weekend with duty in so many.

use super::super::answers::{Answers, Finding};
use super::super::facts::{DutyOf, PersonFacts};
use super::super::found::Measure;
use leon_model::{Clause, ClauseKind, Date, Weekday};
use std::collections::BTreeSet;

pub(in super::super) fn check<'a>(person: &PersonFacts<'a>, answers: &mut Answers) {
    let saturdays = saturdays(person);
    for saturday in saturdays.iter().filter(|it| **it + 1 >= person.period.first) {
        let clauses = person.clauses(ClauseKind::WeekendFrequency, *saturday, |clause| match clause {
            Clause::WeekendFrequency { every } => Some(i64::from(*every)),
            _ => None,
        });
        let before = saturdays.range(..saturday).next_back();
        for (rule, every) in clauses {
            let Some(weeks) = before.map(|it| i64::from((*saturday - *it) / 7)).filter(|it| *it < every) else {
                continue;
            };
            answers.add(Finding {
                rule,
                person: Some(&person.person.id),
                from: saturday.midnight(),
                to: (*saturday + 2).midnight(),
                found: Measure::Count(weeks),
                asked: Measure::Count(every),
            });
        }
    }
}

/// The Saturdays of weekends with a duty that begins in them.
fn saturdays(person: &PersonFacts<'_>) -> BTreeSet<Date> {
    let duties = person.duties.iter().filter(|it| !matches!(it.of, DutyOf::Fixed) && it.date.weekday().is_weekend());
    let of_duty = |date: Date| if date.weekday() == Weekday::Sunday { date - 1 } else { date };
    let history = person.person.history.weeks.iter().filter(|it| it.weekend).map(|it| it.monday + 5);
    duties.map(|it| of_duty(it.date)).chain(history).collect()
}
