//! Shift burden beside a fair share, with history.

use super::super::clock;
use super::super::facts::{Duty, Facts, PersonFacts};
use super::super::found::BurdenFound;
use super::super::timeline::{Minute, minutes};
use super::{RosterPartOf, hours};
use leon_model::{Burden, Date, Minutes, Period, Person, ShiftKind, TimeOfDay};

/// Every person's burden of each kind, kind by kind.
pub(in super::super) fn burdens(facts: &Facts<'_>) -> Vec<BurdenFound> {
    let mut burdens = Vec::new();
    for kind in Burden::ALL {
        let own: Vec<Minutes> = facts.people.iter().map(|it| carried(facts.period, it, kind)).collect();
        let all = hours(own.iter().copied().sum());
        let weight = |it: &Person| if facts.period.may_carry(it, kind) { it.contract.hours_per_week.0 } else { 0.0 };
        let weights: f64 = facts.people.iter().map(|it| weight(it.person)).sum();
        for (person, carried) in facts.people.iter().zip(own) {
            let fair_hours = if weights > 0.0 { all * weight(person.person) / weights } else { 0.0 };
            let (person, before) = (person.person.id.clone(), person.person.history.burden.of(kind));
            burdens.push(BurdenFound { person, kind, before, carried, fair_hours });
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
fn carried(period: &Period, person: &PersonFacts<'_>, kind: Burden) -> Minutes {
    let of_duty = |duty: &Duty<'_>, shift: ShiftKind| match kind {
        Burden::Evenings if shift == ShiftKind::Evening => duty.length(),
        Burden::Nights if shift == ShiftKind::Night => duty.length(),
        Burden::OnCall if shift.is_on_call() => duty.length(),
        Burden::Weekends if !shift.is_on_call() => {
            let weekend = clock::by_date(minutes(duty)).filter(|(date, _)| date.weekday().is_weekend());
            Minutes(weekend.map(|(_, (from, to))| to - from).sum())
        }
        Burden::PublicHolidays if !shift.is_on_call() => {
            let on = |(date, stretch)| on_holiday(period, date, stretch);
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
