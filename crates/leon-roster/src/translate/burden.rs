//! Shift burden above a fair share, with history.

use super::duties::Duties;
use super::prices::Prices;
use crate::cost::Cost;
use crate::curve::{Bend, Curve};
use crate::problem::{Over, Problem, Total};
use leon_model::{Burden, Minutes, Moment, Period, Person, RosterGoal, ShiftKind};

/// Hours between two bends of the price: a duty's length.
const STEP: i64 = 8;
/// Bends; beyond the last the price goes on straight.
const BENDS: i64 = 8;

/// max(0, before + hours − fair share)² for each person and kind, bent every eight hours. Counted in half hours.
pub(super) fn fill(
    problem: &mut Problem,
    period: &Period,
    duties: &Duties<'_>,
    prices: &Prices,
    burden: Option<[f64; 5]>,
) {
    let Some(all) = burden else { return };
    if prices.exact(RosterGoal::Burden) == 0.0 {
        return;
    }
    for kind in Burden::ALL {
        let weights = duties.by_day(|duty, day| carried(period, duties, kind, duty, day).0 / 30);
        if weights.by_duty.iter().chain(weights.on_days.values().flatten()).all(|it| *it == 0) {
            continue;
        }
        problem.weights.push(weights);
        let number = problem.weights.len() - 1;
        let own = |person: &Person| {
            if period.may_carry(person, kind) { person.contract.hours_per_week.0 } else { 0.0 }
        };
        let together: f64 = period.people.iter().map(own).sum();
        for (index, person) in period.people.iter().enumerate() {
            let fair = if together > 0.0 { all[kind as usize] * own(person) / together } else { 0.0 };
            let before = person.history.burden.of(kind).0 / 30;
            let curve = above((fair * 2.0).round() as i64, prices);
            let over = Over::Days { first: 0, end: problem.days, weights: number };
            problem.people[index].totals.push(Total { start: before, over, curve });
        }
    }
}

/// The square above a number of half hours.
fn above(fair: i64, prices: &Prices) -> Curve {
    let bend = |at: i64| {
        // From one bend to the next the square grows by (2 at + 1) steps²; a half hour is a sixteenth of a step.
        let more = if at == 0 { 1.0 } else { 2.0 };
        let price = prices.exact(RosterGoal::Burden) * more * (STEP * STEP) as f64 / (2 * STEP) as f64;
        Bend { at: fair + at * 2 * STEP, below: Cost::ZERO, above: Cost::soft(price.round() as i64) }
    };
    Curve { bends: (0..BENDS).map(bend).collect(), ..Curve::default() }
}

/// Minutes of a kind of burden in a duty on a day.
fn carried(period: &Period, duties: &Duties<'_>, kind: Burden, duty: u8, day: usize) -> Minutes {
    let Some(shift) = duties.shift(duty) else { return Minutes(0) };
    let (start, end) = duties.times(duty, day as i64);
    let on = |test: &dyn Fn(Moment) -> bool| Minutes((start..end).filter(|it| test(Moment(it * 60))).count() as i64);
    let is_holiday = |at: Moment| {
        let (date, time) = (at.danish_date(), at.danish_time());
        period.public_holidays.iter().any(|it| it.date == date && it.begins <= time)
    };
    match kind {
        Burden::Evenings if shift.kind == ShiftKind::Evening => Minutes(end - start),
        Burden::Nights if shift.kind == ShiftKind::Night => Minutes(end - start),
        Burden::OnCall if shift.kind.is_on_call() => Minutes(end - start),
        Burden::Weekends if !shift.kind.is_on_call() => on(&|at| at.danish_date().weekday().is_weekend()),
        Burden::PublicHolidays if !shift.kind.is_on_call() => on(&is_holiday),
        _ => Minutes(0),
    }
}
