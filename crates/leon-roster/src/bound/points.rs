//! A curve as points with straight lines between them that lie nowhere above it.

use super::level::Level;
use crate::cost::Cost;
use crate::curve::Curve;

/// Points of a square; with more numbers than that it is touched from below.
const MOST: i64 = 400;

/// Points of a curve over all numbers that can be, in order.
#[derive(Clone, Debug)]
pub(crate) struct Points {
    pub points: Vec<(i64, Cost)>,
    /// Whether every point lies on the curve, and every number between two lies on their line.
    is_exact: bool,
}

impl Points {
    /// The curve from `low` to `high`.
    pub fn new(curve: &Curve, low: i64, high: i64) -> Self {
        let mut numbers = vec![low, high];
        numbers.extend(curve.bends.iter().map(|it| it.at).filter(|at| (low..=high).contains(at)));
        let gap = if curve.square == Cost::ZERO { 0 } else { (high - low) / MOST + 1 };
        if gap > 0 {
            numbers.extend((low..high).step_by(gap as usize));
        }
        numbers.sort_unstable();
        numbers.dedup();
        // A square is nowhere further below its chord than a quarter of the chord's own square.
        let below = if gap > 1 { curve.square.times((gap / 2 + 1) * (gap / 2 + 1)) } else { Cost::ZERO };
        let points = numbers.into_iter().map(|number| (number, curve.at(number) - below)).collect();
        Self { points, is_exact: gap < 2 }
    }

    /// The least breaches of any number.
    pub fn least_breaches(&self) -> i64 {
        self.points.iter().map(|it| it.1.breaches()).min().unwrap_or_default()
    }

    /// The points that numbers with at most so many breaches lie at or between.
    pub fn within(&self, breaches: i64) -> Vec<(i64, Cost)> {
        let is_within = |at: usize| self.points.get(at).is_some_and(|it| it.1.breaches() <= breaches);
        if !self.is_exact {
            return self.points.clone();
        }
        // Between a point that is within and one that is not, numbers may be within unless breaches rise at once.
        let beside =
            |at: usize| breaches > self.least_breaches() && (is_within(at + 1) || (at > 0 && is_within(at - 1)));
        let places = (0..self.points.len()).filter(|&at| is_within(at) || beside(at));
        let kept: Vec<_> = places.map(|at| self.points[at]).collect();
        if kept.is_empty() { self.points.clone() } else { kept }
    }

    /// The lower hull on a level: points with rising slopes.
    pub fn hull(&self, level: Level) -> Vec<(i64, Cost)> {
        let mut hull: Vec<(i64, Cost)> = Vec::new();
        for &(number, cost) in &self.points {
            while let [.., a, b] = hull[..] {
                let rise = |from: Cost, to: Cost| i128::from(level.of(to)) - i128::from(level.of(from));
                let (before, after) = (rise(a.1, b.1), rise(b.1, cost));
                if before * i128::from(number - b.0) < after * i128::from(b.0 - a.0) {
                    break;
                }
                hull.pop();
            }
            hull.push((number, cost));
        }
        hull
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the lines say at a number.
    fn line(hull: &[(i64, Cost)], x: i64) -> f64 {
        let at = hull.partition_point(|it| it.0 < x).max(1).min(hull.len() - 1);
        let (a, b) = (hull[at - 1], hull[at]);
        a.1.price() as f64 + (b.1 - a.1).price() as f64 / (b.0 - a.0) as f64 * (x - a.0) as f64
    }

    #[test]
    fn a_hull_lies_on_a_convex_curve_and_below_every_other() {
        let convex = Curve::within(3, 6, Cost::soft(5)).and(Curve::square(4, Cost::soft(2)));
        let mut bent = Curve::at_least(4, Cost::soft(-3)).and(Curve::at_most(7, Cost::soft(2)));
        bent.bends.push(crate::curve::Bend { at: 2, below: Cost::soft(9), above: Cost::soft(-9) });
        let far = Curve::square(300, Cost::soft(2)).and(Curve::at_most(100, Cost::soft(70)));
        for (curve, low, high, is_on) in [(convex, -2, 12, true), (bent, -4, 11, false), (far, -1000, 9000, false)] {
            let hull = Points::new(&curve, low, high).hull(Level::prices(1));
            for x in low..=high {
                let (curve, line) = (curve.at(x).price() as f64, line(&hull, x));
                assert!(line <= curve + 1e-6 * curve.abs() + 1e-9, "at {x} the line is {line}, the curve {curve}");
                assert!(!is_on || (line - curve).abs() < 1e-9, "at {x} the line is {line}, the curve {curve}");
            }
        }
    }

    #[test]
    fn what_breaks_a_rule_is_cut_off() {
        // At least 2, or a rule is broken; 4 are wanted.
        let curve = Curve::at_least(2, Cost::hard(1)).and(Curve::at_least(4, Cost::soft(30)));
        let points = Points::new(&curve, 0, 9);
        let within = |breaches| points.within(breaches).iter().map(|it| it.0).collect::<Vec<_>>();
        assert_eq!(within(0), [2, 4, 9]);
        assert_eq!(within(1), [0, 2, 4, 9]);
    }
}
