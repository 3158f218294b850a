//! The portfolio: every technology, every binding and each scenario taken alone, and all of them together.
//!
//! What one releases is the match without it less the match with it. Those who free the same hours do so once: what all
//! release together is less than what each does alone, and far less than what is claimed.

use crate::answer::Totals;
use crate::assumptions::Positions;
use crate::entries::union;
use crate::project::{ForDraws, ProjectError, check};
use crate::rules::scope_hours;
use crate::{Options, Step};
use leon_model::{
    BindingId, Case, Curve, EvidenceClass, Figure, Fte, Hours, Kroner, Lift, Ramp, Scenario, Technology, TechnologyId,
    Uptake, UptakeEffect, Year,
};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What is taken alone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemId {
    /// Taken up by all from the first year on: as claimed, or with the case's effect where nothing is claimed.
    Technology(TechnologyId),
    /// Lifted from the first year on.
    Binding(BindingId),
    /// A scenario, by its place in the list.
    Scenario(usize),
    AllTechnologies,
    AllBindings,
    AllScenarios,
    Everything,
}

/// What a year of one comes to, against the case as it stands; by region.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Release {
    /// Full-time positions that are no longer missing.
    pub positions: Fte,
    /// Severity-weighted hours a week that are no longer missing.
    pub weighted: f64,
    /// Hours a week of care that is given and was not, by the sector of its setting.
    pub care: BTreeMap<String, Hours>,
    /// Kroner a week that are no longer paid for bought hours, by sector.
    pub bought: BTreeMap<String, Kroner>,
    /// Kroner a year that the scenario says it costs, by payer.
    pub costs: BTreeMap<String, Kroner>,
}

/// One of a portfolio.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub id: ItemId,
    /// Year by year; empty where the case has none of the hours that it is for.
    pub years: Vec<Release>,
}

/// What a technology is said to be, beside what it releases.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim<'a> {
    pub technology: &'a Technology,
    /// The claim's class, or the weakest of its effect; none where the sources give neither.
    pub class: Option<EvidenceClass>,
    /// Hours a week needed of the tasks that it is for.
    pub scope: Hours,
}

/// Every item alone, then technologies, bindings and scenarios together, then everything.
#[derive(Clone, Debug, PartialEq)]
pub struct Portfolio {
    pub years: Vec<Year>,
    pub items: Vec<Item>,
}

/// What is known of each technology, in the case's order.
pub fn claims(case: &Case) -> Vec<Claim<'_>> {
    let class = |it: &Technology| {
        let of_effect = it.effect.as_ref().map(|it| it.eligible_share.class.max(it.freed_share.class));
        it.claimed_fte.as_ref().map(|it| it.class).or(of_effect)
    };
    let claim = |it| Claim { technology: it, class: class(it), scope: Hours(scope_hours(case, it)) };
    case.technologies.iter().map(claim).collect()
}

/// Takes each technology, binding in force and scenario alone, and all of them together, every year of the case.
///
/// Every assumption stands at its value, and places are put together by region as draws are.
///
/// # Errors
/// As [`crate::project`].
pub fn portfolio(case: &Case, scenarios: &[Scenario], options: &Options<'_>) -> Result<Portfolio, ProjectError> {
    check(case, scenarios)?;
    let first = case.population.iter().map(|it| it.year).min().ok_or(ProjectError::NoPopulation)?;
    let taken = items(case, scenarios, first);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.threads).build()?;
    pool.install(|| {
        let drawn = ForDraws::new(case)?;
        let (years, base) = path(&drawn, &Scenario::default())?;
        let done = AtomicUsize::new(0);
        let item = |(id, scenario): &(ItemId, Option<Scenario>)| {
            if options.stopped() {
                return Err(ProjectError::Stopped);
            }
            let years = match scenario {
                Some(scenario) => {
                    let with = path(&drawn, scenario)?.1;
                    let pairs = base.iter().zip(&with).zip(&years);
                    pairs.map(|((without, with), year)| release(without, with, scenario, *year)).collect()
                }
                None => Vec::new(),
            };
            options.report(0, Step::Portfolio, done.fetch_add(1, Ordering::Relaxed) + 1, taken.len());
            Ok(Item { id: id.clone(), years })
        };
        let items = taken.par_iter().map(item).collect::<Result<_, ProjectError>>()?;
        Ok(Portfolio { years: years.clone(), items })
    })
}

