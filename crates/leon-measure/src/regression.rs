//! Which figures of a measure the answer leans on when all of them move at once: a plane through draws.

use crate::student::t_95;
use crate::{Estimate, MeasureError, Study};
use leon_model::rng::Rng;
use leon_model::{Figure, Measure, MeasureProblem};

/// How the answer follows one figure, the others moving too.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaning {
    /// Where it stands in the measure's file, as `change[0].factor`.
    pub path: String,
    pub low: f64,
    pub high: f64,
    /// What is released more with the figure at its high end than at its low end, on the plane; 95 % interval.
    pub change: Estimate,
    /// The standardised coefficient: standard deviations of what is released for one of the figure.
    pub weight: f64,
}

/// A plane through what is released over draws of all figures of a measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Regression {
    /// The figure with the greatest weight, to either side, first.
    pub leanings: Vec<Leaning>,
    /// Share of the variance over the draws that the plane explains, less what so many figures explain by chance
    /// (adjusted R²; Ezekiel 1930). What is left is figures that work together, bends, and the chance of the search.
    pub explained: f64,
    pub draws: usize,
}

/// Draws the figures of a measure that have a range, measures with each draw, and lays a plane through what is
/// released.
///
/// Draws are a Latin hypercube (McKay, Beckman and Conover 1979, doi 10.2307/1268522), even over each range, for a range
/// says no more; standardised coefficients as in Saltelli and others 2008, doi 10.1002/9780470725184, section 1.2.5.
/// `study` plans the same days or periods each time.
///
/// # Errors
/// [`MeasureError::TooFewDraws`] unless there are two draws more than figures; the first of `study`'s; and
/// [`MeasureError::Faulty`] for a draw that makes no measure, which is a fault of Leon's.
pub fn regression(
    measure: &Measure,
    draws: usize,
    seed: u64,
    study: impl Fn(&Measure) -> Result<Study, MeasureError>,
) -> Result<Regression, MeasureError> {
    let figures: Vec<(String, Figure)> = measure.figures().into_iter().filter(|it| it.1.low < it.1.high).collect();
    let wanted = figures.len() + 2;
    if draws < wanted {
        return Err(MeasureError::TooFewDraws { draws, wanted });
    }
    let points = latin_hypercube(draws, figures.len(), seed);
    let released = points.iter().map(|point| -> Result<f64, MeasureError> {
        let mut drawn = measure.clone();
        for ((path, figure), at) in figures.iter().zip(point) {
            let value = figure.low + at * (figure.high - figure.low);
            drawn = drawn.with_value(path, value).map_err(faulty)?;
        }
        Ok(study(&drawn)?.released().mean)
    });
    let released: Vec<f64> = released.collect::<Result<_, _>>()?;
    let plane = Plane::through(&points, &released);
    let leaning = |((path, figure), (change, weight)): ((String, Figure), (Estimate, f64))| {
        let Figure { low, high, .. } = figure;
        Leaning { path, low, high, change, weight }
    };
    let mut leanings: Vec<Leaning> = figures.into_iter().zip(plane.slopes).map(leaning).collect();
    leanings.sort_by(|one, other| other.weight.abs().total_cmp(&one.weight.abs()));
    Ok(Regression { leanings, explained: plane.explained, draws })
}

fn faulty(problems: Vec<MeasureProblem>) -> MeasureError {
    MeasureError::Faulty(problems.first().map(ToString::to_string).unwrap_or_default())
}

/// Points of the unit cube: of each side's `count` equal parts every one holds one point.
fn latin_hypercube(count: usize, sides: usize, seed: u64) -> Vec<Vec<f64>> {
    let mut rng = Rng::new(seed);
    let mut points = vec![Vec::with_capacity(sides); count];
    for _ in 0..sides {
        let mut parts: Vec<usize> = (0..count).collect();
        rng.shuffle(&mut parts);
        for (point, part) in points.iter_mut().zip(parts) {
            point.push((part as f64 + rng.unit()) / count as f64);
        }
    }
    points
}

/// The least-squares plane through values at points.
struct Plane {
    /// By side: the change over the side with its interval, and the standardised coefficient.
    slopes: Vec<(Estimate, f64)>,
    explained: f64,
}

