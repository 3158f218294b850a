//! The programme for some people at work: column generation.

use super::programme::Programme;
use super::rows::Rows;
use crate::bound::level::{NEVER, UNIT};
use leon_lp::Method;

/// How much of the next prices are those of the best bound so far (Wentges 1997, doi 10.1016/S0969-6016(97)00001-4).
const STEADY: f64 = 0.5;

/// Known rows of a person that a programme begins with, the best at the last prices.
const KNOWN_ROWS: usize = 8;

/// Known rows of a person that come in at once.
const POOLED: usize = 4;

/// Labels of pricing at most.
const MOST_LABELS: usize = 20_000;

/// After the first rounds it is known how long all of them take: about so many times as long.
pub(super) const FIRST_ROUNDS: usize = 6;
const ALL_ROUNDS: f64 = 8.0;

/// How far the programme may be from its bound at the end, in steps of the price.
const NEAR: f64 = 0.2;

/// How column generation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Generated {
    /// No roster with the rows kept is cheaper than what is asked for.
    Closed,
    /// There may be one.
    Open,
    /// The budget will not be enough, by the first rounds.
    TooLong,
    /// The budget is spent, or the programme has no answer.
    Over,
}

/// A programme for some people at work.
pub(super) struct Part<'r, 'f> {
    pub rows: &'r mut Rows<'f>,
    pub programme: Programme<'f>,
    pub people: &'r [usize],
    /// What the rows of the others cost.
    kept: i64,
    /// Rows in the programme, by place in the pool.
    pub taken: Vec<usize>,
    in_programme: usize,
    /// The best bound, in units, and where it was found.
    pub bound: i128,
    pub at: Vec<f64>,
    /// The value of the last programme.
    pub value: f64,
}

impl<'r, 'f> Part<'r, 'f> {
    /// `rest`: what the others add up to; `kept`: what their rows cost; `taken`: a row for each, and more if wanted;
    /// `prices`: of the sums, likely ones.
    pub fn new(
        rows: &'r mut Rows<'f>,
        people: &'r [usize],
        (rest, kept): (&[i64], i64),
        mut taken: Vec<usize>,
        prices: &[i64],
    ) -> Self {
        let programme = Programme::new(rows.frame, rest, people);
        for &person in people {
            let best = rows.best(person, prices, KNOWN_ROWS);
            let new: Vec<usize> = best.into_iter().filter(|it| !taken.contains(it)).collect();
            taken.extend(new);
        }
        let at = programme.by_line(prices);
        Self { rows, programme, people, kept, taken, in_programme: 0, bound: i128::MIN, at, value: f64::INFINITY }
    }

    /// Generates rows until the programme is near its bound, in at most so many rounds. `most`: rosters that cost no more
    /// than this are asked for.
    pub fn generate(&mut self, most: f64, rounds: usize, until: f64) -> Generated {
        let (mut steady, mut method) = (STEADY, Method::Choose);
        let start = self.rows.meter.spent();
        for round in 0..rounds {
            let spent = self.rows.meter.spent();
            let is_too_long = round == FIRST_ROUNDS && start + ALL_ROUNDS * (spent - start) > until && until < 1.0;
            if is_too_long {
                return Generated::TooLong;
            }
            if spent >= until {
                return Generated::Over;
            }
            let Some(duals) = self.solve(method) else { return Generated::Over };
            method = Method::Primal;
            let mix = |(new, old): (&f64, &f64)| (1.0 - steady) * new + steady * old;
            let at: Vec<f64> = duals.iter().zip(&self.at).map(mix).collect();
            let prices = self.programme.by_sum(&at);
            let (new, least) = self.price(&prices);
            if let Some(least) = least {
                let bound = least + self.programme.ground(&prices) + i128::from(self.kept) * i128::from(UNIT);
                if bound > self.bound {
                    (self.bound, self.at) = (bound, at);
                }
                let bound = self.bound as f64 / UNIT as f64;
                if bound > most {
                    return Generated::Closed;
                }
                if self.value - bound < NEAR * self.rows.multiple as f64 {
                    break;
                }
            }
            if new > 0 {
                steady = STEADY;
            } else if steady > 0.0 {
                steady = 0.0;
            } else if self.rows.labels < MOST_LABELS {
                self.rows.labels *= 4;
            } else {
                break;
            }
        }
        if self.solve(Method::Primal).is_some() { Generated::Open } else { Generated::Over }
    }

    /// By sum, the prices of the best bound.
    pub fn prices(&self) -> Vec<i64> {
        let mut prices = self.rows.prices.clone();
        for (kept, price) in prices.iter_mut().zip(self.programme.by_sum(&self.at)).filter(|it| it.1 != 0) {
            *kept = price;
        }
        prices
    }

    /// Solves over the rows at hand.
    fn solve(&mut self, method: Method) -> Option<Vec<f64>> {
        let new: Vec<_> = self.taken[self.in_programme..].iter().map(|it| self.rows.row(*it)).collect();
        self.programme.take(new);
        self.in_programme = self.taken.len();
        let (before, rows) = self.programme.work();
        let solved = self.programme.solve(method);
        self.rows.meter.add_simplex(self.programme.work().0 - before, rows);
        let (value, duals) = solved?;
        self.value = value + self.kept as f64;
        Some(duals)
    }

    /// Finds better rows at prices: how many are new, and what the best rows of all cost at least, unless known rows
    /// will do for now.
    fn price(&mut self, prices: &[i64]) -> (usize, Option<i128>) {
        let mut best = vec![NEVER; self.rows.pricers.len()];
        for &place in &self.taken {
            let person = self.rows.row(place).person;
            best[person] = best[person].min(self.rows.cost(place, prices));
        }
        let before = self.taken.len();
        let mut least = Some(0);
        for &person in self.people {
            let known = self.taken.len();
            for place in self.rows.best(person, prices, POOLED) {
                if self.rows.cost(place, prices) < best[person] && !self.taken.contains(&place) {
                    self.taken.push(place);
                }
            }
            if self.taken.len() > known {
                least = None;
                continue;
            }
            let priced = self.rows.pricers[person].price(&self.rows.frame.sums, prices, self.rows.labels, best[person]);
            self.rows.meter.add_pricing(priced.steps);
            least = least.map(|it| it + i128::from(priced.least));
            for row in &priced.rows {
                let place = self.rows.place(person, &row.duties);
                if !self.taken.contains(&place) {
                    self.taken.push(place);
                }
            }
        }
        (self.taken.len() - before, least)
    }
}
