//! Level: minutes at the citizen's, times the levels above the lowest of those of the day who may fill the slot.

use super::{PartOf, in_minutes};
use crate::route::competence::may_fill;
use crate::route::facts::{Facts, seconds};
use leon_model::Carer;

pub(super) fn parts(facts: &Facts<'_>) -> Vec<(PartOf, f64)> {
    let level = |carer: &Carer| facts.day.group_index(&carer.group).map_or(0, |row| facts.day.groups[row].level);
    let mut from_below: Vec<(u8, &Carer)> = facts.day.carers.iter().map(|it| (level(it), it)).collect();
    from_below.sort_by_key(|(level, _)| *level);
    let filled = facts.filled.iter();
    filled
        .filter_map(|it| {
            let by = it.by?;
            let (lowest, _) = from_below.iter().find(|(_, carer)| may_fill(carer, it.visit, it.slot))?;
            let above = f64::from(level(by.carer)) - f64::from(*lowest);
            let amount = in_minutes(seconds(by.duration(it.slot))) * above;
            let (visit, carer) = (it.visit.id.clone(), it.carer.clone());
            (amount != 0.0).then_some((PartOf::AboveLowestLevel { visit, slot: it.index, carer }, amount))
        })
        .collect()
}
