//! Shift burden above a fair share, with history.

use super::duties::{Duties, minute};
use super::prices::Prices;
use crate::cost::Cost;
use crate::curve::{Bend, Curve};
use crate::problem::{Over, Problem, Total};
use leon_model::{Burden, Date, Minutes, Moment, Period, Person, Roster, RosterGoal, ShiftKind};

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
        let weight = |duty: u8, day: usize| {
            let shift = duties.shift(duty)?;
            Some(in_duty(period, kind, shift.kind, duties.times(duty, day as i64)).0 / 30)
        };
        let weights = duties.by_day(|duty, day| weight(duty, day).unwrap_or(0));
        if weights.by_duty.iter().chain(weights.on_days.values().flatten()).all(|it| *it == 0) {
            continue;
        }
        problem.weights.push(weights);
        let number = problem.weights.len() - 1;
        let own = |person: &Person| period.burden_weight(person, kind);
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

/// Hours of each kind of burden in a roster, of all people together who share it.
pub(crate) fn carried(period: &Period, roster: &Roster) -> [f64; Burden::ALL.len()] {
    let mut sums = Burden::ALL.map(|_| Minutes(0));
    for assignment in &roster.assignments {
        let Some(shift) = period.shift_type(&assignment.shift) else { continue };
        let Some(person) = period.person(&assignment.person) else { continue };
        let (start, end) = shift.on(assignment.date);
        let shared = |it: &(&mut Minutes, Burden)| period.burden_weight(person, it.1) > 0.0;
        for (sum, kind) in sums.iter_mut().zip(Burden::ALL).filter(shared) {
            *sum += in_duty(period, kind, shift.kind, (minute(start), minute(end)));
        }
    }
    sums.map(|it| it.to_hours().0)
}

/// Minutes of a kind of burden in a duty, by its kind of shift and its minutes.
fn in_duty(period: &Period, burden: Burden, kind: ShiftKind, (start, end): (i64, i64)) -> Minutes {
    let within = |from: Moment, to: Moment| (end.min(minute(to)) - start.max(minute(from))).max(0);
    let (first, last) = (Moment(start * 60).danish_date(), Moment(end * 60).danish_date());
    let dates = (first.0..=last.0).map(Date);
    Minutes(match burden {
        Burden::Evenings if kind == ShiftKind::Evening => end - start,
        Burden::Nights if kind == ShiftKind::Night => end - start,
        Burden::OnCall if kind.is_on_call() => end - start,
        Burden::Weekends if !kind.is_on_call() => {
            let weekend = dates.filter(|it| it.weekday().is_weekend());
            weekend.map(|it| within(it.midnight(), (it + 1).midnight())).sum()
        }
        Burden::PublicHolidays if !kind.is_on_call() => {
            let begins =
                |date: Date| period.public_holidays.iter().filter(|it| it.date == date).map(|it| it.begins).min();
            dates.filter_map(|it| Some(within(it.at(begins(it)?), (it + 1).midnight()))).sum()
        }
        _ => 0,
    })
}
