//! Student's t: how many standard errors an interval reaches to either side.

use std::f64::consts::PI;

/// The normal deviate with 2.5 % below it.
const NORMAL: f64 = -1.959_963_984_540_054;

/// Twice what lies beyond a 95 % interval on one side.
const BOTH_TAILS: f64 = 0.05;

/// The 97.5 % quantile of Student's t with so many degrees of freedom, at least 1.
///
/// Hill 1970, algorithm 396, doi 10.1145/355598.355600: six digits from 3 degrees on; 1 and 2 are exact.
pub(crate) fn t_95(degrees: u64) -> f64 {
    let n = degrees.max(1) as f64;
    if degrees <= 1 {
        let angle = BOTH_TAILS * PI / 2.0;
        return angle.cos() / angle.sin();
    }
    if degrees == 2 {
        return (2.0 / (BOTH_TAILS * (2.0 - BOTH_TAILS)) - 2.0).sqrt();
    }
    let a = 1.0 / (n - 0.5);
    let b = 48.0 / (a * a);
    let mut c = ((20_700.0 * a / b - 98.0) * a - 16.0) * a + 96.36;
    let d = ((94.5 / (b + c) - 3.0) / b + 1.0) * (a * PI / 2.0).sqrt() * n;
    let mut y = (d * BOTH_TAILS).powf(2.0 / n);
    if y > 0.05 + a {
        let x = NORMAL;
        y = x * x;
        if n < 5.0 {
            c += 0.3 * (n - 4.5) * (x + 0.6);
        }
        c += (((0.05 * d * x - 5.0) * x - 7.0) * x - 2.0) * x + b;
        y = (((((0.4 * y + 6.3) * y + 36.0) * y + 94.5) / c - y - 3.0) / b + 1.0) * x;
        y = (a * y * y).exp_m1();
    } else {
        let below = (n + 6.0) / (n * y) - 0.089 * d - 0.822;
        y = ((1.0 / (below * (n + 2.0) * 3.0) + 0.5 / (n + 4.0)) * y - 1.0) * (n + 1.0) / (n + 2.0) + 1.0 / y;
    }
    (n * y).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_table() {
        // Any table of Student's t, two-sided 5 %.
        let table = [(1, 12.7062), (2, 4.3027), (3, 3.1824), (4, 2.7764), (5, 2.5706), (10, 2.2281), (30, 2.0423)];
        for (degrees, wanted) in table.into_iter().chain([(120, 1.9799), (100_000, 1.9600)]) {
            assert!((t_95(degrees) - wanted).abs() < 1e-4, "{degrees}: {}", t_95(degrees));
        }
    }
}
