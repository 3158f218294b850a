//! Goals in levels as one price.

use crate::cost::Cost;
use leon_model::{Period, RosterGoal, Strength};

/// What one unit of each goal costs the search.
///
/// An hour of work moves several goals of a level at once; what it can move there at most, four times over, is what
/// one unit of the level before counts. So an earlier level comes first wherever hours are exchanged for hours, and the
/// prices stay within what a search can climb.
#[derive(Clone, Debug, PartialEq)]
pub struct Prices {
    /// By goal.
    units: [f64; RosterGoal::ALL.len()],
}

/// What the last level's hour comes to, in whole prices.
const HOUR: f64 = 8000.0;
/// How many times an earlier level's unit counts what an hour moves on later ones.
const AHEAD: f64 = 4.0;

impl Prices {
    pub(super) fn new(period: &Period) -> Self {
        let mut units = [0.0; RosterGoal::ALL.len()];
        let mut factor = 1.0;
        let mut last_hour = None;
        for level in period.goals.levels.iter().rev() {
            let hour: f64 = level.iter().map(|(goal, weight)| weight * in_an_hour(period, *goal)).sum();
            for (goal, weight) in level {
                units[*goal as usize] += weight * factor;
            }
            if hour > 0.0 {
                last_hour.get_or_insert(hour * factor);
                // The next level's smallest unit beats this level's hour.
                let units = |level: &Vec<(RosterGoal, f64)>| {
                    level.iter().map(|it| it.1).filter(|it| *it > 0.0).fold(f64::INFINITY, f64::min)
                };
                let at = period.goals.levels.iter().position(|it| it == level).unwrap_or(0);
                let unit = at.checked_sub(1).map_or(1.0, |before| units(&period.goals.levels[before]));
                if unit.is_finite() {
                    factor *= AHEAD * hour / unit;
                }
            }
        }
        let scale = HOUR / last_hour.unwrap_or(HOUR);
        let largest = units.iter().fold(0.0, |most: f64, it| most.max(it * scale));
        // All prices of a roster together stay within the range of costs.
        let hours: f64 = period.people.len() as f64 * 8.0 * f64::from(period.last - period.first + 1);
        let room = (6e10 / (largest * hours.max(1.0))).min(1.0);
        Self { units: units.map(|it| it * scale * room) }
    }

    /// The price of so much of a goal, in the goal's unit.
    pub fn of(&self, goal: RosterGoal, amount: f64) -> Cost {
        let price = self.exact(goal) * amount;
        // What counts at all counts something.
        Cost::soft(if price > 0.0 { price.round().max(1.0) as i64 } else { 0 })
    }

    /// The price of one unit of a goal, before it is rounded.
    pub fn exact(&self, goal: RosterGoal) -> f64 {
        self.units[goal as usize]
    }
}

/// How much of a goal an hour of work is about, roughly.
fn in_an_hour(period: &Period, goal: RosterGoal) -> f64 {
    let dearest = period.groups.iter().map(|it| it.dkk_per_hour.0).fold(0.0, f64::max);
    let wish = period.wishes.iter().map(|it| match it.strength {
        Strength::Soft(weight) => weight,
        Strength::Hard => 0.0,
    });
    match goal {
        RosterGoal::Cover | RosterGoal::Target => 1.0,
        RosterGoal::Price => 50.0,
        RosterGoal::Cost => 1.5 * dearest,
        // A duty of 8 hours, 8 above the fair share: (16² − 8²) ÷ 8.
        RosterGoal::Burden => 24.0,
        // Two wishes hang on a duty of 8 hours.
        RosterGoal::Wishes => 2.0 * wish.fold(0.0, f64::max) / 8.0,
        RosterGoal::Health => 2.0 / 8.0,
        RosterGoal::Stability | RosterGoal::Profiles => 1.0 / 8.0,
    }
}
