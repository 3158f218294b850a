//! The linear programme over rows of people: each person has one, in shares; each sum is what the rows give, at the
//! lower hull of its price.

use super::cover::Sums;
use super::level::{Level, UNIT};
use super::pricing::Rules;
use crate::cost::Cost;
use crate::evaluate::evaluate_row;
use crate::problem::Problem;
use leon_lp::{Lp, Method, Solver, Status};
use std::collections::BTreeMap;

/// A row of a person, known to the programme.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub person: usize,
    pub duties: Vec<u8>,
    /// The person's own cost, without totals that are summed apart.
    pub own: Cost,
    pub gives: Vec<(u32, i64)>,
}

/// All rows known so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pool {
    pub columns: Vec<Column>,
    known: BTreeMap<(usize, Vec<u8>), usize>,
}

impl Pool {
    /// Adds a row; `false`: it is known already.
    pub fn add(&mut self, problem: &Problem, rules: &Rules, sums: &Sums, person: usize, duties: &[u8]) -> bool {
        let before = self.columns.len();
        self.place(problem, rules, sums, person, duties) == before
    }

    /// The place of a row, which is added if it is not known.
    pub fn place(&mut self, problem: &Problem, rules: &Rules, sums: &Sums, person: usize, duties: &[u8]) -> usize {
        let key = (person, duties.to_vec());
        if let Some(&place) = self.known.get(&key) {
            return place;
        }
        let it = &problem.people[person];
        let mut own = evaluate_row(problem, person, duties);
        for &apart in &rules.apart {
            let total = &it.totals[apart];
            own -= total.curve.at(total.start + crate::evaluate::added(problem, it, total.over, duties));
        }
        let mut gives = Vec::new();
        for (day, &duty) in duties.iter().enumerate() {
            if let Some(choice) = it.choices[day].iter().position(|it| it.duty == duty) {
                gives.extend_from_slice(sums.given(person, day, choice));
            }
        }
        gives.sort_unstable_by_key(|it| it.0);
        let gives = gives.chunk_by(|a, b| a.0 == b.0).map(|it| (it[0].0, it.iter().map(|it| it.1).sum())).collect();
        self.known.insert(key, self.columns.len());
        self.columns.push(Column { person, duties: duties.to_vec(), own, gives });
        self.columns.len() - 1
    }
}

/// The programme at work.
pub(super) struct Master {
    solver: Solver,
    empty: Lp,
    level: Level,
    people: usize,
    sums: usize,
    /// What the sums cost, and break, at their least numbers.
    ground: f64,
    broken: f64,
    /// By column of a piece of a curve: its sum. By sum: the least number.
    pieces: Vec<usize>,
    least: Vec<f64>,
    /// By column of the programme: how far rules are broken by it.
    breaches: Vec<f64>,
    /// Rows of the pool that are in.
    taken: usize,
}

impl Master {
    /// `outside`: what a number costs, each step, that a sum cannot have; rows known so far may give no other.
    pub fn new(sums: &Sums, people: usize, level: Level, outside: f64) -> Self {
        let mut lp = Lp::default();
        let hulls: Vec<Vec<(i64, Cost)>> = sums.sums.iter().map(|it| it.points.hull(level)).collect();
        for (sum, hull) in sums.sums.iter().zip(&hulls) {
            let least = (hull[0].0 - sum.start) as f64;
            lp.add_row(least, least);
        }
        for _ in 0..people {
            lp.add_row(1.0, 1.0);
        }
        let empty = lp.same_rows();
        let (mut ground, mut broken, mut breaches) = (0.0, 0.0, Vec::new());
        let mut pieces = Vec::new();
        for (row, hull) in hulls.iter().enumerate() {
            ground += level.of(hull[0].1) as f64;
            broken += hull[0].1.breaches() as f64;
            for (from, to) in hull.iter().zip(&hull[1..]) {
                let (length, rise) = ((to.0 - from.0) as f64, (level.of(to.1) - level.of(from.1)) as f64);
                lp.add_column(rise / length, 0.0, length, &[(row, -1.0)]);
                pieces.push(row);
                breaches.push((to.1.breaches() - from.1.breaches()) as f64 / length);
            }
        }
        for row in 0..hulls.len() {
            for amount in [-1.0, 1.0] {
                lp.add_column(outside, 0.0, f64::INFINITY, &[(row, amount)]);
                breaches.push(0.0);
            }
        }
        let least = hulls.iter().map(|it| it[0].0 as f64).collect();
        let solver = Solver::new(&lp);
        Self { solver, empty, level, people, sums: sums.sums.len(), ground, broken, pieces, least, breaches, taken: 0 }
    }

    /// Takes the rows that have come to the pool.
    pub fn take(&mut self, pool: &Pool) {
        let mut lp = self.empty.clone();
        for column in &pool.columns[self.taken..] {
            let mut entries: Vec<(usize, f64)> = column
                .gives
                .iter()
                .filter(|it| it.1 != 0)
                .map(|&(sum, amount)| (sum as usize, amount as f64))
                .collect();
            entries.push((self.sums + column.person, 1.0));
            lp.add_column(self.level.of(column.own) as f64, 0.0, f64::INFINITY, &entries);
            self.breaches.push(column.own.breaches() as f64);
        }
        self.taken = pool.columns.len();
        self.solver.add_columns(&lp);
    }

    /// Solves over the rows at hand: the value, and what one more at each sum costs. `None`: the solver has no answer.
    pub fn solve(&mut self, method: Method) -> Option<(f64, Vec<f64>)> {
        if self.solver.solve(method) != Ok(Status::Optimal) {
            return None;
        }
        let mut duals = self.solver.solution().row_duals;
        duals.truncate(duals.len() - self.people);
        duals.iter_mut().for_each(|it| *it = -*it);
        Some((self.solver.objective() + self.ground, duals))
    }

    /// The numbers of the sums in the last answer.
    pub fn numbers(&self) -> Vec<f64> {
        let mut numbers = self.least.clone();
        let shares = self.solver.solution().columns;
        self.pieces.iter().zip(&shares).for_each(|(&sum, share)| numbers[sum] += share);
        numbers
    }

    /// How far rules are broken in the last answer.
    pub fn breaches(&self) -> f64 {
        self.broken
            + self
                .solver
                .solution()
                .columns
                .iter()
                .zip(&self.breaches)
                .map(|(share, breaches)| share * breaches)
                .sum::<f64>()
    }
}

/// Prices in units, small enough that sums of them stay whole.
pub(super) fn units(prices: &[f64], sums: &Sums) -> Vec<i64> {
    let unit = |(price, sum): (&f64, &super::cover::Sum)| {
        let points = &sum.points.points;
        let span = (points[points.len() - 1].0 - points[0].0).max(1);
        let most = ((1_i64 << 44) / span) as f64;
        (price * UNIT as f64).clamp(-most, most).round() as i64
    };
    prices.iter().zip(&sums.sums).map(unit).collect()
}
