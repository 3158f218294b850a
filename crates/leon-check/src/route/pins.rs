//! Pins: a pinned slot has its carer, a pinned visit its start, unless the visit is left out.

use super::RouteBroken;
use super::facts::{Facts, at, moment};

pub(super) fn check(facts: &Facts<'_>, broken: &mut Vec<RouteBroken>) {
    for (row, visit) in facts.day.visits.iter().enumerate() {
        for (slot, pinned) in visit.pin.carers.iter().enumerate() {
            let Some(pinned) = pinned else { continue };
            let Some(found) = facts.filling(row, slot).map(|it| it.carer) else { continue };
            if found != pinned {
                broken.push(RouteBroken::PinnedCarer {
                    visit: visit.id.clone(),
                    slot,
                    pinned: pinned.clone(),
                    found: found.clone(),
                });
            }
        }
        let Some(pinned) = visit.pin.start else { continue };
        let Some(found) = facts.start(row) else { continue };
        if found != at(pinned) {
            broken.push(RouteBroken::PinnedStart { visit: visit.id.clone(), pinned, found: moment(found) });
        }
    }
}
