//! What lifting bindings would do to unmet need and to bought hours, from a plan at hand.
//!
//! Lifting opens columns and switches rows off. While no opened column has a negative reduced cost and no
//! switched-off row a dual, the duals at hand prove that nothing is gained, without solving. Otherwise the
//! columns that price out enter, and only the parts that they touch are solved again, from the basis at
//! hand, until nothing prices out (column generation; exact).

use crate::goals::{DUAL_TOLERANCE, Failure, SolvedPart};
use crate::model::{Hours, Model, Rules};
use crate::parts::{Finder, Part};
use crate::prices::Slope;
use leon_lp::{Basis, BasisStatus, Column, Lp, Method, Solver, Status};
use std::collections::BTreeMap;
use std::sync::Arc;

/// An optimum of the first two goals for the whole programme, ready to be built on.
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
    /// Hours in the columns that the goals weigh: unmet and bought.
    weighed: BTreeMap<Column, f64>,
    pub(crate) solves: usize,
}

impl Optimum {
    /// Puts the parts' optima together.
    pub(crate) fn new(model: &Model<'_>, rules: Rules, parts: &[Arc<SolvedPart>]) -> Self {
        let active = (0..model.lp.columns()).map(|column| model.is_open(&rules, column)).collect();
        let mut optimum = Self {
            rules,
            active,
            aside: Vec::new(),
            row_duals: vec![0.0; model.lp.rows()],
            column_status: vec![BasisStatus::Lower; model.lp.columns()],
            row_status: vec![BasisStatus::Basic; model.lp.rows()],
            weighed: BTreeMap::new(),
            solves: 0,
        };
        for solved in parts {
            optimum.take_in(model, &solved.part, &solved.first, &solved.row_duals, &solved.basis);
        }
        optimum
    }

    fn take_in(&mut self, model: &Model<'_>, part: &Part, hours: &[f64], row_duals: &[f64], basis: &Basis) {
        for (at, &row) in part.rows.iter().enumerate() {
            self.row_duals[row] = row_duals[at];
            self.row_status[row] = basis.rows[at];
        }
        for (at, &column) in part.columns.iter().enumerate() {
            self.column_status[column] = basis.columns[at];
            if model.weighs(column) {
                self.weighed.insert(column, hours[at]);
            }
        }
    }

    /// The first two goals: severity-weighted unmet hours and kroner for bought hours, a week.
    pub(crate) fn goals(&self, model: &Model<'_>) -> Slope {
        let mut goals = Slope::default();
        for (&column, hours) in &self.weighed {
            goals.weighted_unmet += model.weighted_unmet(column) * hours;
            goals.bought_dkk += model.bought_dkk(column) * hours;
        }
        goals
    }

    /// The optimum when one more binding is lifted.
    pub(crate) fn lift(&self, model: &Model<'_>, binding: usize) -> Result<Self, Failure> {
        let mut lifted = self.clone();
        lifted.solves = 0;
        let opened = model.lift(&mut lifted.rules, binding);
        lifted.aside.extend(opened);
        let mut touched = Vec::new();
        for &row in &model.switches[binding] {
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
                    lifted.solve_again(model, &part, Method::Primal, |_| ())?;
                }
            }
        }
    }

    /// The optimum when the parts around some rows are changed by hand.
    pub(crate) fn changed(
        &self,
        model: &Model<'_>,
        rows: &[usize],
        change: impl Fn(&Part, &mut Lp),
    ) -> Result<Self, Failure> {
        let mut changed = self.clone();
        let mut finder = Finder::new(model);
        for &row in rows {
            if let Some(part) = finder.part_of(row, &self.rules.on, &self.active) {
                changed.solve_again(model, &part, Method::Choose, |lp| change(&part, lp))?;
            }
        }
        Ok(changed)
    }

    /// Unmet hours of each need of the case.
    pub(crate) fn unmet(&self, model: &Model<'_>) -> Vec<f64> {
        let mut unmet = vec![0.0; model.case.needs.len()];
        for (&column, &hours) in &self.weighed {
            if let Hours::Unmet { need } = model.hours[column] {
                unmet[need] = hours;
            }
        }
        unmet
    }

    /// Whether a column is in the programme.
    pub(crate) fn is_active(&self, column: Column) -> bool {
        self.active[column]
    }

    fn solve_again(
        &mut self,
        model: &Model<'_>,
        part: &Part,
        method: Method,
        change: impl Fn(&mut Lp),
    ) -> Result<(), Failure> {
        let mut lp = model.lp.part(&part.columns, &part.rows);
        change(&mut lp);
        let mut solver = Solver::new(&lp);
        solver.set_basis(&Basis {
            columns: part.columns.iter().map(|&column| self.column_status[column]).collect(),
            rows: part.rows.iter().map(|&row| self.row_status[row]).collect(),
        });
        if solver.solve(method)? != Status::Optimal {
            return Err(Failure::NoPlan);
        }
        self.solves += 1;
        let solution = solver.solution();
        self.take_in(model, part, &solution.columns, &solution.row_duals, &solver.basis());
        Ok(())
    }
}
