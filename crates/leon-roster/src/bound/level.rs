//! Costs as whole numbers: which level of a cost is bounded, in fractions that sum without error.

use crate::cost::Cost;
use crate::curve::Curve;
use crate::problem::Problem;

/// A whole price in units of the numbers that the pricing adds up.
pub(crate) const UNIT: i64 = 1 << 14;

/// What cannot be.
pub(crate) const NEVER: i64 = 1 << 57;

/// No step counts for more, so that sums stay whole; a cost that is cut here makes the bound lower, if anything.
const MOST: i64 = 1 << 46;

/// How a cost on two levels becomes one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Level {
    pub price: i64,
    pub breach: i64,
}

impl Level {
    /// Breaches alone.
    pub const BREACHES: Self = Self { price: 0, breach: 1 };

    /// Prices, with a breach at so much.
    pub fn prices(breach: i64) -> Self {
        Self { price: 1, breach }
    }

    /// A cost in whole numbers.
    pub fn of(self, cost: Cost) -> i64 {
        let breaches = self.breach.saturating_mul(cost.breaches());
        self.price.saturating_mul(cost.price()).saturating_add(breaches)
    }

    /// A cost in units.
    pub fn units(self, cost: Cost) -> i64 {
        self.of(cost).saturating_mul(UNIT).min(MOST)
    }
}

/// What none of some costs is below, on either level.
pub(crate) fn least(costs: impl IntoIterator<Item = Cost>) -> Cost {
    let both = |a: Cost, b: Cost| Cost::hard(a.breaches().min(b.breaches())) + Cost::soft(a.price().min(b.price()));
    costs.into_iter().reduce(both).unwrap_or_default()
}

/// Calls for every cost of a problem that others are whole multiples or sums of.
pub(crate) fn each_cost(problem: &Problem, mut see: impl FnMut(Cost)) {
    let curve = |curve: &Curve, see: &mut dyn FnMut(Cost)| {
        curve.bends.iter().flat_map(|it| [it.below, it.above]).chain([curve.square]).for_each(see);
    };
    problem.demands.iter().for_each(|it| curve(&it.curve, &mut see));
    problem.successions.iter().flat_map(|it| it.next.iter().chain(&it.over_free)).for_each(|it| see(*it));
    for person in &problem.people {
        person.choices.iter().flatten().for_each(|it| see(it.cost));
        for rule in person.runs.iter().flat_map(|it| it.rules.iter().flatten()) {
            see(rule.short);
            see(rule.long);
        }
        person.rests.iter().for_each(|it| see(it.cost));
        person.totals.iter().for_each(|it| curve(&it.curve, &mut see));
    }
}

/// The number that every roster's breaches, or price, are a multiple of; 0 when they are always 0.
pub(crate) fn common_divisor(problem: &Problem, part: impl Fn(Cost) -> i64) -> i64 {
    fn gcd(a: i64, b: i64) -> i64 {
        if b == 0 { a } else { gcd(b, a % b) }
    }
    let mut divisor = 0;
    each_cost(problem, |cost| divisor = gcd(divisor, part(cost).abs()));
    divisor
}
