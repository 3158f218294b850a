//! Column generation: solve over the rows at hand, price, add what is better; the best bound of all rounds stands.

use super::BoundEnd;
use super::cover::Sums;
use super::level::{Level, NEVER, UNIT};
use super::master::{Master, Pool, units};
use super::pricing::{Pricer, Rules};
use crate::cost::Cost;
use crate::options::Budget;
use crate::problem::Problem;
use leon_lp::Method;

/// How much of the next prices are those of the best bound so far: raw duals of few rows swing widely
/// (Wentges 1997, doi 10.1016/S0969-6016(97)00001-4).
const STEADY: f64 = 0.6;

/// The first rounds have so much fewer labels; they grow as rows are harder to find.
const FEWER: usize = 64;

/// What a level is bounded from.
pub(super) struct Task<'a> {
    pub problem: &'a Problem,
    pub rules: &'a [Rules],
    pub sums: &'a Sums,
    pub level: Level,
    /// By person, then by sum: what breaks more is not looked at.
    pub most_breaches: Option<(Vec<i64>, Vec<i64>)>,
    /// Whole multiples that a bound can be rounded up to.
    pub multiple: i64,
    /// What breaches that are looked at count for at most, in whole prices; taken off the bound.
    pub offset: i64,
    /// A bound of so much is enough.
    pub enough: Option<i64>,
    /// What a number costs in the programme that a sum cannot have.
    pub outside: f64,
    pub labels: usize,
    pub budget: &'a dyn Budget,
    /// The share of the budget after which to end.
    pub share: f64,
}

/// What the rounds came to.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// In units, not rounded; `None`: somebody has no row that breaks as little as is looked at.
    pub bound: Option<i128>,
    /// What one more at each sum costs, in units, where the bound was found.
    pub prices: Vec<i64>,
    /// Whether rows of people were put together, and not only looked at one by one.
    pub is_joint: bool,
    pub end: BoundEnd,
    /// How far rules are broken in the programme's last answer.
    pub breaches: f64,
    /// The numbers of the sums in that answer.
    pub numbers: Vec<f64>,
}

impl Task<'_> {
    /// The least multiple that is no less than a bound in units.
    pub fn rounded(&self, bound: i128) -> i64 {
        let bound = bound - i128::from(self.offset) * i128::from(UNIT);
        let step = i128::from(self.multiple.max(1)) * i128::from(UNIT);
        (bound.div_euclid(step) + i128::from(bound.rem_euclid(step) > 0)) as i64 * self.multiple.max(1)
    }

    /// The people, ready to be priced.
    pub fn pricers(&self) -> Vec<Pricer<'_>> {
        let most = |person: usize| self.most_breaches.as_ref().map(|it| it.0[person]);
        let people = self.rules.iter().enumerate();
        people.map(|(person, rules)| Pricer::new(self.problem, person, rules, self.level, most(person))).collect()
    }

    /// What the sums cost at least at these prices of them.
    pub fn ground(&self, prices: &[i64]) -> i128 {
        let of_sum = |(sum, &price): (usize, &i64)| {
            let it = &self.sums.sums[sum];
            let points: Vec<(i64, Cost)> = match &self.most_breaches {
                Some((_, most)) => it.points.within(most[sum]),
                None => it.points.points.clone(),
            };
            let price = i128::from(price);
            let at = |it: &(i64, Cost)| i128::from(self.level.units(it.1)) - price * i128::from(it.0);
            points.iter().map(at).min().unwrap_or_default() + price * i128::from(it.start)
        };
        prices.iter().enumerate().map(of_sum).sum()
    }
}

/// Bounds a level, going on from the rows of a pool and prices known to be good.
pub(super) fn rounds(task: &Task, pool: &mut Pool, from: Option<Vec<i64>>, rounds: &mut u64) -> Found {
    let pricers = task.pricers();
    let prices = from.unwrap_or_else(|| vec![0; task.sums.sums.len()]);
    let apart = pricers.iter().map(|it| i128::from(it.price(task.sums, &prices, 1, NEVER).least));
    let bound = apart.map(|it| (it < i128::from(NEVER / 2)).then_some(it)).sum::<Option<i128>>();
    let bound = bound.map(|it| it + task.ground(&prices));
    let mut center =
        prices.iter().any(|it| *it != 0).then(|| prices.iter().map(|it| *it as f64 / UNIT as f64).collect());
    let mut found = Found { bound, prices, is_joint: false, end: BoundEnd::Budget, breaches: 0.0, numbers: Vec::new() };
    if bound.is_none() {
        return found;
    }
    let mut master = Master::new(task.sums, task.rules.len(), task.level, task.outside);
    let (mut method, mut steady) = (Method::Choose, STEADY);
    let mut labels = (task.labels / FEWER).max(1);
    let is_over = |rounds: u64| task.budget.spent(rounds) >= task.share;
    loop {
        if is_over(*rounds) {
            return found;
        }
        master.take(pool);
        let Some((value, duals)) = master.solve(method).map(|(it, duals)| (it - task.offset as f64, duals)) else {
            found.end = BoundEnd::NoAnswer;
            return found;
        };
        method = Method::Primal;
        (found.breaches, found.numbers) = (master.breaches(), master.numbers());
        let at: Vec<f64> = match &center {
            Some(center) => {
                duals.iter().zip::<&Vec<f64>>(center).map(|(new, old)| (1.0 - steady) * new + steady * old).collect()
            }
            None => duals,
        };
        let prices = units(&at, task.sums);
        let mut best = vec![NEVER; task.rules.len()];
        for column in &pool.columns {
            let it = &mut best[column.person];
            *it = (*it).min(pricers[column.person].cost(column.own, &column.gives, &prices));
        }
        let mut bound = task.ground(&prices);
        let mut new = 0;
        for (person, pricer) in pricers.iter().enumerate() {
            if is_over(*rounds) {
                return found;
            }
            let priced = pricer.price(task.sums, &prices, labels, best[person]);
            if priced.least >= NEVER / 2 {
                found.bound = None;
                return found;
            }
            bound += i128::from(priced.least);
            for row in &priced.rows {
                new += usize::from(pool.add(task.problem, &task.rules[person], task.sums, person, &row.duties));
            }
        }
        *rounds += 1;
        if found.bound.is_none_or(|it| bound > it) {
            (found.bound, found.prices, found.is_joint) = (Some(bound), prices, true);
            center = Some(at);
        }
        let rounded = task.rounded(found.bound.unwrap_or(bound));
        let is_closed = rounded as f64 >= value - 1e-6 * (1.0 + value.abs());
        if is_closed || task.enough.is_some_and(|enough| rounded >= enough) {
            found.end = BoundEnd::Finished;
            return found;
        }
        if new > 0 {
            steady = STEADY;
        } else if steady > 0.0 {
            steady = 0.0;
        } else if labels < task.labels {
            labels = (labels * 4).min(task.labels);
        } else {
            let is_whole = found
                .bound
                .is_some_and(|it| it as f64 / UNIT as f64 - task.offset as f64 >= value - 1e-3 * (1.0 + value.abs()));
            found.end = if is_whole { BoundEnd::Finished } else { BoundEnd::Labels };
            return found;
        }
    }
}
