//! The goals, one after the other: each is optimised among the plans that are best for those before it.
//!
//! Unmet need and the kroner for bought hours share the first programme, by a weight that never lets
//! money win; then comes the level of care, then hours in other hands. After a goal is solved, complementary slackness describes all its optima exactly: a column whose
//! reduced cost is not zero keeps its value, a row whose dual is not zero keeps its activity. Fixing those
//! turns the optima into the feasible set of the next goal, without a dense row that ties everything
//! together, and the basis at hand stays feasible for primal simplex.

use crate::model::{Hours, Model};
use crate::parts::Part;
use crate::prices::{self, Derivative};
use leon_lp::{Basis, Lp, Method, Row, Solution, Solver, SolverFailed, Status};
use std::collections::BTreeMap;

/// Smallest reduced cost or dual that counts as other than zero (goals are in hours and kroner a week).
pub(crate) const DUAL_TOLERANCE: f64 = 1e-7;

/// A part solved under all goals.
pub(crate) struct SolvedPart {
    pub(crate) part: Part,
    /// Hours of each of the part's columns.
    pub(crate) hours: Vec<f64>,
    /// Hours, duals and basis at the optimum of the first programme.
    pub(crate) first: Vec<f64>,
    pub(crate) row_duals: Vec<f64>,
    pub(crate) basis: Basis,
    /// For each capacity row in the part, in order.
    pub(crate) derivatives: Vec<(Row, Derivative)>,
    pub(crate) solves: usize,
}

/// Why a part has no plan.
pub(crate) enum Failure {
    Solver(SolverFailed),
    /// The rules in force leave no plan at all.
    NoPlan,
}

impl From<SolverFailed> for Failure {
    fn from(failed: SolverFailed) -> Self {
        Self::Solver(failed)
    }
}

fn optimal(solver: &mut Solver, method: Method) -> Result<(), Failure> {
    match solver.solve(method)? {
        Status::Optimal => Ok(()),
        Status::Infeasible | Status::Unbounded => Err(Failure::NoPlan),
    }
}

/// How to solve a programme without a basis. Presolve costs more than it saves for the some hundred columns
/// of one setting in one place, and saves much more than it costs once lending joins places.
fn afresh(lp: &Lp) -> Method {
    if lp.columns() < 3000 { Method::Dual } else { Method::Choose }
}

/// Solves one part under every goal, and prices its capacity rows when asked.
pub(crate) fn solve_part(model: &Model<'_>, part: Part, with_prices: bool) -> Result<SolvedPart, Failure> {
    let mut lp = model.lp.part(&part.columns, &part.rows);
    let mut solver = Solver::new(&lp);
    optimal(&mut solver, afresh(&lp))?;
    let first = solver.solution();
    let basis = solver.basis();
    let mut solves = 1;
    let mut derivatives = Vec::new();
    if with_prices {
        let priced = prices::derivatives(model, &part, &lp, &first, &basis)?;
        (derivatives, solves) = (priced.rows, solves + priced.solves);
    }

    keep_optimal(&mut lp, &mut solver, &first);
    lp.costs = part.columns.iter().map(|&column| model.level(column)).collect();
    solver.set_costs(&lp.costs);
    optimal(&mut solver, Method::Primal)?;
    let lowest = solver.solution();
    keep_optimal(&mut lp, &mut solver, &lowest);
    let hours = fewest_moved(model, &part, &lp, &lowest)?;
    solves += 2;
    Ok(SolvedPart { hours, first: first.columns, row_duals: first.row_duals, basis, derivatives, solves, part })
}

/// Narrows the programme to the optima of the goal just solved.
fn keep_optimal(lp: &mut Lp, solver: &mut Solver, solution: &Solution) {
    for column in 0..lp.columns() {
        let free = lp.column_lower[column] < lp.column_upper[column];
        if free && solution.reduced_costs[column].abs() > DUAL_TOLERANCE {
            let value = solution.columns[column].clamp(lp.column_lower[column], lp.column_upper[column]);
            (lp.column_lower[column], lp.column_upper[column]) = (value, value);
            solver.set_column_bounds(column, value, value);
        }
    }
    for row in 0..lp.rows() {
        let free = lp.row_lower[row] < lp.row_upper[row];
        if free && solution.row_duals[row].abs() > DUAL_TOLERANCE {
            let value = solution.rows[row].clamp(lp.row_lower[row], lp.row_upper[row]);
            (lp.row_lower[row], lp.row_upper[row]) = (value, value);
            solver.set_row_bounds(row, value, value);
        }
    }
}

