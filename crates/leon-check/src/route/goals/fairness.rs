//! Fairness: each carer's burden above a fair share, with history, squared.

use super::{PartOf, in_minutes};
use crate::route::facts::{Facts, Wide, at, seconds};
use leon_model::{Carer, CarerId};
use std::collections::BTreeMap;

pub(super) fn parts(facts: &Facts<'_>) -> Vec<(PartOf, f64)> {
    let mut busy: BTreeMap<&CarerId, Wide> = BTreeMap::new();
    for known in &facts.routes {
        *busy.entry(&known.carer.id).or_default() += known.travel();
    }
    for it in &facts.filled {
        if let Some(by) = it.by {
            *busy.entry(it.carer).or_default() += seconds(by.duration(it.slot));
        }
    }
    let usual = usual(facts);
    let carers = facts.day.carers.iter();
    carers
        .filter_map(|it| {
            let today = in_minutes(busy.get(&it.id).copied().unwrap_or_default());
            let burden = it.burden_before.0 as f64 + today - usual * in_minutes(on_shift(it));
            (burden > 0.0).then(|| (PartOf::AboveFairShare { carer: it.id.clone() }, burden * burden / 60.0))
        })
        .collect()
}

fn on_shift(carer: &Carer) -> Wide {
    carer.shifts.iter().map(|it| at(it.end) - at(it.start)).sum()
}

/// Minutes of all slots for each minute of all shifts.
fn usual(facts: &Facts<'_>) -> f64 {
    let slots = facts.day.visits.iter().flat_map(|it| &it.slots);
    let asked: Wide = slots.map(|it| seconds(it.duration)).sum();
    let shifts: Wide = facts.day.carers.iter().map(on_shift).sum();
    if shifts == 0 { 0.0 } else { asked as f64 / shifts as f64 }
}
