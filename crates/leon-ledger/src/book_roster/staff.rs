//! The staff's side: a person's norm hours, and what they went to.

use super::norm::parts;
use super::{Duty, staff_keys};
use crate::book::Draft;
use crate::{Account, Keys};
use leon_model::{Date, Minutes, Period, Person, PoolId, ShiftKind, Unit};

/// The pool by which a shared position (delestilling) lends its hours to its other units.
const SHARED: &str = "shared_position";

pub(super) fn book(period: &Period, person: &Person, duties: &[&Duty<'_>], draft: &mut Draft) {
    let Some(home) = home(period, person) else { return };
    let keys = staff_keys(home, &person.group);
    let mut worked: Vec<(Date, Minutes)> = Vec::new();
    for duty in duties {
        let hours = duty.shift.hours(duty.assignment.date).max(Minutes(0));
        worked.push((duty.assignment.date, hours));
        let Some(unit) = period.unit(&duty.shift.unit) else { continue };
        if unit.id != home.id {
            lend(period, person, (home, unit), hours, draft);
        }
        duty_hours(duty, staff_keys(unit, &person.group), hours, draft);
    }
    let here = |date: &Date| (period.first..=period.last).contains(date);
    for it in &person.fixed_duties {
        let (date, minutes) = (it.start.danish_date(), Minutes((it.end - it.start).0 / 60));
        if here(&date) {
            draft.enter(Account::AtHand, Account::FixedDuty, keys.clone(), minutes);
            worked.push((date, minutes));
        }
    }
    for it in &person.absences {
        // As the norm counts it: one that began before the period counts from the period's first date on.
        let date = it.from.danish_date().max(period.first);
        if here(&date) {
            draft.enter(Account::AtHand, Account::Absence, keys.clone(), it.credited);
            worked.push((date, it.credited));
        }
    }
    paid(period, person, &keys, &worked, draft);
}

/// The unit with the largest share of the position, the first of equals.
fn home<'a>(period: &'a Period, person: &Person) -> Option<&'a Unit> {
    let larger = |one: &(usize, f64), other: &(usize, f64)| one.1.total_cmp(&other.1).then(other.0.cmp(&one.0));
    let shares = person.workplaces.iter().map(|it| it.share).enumerate();
    shares.max_by(larger).and_then(|(at, _)| period.unit(&person.workplaces[at].unit))
}

fn duty_hours(duty: &Duty<'_>, keys: Keys, hours: Minutes, draft: &mut Draft) {
    let account = match duty.shift.kind {
        ShiftKind::Day => Account::DayDuty,
        ShiftKind::Evening => Account::EveningDuty,
        ShiftKind::Night => Account::NightDuty,
        ShiftKind::OnCallAtWork | ShiftKind::OnCallAtHome => Account::OnCall,
    };
    let has_break = duty.shift.pause_paid && account != Account::OnCall;
    let pause = if has_break { duty.shift.pause.min(hours) } else { Minutes(0) };
    draft.enter(Account::AtHand, Account::Break, keys.clone(), pause);
    draft.enter(Account::AtHand, account, keys, hours - pause);
}

/// Hours of a person in another unit than their own.
fn lend(period: &Period, person: &Person, (home, unit): (&Unit, &Unit), minutes: Minutes, draft: &mut Draft) {
    let lends = |it: &&PoolId| period.pools.iter().any(|pool| pool.id == **it && pool.lends_to.contains(&unit.id));
    let is_own = person.workplaces.iter().any(|it| it.unit == unit.id);
    let pool = person.pools.iter().find(lends).filter(|_| !is_own).cloned().unwrap_or_else(|| SHARED.into());
    let lender = staff_keys(home, &person.group).in_pool(&pool);
    let borrower = staff_keys(unit, &person.group).in_pool(&pool);
    draft.enter(Account::AtHand, Account::LentOut, lender.clone(), minutes);
    draft.enter(Account::LentOut, Account::Pool, lender, minutes);
    draft.enter(Account::Pool, Account::LentIn, borrower.clone(), minutes);
    draft.enter(Account::LentIn, Account::AtHand, borrower, minutes);
}

/// What the person is paid for: the norm, and what comes beside it.
fn paid(period: &Period, person: &Person, keys: &Keys, worked: &[(Date, Minutes)], draft: &mut Draft) {
    let mut booked = Minutes(0);
    let mut close = |owed: Minutes, used: Minutes, at_end: Minutes| {
        // A holiday can take off more than a few days' norm.
        let owed = owed.max(Minutes(0));
        let (overtime, idle) = (at_end.max(Minutes(0)), (-at_end).max(Minutes(0)));
        draft.enter(Account::Paid, Account::AtHand, keys.clone(), owed);
        draft.enter(Account::Overtime, Account::AtHand, keys.clone(), overtime);
        draft.enter(Account::AtHand, Account::Idle, keys.clone(), idle);
        let left = owed + overtime - used - idle;
        if left > Minutes(0) {
            draft.enter(Account::AtHand, Account::Carried, keys.clone(), left);
        } else {
            draft.enter(Account::Carried, Account::AtHand, keys.clone(), -left);
        }
    };
    for part in parts(period, person) {
        let here = worked.iter().filter(|(date, _)| (part.first..=part.last).contains(date));
        let used: Minutes = here.map(|(_, minutes)| *minutes).sum();
        let balance = part.before + used - part.owed;
        close(part.owed, used, if part.ends { balance } else { Minutes(0) });
        booked += used;
    }
    // Dates before the norm period begins owe nothing.
    let all: Minutes = worked.iter().map(|(_, minutes)| *minutes).sum();
    close(Minutes(0), all - booked, Minutes(0));
}
