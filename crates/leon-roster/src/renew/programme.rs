//! The linear programme over rows of some people beside what the others do. Only sums whose price can change are in it.

use super::frame::Frame;
use crate::bound::level::UNIT;
use crate::bound::master::Column;
use crate::bound::points::Points;
use crate::cost::Cost;
use leon_lp::{Lp, Method, Solver, Status};

/// A sum in the programme.
struct Line {
    sum: u32,
    /// What the others add up to, and the start.
    rest: i64,
    /// Points of the price's lower hull over all numbers that can be.
    hull: Vec<(i64, Cost)>,
}

/// A programme at work.
pub(super) struct Programme<'f> {
    frame: &'f Frame<'f>,
    solver: Solver,
    /// A programme over the same rows, without columns.
    empty: Lp,
    lines: Vec<Line>,
    /// By sum: its line, or [`NONE`].
    line_of: Vec<u32>,
    /// By person: the place among those with a row, or [`NONE`].
    place_of: Vec<u32>,
    /// Where the columns of rows begin, after the pieces of curves.
    first_row: usize,
    /// What all sums cost at the least numbers.
    ground: i64,
}

const NONE: u32 = u32::MAX;

impl<'f> Programme<'f> {
    /// `rest`: by sum, what the others add up to.
    pub fn new(frame: &'f Frame<'f>, rest: &[i64], people: &[usize]) -> Self {
        let mut reach = vec![(0, 0); rest.len()];
        for &(sum, least, most) in people.iter().flat_map(|it| &frame.reach[*it]) {
            let it = &mut reach[sum as usize];
            *it = (it.0 + least, it.1 + most);
        }
        let (mut lp, mut lines, mut ground) = (Lp::default(), Vec::new(), 0);
        let mut line_of = vec![NONE; rest.len()];
        for (sum, &(least, most)) in reach.iter().enumerate() {
            let rest = rest[sum];
            if least == most {
                ground += frame.level.of(frame.curves[sum].at(rest + least));
                continue;
            }
            let hull = Points::new(frame.curves[sum], rest + least, rest + most).hull(frame.level);
            ground += frame.level.of(hull[0].1);
            if hull.iter().any(|it| it.1 != hull[0].1) {
                line_of[sum] = lines.len() as u32;
                lp.add_row(least as f64, least as f64);
                lines.push(Line { sum: sum as u32, rest, hull });
            }
        }
        let mut place_of = vec![NONE; frame.rules.len()];
        for (place, &person) in people.iter().enumerate() {
            place_of[person] = place as u32;
            lp.add_row(1.0, 1.0);
        }
        for (row, line) in lines.iter().enumerate() {
            for (from, to) in line.hull.iter().zip(&line.hull[1..]) {
                let (length, rise) = ((to.0 - from.0) as f64, (frame.level.of(to.1) - frame.level.of(from.1)) as f64);
                lp.add_column(rise / length, 0.0, length, &[(row, -1.0)]);
            }
        }
        let (solver, empty, first_row) = (Solver::new(&lp), lp.same_rows(), lp.columns());
        Self { frame, solver, empty, lines, line_of, place_of, first_row, ground }
    }

    /// Takes rows in.
    pub fn take<'c>(&mut self, columns: impl IntoIterator<Item = &'c Column>) {
        let mut more = self.empty.clone();
        for column in columns {
            let lines = column.gives.iter().map(|&(sum, amount)| (self.line_of[sum as usize], amount as f64));
            let mut entries: Vec<(usize, f64)> =
                lines.filter(|it| it.0 != NONE && it.1 != 0.0).map(|it| (it.0 as usize, it.1)).collect();
            entries.push((self.lines.len() + self.place_of[column.person] as usize, 1.0));
            let cost = self.frame.level.of(column.own) as f64;
            more.add_column(cost, 0.0, f64::INFINITY, &entries);
        }
        self.solver.add_columns(&more);
    }

    /// Solves over the rows at hand: the value, and by line what one more costs. `None`: there is no answer.
    pub fn solve(&mut self, method: Method) -> Option<(f64, Vec<f64>)> {
        if self.solver.solve(method) != Ok(Status::Optimal) {
            return None;
        }
        let mut duals = self.solver.solution().row_duals;
        duals.truncate(self.lines.len());
        duals.iter_mut().for_each(|it| *it = -*it);
        Some((self.solver.objective() + self.ground as f64, duals))
    }

    /// The share of each row in the last answer, in the order in which they were taken in.
    pub fn shares(&self) -> Vec<f64> {
        self.solver.solution().columns.split_off(self.first_row)
    }

    /// Simplex iterations so far, and rows.
    pub fn work(&self) -> (u64, usize) {
        (self.solver.iterations(), self.empty.rows())
    }

    /// By sum, prices that are given by line.
    pub fn by_sum(&self, prices: &[f64]) -> Vec<i64> {
        let mut units = vec![0; self.line_of.len()];
        for (line, price) in self.lines.iter().zip(prices) {
            let span = line.hull[line.hull.len() - 1].0 - line.hull[0].0;
            let most = ((1_i64 << 44) / span.max(1)) as f64;
            units[line.sum as usize] = (price * UNIT as f64).clamp(-most, most).round() as i64;
        }
        units
    }

    /// By line, prices that are given by sum.
    pub fn by_line(&self, prices: &[i64]) -> Vec<f64> {
        self.lines.iter().map(|it| prices[it.sum as usize] as f64 / UNIT as f64).collect()
    }

    /// What the sums cost at least at prices of them, in units.
    pub fn ground(&self, prices: &[i64]) -> i128 {
        let mut ground = i128::from(self.ground) * i128::from(UNIT);
        for line in &self.lines {
            let price = i128::from(prices[line.sum as usize]);
            let at = |it: &(i64, Cost)| i128::from(self.frame.level.units(it.1)) - price * i128::from(it.0);
            let first = i128::from(self.frame.level.units(line.hull[0].1));
            ground += line.hull.iter().map(at).min().unwrap_or_default() + price * i128::from(line.rest) - first;
        }
        ground
    }
}
