//! Time within a day of visits: instants and lengths, in whole seconds.

use crate::Minutes;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub, SubAssign};

/// An instant: seconds since 1970-01-01T00:00:00Z.
///
/// Civil labels (Europe/Copenhagen) belong to the faces, so that a night of 7 or 9 hours is as long as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

/// A length of time in whole seconds; travel is known to the second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seconds(pub i64);

impl Seconds {
    /// Nothing at all.
    pub const ZERO: Self = Self(0);

    /// The length in minutes, with its fraction.
    ///
    /// ```
    /// assert_eq!(leon_model::Seconds(90).minutes(), 1.5);
    /// ```
    pub fn minutes(self) -> f64 {
        self.0 as f64 / 60.0
    }
}

impl From<Minutes> for Seconds {
    fn from(minutes: Minutes) -> Self {
        Self(minutes.0 * 60)
    }
}

impl Add<Seconds> for Moment {
    type Output = Self;
    fn add(self, length: Seconds) -> Self {
        Self(self.0 + length.0)
    }
}

impl Sub<Seconds> for Moment {
    type Output = Self;
    fn sub(self, length: Seconds) -> Self {
        Self(self.0 - length.0)
    }
}

impl Sub for Moment {
    type Output = Seconds;
    fn sub(self, earlier: Self) -> Seconds {
        Seconds(self.0 - earlier.0)
    }
}

impl Add for Seconds {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Seconds {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl AddAssign for Seconds {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl SubAssign for Seconds {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl Sum for Seconds {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
