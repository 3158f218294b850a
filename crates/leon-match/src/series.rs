//! The same rules with other hours, again and again: each solve goes on from a basis at hand.
//!
//! Hours needed and at hand stand on the right side of the programme and in bounds, so a basis that was
//! optimal stays dual feasible when they change, and dual simplex needs only the pivots that the change
//! makes. Only the first programme is solved, unmet need with bought kroner: what years and draws ask for.

use crate::goals::Failure;
use crate::model::{Hours, Model};
use crate::options::Options;
use crate::parts::{self, Part};
use crate::solve::{MatchError, check_lifted, failed};
use leon_lp::{Basis, Lp, Method, Solver, Status};
use leon_model::{BindingId, Case, Kroner};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Hours a week in place of a case's own, in the order of its tables.
#[derive(Clone, Debug, PartialEq)]
pub struct Amounts {
    /// Care needed, for each need.
    pub needs: Vec<leon_model::Hours>,
    /// Care hours at hand, for each row of capacity.
    pub care: Vec<leon_model::Hours>,
    /// Care hours that can be bought at most, for each row of extra hours.
    pub extra: Vec<leon_model::Hours>,
    /// Largest share of a need that each technology can take over; not read where it has no effect.
    pub technologies: Vec<f64>,
    /// The same need by need, for technologies that spread otherwise from place to place.
    pub local: BTreeMap<usize, Vec<f64>>,
}

impl Amounts {
    /// The case's own hours.
    pub fn of(case: &Case) -> Self {
        Self {
            needs: case.needs.iter().map(|it| leon_model::Hours(it.hours_per_week.value)).collect(),
            care: case.capacity.iter().map(|it| case.care_hours(it)).collect(),
            extra: case.extra_hours.iter().map(|it| case.extra_hours_max(it)).collect(),
            technologies: case
                .technologies
                .iter()
                .map(|it| it.effect.as_ref().map_or(0.0, |effect| effect.share_max()))
                .collect(),
            local: BTreeMap::new(),
        }
    }

    /// Largest share of a need that a technology can take over.
    fn share(&self, technology: usize, need: usize) -> f64 {
        self.local.get(&technology).map_or(self.technologies[technology], |shares| shares[need])
    }
}

/// What a match with other hours comes to, in the order of the case's tables; hours a week.
///
/// The goals' values are the only ones that no other optimum can differ from; how unmet hours fall on
/// needs of the same severity may be one of several ways.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SolvedAmounts {
    pub weighted_unmet: f64,
    pub bought: Kroner,
    /// What of it is for each row of extra hours.
    pub bought_of: Vec<Kroner>,
    /// Unmet hours of each need.
    pub unmet: Vec<f64>,
    /// Hours of each technology, over all needs.
    pub taken_over: Vec<f64>,
    /// For each row of capacity, severity-weighted unmet hours for each hour more or less: a dual, which
    /// lies between what one more saves and one less costs.
    pub prices: Vec<f64>,
}

/// A case's rules, solved once with its own hours, to be solved again with others.
pub struct MatchSeries<'a> {
    model: Model<'a>,
    parts: Vec<SeriesPart>,
}

struct SeriesPart {
    part: Part,
    lp: Lp,
    basis: Basis,
}

impl<'a> MatchSeries<'a> {
    /// Builds the programme without the lifted bindings and solves it with the case's own hours, on the
    /// threads of the pool that it is called in.
    ///
    /// # Errors
    /// [`MatchError`] for a binding that cannot be lifted; the others would be faults of Leon.
    pub fn new(case: &'a Case, lifted: &BTreeSet<BindingId>) -> Result<Self, MatchError> {
        check_lifted(case, &Options { lifted: lifted.clone(), ..Options::default() })?;
        let model = Model::new(case);
        let parts: Vec<SeriesPart> = parts::parts(&model, &model.rules(lifted))
            .into_par_iter()
            .map(|part| {
                let lp = model.lp.part(&part.columns, &part.rows);
                let mut solver = Solver::new(&lp);
                optimal(&mut solver).map_err(|it| failed(&model, part.columns[0], it))?;
                Ok(SeriesPart { basis: solver.basis(), part, lp })
            })
            .collect::<Result<_, MatchError>>()?;
        Ok(Self { model, parts })
    }

