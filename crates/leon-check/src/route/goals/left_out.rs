//! Left out: the priority of each mandatory visit that is not done.

use super::PartOf;
use crate::route::facts::Facts;
use leon_model::Necessity;

pub(super) fn parts(facts: &Facts<'_>) -> Vec<(PartOf, f64)> {
    let visits = facts.day.visits.iter().enumerate();
    visits
        .filter_map(|(row, it)| match it.necessity {
            Necessity::Mandatory { priority } if !facts.is_done(row) => {
                Some((PartOf::VisitLeftOut { visit: it.id.clone() }, priority.into()))
            }
            _ => None,
        })
        .collect()
}
