//! How many people each time of the week gets: hours at hand shared out over blocks, as far as weekends and groups bear.

use super::trades::Block;

/// People by day of the week, Monday first, and block.
pub(super) type Strength = Vec<[u32; 7]>;

/// What limits a strength.
pub(super) struct Limits<'a> {
    /// Hours of a week that may be shared out.
    pub(super) hours: f64,
    /// People at work on a weekday, and on a Saturday or Sunday, over all blocks.
    pub(super) weekday: u32,
    pub(super) weekend: u32,
    /// Never more than this; `None`: as many as the hours are enough for.
    pub(super) most: Option<&'a Strength>,
}

/// No strength at all.
pub(super) fn none(blocks: &[&Block]) -> Strength {
    vec![[0; 7]; blocks.len()]
}

impl Block {
    fn weight(&self, day: usize) -> f64 {
        if day < 5 { self.weekday } else { self.weekend }
    }

    /// Hours of work of one shift.
    pub(super) fn length(&self) -> f64 {
        let minutes = (i32::from(self.end) - i32::from(self.start) - 1).rem_euclid(24 * 60) + 1;
        f64::from(minutes) / 60.0 * self.counts
    }
}

/// Hours of work of a strength in a week.
pub(super) fn hours(blocks: &[&Block], strength: &Strength) -> f64 {
    blocks.iter().zip(strength).map(|(block, days)| block.length() * f64::from(days.iter().sum::<u32>())).sum()
}

/// A strength with as many hours as may be, one person for each block first, and then by weight (Webster's method),
/// on top of what is there.
pub(super) fn share_out(blocks: &[&Block], before: &Strength, limits: &Limits<'_>) -> Strength {
    let mut strength = before.clone();
    let mut left = limits.hours - hours(blocks, &strength);
    loop {
        let mut best: Option<(f64, usize, usize)> = None;
        for (at, block) in blocks.iter().enumerate() {
            for day in 0..7 {
                let (count, weight) = (strength[at][day], block.weight(day));
                let on_day: u32 = strength.iter().map(|days| days[day]).sum();
                let heads = if day < 5 { limits.weekday } else { limits.weekend };
                let full = on_day >= heads || limits.most.is_some_and(|most| count >= most[at][day]);
                if weight <= 0.0 || full || block.length() > left {
                    continue;
                }
                let first = if count == 0 { 1e6 } else { 0.0 };
                let claim = first + weight / (f64::from(count) + 0.5);
                if best.is_none_or(|(other, ..)| claim > other) {
                    best = Some((claim, at, day));
                }
            }
        }
        let Some((_, at, day)) = best else { return strength };
        strength[at][day] += 1;
        left -= blocks[at].length();
    }
}
