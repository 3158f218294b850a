//! The hours of the staff at hand: national FTE by setting and group, and their spread over places.

use super::input::{InputError, Row, rows};
use super::sources::Assumptions;
use super::spread::Spread;
use leon_model::{Capacity, ExtraHours, Figure, GroupId, PlaceId, SettingId};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// National staff and the share of their time that is care.
pub(super) struct StaffHours {
    fte: BTreeMap<SettingId, Vec<(GroupId, f64)>>,
    care_share: BTreeMap<SettingId, Figure>,
    hours_per_fte: f64,
    municipal: BTreeSet<SettingId>,
}

impl StaffHours {
    /// The groups of a setting with their national FTE.
    pub(super) fn groups(&self, setting: &SettingId) -> &[(GroupId, f64)] {
        self.fte.get(setting).map_or(&[], Vec::as_slice)
    }

    /// National FTE of one group in a setting; 0 where it has none.
    pub(super) fn fte(&self, setting: &SettingId, group: &GroupId) -> f64 {
        self.groups(setting).iter().find(|(it, _)| it == group).map_or(0.0, |(_, fte)| *fte)
    }

    /// The settings that have staff.
    pub(super) fn settings(&self) -> impl Iterator<Item = &SettingId> {
        self.fte.keys()
    }

    /// Care hours a week in a setting, nationally.
    pub(super) fn care_hours(&self, setting: &SettingId) -> f64 {
        let fte: f64 = self.groups(setting).iter().map(|(_, fte)| fte).sum();
        fte * self.hours_per_fte * self.care_share.get(setting).map_or(0.0, |it| it.value)
    }
}

pub(super) fn read(inputs: &Path, assumptions: &Assumptions) -> Result<StaffHours, InputError> {
    let hours_per_year = assumptions.value("fte_hours_per_year");
    let mut fte: BTreeMap<SettingId, Vec<(GroupId, f64)>> = BTreeMap::new();
    for row in rows(inputs, "municipal_staff.csv")? {
        fte.entry(row.word("setting")?).or_default().push((row.word("staff_group")?, row.number("fte")?));
    }
    let municipal = fte.keys().cloned().collect();
    let care_share: BTreeMap<SettingId, Figure> =
        rows(inputs, "net_care_share.csv")?.iter().map(care_share).collect::<Result<_, _>>()?;
    let hospital: BTreeMap<SettingId, f64> = rows(inputs, "hospital_activity.csv")?
        .iter()
        .map(|row| Ok((row.word("setting")?, paid_hours(row)? / hours_per_year)))
        .collect::<Result<_, _>>()?;
    for row in rows(inputs, "hospital_staff_mix.csv")? {
        let setting = row.word("setting")?;
        let all = hospital.get(&setting).ok_or_else(|| row.wrong("setting", "has no activity"))?;
        fte.entry(setting).or_default().push((row.word("staff_group")?, all * row.number("share")?));
    }
    if let Some(setting) = fte.keys().find(|setting| !care_share.contains_key(*setting)) {
        let (file, column) = (inputs.join("net_care_share.csv"), "setting".to_owned());
        return Err(InputError { file, line: 1, column, what: format!("{setting} has staff and no row here") });
    }
    Ok(StaffHours { fte, care_share, hours_per_fte: hours_per_year / assumptions.value("weeks_per_year"), municipal })
}

/// Paid hours of care staff a year behind a hospital activity: given for each unit, or its cost × the
/// care staff's share of it ÷ the price of an hour.
fn paid_hours(row: &Row) -> Result<f64, InputError> {
    let per_unit = match row.optional_number("paid_hours_per_unit")? {
        Some(hours) => hours,
        None => row.number("cost_dkk_per_unit")? * row.number("care_staff_share")? / row.number("paid_hour_dkk")?,
    };
    Ok(row.number("units_per_year")? * per_unit)
}

/// What absence, travel, documentation and meetings leave of a paid hour.
fn care_share(row: &Row) -> Result<(SettingId, Figure), InputError> {
    let lost = row.number("absence")? + row.number("travel")? + row.number("documentation_meetings")?;
    let share = rounded(1.0 - lost, 3);
    Ok((row.word("setting")?, Figure::assumed(share, row.number("low")?, row.number("high")?, "a-care-share")))
}

/// The capacity table: every group of a setting in each of its places, and a row of no FTE for a group
/// that can only be hired.
pub(super) fn table(spread: &Spread, hours: &StaffHours, extra: &[ExtraHours]) -> Vec<Capacity> {
    let mut capacity = Vec::new();
    for setting in hours.settings() {
        let (source, width) =
            if hours.municipal.contains(setting) { ("a-spread-care", 0.2) } else { ("a-hospital-fte", 0.35) };
        for (place, share) in spread.places(setting) {
            let mut row = |group: &GroupId, fte: Figure| {
                let net_care_share = hours.care_share[setting].clone();
                let (place, setting, group) = (place.clone(), setting.clone(), group.clone());
                capacity.push(Capacity { place, setting, group, fte, net_care_share });
            };
            for (group, fte) in hours.groups(setting) {
                row(group, within(fte * share, 1.0 - width, 1.0 + width, 3, source));
            }
            for group in only_hired(extra, hours, place, setting) {
                row(group, Figure::assumed(0.0, 0.0, 0.0, "a-extra"));
            }
        }
    }
    capacity
}

fn only_hired<'a>(
    extra: &'a [ExtraHours],
    hours: &StaffHours,
    place: &PlaceId,
    setting: &SettingId,
) -> BTreeSet<&'a GroupId> {
    let here = extra.iter().filter(|it| it.place == *place && it.setting == *setting).map(|it| &it.group);
    here.filter(|group| hours.fte(setting, group) == 0.0).collect()
}

/// A value rounded to so many decimals, so that the tables stay short.
pub(super) fn rounded(value: f64, decimals: i32) -> f64 {
    let scale = 10f64.powi(decimals);
    (value * scale).round() / scale
}

/// An assumption whose range is the value times two factors, rounded so that it still holds the value.
pub(super) fn within(value: f64, low: f64, high: f64, decimals: i32, source: &str) -> Figure {
    let [value, low, high] = [value, value * low, value * high].map(|it| rounded(it, decimals));
    Figure::assumed(value, low, high, source)
}
