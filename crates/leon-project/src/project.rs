//! The projection from case and scenarios to answer.

use crate::answer::{Assumed, Path, Projection, Totals};
use crate::assumptions::{Positions, assumptions};
use crate::backtest::backtest;
use crate::members::Members;
use crate::path::Study;
use crate::people::People;
use crate::regions::by_region;
use crate::rules::{RulesFrom, spans};
use crate::{Options, Step};
use leon_match::{Amounts, MatchError, MatchSeries};
use leon_model::{AgeBand, BindingId, Case, CaseProblem, PlaceId, Scenario, ScenarioProblem, Year};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use thiserror::Error;

/// Why there is no projection.
#[derive(Debug, Error)]
pub enum ProjectError {
    #[error("the case has no population, so there are no years to project")]
    NoPopulation,
    #[error("scenario {scenario} does not fit the case: {}", .problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Scenario {
        /// Its place among the scenarios, from 0.
        scenario: usize,
        problems: Vec<ScenarioProblem>,
    },
    #[error("{year} is not one of the years {first} to {last}")]
    NoYear { year: Year, first: Year, last: Year },
    #[error("stopped before it was done")]
    Stopped,
    #[error(transparent)]
    Match(#[from] MatchError),
    #[error("the case by region or under a scenario is no case: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Case(Vec<CaseProblem>),
    #[error("the worker threads could not be started: {0}")]
    Threads(#[from] rayon::ThreadPoolBuildError),
}

/// Projects a case under scenarios, every year of its population.
///
/// The central path matches every year place by place. Each draw matches every year by region. Two scenarios see
/// the same draws. The same case, scenarios and options give the same answer on any number of threads.
///
/// # Errors
/// [`ProjectError::NoPopulation`] and [`ProjectError::Scenario`] for what the input lacks; the others but
/// [`ProjectError::Stopped`] would be faults of Leon.
pub fn project(case: &Case, scenarios: &[Scenario], options: &Options<'_>) -> Result<Projection, ProjectError> {
    check(case, scenarios)?;
    rayon::ThreadPoolBuilder::new().num_threads(options.threads).build()?.install(|| {
        let whole_gap = first_gap(case)?;
        let members = Members::new(case, case);
        let regional = if options.draws > 0 { regional(case)? } else { None };
        let mut paths = Vec::new();
        let mut assumed = Vec::new();
        let mut years = Vec::new();
        for (number, scenario) in scenarios.iter().enumerate() {
            let first = People::new(case).years[0];
            let rules = spans(case, scenario, first).map_err(ProjectError::Case)?;
            let whole = Study::new(&rules, &whole_gap, &members)?;
            if assumed.is_empty() {
                assumed = assumed_in(&whole);
                years.clone_from(&whole.frame.people.years);
            }
            let mut path = central(&whole, scenario)?;
            options.report(number, Step::Central, 1, 1);
            path.assumptions = assumptions(case, scenario);
            if options.draws > 0 {
                let draws = |study: &Study<'_>, path: &mut Path| draws(study, scenario, number, options, path);
                match &regional {
                    Some(drawn) => {
                        let rules = drawn.rules(scenario)?;
                        draws(&drawn.study(&rules)?, &mut path)?;
                    }
                    None => draws(&whole, &mut path)?,
                }
            }
            paths.push(path);
        }
        Ok(Projection { years, paths, assumed, measured: backtest(case) })
    })
}

/// Inhabitants of a place in a year, by age, as a projection takes them; `None` where the case has none.
pub fn inhabitants(case: &Case, place: &PlaceId, year: Year) -> Option<[f64; AgeBand::ALL.len()]> {
    let people = People::new(case);
    let place = case.places.iter().position(|it| it.id == *place)?;
    let year = people.years.iter().position(|it| *it == year)?;
    people.central(place, year)
}

/// Refuses a case without population and scenarios that do not fit.
pub(crate) fn check(case: &Case, scenarios: &[Scenario]) -> Result<(), ProjectError> {
    if case.population.is_empty() {
        return Err(ProjectError::NoPopulation);
    }
    for (scenario, it) in scenarios.iter().enumerate() {
        let problems = it.problems(case);
        if !problems.is_empty() {
            return Err(ProjectError::Scenario { scenario, problems });
        }
    }
    Ok(())
}

/// Unmet hours of each need with the case's own hours and rules.
pub(crate) fn first_gap(case: &Case) -> Result<Vec<f64>, ProjectError> {
    let series = MatchSeries::new(case, &BTreeSet::<BindingId>::new())?;
    Ok(series.run().solve(&Amounts::of(case))?.unmet)
}

/// The case by region with the gap of its first year; `None` when it has no places to put together.
fn regional(whole: &Case) -> Result<Option<ForDraws>, ProjectError> {
    let Some(case) = by_region(whole) else { return Ok(None) };
    let case = case.map_err(ProjectError::Case)?;
    Ok(Some(ForDraws { gap: first_gap(&case)?, members: Members::new(whole, &case), case }))
}

/// The case that draws are matched on, by region where it has regions, with the gap of its first year.
pub(crate) struct ForDraws {
    case: Case,
    gap: Vec<f64>,
    members: Members,
}

impl ForDraws {
    pub(crate) fn new(case: &Case) -> Result<Self, ProjectError> {
        Ok(match regional(case)? {
            Some(drawn) => drawn,
            None => Self { case: case.clone(), gap: first_gap(case)?, members: Members::new(case, case) },
        })
    }

    /// The rules of a scenario.
    pub(crate) fn rules(&self, scenario: &Scenario) -> Result<Vec<RulesFrom>, ProjectError> {
        spans(&self.case, scenario, People::new(&self.case).years[0]).map_err(ProjectError::Case)
    }

    /// The years under these rules.
    pub(crate) fn study<'a>(&'a self, rules: &'a [RulesFrom]) -> Result<Study<'a>, ProjectError> {
        Study::new(rules, &self.gap, &self.members)
    }
}

fn assumed_in(study: &Study<'_>) -> Vec<Assumed> {
    let case = study.frame.case;
    let hands = study.frame.held_groups().into_iter().map(|it| Assumed::HandsStay(case.staff_groups[it].id.clone()));
    let need = study.frame.places_without_people().into_iter().map(|it| Assumed::NeedStays(case.places[it].id.clone()));
    hands.chain(need).collect()
}

fn central(study: &Study<'_>, scenario: &Scenario) -> Result<Path, ProjectError> {
    let hours = study.frame.hours(scenario, &Positions::Central);
    let solved = study.solve(&hours)?;
    let years = hours.iter().zip(&solved).enumerate();
    Ok(Path {
        central: years.map(|(year, (hours, solved))| study.answer(year, hours, solved)).collect(),
        by_region: Vec::new(),
        drawn: Vec::new(),
        assumptions: Vec::new(),
    })
}

/// A path of totals, at some positions.
fn totals(study: &Study<'_>, scenario: &Scenario, positions: &Positions) -> Result<Vec<Totals>, ProjectError> {
    let hours = study.frame.hours(scenario, positions);
    let solved = study.solve(&hours)?;
    Ok(hours.iter().zip(&solved).map(|(hours, solved)| study.totals(hours, solved)).collect())
}

fn draws(
    study: &Study<'_>,
    scenario: &Scenario,
    number: usize,
    options: &Options<'_>,
    path: &mut Path,
) -> Result<(), ProjectError> {
    path.by_region = totals(study, scenario, &Positions::Central)?;
    let done = AtomicUsize::new(0);
    path.drawn = (0..options.draws)
        .into_par_iter()
        .map(|draw| {
            if options.stopped() {
                return Err(ProjectError::Stopped);
            }
            let positions = Positions::Drawn { seed: options.seed, draw: draw as u64 };
            let drawn = totals(study, scenario, &positions)?;
            options.report(number, Step::Draws, done.fetch_add(1, Ordering::Relaxed) + 1, options.draws);
            Ok(drawn)
        })
        .collect::<Result<_, ProjectError>>()?;
    Ok(())
}