impl Plane {
    fn through(points: &[Vec<f64>], values: &[f64]) -> Self {
        let (n, sides) = (points.len() as f64, points.first().map_or(0, Vec::len));
        let middle = |side: usize| points.iter().map(|it| it[side]).sum::<f64>() / n;
        let middles: Vec<f64> = (0..sides).map(middle).collect();
        let mean = values.iter().sum::<f64>() / n;
        let sum = |of: &dyn Fn(&[f64], f64) -> f64| -> f64 {
            points.iter().zip(values).map(|(point, value)| of(point, value - mean)).sum()
        };
        // Sums of products about the means: the matrix of the normal equations, and their right-hand side.
        let products = |i: usize, j: usize| sum(&|point, _| (point[i] - middles[i]) * (point[j] - middles[j]));
        let matrix: Vec<Vec<f64>> = (0..sides).map(|i| (0..sides).map(|j| products(i, j)).collect()).collect();
        let right: Vec<f64> = (0..sides).map(|i| sum(&|point, value| (point[i] - middles[i]) * value)).collect();
        let spread = sum(&|_, value| value * value);
        let inverse = inverse(matrix.clone());
        let slope = |row: &Vec<f64>| row.iter().zip(&right).map(|(a, b)| a * b).sum::<f64>();
        let slopes: Vec<f64> = inverse.iter().map(slope).collect();
        let left = (spread - slopes.iter().zip(&right).map(|(a, b)| a * b).sum::<f64>()).max(0.0);
        let degrees = n - sides as f64 - 1.0;
        let (variance, reach) = (left / degrees, t_95(degrees as u64));
        let of_side = |side: usize| {
            let half_width = reach * (variance * inverse[side][side]).max(0.0).sqrt();
            let weight = if spread > 0.0 { slopes[side] * (matrix[side][side] / spread).sqrt() } else { 0.0 };
            (Estimate { mean: slopes[side], half_width }, weight)
        };
        let explained = if spread > 0.0 { (1.0 - variance * (n - 1.0) / spread).max(0.0) } else { 0.0 };
        Self { slopes: (0..sides).map(of_side).collect(), explained }
    }
}

/// The inverse of a symmetric positive definite matrix, by Gauss and Jordan. A side without spread, which a Latin
/// hypercube never has, has no inverse and stands as zero.
fn inverse(mut matrix: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
    let n = matrix.len();
    let mut inverse: Vec<Vec<f64>> = (0..n).map(|i| (0..n).map(|j| f64::from(i == j)).collect()).collect();
    for at in 0..n {
        let pivot = matrix[at][at];
        if pivot <= 0.0 {
            inverse[at].fill(0.0);
            continue;
        }
        for row in [&mut matrix[at], &mut inverse[at]] {
            row.iter_mut().for_each(|it| *it /= pivot);
        }
        for other in (0..n).filter(|it| *it != at) {
            let factor = matrix[other][at];
            for whole in [&mut matrix, &mut inverse] {
                let source = whole[at].clone();
                whole[other].iter_mut().zip(source).for_each(|(it, by)| *it -= factor * by);
            }
        }
    }
    inverse
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_every_side_holds_one_point() {
        let points = latin_hypercube(10, 3, 7);
        for side in 0..3 {
            let mut parts: Vec<usize> = points.iter().map(|it| (it[side] * 10.0) as usize).collect();
            parts.sort_unstable();
            assert_eq!(parts, (0..10).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_plane_is_found_whole() {
        // 5 + 6 x − 2 y + 0 z.
        let points = latin_hypercube(12, 3, 1);
        let values: Vec<f64> = points.iter().map(|it| 5.0 + 6.0 * it[0] - 2.0 * it[1]).collect();
        let plane = Plane::through(&points, &values);
        for ((slope, _), wanted) in plane.slopes.iter().zip([6.0, -2.0, 0.0]) {
            assert!((slope.mean - wanted).abs() < 1e-9 && slope.half_width < 1e-6, "{slope:?}");
        }
        assert!((plane.explained - 1.0).abs() < 1e-9);
        assert!(plane.slopes[0].1 > 0.8 && plane.slopes[1].1 < -0.2);
    }

    #[test]
    fn what_no_plane_explains_is_said() {
        // By hand: x = −1, −1, 1, 1 and y = 0, 2, 2, 4. Slope (0 + −2 + 2 + 4 − 4 × 0 × 2) ÷ 4 = 1, weight 1 × √(4 ÷ 8);
        // spread 8, of which 4 is left with 2 degrees: 1 − (4 ÷ 2) × 3 ÷ 8 = 0.25; ± 4.3027 × √(2 ÷ 4).
        let points = [-1.0, -1.0, 1.0, 1.0].map(|it| vec![it]);
        let plane = Plane::through(&points, &[0.0, 2.0, 2.0, 4.0]);
        let (slope, weight) = plane.slopes[0];
        assert_eq!((slope.mean, weight), (1.0, 0.5_f64.sqrt()));
        assert!((slope.half_width - 4.3027 * 0.5_f64.sqrt()).abs() < 1e-3, "{slope:?}");
        assert!((plane.explained - 0.25).abs() < 1e-12);
        // Nothing moves: no weight, and nothing explained.
        let flat = Plane::through(&points, &[3.0; 4]);
        assert_eq!((flat.slopes[0].0.mean, flat.slopes[0].1, flat.explained), (0.0, 0.0, 0.0));
    }
}
