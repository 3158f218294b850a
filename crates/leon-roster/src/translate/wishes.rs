//! Wishes: which duties are against one, and what refusing it costs.

use super::duties::{Duties, minute};
use super::prices::Prices;
use crate::cost::Cost;
use crate::curve::{Bend, Curve};
use crate::problem::{Over, Problem, Total};
use leon_model::{Period, RosterGoal, Strength, Wanted, Wish};

/// The days of the period on which a duty can be against a wish.
pub(super) fn days(duties: &Duties<'_>, wish: &Wish) -> std::ops::Range<usize> {
    let day = |date: leon_model::Date| (date - duties.period.first).clamp(0, duties.days() as i32) as usize;
    // A night that begins on the day before reaches into a day off.
    let first = if wish.wanted == Wanted::Off { wish.from - 1 } else { wish.from };
    day(first)..day(wish.to + 1)
}

/// Whether a duty on one of these days is against a wish.
pub(super) fn is_against(duties: &Duties<'_>, wish: &Wish, duty: u8, day: usize) -> bool {
    let shift = duties.shift(duty);
    match &wish.wanted {
        Wanted::Off => {
            let (start, end) = duties.times(duty, day as i64);
            let (from, to) = (minute(wish.from.midnight()), minute((wish.to + 1).midnight()));
            shift.is_some() && start < to && from < end
        }
        Wanted::On => shift.is_none(),
        Wanted::Kind(kind) => shift.is_none_or(|it| it.kind != *kind),
        Wanted::NotKind(kind) => shift.is_some_and(|it| it.kind == *kind),
        Wanted::Shift(id) => shift.is_none_or(|it| it.id != *id),
    }
}

/// What refusing a soft wish costs: on the duties of a single day, or once for all its days together.
pub(super) fn fill(problem: &mut Problem, period: &Period, duties: &Duties<'_>, prices: &Prices) {
    for wish in &period.wishes {
        let Strength::Soft(weight) = wish.strength else { continue };
        let Some(index) = period.person_index(&wish.person) else { continue };
        let price = prices.of(RosterGoal::Wishes, weight * (1.0 + period.people[index].refused_share()));
        let days = days(duties, wish);
        if days.is_empty() || price == Cost::ZERO {
            continue;
        }
        if days.len() == 1 {
            let choices = &mut problem.people[index].choices[days.start];
            choices
                .iter_mut()
                .filter(|it| is_against(duties, wish, it.duty, days.start))
                .for_each(|it| it.cost += price);
            continue;
        }
        let (first, end) = (days.start, days.end);
        let is_against = |duty: u8, day: usize| days.contains(&day) && is_against(duties, wish, duty, day);
        let weights = duties.by_day(|duty, day| i64::from(is_against(duty, day)));
        problem.weights.push(weights);
        let over = Over::Days { first, end, weights: problem.weights.len() - 1 };
        problem.people[index].totals.push(Total { start: 0, over, curve: once(price) });
    }
}

/// A price for any number above 0, however large.
pub(super) fn once(price: Cost) -> Curve {
    let first = Bend { at: 0, below: Cost::ZERO, above: price };
    let others = Bend { at: 1, below: Cost::ZERO, above: -price };
    Curve { bends: vec![first, others], ..Curve::default() }
}
