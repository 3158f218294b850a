//! Why the gap of a year is as large as it is: each assumption moved alone from end to end of its range.

use crate::assumptions::{Positions, assumptions};
use crate::project::{ForDraws, ProjectError, check};
use crate::{Assumption, Options, Step, Totals};
use leon_model::{Case, Scenario, Year};
use rayon::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What one assumption does to a year's result when it alone is moved.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    pub assumption: Assumption,
    /// The year with the assumption at its low end, and at its high end.
    pub low: Totals,
    pub high: Totals,
}

/// What a year's result rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    pub year: Year,
    /// The first year and this one, every assumption at its value.
    pub first: Totals,
    pub central: Totals,
    /// This year with the need of the first year, and with its hands.
    pub need_stays: Totals,
    pub hands_stay: Totals,
    /// The assumptions by what they do to the weighted unmet hours from end to end, most first.
    pub moved: Vec<Moved>,
}

/// Moves each assumption alone, and need and hands apart, in one year, by region.
///
/// # Errors
/// As [`crate::project`], and [`ProjectError::NoYear`] for a year that the case's population does not reach.
pub fn explain(
    case: &Case,
    scenario: &Scenario,
    year: Year,
    options: &Options<'_>,
) -> Result<Explanation, ProjectError> {
    check(case, std::slice::from_ref(scenario))?;
    rayon::ThreadPoolBuilder::new().num_threads(options.threads).build()?.install(|| {
        let drawn = ForDraws::new(case)?;
        let rules = drawn.rules(scenario)?;
        let study = drawn.study(&rules)?;
        let at = study.year(year)?;
        let of_year = |positions: &Positions| -> Result<Totals, ProjectError> {
            if options.stopped() {
                return Err(ProjectError::Stopped);
            }
            let hours = study.frame.hours(scenario, positions);
            Ok(study.totals(&hours[at], &study.solve_year(at, &hours[at])?))
        };
        let all = assumptions(case, scenario);
        let done = AtomicUsize::new(0);
        let mut moved: Vec<Moved> = (all.par_iter())
            .map(|assumption| {
                let end = |position: f64| of_year(&Positions::Moved(assumption.id.clone(), position));
                let moved = Moved { assumption: assumption.clone(), low: end(-1.0)?, high: end(1.0)? };
                options.report(0, Step::Assumptions, done.fetch_add(1, Ordering::Relaxed) + 1, all.len());
                Ok(moved)
            })
            .collect::<Result<_, ProjectError>>()?;
        let span = |it: &Moved| (it.high.weighted_unmet - it.low.weighted_unmet).abs();
        moved.sort_by(|a, b| span(b).total_cmp(&span(a)));

        let mut hours = study.frame.hours(scenario, &Positions::Central);
        let first = study.totals(&hours[0], &study.solve_year(0, &hours[0])?);
        let central = study.totals(&hours[at], &study.solve_year(at, &hours[at])?);
        let needs = std::mem::replace(
            &mut hours[at].amounts.needs,
            study.frame.hours(scenario, &Positions::Central)[0].amounts.needs.clone(),
        );
        let need_stays = study.totals(&hours[at], &study.solve_year(at, &hours[at])?);
        hours[at].amounts.needs = needs;
        hours[at].amounts.care = hours[0].amounts.care.clone();
        let hands_stay = study.totals(&hours[at], &study.solve_year(at, &hours[at])?);
        Ok(Explanation { year, first, central, need_stays, hands_stay, moved })
    })
}
