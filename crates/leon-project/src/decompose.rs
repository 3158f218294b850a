//! Which assumption makes the difference between two scenarios: each one's part of it, whatever the order.
//!
//! Two scenarios differ in some entries. Put in one after the other, what an entry does hangs on those already in; its
//! part is the mean over all orders (L. S. Shapley (1953), A value for n-person games,
//! [doi 10.1515/9781400881970-018](https://doi.org/10.1515/9781400881970-018)). The parts add up to the difference.

use crate::assumptions::AssumptionId;
use crate::entries::{ids, mixed};
use crate::project::{ForDraws, ProjectError, check};
use crate::{Options, Step, Totals};
use leon_model::{Case, Fte, Scenario, ScenarioList, Year};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Differences that are taken one by one; with more, each list of entries is one.
const TERMS: usize = 10;

/// A difference between two scenarios, and its part of what they come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// The entry as an assumption is named, with an empty key for all entries of a list.
    pub id: AssumptionId,
    /// Its part of the difference in missing full-time positions.
    pub part: Fte,
    /// What it does alone, put into the scenario that one starts from.
    pub alone: Fte,
}

/// The difference between two scenarios in a year, by region.
#[derive(Clone, Debug, PartialEq)]
pub struct Decomposition {
    pub year: Year,
    pub from: Totals,
    pub to: Totals,
    /// Largest part first, whether it adds or takes.
    pub terms: Vec<Term>,
}

/// Says which entries make the difference in missing full-time positions from one scenario to another in a year.
///
/// Every assumption stands at its value, and places are put together by region as draws are.
///
/// # Errors
/// As [`crate::project`], and [`ProjectError::NoYear`] for a year that the case's population does not reach.
pub fn decompose(
    case: &Case,
    [from, to]: [&Scenario; 2],
    year: Year,
    options: &Options<'_>,
) -> Result<Decomposition, ProjectError> {
    check(case, &[from.clone(), to.clone()])?;
    let (ids, whole_lists) = differing(from, to);
    let mix = |mask: usize| {
        let taken: BTreeSet<AssumptionId> =
            ids.iter().enumerate().filter(|(at, _)| mask >> at & 1 == 1).map(|(_, id)| id.clone()).collect();
        mixed(from, to, &taken, whole_lists)
    };
    // One study for each set of entries that change the rules; the others change hours only.
    let changes_rules = |id: &AssumptionId| {
        let AssumptionId::Change(list, _) = id else { return false };
        use ScenarioList::*;
        matches!(list, Technologies | Lifts | TaskShifts | Parameters)
    };
    let rule_bits: usize = (ids.iter().enumerate()).filter(|(_, id)| changes_rules(id)).map(|(at, _)| 1 << at).sum();
    let count = 1_usize << ids.len();
    let rule_sets: Vec<usize> = (0..count).filter(|mask| mask & !rule_bits == 0).collect();
    let drawn = ForDraws::new(case)?;
    let done = AtomicUsize::new(0);
    let of_rules = |&rule_set: &usize| {
        let rules = drawn.rules(&mix(rule_set))?;
        let study = drawn.study(&rules)?;
        let mut values = Vec::new();
        for mask in (0..count).filter(|mask| mask & rule_bits == rule_set) {
            if options.stopped() {
                return Err(ProjectError::Stopped);
            }
            values.push((mask, study.in_year(&mix(mask), year)?));
            options.report(0, Step::Differences, done.fetch_add(1, Ordering::Relaxed) + 1, count);
        }
        Ok(values)
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.threads).build()?;
    let found: Vec<_> = pool.install(|| rule_sets.par_iter().map(of_rules).collect::<Result<_, ProjectError>>())?;
    let mut values = vec![Totals::default(); count];
    found.into_iter().flatten().for_each(|(mask, totals)| values[mask] = totals);
    let missing: Vec<f64> = values.iter().map(|it| it.unmet_fte.0).collect();
    let mut terms: Vec<Term> = parts(&missing, ids.len())
        .into_iter()
        .zip(ids.iter().enumerate())
        .map(|(part, (at, id))| Term { id: id.clone(), part: Fte(part), alone: Fte(missing[1 << at] - missing[0]) })
        .collect();
    terms.sort_by(|a, b| b.part.0.abs().total_cmp(&a.part.0.abs()));
    Ok(Decomposition { year, from: values[0], to: values[count - 1], terms })
}

/// Each one's part, by the values of all subsets: the bits of an index say who is in it.
fn parts(values: &[f64], count: usize) -> Vec<f64> {
    // Of all orders of `count`, those in which a given one comes right after a given set of `size` others.
    let orders = |size: usize| -> f64 {
        let fraction = (0..size).map(|it| (it + 1) as f64 / (count - 1 - it) as f64).product::<f64>();
        fraction / count as f64
    };
    let part = |one: usize| -> f64 {
        let without = (0..values.len()).filter(|set| set >> one & 1 == 0);
        without.map(|set| orders(set.count_ones() as usize) * (values[set | 1 << one] - values[set])).sum()
    };
    (0..count).map(part).collect()
}

/// The entries in which the scenarios differ, by id; lists as wholes when they are too many.
fn differing(a: &Scenario, b: &Scenario) -> (Vec<AssumptionId>, bool) {
    let of = |whole_lists: bool| {
        let mut all = ids(a, whole_lists);
        all.extend(ids(b, whole_lists));
        let changes = |id: &AssumptionId| mixed(a, b, &BTreeSet::from([id.clone()]), whole_lists) != *a;
        all.into_iter().filter(changes).collect::<Vec<_>>()
    };
    let one_by_one = of(false);
    if one_by_one.len() <= TERMS { (one_by_one, false) } else { (of(true), true) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_means_over_all_orders() {
        // The first alone does 10, the second alone 4, both together 20. First, second: 10 then 10; second, first: 4 then
        // 16. Means: 13 and 7.
        assert_eq!(parts(&[0.0, 10.0, 4.0, 20.0], 2), [13.0, 7.0]);
        // Three that add up: each has its own.
        let sum =
            |set: usize| [1.0, 2.0, 4.0].iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|it| it.1).sum();
        let values: Vec<f64> = (0..8).map(sum).collect();
        parts(&values, 3).iter().zip([1.0, 2.0, 4.0]).for_each(|(part, own)| assert!((part - own).abs() < 1e-12));
        assert_eq!(parts(&[7.0], 0), [0.0; 0]);
    }
}
