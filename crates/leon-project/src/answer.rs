//! What a projection answers.

use crate::{Assumption, Measured, Options};
use leon_model::{CompetenceId, Fte, GroupId, Hours, Kroner, PlaceId, Year};

/// Hours a week of a year, over all places.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Totals {
    pub need: Hours,
    /// Care hours of the staff at hand.
    pub hands: Hours,
    pub unmet: Hours,
    /// Unmet hours weighted by severity: what the match makes as small as it can.
    pub weighted_unmet: f64,
    /// Paid full-time positions that would give the unmet hours, at each setting's own share of care.
    pub unmet_fte: Fte,
    /// Hours that technologies take over.
    pub taken_over: Hours,
    /// For bought hours a week.
    pub bought: Kroner,
}

/// A year of a central path.
#[derive(Clone, Debug, PartialEq)]
pub struct YearAnswer {
    pub year: Year,
    pub totals: Totals,
    /// Every staff group: full-time equivalents, unmet hours of what it does today, and its scarcity price: the
    /// weighted unmet hours that an hour more or less of it changes, a mean over its hours.
    pub groups: Vec<(GroupId, GroupYear)>,
    /// Every place with what lies under it: need and unmet hours.
    pub places: Vec<(PlaceId, Hours, Hours)>,
    /// Every competence that is needed: need and unmet hours.
    pub competences: Vec<(CompetenceId, Hours, Hours)>,
    /// Hours that each technology takes over, in the case's order.
    pub technologies: Vec<Hours>,
}

/// A staff group in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct GroupYear {
    pub fte: Fte,
    pub unmet: Hours,
    /// Paid full-time positions that would give its unmet hours.
    pub unmet_fte: Fte,
    pub price: f64,
}

/// What a scenario comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Every assumption at its value, place by place.
    pub central: Vec<YearAnswer>,
    /// The same with the places of each region put together, as draws are matched. Empty without draws.
    pub by_region: Vec<Totals>,
    /// Each draw, year by year, by region.
    pub drawn: Vec<Vec<Totals>>,
    /// What the draws are over.
    pub assumptions: Vec<Assumption>,
}

/// What had to be assumed, for the case does not say.
#[derive(Clone, Debug, PartialEq)]
pub enum Assumed {
    /// The group's hours stay as they are.
    HandsStay(GroupId),
    /// The place's need stays as it is.
    NeedStays(PlaceId),
}

/// The answer to a projection.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    pub years: Vec<Year>,
    /// One for each scenario, in their order.
    pub paths: Vec<Path>,
    pub assumed: Vec<Assumed>,
    /// How far projections of inhabitants made in the past were off; their ranges are at least as wide.
    pub measured: Vec<Measured>,
}

/// A value with the interval in which 80 of 100 draws lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    pub value: f64,
    /// 10 of 100 draws lie below.
    pub low: f64,
    /// 10 of 100 draws lie above.
    pub high: f64,
}

impl Path {
    /// The central value of a year, with the interval of the draws when there are any.
    ///
    /// The draws are by region; they are moved by what the central path differs from that of the regions.
    pub fn interval(&self, year: usize, of: impl Fn(&Totals) -> f64) -> Interval {
        let value = of(&self.central[year].totals);
        let moved = self.by_region.get(year).map_or(0.0, |it| value - of(it));
        let drawn = self.drawn.iter().map(|years| of(&years[year]) + moved).collect();
        interval(value, drawn)
    }

    /// What a year differs from that of another path by, with its own interval: both see the same draws.
    pub fn difference(&self, other: &Self, year: usize, of: impl Fn(&Totals) -> f64) -> Interval {
        let central = |path: &Self| of(&path.central[year].totals);
        let regional = |path: &Self| path.by_region.get(year).map_or(0.0, &of);
        let value = central(self) - central(other);
        let moved = value - (regional(self) - regional(other));
        let pairs = self.drawn.iter().zip(&other.drawn);
        interval(value, pairs.map(|(a, b)| of(&a[year]) - of(&b[year]) + moved).collect())
    }

    /// How far matching by region is from matching place by place, as a share of the latter; 0 where that is 0.
    pub fn region_error(&self, year: usize, of: impl Fn(&Totals) -> f64) -> Option<f64> {
        let (whole, regional) = (of(&self.central[year].totals), of(self.by_region.get(year)?));
        Some(if whole == 0.0 { 0.0 } else { (regional - whole) / whole })
    }

    /// Draws in which something holds in a year.
    pub fn draws_where(&self, year: usize, holds: impl Fn(&Totals) -> bool) -> usize {
        self.drawn.iter().filter(|years| holds(&years[year])).count()
    }
}

impl Options<'_> {
    /// Where an assumption stands in each draw, from -1 to 1.
    pub fn positions(&self, assumption: &Assumption) -> Vec<f64> {
        let of = |draw: usize| crate::assumptions::Positions::Drawn { seed: self.seed, draw: draw as u64 };
        (0..self.draws).map(|draw| of(draw).of(&assumption.id)).collect()
    }
}

/// A value with the middle 80 percent of draws; the value alone without draws.
///
/// Quantiles lie on the line between the draws next to them (type 7 of R. J. Hyndman, Y. Fan (1996), Sample
/// quantiles in statistical packages, [doi 10.2307/2684934](https://doi.org/10.2307/2684934)).
pub fn interval(value: f64, mut drawn: Vec<f64>) -> Interval {
    drawn.sort_by(f64::total_cmp);
    let quantile = |share: f64| {
        let Some(last) = drawn.len().checked_sub(1) else { return value };
        let at = share * last as f64;
        let (below, above) = (at.floor() as usize, at.ceil() as usize);
        drawn[below] + (at - at.floor()) * (drawn[above] - drawn[below])
    };
    Interval { value, low: quantile(0.1), high: quantile(0.9) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_holds_the_middle_of_the_draws() {
        // 0, 1, …, 10: a tenth lies below 1 and a tenth above 9.
        let it = interval(5.0, (0..=10).rev().map(f64::from).collect());
        assert_eq!(it, Interval { value: 5.0, low: 1.0, high: 9.0 });
        assert_eq!(interval(5.0, vec![]), Interval { value: 5.0, low: 5.0, high: 5.0 });
        assert_eq!(interval(0.0, vec![2.0, 4.0]), Interval { value: 0.0, low: 2.2, high: 3.8 });
    }
}
