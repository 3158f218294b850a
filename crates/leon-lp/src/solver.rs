//! A live instance that can be changed and solved again.

use crate::ffi::Highs;
use crate::{Column, Lp, Row};
use thiserror::Error;

/// How to solve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// As HiGHS chooses: presolve and dual simplex without a basis.
    Choose,
    /// Primal simplex: right after costs have changed or bounds have widened, when the basis is still feasible.
    Primal,
    /// Dual simplex: right after bounds have changed, when the basis is still dual feasible.
    Dual,
}

/// What came of a solve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Optimal,
    Infeasible,
    Unbounded,
}

/// HiGHS gave up; never expected, and not the user's fault.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the LP solver stopped without an answer (HiGHS model status {model_status})")]
pub struct SolverFailed {
    pub model_status: i32,
}

/// Where a column or row stands in a basis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum BasisStatus {
    Lower = 0,
    Basic = 1,
    Upper = 2,
    /// A free column at zero.
    Zero = 3,
}

/// A basis: one status a column and a row, as many basic ones as there are rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    pub columns: Vec<BasisStatus>,
    pub rows: Vec<BasisStatus>,
}

/// Values and duals at an optimum.
///
/// A row's dual is the change of the optimum for one more unit on its right side; a column's reduced
/// cost is its cost less what its entries are worth at the row duals.
#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    pub columns: Vec<f64>,
    pub reduced_costs: Vec<f64>,
    pub rows: Vec<f64>,
    pub row_duals: Vec<f64>,
}

/// HiGHS's word for having stopped at the limit of iterations.
const ITERATION_LIMIT: i32 = highs_sys::kHighsModelStatusIterationLimit;

/// A programme loaded into HiGHS.
pub struct Solver {
    highs: Highs,
    iterations: u64,
}

impl Solver {
    /// Loads a programme. Panics when its numbers are not finite, which callers keep out.
    pub fn new(lp: &Lp) -> Self {
        Self { highs: Highs::new(lp), iterations: 0 }
    }

    /// Replaces every column's cost.
    pub fn set_costs(&mut self, costs: &[f64]) {
        self.highs.change_costs(costs);
    }

    /// Adds the columns of another programme over the same rows, nonbasic: the basis at hand stays feasible, and
    /// [`Method::Primal`] goes on from it.
    pub fn add_columns(&mut self, columns: &Lp) {
        self.highs.add_columns(columns);
    }

    pub fn set_column_bounds(&mut self, column: Column, lower: f64, upper: f64) {
        self.highs.change_column_bounds(column, lower, upper);
    }

    pub fn set_row_bounds(&mut self, row: Row, lower: f64, upper: f64) {
        self.highs.change_row_bounds(row, lower, upper);
    }

    /// Starts the next solve from a basis. One that HiGHS cannot use is ignored: it costs time, not truth.
    pub fn set_basis(&mut self, basis: &Basis) {
        let numbers = |statuses: &[BasisStatus]| statuses.iter().map(|&status| status as i32).collect::<Vec<_>>();
        self.highs.set_basis(&numbers(&basis.columns), &numbers(&basis.rows));
    }

    /// Solves from the basis at hand, if there is one.
    ///
    /// # Errors
    /// [`SolverFailed`] when HiGHS reaches neither an optimum nor a proof that there is none, from the
    /// basis and then afresh.
    pub fn solve(&mut self, method: Method) -> Result<Status, SolverFailed> {
        let strategy = match method {
            Method::Primal => 4,
            Method::Choose | Method::Dual => 1,
        };
        let presolve = if method == Method::Choose { c"choose" } else { c"off" };
        self.highs.string_option(c"solver", c"simplex");
        self.highs.int_option(c"simplex_strategy", strategy);
        self.highs.string_option(c"presolve", presolve);
        let status = self.run();
        if !matches!(status, Err(SolverFailed { model_status }) if model_status != ITERATION_LIMIT) {
            return status;
        }
        self.highs.forget();
        self.highs.int_option(c"simplex_strategy", 1);
        self.highs.string_option(c"presolve", c"off");
        self.run()
    }

