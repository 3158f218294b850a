//! Changes: slots of the published plan, of visits still in the day, with another carer or at another time.

use super::PartOf;
use crate::route::facts::{Facts, at, seconds};
use leon_model::{RoutePlan, VisitId};
use std::collections::BTreeSet;

pub(super) fn parts(facts: &Facts<'_>, published: &RoutePlan) -> Vec<(PartOf, f64)> {
    let tolerance = seconds(facts.day.change_tolerance);
    let mut told: BTreeSet<(&VisitId, usize)> = BTreeSet::new();
    let slots = published.visits().filter(|(_, _, visit, slot)| told.insert((visit, *slot)));
    slots
        .filter_map(|(route, stop, id, slot)| {
            let (row, _) = facts.visit(id)?;
            let now = facts.filling(row, slot);
            let (visit, before) = (id.clone(), route.carer.clone());
            match now {
                Some(now) if *now.carer == route.carer => {
                    let moved = (at(now.stop.start) - at(stop.start)).abs() > tolerance;
                    moved.then_some((PartOf::OtherTime { visit, slot, carer: before }, 1.0))
                }
                _ => {
                    let now = now.map(|it| it.carer.clone());
                    Some((PartOf::OtherCarer { visit, slot, before, now }, 1.0))
                }
            }
        })
        .collect()
}
