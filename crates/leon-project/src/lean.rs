//! What a result leans on: how much of its spread over the draws follows each assumption.

use crate::{Assumption, Options, Path, Totals};

/// How much a result follows one assumption over the draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaning {
    pub assumption: Assumption,
    /// Share of the result's variance that a straight line on this assumption alone explains: r².
    pub share: f64,
    /// Standard error of r, and so about that of the share where it is small: √((1 − r²) / (draws − 2)).
    pub error: f64,
    /// What the result changes from the low end of the assumption's range to its high end, on that line.
    pub change: f64,
}

/// The assumptions that a year's result leans on, most first. Empty with fewer than three draws.
///
/// One straight line each: assumptions that work together are seen only through what each does alone. What all
/// lines leave unexplained is one less the sum of the shares.
pub fn leanings(path: &Path, options: &Options<'_>, year: usize, of: impl Fn(&Totals) -> f64) -> Vec<Leaning> {
    let result: Vec<f64> = path.drawn.iter().map(|years| of(&years[year])).collect();
    if result.len() < 3 {
        return Vec::new();
    }
    let lean = |assumption: &Assumption| {
        let line = line(&options.positions(assumption), &result);
        Leaning { assumption: assumption.clone(), share: line.r2, error: line.error, change: 2.0 * line.slope }
    };
    let mut all: Vec<Leaning> = path.assumptions.iter().map(lean).collect();
    all.sort_by(|a, b| b.share.total_cmp(&a.share));
    all
}

struct Line {
    slope: f64,
    r2: f64,
    error: f64,
}

/// The least-squares line of `y` on `x`.
fn line(x: &[f64], y: &[f64]) -> Line {
    let count = x.len() as f64;
    let (mean_x, mean_y) = (x.iter().sum::<f64>() / count, y.iter().sum::<f64>() / count);
    let pairs = || x.iter().zip(y).map(|(x, y)| (x - mean_x, y - mean_y));
    let (xx, yy, xy) = pairs().fold((0.0, 0.0, 0.0), |(xx, yy, xy), (x, y)| (xx + x * x, yy + y * y, xy + x * y));
    let r2 = if xx > 0.0 && yy > 0.0 { (xy * xy / (xx * yy)).min(1.0) } else { 0.0 };
    Line { slope: if xx > 0.0 { xy / xx } else { 0.0 }, r2, error: ((1.0 - r2) / (count - 2.0)).sqrt() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_explains_what_lies_on_it() {
        let it = line(&[-1.0, 0.0, 1.0], &[5.0, 7.0, 9.0]);
        assert_eq!((it.slope, it.r2, it.error), (2.0, 1.0, 0.0));
        // x says nothing of y: covariance 0.
        let it = line(&[-1.0, 0.0, 1.0, 0.0], &[1.0, 0.0, 1.0, 2.0]);
        assert_eq!((it.slope, it.r2), (0.0, 0.0));
        assert_eq!(it.error, 0.5f64.sqrt()); // √(1 / (4 − 2))
    }
}
