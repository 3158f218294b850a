//! Continuity: new faces, once for each citizen and carer; unwanted and wanted carers, for each slot.

use super::PartOf;
use crate::route::facts::Facts;
use leon_model::{CarerId, CitizenId};
use std::collections::BTreeSet;

pub(super) fn parts(facts: &Facts<'_>) -> Vec<(PartOf, f64)> {
    let weights = facts.day.continuity;
    let mut parts = Vec::new();
    let mut came: BTreeSet<(&CitizenId, &CarerId)> = BTreeSet::new();
    for it in &facts.filled {
        let citizen = facts.day.citizen_index(&it.visit.citizen).map(|row| &facts.day.citizens[row]);
        if let Some(citizen) = citizen.filter(|citizen| came.insert((&citizen.id, it.carer)))
            && !citizen.faces.iter().any(|(face, _)| face == it.carer)
        {
            let amount = if citizen.dementia { weights.dementia_weight } else { 1.0 };
            parts.push((PartOf::NewFace { citizen: citizen.id.clone(), carer: it.carer.clone() }, amount));
        }
        let (visit, slot, carer) = (|| it.visit.id.clone(), it.index, || it.carer.clone());
        if it.visit.unwanted.contains(it.carer) {
            parts.push((PartOf::Unwanted { visit: visit(), slot, carer: carer() }, weights.unwanted));
        }
        if it.visit.wanted.contains(it.carer) {
            parts.push((PartOf::Wanted { visit: visit(), slot, carer: carer() }, -weights.wanted));
        }
    }
    parts
}
