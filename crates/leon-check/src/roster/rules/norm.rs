//! `norm_hours`, `norm_period` and `overtime`: hours owed and worked, and what more costs.

use super::super::answers::{Answers, Finding};
use super::super::facts::PersonFacts;
use super::super::found::{Measure, NormFound};
use leon_model::{Clause, ClauseKind, Date, Kroner, Minutes};

/// The person's hours in each norm period that the roster reaches.
pub(in super::super) fn norms<'a>(person: &PersonFacts<'a>) -> Vec<NormFound> {
    let contract = &person.person.contract;
    let days = 7 * contract.norm.weeks.max(1) as i32;
    let mut found = Vec::new();
    let mut first = contract.norm.first;
    while first <= person.period.last {
        let end = first + days - 1;
        let last = end.min(person.period.last);
        let before = if first == contract.norm.first { contract.norm.worked } else { Minutes(0) };
        let worked = before + person.hours(first, last) + credited(person, first, last);
        let (owed, ends) = (owed(person, first, last), end <= person.period.last);
        found.push(NormFound { person: person.person.id.clone(), first, last, ends, owed, worked });
        first = end + 1;
    }
    found
}

/// Weekly hours by days, less public holidays on weekdays.
fn owed<'a>(person: &PersonFacts<'a>, first: Date, last: Date) -> Minutes {
    let contract = &person.person.contract;
    let mut minutes = contract.hours_per_week.0 * 60.0 * f64::from(last - first + 1) / 7.0;
    let is_here = |date: Date| (first..=last).contains(&date) && !date.weekday().is_weekend();
    for holiday in person.period.public_holidays.iter().filter(|it| it.lowers_norm && is_here(it.date)) {
        for it in person.rules(ClauseKind::NormHours, holiday.date) {
            if let Clause::NormHours { holiday } = it.clause {
                minutes -= holiday.0 as f64 * contract.part_of_full_time();
            }
        }
    }
    Minutes(minutes.round() as i64)
}

/// Hours that absences count as. One that began before the period counts from the period's first date on.
fn credited(person: &PersonFacts<'_>, first: Date, last: Date) -> Minutes {
    let begins = |from: leon_model::Moment| from.danish_date().max(person.period.first);
    let here = person.person.absences.iter().filter(|it| (first..=last).contains(&begins(it.from)));
    here.map(|it| it.credited).sum()
}

pub(in super::super) fn check<'a>(person: &PersonFacts<'a>, norms: &[NormFound], answers: &mut Answers) {
    let contract = &person.person.contract;
    for it in norms {
        let (from, to) = (it.first.midnight(), (it.last + 1).midnight());
        for rule in person.rules(ClauseKind::NormPeriodLength, it.first.max(person.period.first)) {
            if let Clause::NormPeriodLength { weeks } = rule.clause
                && contract.norm.weeks != *weeks
            {
                let (found, asked) = (i64::from(contract.norm.weeks), i64::from(*weeks));
                let (found, asked) = (Measure::Count(found), Measure::Count(asked));
                answers.add(Finding { rule, person: Some(&person.person.id), from, to, found, asked });
            }
        }
        for rule in person.rules(ClauseKind::Overtime, it.last).into_iter().filter(|_| it.ends) {
            let Clause::Overtime { own_norm, supplement } = rule.clause else { continue };
            let limit = if *own_norm || !contract.is_part_time() || contract.hours_per_week.0 == 0.0 {
                it.owed
            } else {
                Minutes((it.owed.0 as f64 / contract.part_of_full_time()).round() as i64)
            };
            let more = it.worked - limit;
            if more > Minutes(0) {
                let price = person.period.group(&person.person.group).map_or(Kroner(0.0), |it| it.dkk_per_hour);
                let dkk = Kroner(price.0 * supplement * more.0 as f64 / 60.0);
                let (found, asked) = (Measure::Time(it.worked), Measure::Time(limit));
                let finding = Finding { rule, person: Some(&person.person.id), from, to, found, asked };
                answers.add_at(finding, more, dkk);
            }
        }
    }
}
