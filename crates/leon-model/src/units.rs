//! Quantities as types, so that hours, minutes, kroner and full-time equivalents cannot be mixed up.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub, SubAssign};

macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident, $inner:ty $(, $($more:ident),+)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd $(, $($more),+)?)]
        pub struct $name(pub $inner);

        impl Add for $name { type Output = Self; fn add(self, other: Self) -> Self { Self(self.0 + other.0) } }
        impl Sub for $name { type Output = Self; fn sub(self, other: Self) -> Self { Self(self.0 - other.0) } }
        impl Neg for $name { type Output = Self; fn neg(self) -> Self { Self(-self.0) } }
        impl AddAssign for $name { fn add_assign(&mut self, other: Self) { self.0 += other.0 } }
        impl SubAssign for $name { fn sub_assign(&mut self, other: Self) { self.0 -= other.0 } }
        impl Sum for $name { fn sum<I: Iterator<Item = Self>>(parts: I) -> Self { parts.fold(Self::default(), Add::add) } }
        impl fmt::Display for $name { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { fmt::Display::fmt(&self.0, f) } }
    };
}

quantity! {
    /// Hours a week, the unit in which a case states needs and a match plans them.
    Hours, f64
}
quantity! {
    /// Whole minutes, the unit of the book of hours.
    Minutes, i64, Eq, Ord
}
quantity! {
    /// Danish kroner.
    Kroner, f64
}
quantity! {
    /// Full-time equivalents (årsværk); 1,924 paid hours a year unless the case says otherwise.
    Fte, f64
}

impl Mul<f64> for Hours {
    type Output = Self;
    fn mul(self, factor: f64) -> Self {
        Self(self.0 * factor)
    }
}

impl Mul<Hours> for Kroner {
    type Output = Self;
    /// A price an hour times hours.
    fn mul(self, hours: Hours) -> Self {
        Self(self.0 * hours.0)
    }
}

impl Hours {
    /// The nearest whole minutes; halves go away from zero.
    ///
    /// ```
    /// use leon_model::{Hours, Minutes};
    /// assert_eq!(Hours(1.51).to_minutes(), Minutes(91)); // 90.6 minutes
    /// ```
    pub fn to_minutes(self) -> Minutes {
        Minutes((self.0 * 60.0).round() as i64)
    }
}

impl Minutes {
    /// The same time in hours.
    pub fn to_hours(self) -> Hours {
        Hours(self.0 as f64 / 60.0)
    }
}
