//! Continuity: for each citizen group, those who may coordinate the course give their share of the care.

use crate::Violation;
use crate::rows::Rows;
use crate::tolerance::exceeds;
use leon_model::{Complexity, Continuity, Hours, PlaceId, SettingId};
use std::collections::{BTreeMap, HashMap};

pub(crate) fn check(rows: &Rows<'_>, violations: &mut Vec<Violation>) {
    let rules: HashMap<(&SettingId, Complexity), &Continuity> =
        rows.case.continuity.iter().map(|it| ((&it.setting, it.complexity), it)).collect();
    let mut cells: BTreeMap<(&PlaceId, &SettingId, Complexity), (f64, f64)> = BTreeMap::new();
    for done in &rows.done {
        let need = &done.care.need;
        let (Some(group), Some(rule)) = (done.group(), rules.get(&(&need.setting, need.complexity))) else { continue };
        let (known, all) = cells.entry((&need.place, &need.setting, need.complexity)).or_default();
        *all += done.hours;
        if rule.groups.contains(group) {
            *known += done.hours;
        }
    }
    for ((place, setting, complexity), (known, all)) in cells {
        let least = rules[&(setting, complexity)].share_min.value * all;
        if exceeds(least, known) {
            violations.push(Violation::ContinuityBroken {
                place: place.clone(),
                setting: setting.clone(),
                complexity,
                hours: Hours(known),
                least: Hours(least),
            });
        }
    }
}
