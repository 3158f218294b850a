//! Time fine enough that adding up in any order gives the same sum.

use leon_model::{Hours, Minutes};
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};

/// Millionths of a minute. Hours are made this before they are added, so that the order of a plan's
/// rows cannot move a sum across the half minute where it is rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fine(pub i128);

const A_MINUTE: i128 = 1_000_000;

/// More hours a week than any health service has; beyond it a figure is a mistake.
const HOURS_MAX: f64 = 1e10;

impl Fine {
    pub const HALF_A_MINUTE: Self = Self(A_MINUTE / 2);

    /// Hours, unless they are no number or beyond all bounds.
    pub fn of(hours: Hours) -> Option<Self> {
        (hours.0.abs() <= HOURS_MAX).then(|| Self((hours.0 * 60.0 * A_MINUTE as f64).round() as i128))
    }

    /// Whole seconds, their last millionth cut off: full minutes stay full, and who has more has the larger remainder.
    pub fn of_seconds(seconds: i64) -> Self {
        Self((i128::from(seconds) * A_MINUTE).div_euclid(60))
    }

    /// The share of minutes that `part` has in `whole`; `whole` is above 0.
    pub fn share(minutes: Minutes, part: Minutes, whole: Minutes) -> Self {
        Self(i128::from(minutes.0) * A_MINUTE * i128::from(part.0) / i128::from(whole.0))
    }

    /// The nearest whole minutes; halves go up.
    pub fn rounded(self) -> Minutes {
        (self + Self::HALF_A_MINUTE).floor()
    }

    /// Whole minutes that are full.
    pub fn floor(self) -> Minutes {
        Minutes(i64::try_from(self.0.div_euclid(A_MINUTE)).unwrap_or(i64::MAX))
    }

    /// What the full minutes leave over.
    pub fn remainder(self) -> Self {
        Self(self.0.rem_euclid(A_MINUTE))
    }

    pub fn hours(self) -> Hours {
        Hours(self.0 as f64 / (60.0 * A_MINUTE as f64))
    }

    pub fn abs(self) -> Self {
        Self(self.0.abs())
    }
}

impl Add for Fine {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Fine {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl AddAssign for Fine {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sum for Fine {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), Add::add)
    }
}
