//! Shift burden beside a fair share, with history.

use super::super::clock;
use super::super::facts::{Duty, PersonFacts};
use super::super::found::BurdenFound;
use super::super::person::PersonVerdict;
use super::super::timeline::{Minute, minutes};
use super::{RosterPartOf, hours};
use leon_model::{Burden, Date, Minutes, Period, ShiftKind, TimeOfDay};

/// Every person's burden of each kind, kind by kind.
pub(in super::super) fn burdens(period: &Period, people: &[PersonVerdict]) -> Vec<BurdenFound> {
    let mut burdens = Vec::new();
    for (at, kind) in Burden::ALL.into_iter().enumerate() {
        let weights: Vec<f64> = period.people.iter().map(|it| period.burden_weight(it, kind)).collect();
        let together: f64 = weights.iter().sum();
        // What somebody takes who shares nothing, as a temp, is off the others.
        let shared = people.iter().zip(&weights).filter(|it| *it.1 > 0.0);
        let all = hours(shared.map(|it| it.0.carried[at]).sum());
        for ((person, found), weight) in period.people.iter().zip(people).zip(weights) {
            let fair_hours = if together > 0.0 { all * weight / together } else { 0.0 };
            let (before, carried) = (person.history.burden.of(kind), found.carried[at]);
            burdens.push(BurdenFound { person: person.id.clone(), kind, before, carried, fair_hours });
        }
    }
    burdens
}

/// For each person and kind: max(0, before + hours − fair share)², in hours.
pub(super) fn parts(burdens: &[BurdenFound]) -> Vec<(RosterPartOf, f64)> {
    let part = |it: &BurdenFound| {
        let above = it.above_hours().max(0.0);
        (RosterPartOf::AboveFairShare { person: it.person.clone(), kind: it.kind }, above * above)
    };
    burdens.iter().map(part).collect()
}

/// Minutes of a kind of burden that a person carries in the roster.
pub(in super::super) fn carried(person: &PersonFacts<'_>, kind: Burden) -> Minutes {
    let of_duty = |duty: &Duty<'_>, shift: ShiftKind| match kind {
        Burden::Evenings if shift == ShiftKind::Evening => duty.length(),
        Burden::Nights if shift == ShiftKind::Night => duty.length(),
        Burden::OnCall if shift.is_on_call() => duty.length(),
        Burden::Weekends if !shift.is_on_call() => {
            let weekend = clock::by_date(minutes(duty)).filter(|(date, _)| date.weekday().is_weekend());
            Minutes(weekend.map(|(_, (from, to))| to - from).sum())
        }
        Burden::PublicHolidays if !shift.is_on_call() => {
            let on = |(date, stretch)| on_holiday(person.period, date, stretch);
            Minutes(clock::by_date(minutes(duty)).map(on).sum())
        }
        _ => Minutes(0),
    };
    person.shifts().map(|(duty, _, shift)| of_duty(duty, shift.kind)).sum()
}

/// Minutes of a stretch on a date that lie in a public holiday.
fn on_holiday(period: &Period, date: Date, stretch: (Minute, Minute)) -> Minute {
    let begins = period.public_holidays.iter().filter(|it| it.date == date).map(|it| it.begins).min();
    begins.map_or(0, |begins| clock::between(stretch, begins, TimeOfDay(0)))
}
