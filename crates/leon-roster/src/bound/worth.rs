//! What more room in a person's totals would change.

use super::level::NEVER;
use super::level::UNIT;
use super::pricing::{Pricer, Rules};
use super::rounds::Task;
use super::tally::Tally;
use crate::problem::{Over, Person, Total};

/// Labels for a first estimate.
const LABELS: usize = 500;

/// What more room in a person's total would change the price by, all else as it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TotalWorth {
    pub person: usize,
    /// Place among the person's totals.
    pub total: usize,
    /// By so much its bounds are moved up: the most that a day's duty weighs, such as the minutes of a long shift; 1 of
    /// what is counted.
    pub step: i64,
    /// What that changes the price by, at the shadow prices of the demands; below zero it saves.
    pub change: f64,
}

/// The worths of all totals of all people, where there is any.
pub(super) fn totals(task: &Task, prices: &[i64]) -> Vec<TotalWorth> {
    let mut worths = Vec::new();
    for (index, pricer) in task.pricers().iter().enumerate() {
        let (person, rules) = (&task.problem.people[index], &task.rules[index]);
        let Some(now) = least(pricer, task, prices) else { continue };
        for (place, &(total, _)) in rules.tallies.iter().enumerate() {
            let step = step(task, person, &person.totals[total]);
            let moved = Total { start: person.totals[total].start - step, ..person.totals[total].clone() };
            let Some(tally) = Tally::new(task.problem, person, &moved, &rules.kinds) else { continue };
            let mut tallies = rules.tallies.clone();
            tallies[place].1 = tally;
            let rules = Rules { tallies, ..rules.clone() };
            let most = task.most_breaches.as_ref().map(|it| it.0[index]);
            let Some(then) = least(&Pricer::new(task.problem, index, &rules, task.level, most), task, prices) else {
                continue;
            };
            if then != now {
                worths.push(TotalWorth { person: index, total, step, change: (then - now) as f64 / UNIT as f64 });
            }
        }
    }
    worths
}

fn least(pricer: &Pricer, task: &Task, prices: &[i64]) -> Option<i64> {
    pricer.price(task.sums, prices, LABELS, NEVER).rows.first().map(|it| it.cost)
}

/// The most that a duty of the person weighs on a day; 1 of what is counted.
fn step(task: &Task, person: &Person, total: &Total) -> i64 {
    match total.over {
        Over::Blocks { .. } | Over::DaysOff { .. } | Over::Steps { .. } => 1,
        Over::Days { first, end, weights } => {
            let table = &task.problem.weights[weights];
            let days = (first..end).flat_map(|day| person.choices[day].iter().map(move |it| table.of(day, it.duty)));
            days.max().unwrap_or(1).max(1).into()
        }
    }
}
