//! Needs: the care given today, and the care behind the recruitments that failed.
//!
//! Today's care of a place falls on tasks and groups as [`super::today`] says; overtime and agency do
//! what the group's own staff do. Of a group's hours in a
//! region, so many are missing: failed recruitments × the share of a full-time position behind each ÷
//! the group's FTE there. What a group does today grows by its own rate, so a region that is short of
//! SSA has unmet need in the tasks of SSA.

use super::capacity::{StaffHours, within};
use super::extra::Extra;
use super::places::Country;
use super::shortage::Shortage;
use super::sources::Assumptions;
use super::spread::Spread;
use super::today::Today;
use leon_model::{GroupId, Need, PlaceId};
use std::collections::HashMap;

pub(super) fn rows(
    country: &Country,
    spread: &Spread,
    hours: &StaffHours,
    today: &Today,
    shortage: &Shortage,
    extra: &Extra,
    assumptions: &Assumptions,
) -> Vec<Need> {
    let region = regions(country);
    let missing = missing_rates(&region, spread, hours, shortage, assumptions);
    let mut needs = Vec::new();
    for cell in today.cells() {
        for (place, share) in spread.places(&cell.setting) {
            let rate = |group: &GroupId| {
                let missing = missing.get(&(&region[place], group)).copied().unwrap_or(0.0);
                extra.bought(&cell.setting, group) + missing
            };
            let with_others: f64 = cell.by_group.iter().map(|(group, part)| part * (1.0 + rate(group))).sum();
            let hours_per_week = hours.care_hours(&cell.setting) * share * cell.share * with_others;
            needs.push(Need {
                place: place.clone(),
                setting: cell.setting.clone(),
                task: cell.task.clone(),
                complexity: cell.complexity,
                hours_per_week: within(hours_per_week, 0.8, 1.3, 2, "a-need"),
            });
        }
    }
    needs.sort_by_cached_key(Need::key);
    needs
}

/// The region of every place that has staff; a region is its own.
fn regions(country: &Country) -> HashMap<PlaceId, PlaceId> {
    let municipalities = country.municipalities.iter().map(|it| (it.id.clone(), it.region.clone()));
    country.regions.iter().map(|(id, _)| (id.clone(), id.clone())).chain(municipalities).collect()
}

/// Missing hours of a group in a region, as a share of its hours there.
fn missing_rates<'a>(
    region: &'a HashMap<PlaceId, PlaceId>,
    spread: &Spread,
    hours: &'a StaffHours,
    shortage: &Shortage,
    assumptions: &Assumptions,
) -> HashMap<(&'a PlaceId, &'a GroupId), f64> {
    let mut fte: HashMap<(&PlaceId, &GroupId), f64> = HashMap::new();
    for setting in hours.settings() {
        for (place, share) in spread.places(setting) {
            for (group, national) in hours.groups(setting) {
                *fte.entry((&region[place], group)).or_default() += national * share;
            }
        }
    }
    let per_failed = assumptions.value("missing_share_of_failed_recruitment");
    let rate = |((region, group), fte)| ((region, group), shortage.failed(region, group) * per_failed / fte);
    fte.into_iter().map(rate).collect()
}
