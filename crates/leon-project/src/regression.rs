//! How far a fit of draws can be believed.

use leon_model::least_squares::Sums;

/// The standard error of the share explained, by the jackknife: how it moves when each row in turn is left out
/// (B. Efron, C. Stein (1981), [doi 10.1214/aos/1176345462](https://doi.org/10.1214/aos/1176345462)).
pub(crate) fn jackknife(rows: &[Vec<f64>], results: &[f64], sums: &Sums) -> f64 {
    let shares: Vec<f64> = rows.iter().zip(results).map(|(x, y)| sums.without(x, *y).explained()).collect();
    let count = shares.len() as f64;
    let mean = shares.iter().sum::<f64>() / count;
    (shares.iter().map(|it| (it - mean).powi(2)).sum::<f64>() * (count - 1.0) / count).sqrt()
}

/// The share of the variance of results that a fit foretells when the result itself is left out of it (D. M. Allen
/// (1974), [doi 10.1080/00401706.1974.10489157](https://doi.org/10.1080/00401706.1974.10489157)); 0 when it foretells
/// nothing.
pub(crate) fn foretold(rows: &[Vec<f64>], results: &[f64]) -> f64 {
    let sums = Sums::of(rows, results);
    let mut missed = 0.0;
    for (x, y) in rows.iter().zip(results) {
        let Some(fit) = sums.without(x, *y).fit() else { return 0.0 };
        let fitted: f64 = fit.iter().zip(x).map(|(a, b)| a * b).sum();
        missed += (y - fitted).powi(2);
    }
    let spread = sums.spread();
    if spread > 0.0 { (1.0 - missed / spread).max(0.0) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_on_a_line_is_foretold() {
        // y = 3 + 2 x
        let rows: Vec<Vec<f64>> = (0..5).map(|x| vec![1.0, f64::from(x)]).collect();
        let results = [3.0, 5.0, 7.0, 9.0, 11.0];
        assert!((foretold(&rows, &results) - 1.0).abs() < 1e-9);
        assert!(jackknife(&rows, &results, &Sums::of(&rows, &results)) < 1e-6);
    }

    #[test]
    fn noise_and_results_that_stay_are_not_foretold() {
        // x says nothing of y: covariance 0.
        let rows: Vec<Vec<f64>> = [-1.0, 0.0, 1.0, 0.0].map(|x| vec![1.0, x]).to_vec();
        assert_eq!(foretold(&rows, &[1.0, 0.0, 1.0, 2.0]), 0.0);
        let rows: Vec<Vec<f64>> = (0..4).map(|x| vec![1.0, f64::from(x)]).collect();
        assert_eq!(foretold(&rows, &[7.0; 4]), 0.0);
    }
}
