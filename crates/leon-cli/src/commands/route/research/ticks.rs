//! Whole ticks for a file's own numbers: exact where they can be, on the safe side where they cannot.

/// No time of a schedule is beyond this, so that sums of times stay within 32 bits.
pub(super) const FAR: i32 = i32::MAX / 8;

/// A tick as a part of the file's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ticks {
    per_unit: f64,
}

impl Ticks {
    /// The coarsest power of ten in which all numbers are whole, or, where there is none, the finest in which
    /// `horizon` is not too far.
    pub(super) fn new(numbers: impl Iterator<Item = f64> + Clone, horizon: f64) -> Self {
        let reaches = |per_unit: f64| horizon * per_unit <= f64::from(FAR);
        let powers = || (-9..=6).map(|power| 10_f64.powi(power));
        let exact =
            powers().filter(|it| *it >= 1.0 && reaches(*it)).find(|it| numbers.clone().all(|x| is_whole(x * it)));
        let finest = || powers().rfind(|it| reaches(*it)).unwrap_or(1e-9);
        Self { per_unit: exact.unwrap_or_else(finest) }
    }

    /// Not less than a length or an opening.
    pub(super) fn up(self, value: f64) -> i32 {
        self.clamped(if is_whole(value * self.per_unit) {
            value * self.per_unit
        } else {
            (value * self.per_unit).ceil()
        })
    }

    /// Not more than a closing.
    pub(super) fn down(self, value: f64) -> i32 {
        self.clamped(if is_whole(value * self.per_unit) {
            value * self.per_unit
        } else {
            (value * self.per_unit).floor()
        })
    }

    fn clamped(self, ticks: f64) -> i32 {
        ticks.round().clamp(-f64::from(FAR), f64::from(FAR)) as i32
    }
}

/// Whether a number is whole but for the noise of its digits.
fn is_whole(value: f64) -> bool {
    (value - value.round()).abs() <= 1e-6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tick_is_the_coarsest_that_is_exact() {
        for (numbers, horizon, per_unit) in [
            (vec![3.0, 12.0], 1e3, 1.0),
            (vec![3.5, 12.0], 1e3, 10.0),
            (vec![7.123, 20.999_999_999_999_99], 1e4, 1000.0),
            (vec![1.0 / 3.0], 1e4, 10_000.0), // 268,435,455 / 1e4: four digits more fit
            (vec![5.0], 1e12, 1e-4),
        ] {
            assert_eq!(Ticks::new(numbers.iter().copied(), horizon), Ticks { per_unit }, "{numbers:?}");
        }
    }

    #[test]
    fn what_is_between_ticks_goes_to_the_safe_side() {
        let ticks = Ticks { per_unit: 10.0 };
        assert_eq!((ticks.up(0.31), ticks.down(0.39)), (4, 3));
        assert_eq!((ticks.up(0.3), ticks.down(0.3)), (3, 3)); // 0.3 × 10 = 3.0000000000000004 or so
        assert_eq!(ticks.down(1e12), FAR);
    }
}
