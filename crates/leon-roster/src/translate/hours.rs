//! Hours added up: the norm and what is beside it, averages where a check has asked, shares of wards and clinics.

use super::duties::{Duties, DutyOf};
use super::law::{Law, is_illegal};
use super::prices::Prices;
use super::tightened::Tightened;
use crate::cost::Cost;
use crate::curve::{Bend, Curve};
use crate::problem::{Over, Problem, Total};
use leon_model::{Clause, ClauseKind, Date, Minutes, Period, Person, RosterGoal, ShiftKind, UnitKind};

/// What half an hour counts that is missing of a share, or above an average.
const HALF_HOUR: i64 = 1;

pub(super) fn fill(
    problem: &mut Problem,
    period: &Period,
    duties: &Duties<'_>,
    law: &Law<'_>,
    prices: &Prices,
    tightened: &Tightened,
) {
    problem.weights.push(duties.by_day(|duty, day| duties.hours(duty, day)));
    let minutes = problem.weights.len() - 1;
    problem.weights.push(duties.by_day(|duty, day| duties.hours(duty, day) / 30));
    let half_hours = problem.weights.len() - 1;
    for (index, person) in period.people.iter().enumerate() {
        norms(problem, period, law, prices, index, minutes);
        for (&(_, first, last), most) in tightened.hours.iter().filter(|it| it.0.0 == index) {
            let (first, end) = ((first - period.first) as usize, (last - period.first + 1) as usize);
            let over = Over::Days { first, end, weights: half_hours };
            let curve = Curve::at_most(most.0 / 30, Cost::hard(HALF_HOUR));
            problem.people[index].totals.push(Total { start: 0, over, curve });
        }
        shares(problem, period, duties, law, index, person);
    }
}

/// What hours above and below the norm cost, norm period by norm period.
fn norms(problem: &mut Problem, period: &Period, law: &Law<'_>, prices: &Prices, index: usize, minutes: usize) {
    let person = &period.people[index];
    let contract = &person.contract;
    let per_hour = period.group(&person.group).map_or(0.0, |it| it.dkk_per_hour.0);
    let per_minute = |times: f64| prices.of(RosterGoal::Cost, per_hour * times / 60.0);
    let length = 7 * contract.norm.weeks.max(1) as i32;
    let mut first = contract.norm.first;
    while first <= period.last {
        let norm_end = first + length - 1;
        let last = norm_end.min(period.last);
        if last >= period.first {
            let before = if first == contract.norm.first { contract.norm.worked } else { Minutes(0) };
            let owed = owed(period, law, index, first, last).0;
            let start = (before + credited(period, person, first, last)).0;
            let mut curve = Curve {
                bends: vec![Bend { at: owed, below: per_minute(1.0), above: per_minute(1.0) }],
                ..Curve::default()
            };
            let day = (last - period.first) as usize;
            for rule in law.of(index, day, ClauseKind::Overtime).filter(|_| norm_end <= period.last) {
                let Clause::Overtime { own_norm, supplement } = rule.clause else { continue };
                let is_own = *own_norm || !contract.is_part_time() || contract.hours_per_week.0 == 0.0;
                let limit = if is_own { owed } else { (owed as f64 / contract.part_of_full_time()).round() as i64 };
                curve = curve.and(Curve::at_most(limit, per_minute(*supplement)));
            }
            let (from, end) = ((first - period.first).max(0) as usize, day + 1);
            problem.people[index].totals.push(Total {
                start,
                over: Over::Days { first: from, end, weights: minutes },
                curve,
            });
        }
        first = norm_end + 1;
    }
}

/// Weekly hours by days, less what public holidays on weekdays take off.
fn owed(period: &Period, law: &Law<'_>, index: usize, first: Date, last: Date) -> Minutes {
    let person = &period.people[index];
    let contract = &person.contract;
    let mut minutes = contract.hours_per_week.0 * 60.0 * f64::from(last - first + 1) / 7.0;
    for holiday in period.public_holidays.iter().filter(|it| it.lowers_norm) {
        let date = holiday.date;
        if !(first..=last).contains(&date) || date.weekday().is_weekend() {
            continue;
        }
        let clauses: Vec<&Clause> = if (period.first..=period.last).contains(&date) {
            law.on(index, (date - period.first) as usize).iter().map(|it| it.clause).collect()
        } else {
            period.rules_on(person, date).map(|it| it.clause).collect()
        };
        for clause in clauses {
            if let Clause::NormHours { holiday } = clause {
                minutes -= holiday.0 as f64 * contract.part_of_full_time();
            }
        }
    }
    Minutes(minutes.round() as i64)
}

/// Hours that absences count as; one that began before the period counts from its first date on.
fn credited(period: &Period, person: &Person, first: Date, last: Date) -> Minutes {
    let here = |from: leon_model::Moment| (first..=last).contains(&from.danish_date().max(period.first));
    person.absences.iter().filter(|it| here(it.from)).map(|it| it.credited).sum()
}

/// Shares of wards and clinics, in half hours: what counts, less the share of all.
fn shares(problem: &mut Problem, period: &Period, duties: &Duties<'_>, law: &Law<'_>, index: usize, person: &Person) {
    let contract = &person.contract;
    let is_new = |after: Date| contract.posted.is_some_and(|it| it > after);
    let unit_kind = |duty: u8| duties.shift(duty).and_then(|it| period.unit(&it.unit)).map(|it| it.kind);
    let mut add = |share: f64, number: &dyn Fn(u8, usize) -> Option<bool>| {
        let weight = |duty: u8, day: usize| {
            let hours = duties.hours(duty, day) as f64 / 30.0;
            let worth = number(duty, day).map_or(0.0, |counts| f64::from(u8::from(counts)) - share);
            // Tenths of half an hour, so that a third is a third.
            (hours * worth * 10.0).floor() as i64
        };
        problem.weights.push(duties.by_day(weight));
        let over = Over::Days { first: 0, end: problem.days, weights: problem.weights.len() - 1 };
        let curve = Curve::at_least(0, Cost::hard(HALF_HOUR));
        problem.people[index].totals.push(Total { start: 0, over, curve });
    };
    for rule in law.on(index, 0).iter().filter(|it| is_illegal(it.rule)) {
        match rule.clause {
            Clause::WardShare { share, posted_after } if is_new(*posted_after) => add(*share, &|duty, day| {
                let late = matches!(duties.kind(duty), Some(ShiftKind::Evening | ShiftKind::Night));
                let counts = unit_kind(duty) == Some(UnitKind::Ward) || late;
                duties.shift(duty).map(|_| counts || duties.date(day).weekday().is_weekend())
            }),
            Clause::ClinicalShare { share, posted_after } if contract.project_post && is_new(*posted_after) => {
                add(*share, &|duty, _| match duties.of(duty) {
                    DutyOf::Free => None,
                    _ => Some(unit_kind(duty).is_some_and(|it| it != UnitKind::Office)),
                });
            }
            _ => {}
        }
    }
}
