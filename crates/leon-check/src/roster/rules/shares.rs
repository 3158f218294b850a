//! `ward_share`, `clinical_share` and `one_leader`: what a shared position is made of.

use super::super::answers::{Answers, Finding};
use super::super::facts::{Duty, DutyOf, PersonFacts};
use super::super::found::Measure;
use leon_model::{Clause, ClauseKind, Date, Period, ShiftKind, UnitKind};

pub(in super::super) fn check<'a>(person: &PersonFacts<'a>, answers: &mut Answers) {
    let contract = &person.person.contract;
    let is_new = |after: &Date| contract.posted.is_some_and(|it| it > *after);
    for kind in [ClauseKind::WardShare, ClauseKind::ClinicalShare, ClauseKind::OneLeader] {
        for rule in person.rules(kind, person.period.first) {
            let (found, asked) = match rule.clause {
                Clause::WardShare { share, posted_after } if is_new(posted_after) => {
                    let shifts = |it: &Duty<'_>| matches!(it.of, DutyOf::Shift(..));
                    (part(person, shifts, |it| is_ward_or_equal(person.period, it)), *share)
                }
                Clause::ClinicalShare { share, posted_after } if contract.project_post && is_new(posted_after) => (
                    part(person, Duty::is_now, |it| {
                        unit_kind(person.period, it).is_some_and(|it| it != UnitKind::Office)
                    }),
                    *share,
                ),
                Clause::OneLeader { posted_after } if is_new(posted_after) => {
                    let places = &person.person.workplaces;
                    let own = places.iter().find(|it| person.person.leader.as_ref() == Some(&it.unit));
                    let largest = places.iter().map(|it| it.share).fold(0.0, f64::max);
                    (Some(own.map_or(0.0, |it| it.share)), largest)
                }
                _ => continue,
            };
            // A share of no hours is kept.
            let Some(found) = found.filter(|it| *it < asked - 1e-9) else { continue };
            let (from, to) = person.period.span();
            let (found, asked) = (Measure::Share(found), Measure::Share(asked));
            answers.add(Finding { rule, person: Some(&person.person.id), from, to, found, asked });
        }
    }
}

/// The share of some hours in all; `None`: there are none.
fn part<'a>(
    person: &PersonFacts<'a>,
    all: impl Fn(&Duty<'a>) -> bool,
    some: impl Fn(&Duty<'a>) -> bool,
) -> Option<f64> {
    let sum = |test: &dyn Fn(&Duty<'a>) -> bool| -> i64 {
        person.duties.iter().filter(|it| all(it) && test(it)).map(|it| it.hours.0).sum()
    };
    let whole = sum(&|_| true);
    (whole > 0).then(|| sum(&some) as f64 / whole as f64)
}

fn unit_kind(period: &Period, duty: &Duty<'_>) -> Option<UnitKind> {
    match duty.of {
        DutyOf::Shift(_, shift) => period.unit(&shift.unit).map(|it| it.kind),
        _ => None,
    }
}

fn is_ward_or_equal(period: &Period, duty: &Duty<'_>) -> bool {
    unit_kind(period, duty) == Some(UnitKind::Ward)
        || matches!(duty.kind(), Some(ShiftKind::Evening | ShiftKind::Night))
        || duty.date.weekday().is_weekend()
}