/// The last goal, fewest hours in other hands than today: over needs and groups, hours beyond today's.
///
/// Solved afresh over what the goals before left free, with a column for the hours moved of each need
/// and group that has a share today; where it has none, every hour of it is moved.
fn fewest_moved(model: &Model<'_>, part: &Part, lp: &Lp, solution: &Solution) -> Result<Vec<f64>, Failure> {
    let free: Vec<usize> = (0..lp.columns()).filter(|&it| lp.column_lower[it] < lp.column_upper[it]).collect();
    if free.is_empty() {
        return Ok(solution.columns.clone());
    }
    let all_rows: Vec<Row> = (0..lp.rows()).collect();
    let mut rest = lp.part(&free, &all_rows);
    rest.costs.fill(0.0);
    let mut hours = solution.columns.clone();
    let mut today: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for (column, value) in hours.iter_mut().enumerate() {
        if lp.column_lower[column] < lp.column_upper[column] {
            continue;
        }
        *value = lp.column_lower[column];
        for (row, entry) in lp.column(column) {
            rest.row_lower[row] -= entry * *value;
            rest.row_upper[row] -= entry * *value;
        }
        if let Some(key) = model.need_and_group(part.columns[column]) {
            let left = today.entry(key).or_insert_with(|| model.today(key));
            *left -= *value;
        }
    }
    let mut doers: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (column, &old) in free.iter().enumerate() {
        if let Some(key) = model.need_and_group(part.columns[old]) {
            doers.entry(key).or_default().push(column);
        }
    }
    let mut caps = Vec::new();
    for (key, columns) in doers {
        let left = today.get(&key).copied().unwrap_or_else(|| model.today(key));
        if left <= 0.0 {
            columns.into_iter().for_each(|column| rest.costs[column] = 1.0);
        } else {
            caps.push((left, columns));
        }
    }
    let rest = with_moved_columns(&rest, &caps);
    let mut solver = Solver::new(&rest);
    optimal(&mut solver, afresh(&rest))?;
    let moved = solver.solution();
    for (column, &old) in free.iter().enumerate() {
        hours[old] = moved.columns[column];
    }
    Ok(hours)
}

/// Adds, for each cap, a row `hours − moved <= today's` and its column of moved hours, which costs 1.
fn with_moved_columns(lp: &Lp, caps: &[(f64, Vec<usize>)]) -> Lp {
    let mut wider = lp.same_rows();
    let mut cap_of = vec![None; lp.columns()];
    let mut cap_rows = Vec::new();
    for (today, columns) in caps {
        let row = wider.add_row(f64::NEG_INFINITY, *today);
        columns.iter().for_each(|&column| cap_of[column] = Some(row));
        cap_rows.push(row);
    }
    for (column, cap) in cap_of.into_iter().enumerate() {
        let entries: Vec<_> = lp.column(column).chain(cap.map(|row| (row, 1.0))).collect();
        wider.add_column(lp.costs[column], lp.column_lower[column], lp.column_upper[column], &entries);
    }
    for row in cap_rows {
        wider.add_column(1.0, 0.0, f64::INFINITY, &[(row, -1.0)]);
    }
    wider
}

impl Model<'_> {
    /// The need and staff group of a column of care.
    fn need_and_group(&self, column: usize) -> Option<(usize, usize)> {
        match self.hours[column] {
            Hours::Care { need, holding } | Hours::Remote { need, holding, .. } => {
                Some((need, self.index.holding_group[holding]))
            }
            _ => None,
        }
    }

    /// Hours of a need that a group does today.
    fn today(&self, (need, group): (usize, usize)) -> f64 {
        self.index.today.get(&(need, group)).copied().unwrap_or(0.0)
    }
}
