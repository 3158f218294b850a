//! What a roster costs: broken rules first, then everything with a price, in one number.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// Bits of the lower level.
const SOFT_BITS: u32 = 38;

/// A cost on two levels: how far rules that must hold are broken, and the price of all that may be.
///
/// Both are kept in one whole number, so that sums and differences of both levels are one addition, and the order is
/// that of rules first. A search may weigh the levels as it likes ([`Cost::weighed`]) without computing anything anew.
///
/// # Units
/// Any whole number may be a price; all prices of a roster together stay within ±1.3 × 10¹¹, all breaches within
/// ±3.3 × 10⁷.
///
/// # Example
/// ```
/// use leon_roster::Cost;
/// let cost = Cost::hard(2) + Cost::soft(30) - Cost::soft(50);
/// assert_eq!((cost.breaches(), cost.price()), (2, -20));
/// assert!(Cost::soft(1_000_000) < Cost::hard(1));
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cost(i64);

impl Cost {
    pub const ZERO: Self = Self(0);

    /// A rule that must hold, broken by so much.
    pub const fn hard(breaches: i64) -> Self {
        Self(breaches << SOFT_BITS)
    }

    /// A price.
    pub const fn soft(price: i64) -> Self {
        Self(price)
    }

    /// By how much rules that must hold are broken.
    #[inline]
    pub const fn breaches(self) -> i64 {
        (self.0 - self.price()) >> SOFT_BITS
    }

    /// The price of all that may be.
    #[inline]
    pub const fn price(self) -> i64 {
        (self.0 << (64 - SOFT_BITS)) >> (64 - SOFT_BITS)
    }

    /// Both levels as one, a breach counting as `breach`.
    #[inline]
    pub const fn weighed(self, breach: i64) -> i64 {
        self.price() + breach * self.breaches()
    }

    /// So many times the cost.
    #[inline]
    #[must_use]
    pub const fn times(self, count: i64) -> Self {
        Self(self.0 * count)
    }
}

impl Add for Cost {
    type Output = Self;
    #[inline]
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Cost {
    type Output = Self;
    #[inline]
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Cost {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl AddAssign for Cost {
    #[inline]
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl SubAssign for Cost {
    #[inline]
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl Sum for Cost {
    fn sum<I: Iterator<Item = Self>>(costs: I) -> Self {
        costs.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Debug for Cost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} breaches + {}", self.breaches(), self.price())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_do_not_mix() {
        let prices = [-100_000_000_000, -1, 0, 1, 30, 100_000_000_000];
        let breaches = [-30_000_000, -1, 0, 1, 7, 30_000_000];
        for (price, breach) in prices.into_iter().flat_map(|p| breaches.map(|b| (p, b))) {
            let cost = Cost::soft(price) + Cost::hard(breach);
            assert_eq!((cost.price(), cost.breaches()), (price, breach));
            assert_eq!(cost.weighed(10), price + 10 * breach);
            let twice = Cost::soft(price / 4).times(3) + Cost::hard(breach / 4).times(-2);
            assert_eq!((twice.price(), twice.breaches()), (price / 4 * 3, breach / 4 * -2));
        }
    }
}
