//! Pins: a pinned slot has its carer, a pinned visit its start.

use super::RouteBroken;
use super::facts::{Facts, at, moment};

pub(super) fn check(facts: &Facts<'_>, broken: &mut Vec<RouteBroken>) {
    for (row, visit) in facts.day.visits.iter().enumerate() {
        for (slot, pinned) in visit.pin.carers.iter().enumerate() {
            let Some(pinned) = pinned else { continue };
            let found = facts.filling(row, slot).map(|it| it.carer);
            if found != Some(pinned) {
                broken.push(RouteBroken::PinnedCarer {
                    visit: visit.id.clone(),
                    slot,
                    pinned: pinned.clone(),
                    found: found.cloned(),
                });
            }
        }
        let Some(pinned) = visit.pin.start else { continue };
        let found = facts.start(row);
        if found != Some(at(pinned)) {
            let found = found.map(moment);
            broken.push(RouteBroken::PinnedStart { visit: visit.id.clone(), pinned, found });
        }
    }
}
