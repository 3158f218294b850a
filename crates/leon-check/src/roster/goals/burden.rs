//! Shift burden beside a fair share, with history.

use super::super::cover::minutes_on;
use super::super::facts::{Duty, Facts, PersonFacts};
use super::super::found::BurdenFound;
use super::{RosterPartOf, hours};
use leon_model::{Burden, Minutes, Moment, Period, Person, ShiftKind};

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
        Burden::Weekends if !shift.is_on_call() => minutes_on(duty, |at| at.danish_date().weekday().is_weekend()),
        Burden::PublicHolidays if !shift.is_on_call() => minutes_on(duty, |at| is_holiday(period, at)),
        _ => Minutes(0),
    };
    person.shifts().map(|(duty, _, shift)| of_duty(duty, shift.kind)).sum()
}

fn is_holiday(period: &Period, at: Moment) -> bool {
    let (date, time) = (at.danish_date(), at.danish_time());
    period.public_holidays.iter().any(|it| it.date == date && it.begins <= time)
}