/// Every item as a scenario of its own; none where the case has none of its hours.
fn items(case: &Case, scenarios: &[Scenario], first: Year) -> Vec<(ItemId, Option<Scenario>)> {
    let technology = |it: &Technology| {
        let effect = match (&it.claimed_fte, &it.effect) {
            (Some(_), _) => UptakeEffect::Claim { own_hours: None },
            (None, Some(_)) => UptakeEffect::OfCase,
            (None, None) => return None,
        };
        let of = it.claimed_fte.as_ref().or(it.effect.as_ref().map(|it| &it.adoption))?;
        let all = Figure::exact(1.0, EvidenceClass::Claim, of.source.clone());
        let curve = Curve::Linear(Ramp { from: first, to: first });
        let uptake = Uptake { technology: it.id.clone(), effect, ceiling: all, curve, places: Vec::new() };
        let found = scope_hours(case, it) > 0.0;
        found.then(|| Scenario { technologies: vec![uptake], ..Scenario::default() })
    };
    let binding = |it: &leon_model::Binding| Scenario {
        lifts: vec![Lift { binding: it.id.clone(), from: first }],
        ..Scenario::default()
    };
    let technologies: Vec<_> =
        case.technologies.iter().map(|it| (ItemId::Technology(it.id.clone()), technology(it))).collect();
    let in_force = case.bindings.iter().filter(|it| it.in_force);
    let bindings: Vec<_> = in_force.map(|it| (ItemId::Binding(it.id.clone()), Some(binding(it)))).collect();
    let reforms: Vec<_> =
        scenarios.iter().enumerate().map(|(at, it)| (ItemId::Scenario(at), Some(it.clone()))).collect();
    let together = |of: &[&[(ItemId, Option<Scenario>)]]| {
        let all = of.iter().flat_map(|it| it.iter()).filter_map(|it| it.1.as_ref());
        Some(all.fold(Scenario::default(), |sum, it| union(&sum, it)))
    };
    let sums = [
        (ItemId::AllTechnologies, together(&[&technologies])),
        (ItemId::AllBindings, together(&[&bindings])),
        (ItemId::AllScenarios, together(&[&reforms])),
        (ItemId::Everything, together(&[&technologies, &bindings, &reforms])),
    ];
    let wanted = |id: &ItemId| *id != ItemId::AllScenarios || !scenarios.is_empty();
    let sums: Vec<_> = sums.into_iter().filter(|(id, _)| wanted(id)).collect();
    [technologies, bindings, reforms, sums].concat()
}

/// A year of a path: its totals, and what is missing and bought by sector.
struct YearSums {
    totals: Totals,
    unmet: BTreeMap<String, f64>,
    bought: BTreeMap<String, f64>,
}

fn path(drawn: &ForDraws, scenario: &Scenario) -> Result<(Vec<Year>, Vec<YearSums>), ProjectError> {
    let rules = drawn.rules(scenario)?;
    let study = drawn.study(&rules)?;
    let hours = study.frame.hours(scenario, &Positions::Central);
    let solved = study.solve(&hours)?;
    let of = study.frame.case;
    let sums = hours.iter().zip(&solved).map(|(hours, solved)| {
        let mut sums =
            YearSums { totals: study.totals(hours, solved), unmet: BTreeMap::new(), bought: BTreeMap::new() };
        let sector = |setting| of.setting(setting).sector.clone();
        for (need, unmet) in of.needs.iter().zip(&solved.unmet) {
            *sums.unmet.entry(sector(&need.setting)).or_default() += unmet;
        }
        for (row, kroner) in of.extra_hours.iter().zip(&solved.bought_of) {
            *sums.bought.entry(sector(&row.setting)).or_default() += kroner.0;
        }
        sums
    });
    Ok((study.frame.people.years.clone(), sums.collect()))
}

fn release(without: &YearSums, with: &YearSums, scenario: &Scenario, year: Year) -> Release {
    let fewer = |without: &BTreeMap<String, f64>, with: &BTreeMap<String, f64>| -> Vec<(String, f64)> {
        let of = |all: &BTreeMap<String, f64>, sector: &str| all.get(sector).copied().unwrap_or(0.0);
        let mut sectors: Vec<&String> = without.keys().chain(with.keys()).collect();
        sectors.sort();
        sectors.dedup();
        sectors.into_iter().map(|it| (it.clone(), of(without, it) - of(with, it))).collect()
    };
    let mut costs: BTreeMap<String, Kroner> = BTreeMap::new();
    for it in scenario.costs.iter().filter(|it| (it.from..=it.to).contains(&year)) {
        *costs.entry(it.payer.clone()).or_default() += Kroner(it.dkk_per_year.value);
    }
    Release {
        positions: without.totals.unmet_fte - with.totals.unmet_fte,
        weighted: without.totals.weighted_unmet - with.totals.weighted_unmet,
        care: fewer(&without.unmet, &with.unmet).into_iter().map(|(sector, it)| (sector, Hours(it))).collect(),
        bought: fewer(&without.bought, &with.bought).into_iter().map(|(sector, it)| (sector, Kroner(it))).collect(),
        costs,
    }
}

impl Release {
    /// Kroner a year that each party gains, by the names that costs have for payers.
    ///
    /// Who runs a setting no longer pays for hours that are not bought; citizens get care that was missing, valued as the
    /// case values an unmet hour. Taxes, pensions and work that the cared-for take up again are in no case, so the state
    /// gains nothing here.
    pub fn gains(&self, case: &Case) -> BTreeMap<String, Kroner> {
        let weeks = case.parameters.weeks_per_year.as_ref().map_or(52.0, |it| it.value);
        let mut gains: BTreeMap<String, Kroner> = BTreeMap::new();
        for (sector, kroner) in &self.bought {
            let party = match sector.as_str() {
                "municipal" => "municipality",
                "regional" => "region",
                other => other,
            };
            *gains.entry(party.to_owned()).or_default() += Kroner(kroner.0 * weeks);
        }
        if let Some(worth) = &case.parameters.unmet_hour_dkk {
            *gains.entry("citizen".to_owned()).or_default() += Kroner(self.weighted * worth.value * weeks);
        }
        gains
    }
}
