//! Which figures of a measure the answer leans on when all of them move at once: a plane through draws.

use crate::student::t_95;
use crate::{Estimate, MeasureError, Study};
use leon_model::least_squares::Sums;
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
/// [`MeasureError::TooFewDraws`] unless there are two draws more than figures, and draws enough to tell them apart; the first of `study`'s; and
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
    let plane = Plane::through(&points, &released).ok_or(MeasureError::TooFewDraws { draws, wanted })?;
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
    /// `None` where points are too few, or lie so that no plane can be told from another.
    fn through(points: &[Vec<f64>], values: &[f64]) -> Option<Self> {
        let (n, sides) = (points.len() as f64, points.first().map_or(0, Vec::len));
        let middle = |side: usize| points.iter().map(|it| it[side]).sum::<f64>() / n;
        let middles: Vec<f64> = (0..sides).map(middle).collect();
        let mean = values.iter().sum::<f64>() / n;
        // About the means, so that nothing is lost to large numbers; the first column is the plane's height.
        let about =
            |point: &Vec<f64>| std::iter::once(1.0).chain(point.iter().zip(&middles).map(|(x, m)| x - m)).collect();
        let rows: Vec<Vec<f64>> = points.iter().map(about).collect();
        let values: Vec<f64> = values.iter().map(|it| it - mean).collect();
        let sums = Sums::of(&rows, &values);
        let (fit, variance, spread) = (sums.fit()?, sums.variance()?, sums.spread());
        let reach = t_95((n as usize - sides - 1) as u64);
        let of_side = |side: usize| {
            let half_width = reach * (variance * sums.inverse(side)?).sqrt();
            let width: f64 = rows.iter().map(|row| row[side] * row[side]).sum();
            let weight = if spread > 0.0 { fit[side] * (width / spread).sqrt() } else { 0.0 };
            Some((Estimate { mean: fit[side], half_width }, weight))
        };
        let slopes = (1..=sides).map(of_side).collect::<Option<_>>()?;
        Some(Self { slopes, explained: sums.explained().max(0.0) })
    }
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
        let plane = Plane::through(&points, &values).unwrap();
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
        let plane = Plane::through(&points, &[0.0, 2.0, 2.0, 4.0]).unwrap();
        let (slope, weight) = plane.slopes[0];
        assert_eq!((slope.mean, weight), (1.0, 0.5_f64.sqrt()));
        assert!((slope.half_width - 4.3027 * 0.5_f64.sqrt()).abs() < 1e-3, "{slope:?}");
        assert!((plane.explained - 0.25).abs() < 1e-12);
        // Nothing moves: no weight, and nothing explained.
        let flat = Plane::through(&points, &[3.0; 4]).unwrap();
        assert_eq!((flat.slopes[0].0.mean, flat.slopes[0].1, flat.explained), (0.0, 0.0, 0.0));
    }
}
