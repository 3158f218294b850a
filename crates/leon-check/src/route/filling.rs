//! Filling: visits whole or not at all, each slot once, by different carers, who meet as they must.

use super::RouteBroken;
use super::facts::{Facts, at, length};
use leon_model::{CarerId, Visit};
use std::collections::BTreeMap;

pub(super) fn check(facts: &Facts<'_>, broken: &mut Vec<RouteBroken>) {
    let mut times: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let mut slot_of: BTreeMap<(usize, &CarerId), usize> = BTreeMap::new();
    for it in &facts.filled {
        *times.entry((it.row, it.index)).or_default() += 1;
        let first = *slot_of.entry((it.row, it.carer)).or_insert(it.index);
        if first != it.index {
            let (visit, carer) = (it.visit.id.clone(), it.carer.clone());
            broken.push(RouteBroken::SameCarer { visit, carer, first, second: it.index });
        }
    }
    for ((row, slot), times) in times.into_iter().filter(|(_, times)| *times > 1) {
        broken.push(RouteBroken::SlotTwice { visit: facts.day.visits[row].id.clone(), slot, times });
    }
    for (row, visit) in facts.day.visits.iter().enumerate().filter(|(row, _)| facts.is_begun(*row)) {
        for (index, _) in visit.slots.iter().enumerate().filter(|(_, slot)| slot.needed) {
            if facts.filling(row, index).is_none() {
                broken.push(RouteBroken::PartlyFilled { visit: visit.id.clone(), slot: index });
            }
        }
        meetings(facts, row, visit, broken);
    }
}

/// Slot k begins so much later than slot 0, where both are filled.
fn meetings(facts: &Facts<'_>, row: usize, visit: &Visit, broken: &mut Vec<RouteBroken>) {
    let Some(first) = facts.start(row) else { return };
    for (slot, meeting) in (1..).zip(&visit.meetings) {
        let Some(filled) = facts.filling(row, slot) else { continue };
        let gap = at(filled.stop.start) - first;
        if !(meeting.from.0.into()..=meeting.to.0.into()).contains(&gap) {
            broken.push(RouteBroken::NotTogether {
                visit: visit.id.clone(),
                slot,
                gap: length(gap),
                from: meeting.from,
                to: meeting.to,
            });
        }
    }
}
