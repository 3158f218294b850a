//! The match from case to answer.

use crate::answer::{Effort, HourPrice, HourWorth, Matched, Status};
use crate::goals::{self, Failure, SolvedPart};
use crate::lifting::Optimum;
use crate::model::{Model, Rules};
use crate::parts::Part;
use crate::prices::{Derivative, Slope};
use crate::{Options, Step, parts, plan, value};
use leon_check::Violation;
use leon_lp::SolverFailed;
use leon_model::{BindingId, Case, GroupId, Hours, Kroner, MatchPlan, PlaceId};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use thiserror::Error;

/// Why there is no answer.
#[derive(Debug, Error)]
pub enum MatchError {
    #[error("the case has no binding '{0}'")]
    UnknownBinding(BindingId),
    #[error("binding '{0}' is not in force, so it cannot be lifted")]
    BindingNotInForce(BindingId),
    #[error("the case has no place '{0}'")]
    UnknownPlace(PlaceId),
    #[error("the case has no staff group '{0}'")]
    UnknownGroup(GroupId),
    #[error("no plan keeps every rule at once; the needs around {0} cannot be planned, even unmet")]
    NoPlan(String),
    #[error(transparent)]
    Solver(#[from] SolverFailed),
    #[error("the plan did not pass the independent check: {}", .0.iter().take(5).map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    NotVerified(Vec<Violation>),
    #[error("the worker threads could not be started: {0}")]
    Threads(#[from] rayon::ThreadPoolBuildError),
}

/// Matches the case's tasks to competences under its bindings.
///
/// The goals, one after the other: least severity-weighted unmet need; least kroner for bought hours;
/// lowest effective level with technology first; fewest hours in other hands than today. The plan is
/// verified by `leon-check` before it is returned. The same case and options give the same answer on
/// any number of threads.
///
/// # Errors
/// [`MatchError`] for a binding that cannot be lifted; the others would be faults of Leon.
pub fn match_tasks(case: &Case, options: &Options<'_>) -> Result<Matched, MatchError> {
    check_lifted(case, options)?;
    rayon::ThreadPoolBuilder::new().num_threads(options.threads).build()?.install(|| solve(case, options))
}

/// Refuses bindings that the case lacks or that are not in force.
pub(crate) fn check_lifted(case: &Case, options: &Options<'_>) -> Result<(), MatchError> {
    for id in &options.lifted {
        let binding = case.bindings.iter().find(|it| it.id == *id);
        let binding = binding.ok_or_else(|| MatchError::UnknownBinding(id.clone()))?;
        if !binding.in_force {
            return Err(MatchError::BindingNotInForce(id.clone()));
        }
    }
    Ok(())
}

fn solve(case: &Case, options: &Options<'_>) -> Result<Matched, MatchError> {
    let model = Model::new(case);
    let Planned { rules, solved, mut matched } = plan_parts(&model, options, &Known::new())?;
    if (options.value_bindings || options.set_size > 0) && matched.status == Status::Optimal {
        let optimum = Optimum::new(&model, rules, &solved);
        drop(solved);
        value::value_bindings(&model, options, optimum, &mut matched)?;
    }
    Ok(matched)
}

/// Parts solved before, with prices when those are asked for.
pub(crate) type Known = HashMap<Part, Arc<SolvedPart>>;

/// The plan with its prices, and what it was put together from.
pub(crate) struct Planned {
    pub(crate) rules: Rules,
    /// Empty when stopped.
    pub(crate) solved: Vec<Arc<SolvedPart>>,
    pub(crate) matched: Matched,
}

/// Solves every part that is not known yet, on the threads of the pool that it is called in.
pub(crate) fn plan_parts(model: &Model<'_>, options: &Options<'_>, known: &Known) -> Result<Planned, MatchError> {
    let rules = model.rules(&options.lifted);
    let parts = parts::parts(model, &rules);
    let effort = Effort { columns: model.lp.columns(), rows: model.lp.rows(), components: parts.len(), solves: 0 };
    let mut matched = Matched {
        status: Status::Optimal,
        plan: MatchPlan::default(),
        prices: Vec::new(),
        binding_values: Vec::new(),
        best_sets: Vec::new(),
        effort,
    };

    let (done, total) = (AtomicUsize::new(0), parts.len());
    let solved: Vec<Option<Arc<SolvedPart>>> = parts
        .into_par_iter()
        .map(|part| {
            if options.stopped() {
                return Ok(None);
            }
            let solved = match known.get(&part) {
                Some(solved) => Arc::clone(solved),
                None => {
                    let around = part.columns[0];
                    let solved = goals::solve_part(model, part, options.prices);
                    Arc::new(solved.map_err(|it| failed(model, around, it))?)
                }
            };
            options.report(Step::Plan, done.fetch_add(1, Ordering::Relaxed) + 1, total);
            Ok(Some(solved))
        })
        .collect::<Result<_, MatchError>>()?;
    let Some(solved) = solved.into_iter().collect::<Option<Vec<_>>>() else {
        matched.status = Status::Stopped(Step::Plan);
        return Ok(Planned { rules, solved: Vec::new(), matched });
    };
    matched.effort.solves = solved.iter().map(|it| it.solves).sum();

    let hours = plan::hours(model, &solved);
    matched.plan = plan::read(model, &hours, &options.lifted);
    leon_check::check_match(model.case, &matched.plan).map_err(MatchError::NotVerified)?;
    if options.prices {
        matched.prices = prices(model, &solved, &hours);
    }
    Ok(Planned { rules, solved, matched })
}

pub(crate) fn failed(model: &Model<'_>, column: usize, failure: Failure) -> MatchError {
    match failure {
        Failure::Solver(failed) => MatchError::Solver(failed),
        Failure::NoPlan => {
            let place = model.lp.column(column).map(|(row, _)| row).find(|&row| row < model.case.needs.len());
            MatchError::NoPlan(place.map_or(String::new(), |need| model.case.needs[need].place.to_string()))
        }
    }
}

/// The price of an hour for every capacity row, in the case's order.
pub(crate) fn prices(model: &Model<'_>, solved: &[Arc<SolvedPart>], hours: &[f64]) -> Vec<HourPrice> {
    let case = model.case;
    let mut derivatives: BTreeMap<usize, Derivative> = BTreeMap::new();
    for (row, derivative) in solved.iter().flat_map(|it| &it.derivatives) {
        derivatives.insert(row - model.capacity_rows.start, *derivative);
    }
    let worth = |slope: Slope| HourWorth {
        weighted_unmet: slope.weighted_unmet,
        bought: Kroner(slope.bought_dkk),
        dkk: value::in_kroner(case, slope),
    };
    plan::uses(model, hours)
        .into_iter()
        .enumerate()
        .map(|(capacity, it)| {
            // A capacity row that no open column touches has hours nobody can use: worth nothing.
            let derivative = derivatives.get(&capacity).copied().unwrap_or_default();
            let own = case.care_hours(&case.capacity[capacity]);
            HourPrice {
                staff: plan::staff(model, capacity),
                own,
                bought: Hours(it.bought),
                used: Hours(it.used),
                more: worth(derivative.more),
                less: derivative.less.or((own.0 > 0.0).then(Slope::default)).map(worth),
            }
        })
        .collect()
}
