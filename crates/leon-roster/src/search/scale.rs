//! What steps cost in a problem: temperatures and the weight of breaches follow from it.

use crate::cost::Cost;
use crate::curve::Curve;
use crate::problem::Problem;

/// What steps of a problem cost, of all that its rules, demands and wishes can make.
pub(super) struct Steps {
    /// One price in ten is smaller.
    pub(super) small: f64,
    /// The mean of the prices, each counted as often as it is large: a few dear ones among many cheap ones tell.
    pub(super) large: f64,
    /// The same mean of the breaches; 0 where nothing must hold.
    pub(super) breach: f64,
}

pub(super) fn steps(problem: &Problem) -> Steps {
    let mut costs: Vec<Cost> = Vec::new();
    problem.demands.iter().for_each(|it| costs.extend(of_curve(&it.curve)));
    for person in &problem.people {
        costs.extend(person.choices.iter().flatten().map(|it| it.cost));
        costs.extend(person.runs.iter().flat_map(|it| &it.rules).flatten().flat_map(|it| [it.short, it.long]));
        costs.extend(person.rests.iter().map(|it| it.cost));
        person.totals.iter().for_each(|it| costs.extend(of_curve(&it.curve)));
    }
    costs.extend(problem.successions.iter().flat_map(|it| it.next.iter().chain(&it.over_free)));
    let sizes = |level: fn(Cost) -> i64| {
        let sizes = costs.iter().map(|it| level(*it).abs()).filter(|it| *it > 0);
        let mut sizes: Vec<f64> = sizes.map(|it| it as f64).collect();
        sizes.sort_unstable_by(f64::total_cmp);
        sizes
    };
    let mean = |sizes: &[f64]| {
        let sum: f64 = sizes.iter().sum();
        if sum > 0.0 { sizes.iter().map(|it| it * it).sum::<f64>() / sum } else { 0.0 }
    };
    let (prices, breaches) = (sizes(Cost::price), sizes(Cost::breaches));
    Steps {
        small: prices.get(prices.len() / 10).copied().unwrap_or(1.0),
        large: mean(&prices).max(1.0),
        breach: mean(&breaches),
    }
}

fn of_curve(curve: &Curve) -> impl Iterator<Item = Cost> {
    curve.bends.iter().flat_map(|it| [it.below, it.above]).chain([curve.square])
}
