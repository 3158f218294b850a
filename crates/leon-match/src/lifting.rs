//! What lifting bindings would do to unmet need, from a plan at hand.
//!
//! Lifting opens columns and switches rows off. While no opened column has a negative reduced cost and no
//! switched-off row a dual, the duals at hand prove that nothing is gained, without solving. Otherwise the
//! columns that price out enter, and only the parts that they touch are solved again, from the basis at
//! hand, until nothing prices out (column generation; exact).

use crate::goals::{DUAL_TOLERANCE, Failure, SolvedPart};
use crate::model::{Model, Rules};
use crate::parts::Finder;
use leon_lp::{Basis, BasisStatus, Column, Method, Row, Solver, Status};

/// An optimum of the first goal for the whole programme, ready to be built on.
#[derive(Clone)]
pub(crate) struct Optimum {
    rules: Rules,
    /// Columns that are in the programme.
    active: Vec<bool>,
    /// Open columns left aside, for nothing would be gained by them so far.
    aside: Vec<Column>,
    row_duals: Vec<f64>,
    column_status: Vec<BasisStatus>,
    row_status: Vec<BasisStatus>,
    /// Unmet hours of each need.
    pub(crate) unmet: Vec<f64>,
    pub(crate) solves: usize,
}

impl Optimum {
    /// Puts the parts' optima together.
    pub(crate) fn new(model: &Model<'_>, rules: Rules, parts: &[SolvedPart]) -> Self {
        let active = (0..model.lp.columns()).map(|column| rules.is_open(column)).collect();
        let mut optimum = Self {
            rules,
            active,
            aside: Vec::new(),
            row_duals: vec![0.0; model.lp.rows()],
            column_status: vec![BasisStatus::Lower; model.lp.columns()],
            row_status: vec![BasisStatus::Basic; model.lp.rows()],
            unmet: vec![0.0; model.case.needs.len()],
            solves: 0,
        };
        let mut values = vec![0.0; model.lp.columns()];
        for solved in parts {
            optimum.take_in(&solved.part.rows, &solved.part.columns, &solved.row_duals, &solved.basis);
            for (&column, &value) in solved.part.columns.iter().zip(&solved.unmet) {
                values[column] = value;
            }
        }
        for (need, &column) in model.unmet_columns.iter().enumerate() {
            optimum.unmet[need] = values[column];
        }
        optimum
    }

    fn take_in(&mut self, rows: &[Row], columns: &[usize], row_duals: &[f64], basis: &Basis) {
        for (at, &row) in rows.iter().enumerate() {
            self.row_duals[row] = row_duals[at];
            self.row_status[row] = basis.rows[at];
        }
        for (at, &column) in columns.iter().enumerate() {
            self.column_status[column] = basis.columns[at];
        }
    }

    /// Severity-weighted unmet hours a week.
    pub(crate) fn weighted_unmet(&self, model: &Model<'_>) -> f64 {
        self.unmet.iter().zip(&model.unmet_columns).map(|(hours, &column)| hours * model.lp.costs[column]).sum()
    }

    /// The optimum when one more binding is lifted.
    pub(crate) fn lift(&self, model: &Model<'_>, binding: usize) -> Result<Self, Failure> {
        let mut lifted = self.clone();
        lifted.solves = 0;
        for &column in &model.closes[binding] {
            lifted.rules.closed_by[column] -= 1;
            if lifted.rules.is_open(column) {
                lifted.aside.push(column);
            }
        }
        let mut touched = Vec::new();
        for &row in &model.switches[binding] {
            lifted.rules.on[row] = false;
            if lifted.row_duals[row].abs() > DUAL_TOLERANCE {
                // The row leaves; the parts of its columns are solved again without it.
                let columns = model.row_columns[row].iter().filter(|&&column| lifted.active[column as usize]);
                touched.extend(columns.flat_map(|&column| model.lp.column(column as usize)).map(|(row, _)| row));
            }
            lifted.row_duals[row] = 0.0;
            lifted.row_status[row] = BasisStatus::Basic;
        }
        loop {
            let prices_out = |column: &Column| model.lp.reduced_cost(*column, &lifted.row_duals) < -DUAL_TOLERANCE;
            let (entering, aside) = std::mem::take(&mut lifted.aside).into_iter().partition(prices_out);
            lifted.aside = aside;
            for column in Vec::into_iter(entering) {
                lifted.active[column] = true;
                touched.extend(model.lp.column(column).map(|(row, _)| row));
            }
            if touched.is_empty() {
                return Ok(lifted);
            }
            touched.sort_unstable();
            let mut finder = Finder::new(model);
            for row in std::mem::take(&mut touched) {
                if let Some(part) = finder.part_of(row, &lifted.rules.on, &lifted.active) {
                    lifted.solve_again(model, &part.columns, &part.rows)?;
                }
            }
        }
    }

    fn solve_again(&mut self, model: &Model<'_>, columns: &[usize], rows: &[Row]) -> Result<(), Failure> {
        let lp = model.lp.part(columns, rows);
        let mut solver = Solver::new(&lp);
        solver.set_basis(&Basis {
            columns: columns.iter().map(|&column| self.column_status[column]).collect(),
            rows: rows.iter().map(|&row| self.row_status[row]).collect(),
        });
        if solver.solve(Method::Primal)? != Status::Optimal {
            return Err(Failure::NoPlan);
        }
        self.solves += 1;
        let solution = solver.solution();
        self.take_in(rows, columns, &solution.row_duals, &solver.basis());
        for (at, &column) in columns.iter().enumerate() {
            if let crate::model::Hours::Unmet { need } = model.hours[column] {
                self.unmet[need] = solution.columns[at];
            }
        }
        Ok(())
    }
}
