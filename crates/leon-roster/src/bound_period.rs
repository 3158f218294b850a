//! How far from the best a roster of a period can be, and what one more hand would change.

use crate::bound::{BoundOptions, RosterBound};
use crate::cost::Cost;
use crate::evaluate::evaluate;
use crate::options::Budget;
use crate::translate::{DemandOf, Given, Tightened, TooLarge, Translation, carried};
use leon_model::{Period, Published, Roster, RosterGoal};
use std::collections::BTreeMap;

/// A bound on what rosters of a period cost, beside a roster that is known.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodBound {
    pub bound: RosterBound,
    /// What the roster costs in the same prices.
    pub cost: Cost,
    /// What a krone of the goal `cost` is in these prices; 0 where that goal counts nothing.
    pub krone: f64,
    /// By cover row with any: what one more person on all its dates would change, in these prices; below zero saves.
    pub rows: Vec<(usize, f64)>,
}

/// A lower bound for a period, on the price that a roster's search minimises: rules first, then all goals in one price.
///
/// Fair shares are those of the roster that is given. The budget's iterations are rounds of pricing everyone.
///
/// # Errors
/// [`TooLarge`] as for planning.
pub fn bound_period(
    period: &Period,
    roster: &Roster,
    published: Option<&Published>,
    budget: &dyn Budget,
) -> Result<PeriodBound, TooLarge> {
    let tightened = Tightened::default();
    let burden = Some(carried(period, roster));
    let translation = Translation::new(period, Given { published, burden, ..Given::nothing(&tightened) })?;
    let rows = translation.rows(roster);
    let options = BoundOptions { roster: Some(&rows), ..BoundOptions::default() };
    let bound = RosterBound::of(&translation.problem, &options, budget);
    let mut by_row: BTreeMap<usize, f64> = BTreeMap::new();
    for (of, price) in translation.demands.iter().zip(bound.shadow_prices()) {
        if let DemandOf::Cover { row, .. } = of {
            *by_row.entry(*row).or_default() += price;
        }
    }
    Ok(PeriodBound {
        cost: evaluate(&translation.problem, &rows),
        krone: translation.prices.exact(RosterGoal::Cost),
        rows: by_row.into_iter().filter(|it| it.1 != 0.0).collect(),
        bound,
    })
}
