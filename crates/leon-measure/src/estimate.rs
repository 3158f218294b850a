//! A mean over days with its 95 % interval.

use crate::student::t_95;

/// A mean with its 95 % confidence interval.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Estimate {
    pub mean: f64,
    /// The interval reaches so far to either side. Infinite with fewer than two days of a type.
    pub half_width: f64,
}

impl Estimate {
    pub fn low(&self) -> f64 {
        self.mean - self.half_width
    }

    pub fn high(&self) -> f64 {
        self.mean + self.half_width
    }

    /// Whether a value lies within the interval.
    pub fn covers(&self, value: f64) -> bool {
        (self.low()..=self.high()).contains(&value)
    }

    pub(crate) fn times(self, factor: f64) -> Self {
        Self { mean: self.mean * factor, half_width: self.half_width * factor.abs() }
    }
}

/// The differences of days of one type, and what the type weighs.
#[derive(Clone, Debug, PartialEq)]
pub struct Stratum {
    pub weight: f64,
    pub values: Vec<f64>,
}

/// The weighted mean over strata, with its 95 % confidence interval by Student's t.
///
/// Days are drawn apart from each other, types are fixed: the variance is Σ w² s² ÷ n over strata, w the weights as
/// shares, with Satterthwaite's degrees of freedom (1946, doi 10.2307/3002019), rounded down.
///
/// ```
/// use leon_measure::{Stratum, estimate};
/// let all = estimate(&[Stratum { weight: 2.0, values: vec![1.0, 2.0, 3.0] }]);
/// assert_eq!(all.mean, 2.0);
/// assert!((all.half_width - 4.3027 / f64::sqrt(3.0)).abs() < 1e-4); // s = 1, t with 2 degrees of freedom
/// ```
pub fn estimate(strata: &[Stratum]) -> Estimate {
    let all: f64 = strata.iter().map(|it| it.weight).sum();
    let (mut mean, mut variance, mut spread) = (0.0, 0.0, 0.0);
    for stratum in strata.iter().filter(|it| it.weight > 0.0) {
        let (share, n) = (stratum.weight / all, stratum.values.len() as f64);
        let middle = stratum.values.iter().sum::<f64>() / n;
        let squares: f64 = stratum.values.iter().map(|it| (it - middle) * (it - middle)).sum();
        let part = share * share * squares / (n - 1.0) / n;
        mean += share * middle;
        variance += part;
        spread += part * part / (n - 1.0);
    }
    let half_width = match variance {
        _ if strata.iter().any(|it| it.weight > 0.0 && it.values.len() < 2) => f64::INFINITY,
        0.0 => 0.0,
        _ => t_95((variance * variance / spread + 1e-9) as u64) * variance.sqrt(),
    };
    Estimate { mean, half_width }
}

#[cfg(test)]
mod tests {
    use super::*;
    use leon_model::rng::Rng;

    #[test]
    fn a_day_alone_says_nothing_about_its_type() {
        let one = estimate(&[Stratum { weight: 1.0, values: vec![5.0] }]);
        assert_eq!((one.mean, one.half_width), (5.0, f64::INFINITY));
    }

    #[test]
    fn strata_count_by_their_weight() {
        // 3/4 × 10 + 1/4 × 30 = 15; no spread within.
        let strata = [(3.0, vec![10.0, 10.0]), (1.0, vec![30.0, 30.0])];
        let all = estimate(&strata.map(|(weight, values)| Stratum { weight, values }));
        assert_eq!(all, Estimate { mean: 15.0, half_width: 0.0 });
    }

    /// How often, in 100, intervals hold the true mean of a world of three types of different weight and spread.
    fn coverage(repetitions: usize, days: usize, seed: u64, draw: impl Fn(&mut Rng) -> f64) -> f64 {
        let mut rng = Rng::new(seed);
        // Draws have mean 0: the truth is Σ weight × level ÷ Σ weight = (5 × 12 + 3 × 20 + 2 × 35) ÷ 10 = 19.
        let types = [(5.0, 12.0, 4.0), (3.0, 20.0, 9.0), (2.0, 35.0, 14.0)];
        let mut hits = 0;
        for _ in 0..repetitions {
            let strata = types.map(|(weight, level, spread)| {
                let values = (0..days).map(|_| level + spread * draw(&mut rng)).collect();
                Stratum { weight, values }
            });
            hits += usize::from(estimate(&strata).covers(19.0));
        }
        100.0 * hits as f64 / repetitions as f64
    }

    /// Nearly normal: twelve even draws.
    fn bell(rng: &mut Rng) -> f64 {
        (0..12).map(|_| rng.unit()).sum::<f64>() - 6.0
    }

    #[test]
    fn intervals_hold_the_truth_as_often_as_they_say() {
        for days in [5, 10, 30] {
            let of_200 = coverage(200, days, 4, bell);
            assert!((93.0..=97.0).contains(&of_200), "{days} days: {of_200} % of 200");
            // With 20,000 the chance of sampling is 0.15 points.
            let of_many = coverage(20_000, days, 5, bell);
            assert!((94.0..=96.5).contains(&of_many), "{days} days: {of_many} % of 20,000");
        }
    }

    #[test]
    fn a_skewed_world_is_covered_from_ten_days_on() {
        let skewed = |rng: &mut Rng| -(1.0 - rng.unit()).ln() - 1.0;
        let of_many = coverage(20_000, 10, 6, skewed);
        assert!((92.0..=97.0).contains(&of_many), "{of_many} %");
    }
}
