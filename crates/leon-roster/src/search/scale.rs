//! What steps cost in a problem: temperatures and the weight of breaches follow from it.

use crate::cost::Cost;
use crate::curve::Curve;
use crate::problem::Problem;

/// A small and a large step of the price, of all that the problem's rules, demands and wishes can make: one in ten is
/// smaller, one in ten larger.
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
    let at = |tenth: usize| steps.get(steps.len() * tenth / 10).map_or(1.0, |it| *it as f64);
    (at(1), at(9))
}

fn of_curve(curve: &Curve) -> impl Iterator<Item = Cost> {
    curve.bends.iter().flat_map(|it| [it.below, it.above]).chain([curve.square])
}
