//! What steps cost in a problem: temperatures and the weight of breaches follow from it.

use crate::cost::Cost;
use crate::curve::Curve;
use crate::problem::Problem;

/// A small and a large step of the price, of all that the problem's rules, demands and wishes can make.
///
/// One step in ten is smaller than the small one. The large one is the mean of the steps, each counted as often as it is
/// large: a few dear ones among many cheap ones tell.
pub(super) fn steps(problem: &Problem) -> (f64, f64) {
    let mut costs: Vec<Cost> = Vec::new();
    problem.demands.iter().for_each(|it| costs.extend(of_curve(&it.curve)));
    for person in &problem.people {
        costs.extend(person.choices.iter().flatten().map(|it| it.cost));
        costs.extend(person.runs.iter().flat_map(|it| &it.rules).flatten().flat_map(|it| [it.short, it.long]));
        costs.extend(person.rests.iter().map(|it| it.cost));
        person.totals.iter().for_each(|it| costs.extend(of_curve(&it.curve)));
    }
    costs.extend(problem.successions.iter().flat_map(|it| it.next.iter().chain(&it.over_free)));
    let mut steps: Vec<i64> = costs.iter().map(|it| it.price().abs()).filter(|it| *it > 0).collect();
    steps.sort_unstable();
    let small = steps.get(steps.len() / 10).map_or(1.0, |it| *it as f64);
    let sum = |power: i32| steps.iter().map(|it| (*it as f64).powi(power)).sum::<f64>();
    (small, if steps.is_empty() { 1.0 } else { sum(2) / sum(1) })
}

fn of_curve(curve: &Curve) -> impl Iterator<Item = Cost> {
    curve.bends.iter().flat_map(|it| [it.below, it.above]).chain([curve.square])
}
