//! Hours that can be had besides the staff at hand, and their prices.

use super::capacity::{StaffHours, rounded};
use super::input::{InputError, rows};
use super::spread::Spread;
use leon_model::{ExtraHours, ExtraKind, Figure, GroupId, Price, SettingId};
use std::collections::HashMap;
use std::path::Path;

pub(super) struct Extra {
    pub(super) hours: Vec<ExtraHours>,
    pub(super) prices: Vec<Price>,
    /// Overtime and agency, as a share of the group's own hours in a setting.
    bought: HashMap<(SettingId, GroupId), f64>,
}

impl Extra {
    /// Hours of a group that are bought today besides its own, as a share of them.
    pub(super) fn bought(&self, setting: &SettingId, group: &GroupId) -> f64 {
        self.bought.get(&(setting.clone(), group.clone())).copied().unwrap_or(0.0)
    }
}

/// Every way to have more hours, in every place of its settings: a share of the FTE that one group has
/// there, so that pharmaconomists, say, can be hired in proportion to the nurses whom they would help.
pub(super) fn read(inputs: &Path, spread: &Spread, hours: &StaffHours) -> Result<Extra, InputError> {
    let (mut extra, mut bought) = (Vec::new(), HashMap::new());
    for row in rows(inputs, "extra_hours.csv")? {
        let kind = row.parse("kind", ExtraKind::parse)?;
        let share: Figure = row.assumed(["share", "low", "high"], "a-extra")?;
        let (group, of_group): (GroupId, GroupId) = (row.word("staff_group")?, row.word("of_group")?);
        for setting in row.list::<SettingId>("settings")? {
            let fte = hours.fte(&setting, &of_group);
            if fte == 0.0 {
                return Err(row.wrong("of_group", format!("has no staff in {setting}")));
            }
            if kind != ExtraKind::Recruitment {
                *bought.entry((setting.clone(), group.clone())).or_default() +=
                    share.value * fte / hours.fte(&setting, &group);
            }
            extra.extend(spread.places(&setting).iter().map(|(place, part)| {
                let of = |share: f64| rounded(fte * part * share, 3);
                let fte_max = Figure::assumed(of(share.value), of(share.low), of(share.high), "a-extra");
                let (setting, group) = (setting.clone(), group.clone());
                ExtraHours { place: place.clone(), setting, group, kind, fte_max }
            }));
        }
    }
    let price = |row: super::input::Row| {
        Ok(Price {
            group: row.word("staff_group")?,
            kind: row.parse("kind", ExtraKind::parse)?,
            dkk_per_hour: row.assumed(["dkk_per_hour", "low", "high"], "a-prices")?,
        })
    };
    let prices = rows(inputs, "prices.csv")?.into_iter().map(price).collect::<Result<_, _>>()?;
    Ok(Extra { hours: extra, prices, bought })
}
