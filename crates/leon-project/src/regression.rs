//! Least squares from sums, so that a row can be taken out again, and how far a fit can be believed.

/// Sums of rows `x` with results `y`, from which a fit follows.
#[derive(Clone, Debug)]
pub(crate) struct Sums {
    count: f64,
    /// Σ x xᵀ, row by row.
    xx: Vec<f64>,
    xy: Vec<f64>,
    y: f64,
    yy: f64,
}

impl Sums {
    pub(crate) fn of(rows: &[Vec<f64>], results: &[f64]) -> Self {
        let width = rows.first().map_or(0, Vec::len);
        let mut sums = Self { count: 0.0, xx: vec![0.0; width * width], xy: vec![0.0; width], y: 0.0, yy: 0.0 };
        rows.iter().zip(results).for_each(|(x, y)| sums.add(x, *y, 1.0));
        sums
    }

    /// Adds a row so many times; -1 takes it out.
    fn add(&mut self, x: &[f64], y: f64, times: f64) {
        self.count += times;
        for (row, a) in self.xx.chunks_mut(x.len()).zip(x) {
            row.iter_mut().zip(x).for_each(|(sum, b)| *sum += times * a * b);
        }
        self.xy.iter_mut().zip(x).for_each(|(sum, a)| *sum += times * a * y);
        self.y += times * y;
        self.yy += times * y * y;
    }

    /// The sums without a row.
    fn without(&self, x: &[f64], y: f64) -> Self {
        let mut sums = self.clone();
        sums.add(x, y, -1.0);
        sums
    }

    /// The coefficients of the least squares fit; `None` where columns say the same.
    pub(crate) fn fit(&self) -> Option<Vec<f64>> {
        solve(&self.xx, &self.xy)
    }

    /// The share of the variance that the fit explains, adjusted for what it would explain of noise: R̄².
    ///
    /// One column of the rows is 1. 0 where nothing varies or columns say the same.
    pub(crate) fn explained(&self) -> f64 {
        let spread = self.yy - self.y * self.y / self.count;
        let left = self.count - self.xy.len() as f64;
        match self.fit() {
            Some(fit) if spread > 0.0 && left > 0.0 => {
                let fitted: f64 = fit.iter().zip(&self.xy).map(|(a, b)| a * b).sum();
                1.0 - (self.yy - fitted).max(0.0) / spread * (self.count - 1.0) / left
            }
            _ => 0.0,
        }
    }
}

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
    let spread = sums.yy - sums.y * sums.y / sums.count;
    if spread > 0.0 { (1.0 - missed / spread).max(0.0) } else { 0.0 }
}

/// Solves a symmetric positive definite system by Cholesky's way; `None` where it is not so.
fn solve(matrix: &[f64], right: &[f64]) -> Option<Vec<f64>> {
    let size = right.len();
    let mut lower = vec![0.0; size * size];
    for row in 0..size {
        for column in 0..=row {
            let dot: f64 = (0..column).map(|it| lower[row * size + it] * lower[column * size + it]).sum();
            let left = matrix[row * size + column] - dot;
            lower[row * size + column] = if row > column {
                left / lower[column * size + column]
            } else if left > 1e-10 * matrix[row * size + row] {
                left.sqrt()
            } else {
                return None;
            };
        }
    }
    let mut x = right.to_vec();
    for row in 0..size {
        let dot: f64 = (0..row).map(|it| lower[row * size + it] * x[it]).sum();
        x[row] = (x[row] - dot) / lower[row * size + row];
    }
    for row in (0..size).rev() {
        let dot: f64 = (row + 1..size).map(|it| lower[it * size + row] * x[it]).sum();
        x[row] = (x[row] - dot) / lower[row * size + row];
    }
    Some(x)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fit_goes_through_what_lies_on_it() {
        // y = 3 + 2 x
        let rows: Vec<Vec<f64>> = (0..5).map(|x| vec![1.0, f64::from(x)]).collect();
        let results = [3.0, 5.0, 7.0, 9.0, 11.0];
        let sums = Sums::of(&rows, &results);
        let fit = sums.fit().unwrap();
        assert!((fit[0] - 3.0).abs() < 1e-9 && (fit[1] - 2.0).abs() < 1e-9, "{fit:?}");
        assert!((sums.explained() - 1.0).abs() < 1e-9 && (foretold(&rows, &results) - 1.0).abs() < 1e-9);
        assert!(jackknife(&rows, &results, &sums) < 1e-6);
    }

    #[test]
    fn what_is_explained_is_less_what_noise_would_be() {
        // x says nothing of y: covariance 0. R² = 0, adjusted 1 − 3 / 2 = −0.5.
        let rows: Vec<Vec<f64>> = [-1.0, 0.0, 1.0, 0.0].map(|x| vec![1.0, x]).to_vec();
        let results = [1.0, 0.0, 1.0, 2.0];
        assert!((Sums::of(&rows, &results).explained() + 0.5).abs() < 1e-9);
        assert_eq!(foretold(&rows, &results), 0.0);
    }

    #[test]
    fn columns_that_say_the_same_and_results_that_stay_explain_nothing() {
        let twice: Vec<Vec<f64>> = (0..4).map(|x| vec![1.0, f64::from(x), f64::from(x)]).collect();
        assert_eq!(Sums::of(&twice, &[1.0, 2.0, 3.0, 5.0]).explained(), 0.0);
        let rows: Vec<Vec<f64>> = (0..4).map(|x| vec![1.0, f64::from(x)]).collect();
        assert_eq!(Sums::of(&rows, &[7.0; 4]).explained(), 0.0);
        assert_eq!(foretold(&rows, &[7.0; 4]), 0.0);
    }
}
