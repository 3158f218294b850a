//! The price of a number: piecewise linear, and a square where burden is to be shared.

use crate::cost::Cost;

/// A bend of a curve: each step below `at` and each above it costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bend {
    pub at: i64,
    pub below: Cost,
    pub above: Cost,
}

/// The price of a number, as the sum of its bends and a square.
///
/// # Example
/// ```
/// use leon_roster::{Cost, Curve};
/// // At least 2 people, or a rule is broken; 4 are wanted, each missing one costs 30.
/// let curve = Curve::at_least(2, Cost::hard(1)).and(Curve::at_least(4, Cost::soft(30)));
/// assert_eq!(curve.at(5), Cost::ZERO);
/// assert_eq!(curve.at(3), Cost::soft(30));
/// assert_eq!(curve.at(1), Cost::hard(1) + Cost::soft(90));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Curve {
    pub bends: Vec<Bend>,
    /// Cost of (steps away from `centre`)², none below zero.
    pub square: Cost,
    pub centre: i64,
}

impl Curve {
    /// Each step below `least` costs.
    pub fn at_least(least: i64, below: Cost) -> Self {
        Self { bends: vec![Bend { at: least, below, above: Cost::ZERO }], ..Self::default() }
    }

    /// Each step above `most` costs.
    pub fn at_most(most: i64, above: Cost) -> Self {
        Self { bends: vec![Bend { at: most, below: Cost::ZERO, above }], ..Self::default() }
    }

    /// Each step below `least` or above `most` costs.
    pub fn within(least: i64, most: i64, step: Cost) -> Self {
        Self::at_least(least, step).and(Self::at_most(most, step))
    }

    /// Each step away from `centre` costs more than the one before: (steps)² times `square`.
    pub fn square(centre: i64, square: Cost) -> Self {
        Self { square, centre, ..Self::default() }
    }

    /// This price and that of another curve; only one of them can have a square.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        assert!(self.square == Cost::ZERO || other.square == Cost::ZERO, "two squares");
        self.bends.extend(other.bends);
        if other.square != Cost::ZERO {
            (self.square, self.centre) = (other.square, other.centre);
        }
        self
    }

    /// The price of a number.
    #[inline]
    pub fn at(&self, number: i64) -> Cost {
        let mut cost = Cost::ZERO;
        for bend in &self.bends {
            if number < bend.at {
                cost += bend.below.times(bend.at - number);
            } else {
                cost += bend.above.times(number - bend.at);
            }
        }
        if self.square != Cost::ZERO {
            let away = number - self.centre;
            cost += self.square.times(away * away);
        }
        cost
    }

    /// Whether some number could have a price below zero.
    pub(crate) fn can_pay(&self) -> bool {
        let is_below = |cost: Cost| cost.breaches() < 0 || cost.price() < 0;
        // A straight line between bends is lowest at one of them, or falls beyond the last.
        let bends = Self { bends: self.bends.clone(), ..Self::default() };
        let at_bends = self.bends.iter().any(|it| is_below(bends.at(it.at)));
        let (below, above): (Cost, Cost) =
            (self.bends.iter().map(|it| it.below).sum(), self.bends.iter().map(|it| it.above).sum());
        at_bends || is_below(below) || is_below(above) || is_below(self.square)
    }
}
