//! How the scarcity price of a group's hour varies over places.

use crate::texts::Voice;
use leon_match::HourPrice;
use leon_model::{Case, GroupId};

/// The unit of the prices: kroner when the case values an unmet hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriceUnit {
    Kroner,
    WeightedHours,
}

/// The price of one more hour of a group, over the settings and places where it works.
#[derive(Clone, Debug)]
pub struct PriceSpread<'a> {
    pub group: &'a GroupId,
    pub unit: PriceUnit,
    pub min: f64,
    pub median: f64,
    pub max: f64,
    /// Settings in places where one more hour is worth something.
    pub scarce: usize,
    /// Dearest first.
    pub dearest: Vec<(&'a HourPrice, f64)>,
}

/// A price in its unit.
pub fn amount(voice: Voice, unit: PriceUnit, value: f64) -> String {
    match unit {
        PriceUnit::Kroner => voice.number(value, 0),
        PriceUnit::WeightedHours => voice.number(value, 2),
    }
}

/// The unit in which all prices of an answer can be said.
pub fn price_unit(prices: &[HourPrice]) -> PriceUnit {
    if prices.iter().all(|it| it.more.dkk.is_some()) { PriceUnit::Kroner } else { PriceUnit::WeightedHours }
}

/// What one more hour is worth, in a unit.
pub fn worth(price: &HourPrice, unit: PriceUnit) -> f64 {
    match unit {
        PriceUnit::Kroner => price.more.dkk.map_or(0.0, |it| it.0),
        PriceUnit::WeightedHours => price.more.weighted_unmet,
    }
}

/// One spread for each group that has prices, in the case's order.
pub fn price_spreads<'a>(case: &'a Case, prices: &'a [HourPrice]) -> Vec<PriceSpread<'a>> {
    let unit = price_unit(prices);
    let spread = |group: &'a GroupId| {
        let of_group = prices.iter().filter(|it| it.staff.group == *group);
        let mut dearest: Vec<_> = of_group.map(|it| (it, worth(it, unit))).collect();
        dearest.sort_by(|a, b| b.1.total_cmp(&a.1));
        let (max, min) = (dearest.first()?.1, dearest.last()?.1);
        let scarce = dearest.iter().filter(|it| it.1 > 0.0).count();
        Some(PriceSpread { group, unit, min, median: median(&dearest), max, scarce, dearest })
    };
    case.staff_groups.iter().filter_map(|it| spread(&it.id)).collect()
}

/// The middle of values in order; of the two in the middle, their mean.
fn median(sorted: &[(&HourPrice, f64)]) -> f64 {
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 1 { sorted[middle].1 } else { (sorted[middle - 1].1 + sorted[middle].1) / 2.0 }
}
