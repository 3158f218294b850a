//! A linear programme that rows are added to while it is solved, and what its duals prove.

use leon_lp::{Basis, BasisStatus, Lp, Method, Solution, Solver, Status};

/// A row: its entries by column, at least `lower`, at most `upper`.
#[derive(Clone, Debug)]
pub(super) struct Limit {
    pub lower: f64,
    pub upper: f64,
    pub entries: Vec<(u32, f64)>,
}

impl Limit {
    pub fn at_least(lower: f64, entries: Vec<(u32, f64)>) -> Self {
        Self { lower, upper: f64::INFINITY, entries }
    }

    pub fn at_most(upper: f64, entries: Vec<(u32, f64)>) -> Self {
        Self { lower: f64::NEG_INFINITY, upper, entries }
    }

    pub fn equal(value: f64, entries: Vec<(u32, f64)>) -> Self {
        Self { lower: value, upper: value, entries }
    }
}

/// Columns from 0 to a finite most each, and rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Programme {
    costs: Vec<f64>,
    most: Vec<f64>,
    rows: Vec<Limit>,
    basis: Option<Basis>,
}

/// Where a solve ended.
#[derive(Clone, Debug)]
pub(super) struct Solved {
    pub solution: Solution,
    /// Whether it is an optimum, and not where the iterations ended.
    pub is_best: bool,
    pub iterations: u32,
}

/// Columns of a programme that is solved to its end, the first time, without counting iterations.
const SMALL: usize = 40_000;

impl Programme {
    pub fn add_column(&mut self, cost: f64, most: f64) -> u32 {
        self.costs.push(cost);
        self.most.push(most);
        self.costs.len() as u32 - 1
    }

    pub fn add_row(&mut self, row: Limit) {
        self.rows.push(row);
    }

    /// Solves from where the last solve ended, in at most so many iterations. `None`: the solver has no optimum.
    pub fn solve(&mut self, iterations: u32) -> Option<Solved> {
        let mut lp = Lp::default();
        let mut entries: Vec<Vec<(usize, f64)>> = vec![Vec::new(); self.costs.len()];
        for (index, row) in self.rows.iter().enumerate() {
            lp.add_row(row.lower, row.upper);
            for &(column, value) in row.entries.iter().filter(|it| it.1 != 0.0) {
                entries[column as usize].push((index, value));
            }
        }
        for ((&cost, &most), entries) in self.costs.iter().zip(&self.most).zip(&entries) {
            lp.add_column(cost, 0.0, most, entries);
        }
        let mut solver = Solver::new(&lp);
        if let Some(basis) = &mut self.basis {
            basis.rows.resize(self.rows.len(), BasisStatus::Basic);
            solver.set_basis(basis);
        }
        let before = solver.iterations();
        let status = match self.basis {
            // Without a basis what HiGHS makes of the programme first is quicker, but does not stop half-way.
            None if self.costs.len() <= SMALL => solver.solve(Method::Choose).map(Some),
            _ => solver.solve_within(iterations),
        };
        let is_best = match status {
            Ok(Some(Status::Optimal)) => true,
            Ok(None) => false,
            Ok(Some(Status::Infeasible | Status::Unbounded)) | Err(_) => return None,
        };
        self.basis = Some(solver.basis());
        let iterations = u32::try_from(solver.iterations() - before).unwrap_or(u32::MAX);
        Some(Solved { solution: solver.solution(), is_best, iterations })
    }

    /// What the programme can be at least, by weak duality: proven at any duals, however good the solver is
    /// (Neumaier and Shcherbina 2004, doi 10.1007/s10107-003-0433-3). What one sum of fractions can be off by is taken
    /// off.
    pub fn proven(&self, duals: &[f64]) -> f64 {
        let (mut sum, mut size) = (0.0, 0.0);
        let mut reduced = self.costs.clone();
        let mut sizes: Vec<f64> = self.costs.iter().map(|cost| cost.abs()).collect();
        for (row, &dual) in self.rows.iter().zip(duals) {
            let side = if dual > 0.0 { row.lower } else { row.upper };
            if dual == 0.0 || !side.is_finite() {
                continue;
            }
            sum += dual * side;
            size += (dual * side).abs();
            for &(column, value) in &row.entries {
                reduced[column as usize] -= dual * value;
                sizes[column as usize] += (dual * value).abs();
            }
        }
        for ((cost, most), terms) in reduced.iter().zip(&self.most).zip(&sizes) {
            sum += cost.min(0.0) * most;
            size += terms * most;
        }
        sum - size * 1e-12
    }
}