    /// Solves by dual simplex from the basis at hand, if there is one, in at most so many iterations. `None`: that was
    /// not enough; [`Solver::solution`] and [`Solver::basis`] are where it stopped, and its row duals prove a bound as
    /// any do (see [`Lp::reduced_cost`]).
    ///
    /// # Errors
    /// As [`Solver::solve`].
    pub fn solve_within(&mut self, iterations: u32) -> Result<Option<Status>, SolverFailed> {
        self.highs.int_option(c"simplex_iteration_limit", iterations.min(i32::MAX as u32) as i32);
        let status = match self.solve(Method::Dual) {
            Err(SolverFailed { model_status: ITERATION_LIMIT }) => Ok(None),
            status => status.map(Some),
        };
        self.highs.int_option(c"simplex_iteration_limit", i32::MAX);
        status
    }

    fn run(&mut self) -> Result<Status, SolverFailed> {
        let (ran, model_status) = self.highs.run();
        self.iterations += self.highs.iterations();
        match model_status {
            highs_sys::kHighsModelStatusOptimal | highs_sys::kHighsModelStatusModelEmpty if ran => Ok(Status::Optimal),
            highs_sys::kHighsModelStatusInfeasible if ran => Ok(Status::Infeasible),
            highs_sys::kHighsModelStatusUnbounded | highs_sys::kHighsModelStatusUnboundedOrInfeasible if ran => {
                Ok(Status::Unbounded)
            }
            _ => Err(SolverFailed { model_status }),
        }
    }

    /// The objective at the last optimum.
    pub fn objective(&self) -> f64 {
        self.highs.objective()
    }

    /// Values and duals at the last optimum.
    pub fn solution(&self) -> Solution {
        let [columns, reduced_costs, rows, row_duals] = self.highs.solution();
        Solution { columns, reduced_costs, rows, row_duals }
    }

    /// The basis at the last optimum.
    pub fn basis(&self) -> Basis {
        let statuses = |numbers: Vec<i32>| {
            let status = |number| match number {
                1 => BasisStatus::Basic,
                2 => BasisStatus::Upper,
                3 => BasisStatus::Zero,
                _ => BasisStatus::Lower,
            };
            numbers.into_iter().map(status).collect()
        };
        let (columns, rows) = self.highs.basis();
        Basis { columns: statuses(columns), rows: statuses(rows) }
    }

    /// How the basic columns move for one more unit on the right side of a row that is nonbasic at the
    /// last optimum, while the basis stays as it is. `None` while there is no factorised basis.
    pub fn direction(&self, row: Row) -> Option<Vec<(Column, f64)>> {
        let inverse = self.highs.basis_inverse_column(row)?;
        let columns = inverse.into_iter().filter(|&(variable, change)| variable >= 0 && change != 0.0);
        Some(columns.map(|(variable, change)| (variable as Column, change)).collect())
    }

