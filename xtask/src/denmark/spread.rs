//! How a setting's national figure is spread over municipalities or regions.

use super::input::{InputError, rows};
use super::places::{Country, Municipality};
use leon_model::{PlaceId, SettingId};
use std::collections::BTreeMap;
use std::path::Path;

/// Each place's share of a setting's national hours.
pub(super) struct Spread(BTreeMap<SettingId, Vec<(PlaceId, f64)>>);

impl Spread {
    /// The places of a setting with their shares, which add up to 1.
    pub(super) fn places(&self, setting: &SettingId) -> &[(PlaceId, f64)] {
        self.0.get(setting).map_or(&[], Vec::as_slice)
    }
}

pub(super) fn read(inputs: &Path, country: &Country) -> Result<Spread, InputError> {
    let regional: BTreeMap<SettingId, bool> = rows(inputs, "settings.csv")?
        .iter()
        .map(|row| Ok((row.word("id")?, row.text("sector")? == "regional")))
        .collect::<Result<_, _>>()?;
    let mut spread = BTreeMap::new();
    for row in rows(inputs, "spread.csv")? {
        let setting: SettingId = row.word("setting")?;
        let weights = [row.number("by_80_plus")?, row.number("by_65_79")?, row.number("by_population")?];
        if (weights.iter().sum::<f64>() - 1.0).abs() > 1e-9 {
            return Err(row.wrong("by_80_plus", "the three weights do not add up to 1"));
        }
        let shares = shares(country, weights);
        let places = match regional.get(&setting) {
            None => return Err(row.wrong("setting", "is not a setting")),
            Some(false) => shares.into_iter().map(|(it, share)| (it.id.clone(), share)).collect(),
            Some(true) => {
                let sum = |region: &PlaceId| {
                    shares.iter().filter(|(it, _)| it.region == *region).map(|(_, share)| share).sum::<f64>()
                };
                country.regions.iter().map(|(region, _)| (region.clone(), sum(region))).collect()
            }
        };
        spread.insert(setting, places);
    }
    Ok(Spread(spread))
}

/// Each municipality's share: a mean of its shares of three populations, with these weights.
fn shares(country: &Country, weights: [f64; 3]) -> Vec<(&Municipality, f64)> {
    let populations = |it: &Municipality| [it.population_80_plus, it.population_65_79, it.population];
    let mut national = [0.0; 3];
    for municipality in &country.municipalities {
        (0..3).for_each(|i| national[i] += populations(municipality)[i]);
    }
    let share = |it| (0..3).map(|i| weights[i] * populations(it)[i] / national[i]).sum();
    country.municipalities.iter().map(|it| (it, share(it))).collect()
}