    /// A run of solves, the first from the case's own optimum and each other from the one before.
    pub fn run(&self) -> SeriesRun<'_> {
        let solver = |part: &SeriesPart| {
            let mut solver = Solver::new(&part.lp);
            solver.set_basis(&part.basis);
            solver
        };
        SeriesRun { series: self, solvers: self.parts.iter().map(solver).collect() }
    }
}

/// A run of solves of one [`MatchSeries`]. The same amounts in the same order give the same answers.
pub struct SeriesRun<'s> {
    series: &'s MatchSeries<'s>,
    solvers: Vec<Solver>,
}

impl SeriesRun<'_> {
    /// Solves with these hours.
    ///
    /// # Errors
    /// [`MatchError::NoPlan`] when a floor in the bindings cannot be kept with these hours.
    ///
    /// # Panics
    /// When the amounts are not as many as the case's rows.
    pub fn solve(&mut self, amounts: &Amounts) -> Result<SolvedAmounts, MatchError> {
        let model = &self.series.model;
        let case = model.case;
        let mut solved = SolvedAmounts {
            unmet: vec![0.0; case.needs.len()],
            taken_over: vec![0.0; case.technologies.len()],
            bought_of: vec![Kroner(0.0); case.extra_hours.len()],
            prices: vec![0.0; case.capacity.len()],
            ..SolvedAmounts::default()
        };
        for (part, solver) in self.series.parts.iter().zip(&mut self.solvers) {
            set_rows(model, &part.part, amounts, solver);
            set_columns(model, &part.part, amounts, solver);
            optimal(solver).map_err(|it| failed(model, part.part.columns[0], it))?;
            add(model, &part.part, &solver.solution(), &mut solved);
        }
        Ok(solved)
    }
}

fn optimal(solver: &mut Solver) -> Result<(), Failure> {
    match solver.solve(Method::Dual)? {
        Status::Optimal => Ok(()),
        Status::Infeasible | Status::Unbounded => Err(Failure::NoPlan),
    }
}

/// Right sides: hours needed, at hand, and what may be lent of one's own.
fn set_rows(model: &Model<'_>, part: &Part, amounts: &Amounts, solver: &mut Solver) {
    for (at, &row) in part.rows.iter().enumerate() {
        if let Some(hours) = amounts.needs.get(row) {
            solver.set_row_bounds(at, hours.0, hours.0);
        } else if model.capacity_rows.contains(&row) {
            solver.set_row_bounds(at, f64::NEG_INFINITY, amounts.care[row - model.capacity_rows.start].0);
        } else if let Ok(of_own) = model.own_hours_rows.binary_search_by_key(&row, |it| it.0) {
            let (_, from, share) = model.own_hours_rows[of_own];
            solver.set_row_bounds(at, f64::NEG_INFINITY, share * amounts.care[from].0);
        }
    }
}

/// Upper bounds: hours of technologies, bought hours, lent hours.
fn set_columns(model: &Model<'_>, part: &Part, amounts: &Amounts, solver: &mut Solver) {
    for (at, &column) in part.columns.iter().enumerate() {
        let most = match model.hours[column] {
            Hours::Technology { need, technology } => amounts.needs[need].0 * amounts.share(technology, need),
            Hours::Extra { extra } => amounts.extra[extra].0,
            Hours::Lent { pool, from, .. } => model.case.pools[pool].share_max.value * amounts.care[from].0,
            Hours::Care { .. } | Hours::Remote { .. } | Hours::Unmet { .. } => continue,
        };
        solver.set_column_bounds(at, 0.0, most);
    }
}

/// Adds a part's optimum to the sums.
fn add(model: &Model<'_>, part: &Part, solution: &leon_lp::Solution, solved: &mut SolvedAmounts) {
    for (&column, &hours) in part.columns.iter().zip(&solution.columns) {
        solved.weighted_unmet += model.weighted_unmet(column) * hours;
        solved.bought += Kroner(model.bought_dkk(column) * hours);
        match model.hours[column] {
            Hours::Unmet { need } => solved.unmet[need] = hours,
            Hours::Technology { technology, .. } => solved.taken_over[technology] += hours,
            Hours::Extra { extra } => solved.bought_of[extra] += Kroner(model.bought_dkk(column) * hours),
            _ => {}
        }
    }
    for (&row, &dual) in part.rows.iter().zip(&solution.row_duals) {
        if model.capacity_rows.contains(&row) {
            solved.prices[row - model.capacity_rows.start] = (-dual).max(0.0);
        }
    }
}
