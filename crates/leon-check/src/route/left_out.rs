//! Left out: the plan lists each slot that nobody fills, once, and no other.

use super::RouteBroken;
use super::facts::Facts;
use std::collections::BTreeMap;

pub(super) fn check(facts: &Facts<'_>, broken: &mut Vec<RouteBroken>) {
    let mut listed: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for left_out in &facts.plan.left_out {
        let (visit, slot) = (left_out.visit.clone(), left_out.slot);
        match facts.visit(&visit) {
            None => broken.push(RouteBroken::LeftOutUnknownVisit { visit }),
            Some((_, it)) if slot >= it.slots.len() => {
                broken.push(RouteBroken::LeftOutUnknownSlot { visit, slot, slots: it.slots.len() });
            }
            Some((row, _)) => *listed.entry((row, slot)).or_default() += 1,
        }
    }
    for (row, it) in facts.day.visits.iter().enumerate() {
        for slot in 0..it.slots.len() {
            let (visit, times) = (|| it.id.clone(), listed.get(&(row, slot)).copied().unwrap_or_default());
            match (facts.filling(row, slot), times) {
                (Some(by), 1..) => {
                    broken.push(RouteBroken::LeftOutFilled { visit: visit(), slot, carer: by.carer.clone() });
                }
                (None, 0) => broken.push(RouteBroken::LeftOutMissing { visit: visit(), slot }),
                _ => {}
            }
            if times > 1 {
                broken.push(RouteBroken::LeftOutTwice { visit: visit(), slot, times });
            }
        }
    }
}
