//! Plans against futures: what is missing when a plan is carried out and the world turns out as somebody says.

use crate::answer::Totals;
use crate::entries::union;
use crate::path::in_year;
use crate::project::{ForDraws, ProjectError, check};
use crate::{Options, Step};
use leon_model::{Case, Scenario, Year};
use rayon::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A year of every plan in every future, by region, every assumption at its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Robustness {
    pub year: Year,
    /// By plan, then future; the first of each is the case as it stands.
    pub totals: Vec<Vec<Totals>>,
}

impl Robustness {
    /// In how many futures no more than a share of the need is unmet under a plan.
    pub fn closed(&self, plan: usize, share: f64) -> usize {
        self.totals[plan].iter().filter(|it| it.unmet.0 <= share * it.need.0).count()
    }
}

/// Carries out each plan in each future; where both change the same, as the plan does.
///
/// # Errors
/// As [`crate::project`], and [`ProjectError::NoYear`] for a year that the case's population does not reach.
pub fn robustness(
    case: &Case,
    plans: &[Scenario],
    futures: &[Scenario],
    year: Year,
    options: &Options<'_>,
) -> Result<Robustness, ProjectError> {
    check(case, plans)?;
    check(case, futures)?;
    let with_none = |some: &[Scenario]| [&[Scenario::default()], some].concat();
    let (plans, futures) = (with_none(plans), with_none(futures));
    let pairs: Vec<Scenario> = plans.iter().flat_map(|plan| futures.iter().map(|future| union(future, plan))).collect();
    let drawn = ForDraws::new(case)?;
    let done = AtomicUsize::new(0);
    let of = |scenario: &Scenario| {
        if options.stopped() {
            return Err(ProjectError::Stopped);
        }
        let totals = in_year(&drawn, scenario, year)?;
        options.report(0, Step::Futures, done.fetch_add(1, Ordering::Relaxed) + 1, pairs.len());
        Ok(totals)
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.threads).build()?;
    let all: Vec<Totals> = pool.install(|| pairs.par_iter().map(of).collect::<Result<_, ProjectError>>())?;
    Ok(Robustness { year, totals: all.chunks(futures.len()).map(<[Totals]>::to_vec).collect() })
}
