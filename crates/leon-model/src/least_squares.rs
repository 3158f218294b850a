//! Least squares from sums, so that a row can be taken out again.

/// Sums of rows `x` with results `y`, from which a fit follows.
#[derive(Clone, Debug)]
pub struct Sums {
    count: f64,
    /// Σ x xᵀ, row by row.
    xx: Vec<f64>,
    xy: Vec<f64>,
    y: f64,
    yy: f64,
}

impl Sums {
    /// The sums of rows of one width, each with its result.
    pub fn of(rows: &[Vec<f64>], results: &[f64]) -> Self {
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
    pub fn without(&self, x: &[f64], y: f64) -> Self {
        let mut sums = self.clone();
        sums.add(x, y, -1.0);
        sums
    }

    /// The coefficients of the least squares fit; `None` where columns say the same.
    pub fn fit(&self) -> Option<Vec<f64>> {
        solve(&self.xx, &self.xy)
    }

    /// How far the results lie from their mean, squared and summed.
    pub fn spread(&self) -> f64 {
        self.yy - self.y * self.y / self.count
    }

    /// The variance of what the fit leaves of the results; `None` where columns say the same, or where there are no more
    /// rows than columns.
    pub fn variance(&self) -> Option<f64> {
        let degrees = self.count - self.xy.len() as f64;
        let fitted: f64 = self.fit()?.iter().zip(&self.xy).map(|(a, b)| a * b).sum();
        (degrees > 0.0).then(|| (self.yy - fitted).max(0.0) / degrees)
    }

    /// The variance of one column's coefficient for each of the results' own: what stands on the diagonal of (X'X)⁻¹.
    pub fn inverse(&self, column: usize) -> Option<f64> {
        let unit: Vec<f64> = (0..self.xy.len()).map(|it| f64::from(it == column)).collect();
        Some(solve(&self.xx, &unit)?[column])
    }

    /// The share of the variance that the fit explains, adjusted for what it would explain of noise: R̄².
    ///
    /// One column of the rows is 1. 0 where nothing varies or columns say the same.
    pub fn explained(&self) -> f64 {
        match self.variance() {
            Some(left) if self.spread() > 0.0 => 1.0 - left * (self.count - 1.0) / self.spread(),
            _ => 0.0,
        }
    }
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
        let sums = Sums::of(&rows, &[3.0, 5.0, 7.0, 9.0, 11.0]);
        let fit = sums.fit().unwrap();
        assert!((fit[0] - 3.0).abs() < 1e-9 && (fit[1] - 2.0).abs() < 1e-9, "{fit:?}");
        assert!((sums.explained() - 1.0).abs() < 1e-9 && sums.variance().unwrap() < 1e-9);
        // Without x = 4 the rest says the same.
        assert!((sums.without(&rows[4], 11.0).fit().unwrap()[1] - 2.0).abs() < 1e-9);
    }

    #[test]
    fn what_is_explained_is_less_what_noise_would_be() {
        // x says nothing of y: covariance 0. R² = 0, adjusted 1 − 3 / 2 = −0.5. Spread 2, all of it left with 2 degrees.
        let rows: Vec<Vec<f64>> = [-1.0, 0.0, 1.0, 0.0].map(|x| vec![1.0, x]).to_vec();
        let sums = Sums::of(&rows, &[1.0, 0.0, 1.0, 2.0]);
        assert!((sums.explained() + 0.5).abs() < 1e-9);
        assert_eq!((sums.spread(), sums.variance()), (2.0, Some(1.0)));
        // Σ 1 = 4 and Σ x² = 2 on the diagonal, 0 beside it.
        assert!((sums.inverse(0).unwrap() - 0.25).abs() < 1e-12 && (sums.inverse(1).unwrap() - 0.5).abs() < 1e-12);
    }

    #[test]
    fn columns_that_say_the_same_and_results_that_stay_explain_nothing() {
        let twice: Vec<Vec<f64>> = (0..4).map(|x| vec![1.0, f64::from(x), f64::from(x)]).collect();
        let sums = Sums::of(&twice, &[1.0, 2.0, 3.0, 5.0]);
        assert_eq!((sums.fit(), sums.variance(), sums.explained()), (None, None, 0.0));
        let rows: Vec<Vec<f64>> = (0..4).map(|x| vec![1.0, f64::from(x)]).collect();
        assert_eq!(Sums::of(&rows, &[7.0; 4]).explained(), 0.0);
    }
}
