//! Orders: the second visit of a pair begins so long after the first.

use super::RouteBroken;
use super::facts::{Facts, Wide, length};
use leon_model::VisitId;

pub(super) fn check(facts: &Facts<'_>, broken: &mut Vec<RouteBroken>) {
    let start = |id: &VisitId| facts.visit(id).and_then(|(row, _)| facts.start(row));
    for order in &facts.day.orders {
        let (Some(first), Some(second)) = (start(&order.first), start(&order.second)) else { continue };
        let gap = second - first;
        let too_late = order.gap_max.is_some_and(|most| gap > Wide::from(most.0));
        if gap < order.gap_min.0.into() || too_late {
            broken.push(RouteBroken::OrderBroken { order: order.clone(), gap: length(gap) });
        }
    }
}
