//! New shortages: a group that takes over hours from others and is used up by it.

use crate::Matched;
use leon_model::{Case, GroupId, Hours, SettingId, StaffKey};
use std::collections::BTreeMap;

/// A group in a setting that took over hours and now has none left, in some places.
#[derive(Clone, Debug, PartialEq)]
pub struct NewShortage {
    pub group: GroupId,
    pub setting: SettingId,
    pub places: usize,
    /// Hours a week beyond what the group does of those needs today, in those places.
    pub taken_over: Hours,
    /// Highest scarcity price in those places, in weighted unmet hours an hour.
    pub price_max: f64,
}

/// Where substitution has made a group scarce, most hours first. Needs an answer with prices.
///
/// Filling one gap with another group's hours moves the shortage when that group was not idle
/// (Implement 2023, section 3.1): this lists where it went.
pub fn new_shortages(case: &Case, matched: &Matched) -> Vec<NewShortage> {
    let mut done: BTreeMap<(StaffKey, &leon_model::NeedKey), f64> = BTreeMap::new();
    for care in &matched.plan.care {
        if let leon_model::Doer::Staff { group, .. } = &care.doer {
            let (place, setting) = (care.need.place.clone(), care.need.setting.clone());
            *done.entry((StaffKey { place, setting, group: group.clone() }, &care.need)).or_default() += care.hours.0;
        }
    }
    let needs: BTreeMap<_, _> = case.needs.iter().map(|it| (it.key(), it.hours_per_week.value)).collect();
    let mut today: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let mut taken_over: BTreeMap<StaffKey, f64> = BTreeMap::new();
    for ((staff, need), hours) in done {
        let shares = today
            .entry((&need.setting, &need.task, need.complexity))
            .or_insert_with(|| case.baseline_of(&need.setting, &need.task, need.complexity));
        let share: f64 = shares.iter().filter(|it| it.group == staff.group).map(|it| it.share.value).sum();
        *taken_over.entry(staff).or_default() += (hours - share * needs.get(need).copied().unwrap_or(0.0)).max(0.0);
    }
    let mut shortages: BTreeMap<(&SettingId, &GroupId), NewShortage> = BTreeMap::new();
    for price in matched.prices.iter().filter(|it| it.more.weighted_unmet > 1e-6) {
        let hours = taken_over.get(&price.staff).copied().unwrap_or(0.0);
        if hours < 1.0 {
            continue;
        }
        let (setting, group) = (&price.staff.setting, &price.staff.group);
        let shortage = shortages.entry((setting, group)).or_insert_with(|| NewShortage {
            group: group.clone(),
            setting: setting.clone(),
            places: 0,
            taken_over: Hours(0.0),
            price_max: 0.0,
        });
        shortage.places += 1;
        shortage.taken_over += Hours(hours);
        shortage.price_max = shortage.price_max.max(price.more.weighted_unmet);
    }
    let mut rows: Vec<_> = shortages.into_values().collect();
    rows.sort_by(|a, b| b.taken_over.0.total_cmp(&a.taken_over.0));
    rows
}