    /// Simplex iterations so far, over all solves.
    pub fn iterations(&self) -> u64 {
        self.iterations
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two needs of 4 h, two groups of 3 h; the second group may do only the second need.
    fn lp() -> Lp {
        let mut lp = Lp::default();
        let needs = [lp.add_row(4.0, 4.0), lp.add_row(4.0, 4.0)];
        let groups = [lp.add_row(f64::NEG_INFINITY, 3.0), lp.add_row(f64::NEG_INFINITY, 3.0)];
        for (need, group) in [(0, 0), (1, 0), (1, 1)] {
            lp.add_column(0.0, 0.0, f64::INFINITY, &[(needs[need], 1.0), (groups[group], 1.0)]);
        }
        for need in needs {
            lp.add_column(1.0, 0.0, f64::INFINITY, &[(need, 1.0)]);
        }
        lp
    }

    #[test]
    fn a_programme_is_solved_again_from_where_it_stood() {
        let mut solver = Solver::new(&lp());
        for method in [Method::Choose, Method::Dual, Method::Primal] {
            assert_eq!(solver.solve(method), Ok(Status::Optimal));
            assert_eq!(solver.objective(), 2.0); // 8 h needed, 6 h at hand
        }
        let basis = solver.basis();
        solver.set_row_bounds(2, f64::NEG_INFINITY, 5.0);
        assert_eq!(solver.solve(Method::Dual), Ok(Status::Optimal));
        assert_eq!(solver.objective(), 0.0);
        let mut other = Solver::new(&lp());
        other.set_basis(&basis);
        assert_eq!(other.solve(Method::Dual), Ok(Status::Optimal));
        assert_eq!((other.objective(), other.iterations()), (2.0, 0));
    }

    #[test]
    fn where_iterations_end_duals_still_prove_a_bound() {
        let lp = lp();
        let mut solver = Solver::new(&lp);
        assert_eq!(solver.solve_within(0), Ok(None));
        // By weak duality, with the columns' own bounds of 0: Σ dual × side where no reduced cost is below 0.
        let duals = solver.solution().row_duals;
        assert!((0..lp.columns()).all(|column| lp.reduced_cost(column, &duals) >= -1e-9));
        let side = |row: usize| if duals[row] > 0.0 { lp.row_lower[row] } else { lp.row_upper[row] };
        let bound: f64 = (0..lp.rows()).filter(|&row| duals[row] != 0.0).map(|row| duals[row] * side(row)).sum();
        assert!(bound <= 2.0, "{bound} is above the optimum");
        assert_eq!(solver.solve_within(100), Ok(Some(Status::Optimal)));
        assert_eq!(solver.objective(), 2.0);
    }

    #[test]
    fn columns_come_in_while_the_basis_stays() {
        let mut solver = Solver::new(&lp());
        assert_eq!(solver.solve(Method::Choose), Ok(Status::Optimal));
        // A machine that meets an hour of the first need and one of the second at a time, for 0.5.
        let mut more = lp().same_rows();
        more.add_column(0.5, 0.0, f64::INFINITY, &[(0, 1.0), (1, 1.0)]);
        solver.add_columns(&more);
        assert_eq!(solver.solve(Method::Primal), Ok(Status::Optimal));
        // 8 h needed, 6 h at hand, 2 h by one hour of the machine: 1 × 0.5.
        assert_eq!(solver.objective(), 0.5);
        assert_eq!(solver.solution().columns[5], 1.0);
        solver.add_columns(&lp().same_rows());
        assert_eq!(solver.solve(Method::Primal), Ok(Status::Optimal));
        assert_eq!(solver.objective(), 0.5);
    }

    #[test]
    fn what_has_no_optimum_is_said() {
        let mut solver = Solver::new(&lp());
        // 8 h needed, at most 1 h of them unmet, 6 h at hand.
        solver.set_column_bounds(3, 0.0, 0.5);
        solver.set_column_bounds(4, 0.0, 0.5);
        assert_eq!(solver.solve(Method::Dual), Ok(Status::Infeasible));
        let mut solver = Solver::new(&lp());
        solver.set_row_bounds(0, 4.0, f64::INFINITY);
        solver.set_costs(&[0.0, 0.0, 0.0, -1.0, 1.0]);
        assert_eq!(solver.solve(Method::Primal), Ok(Status::Unbounded));
    }

    #[test]
    fn a_part_keeps_its_columns_and_drops_what_stands_elsewhere() {
        let whole = lp();
        let part = whole.part(&[1, 2, 4], &[1, 3]);
        assert_eq!((part.columns(), part.rows(), part.nonzeros()), (3, 2, 4));
        assert_eq!(part.column(1).collect::<Vec<_>>(), [(0, 1.0), (1, 1.0)]);
        assert_eq!(whole.reduced_cost(2, &[0.0, 0.5, 0.0, -0.25]), -0.25);
    }
}
