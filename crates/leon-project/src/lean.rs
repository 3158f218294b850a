//! What a result leans on: how much of its spread over the draws follows each assumption.

use crate::regression::{foretold, jackknife};
use crate::{Assumption, Options, Path, Totals};
use leon_model::least_squares::Sums;

/// Fewer draws than this say nothing of what a result leans on.
const DRAWS: usize = 8;
/// Assumptions that are taken together, at most.
const TOGETHER: usize = 10;

/// How much a result follows one assumption over the draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaning {
    pub assumption: Assumption,
    /// Share of the result's variance that follows this assumption alone: a first-order index (Sobol'), as far as a line
    /// that bends at the assumption's value shows it. What noise would explain is taken off, so it may fall below 0.
    pub share: f64,
    /// Standard error of the share.
    pub error: f64,
    /// What the result changes from the low end of the assumption's range to its high end, on that line.
    pub change: f64,
}

/// What a result leans on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Leanings {
    /// Every assumption, the one that it leans on most first.
    pub all: Vec<Leaning>,
    /// How many of the first are taken together in `together`.
    pub taken: usize,
    /// Share of the result's variance that bending lines on the first of them foretell together, each draw left out in
    /// turn. The rest is what assumptions do only with each other, curves, and what so few draws cannot show.
    pub together: f64,
}

/// The assumptions that a year's result leans on. Empty with fewer than eight draws.
///
/// Assumptions are drawn apart from each other, so each one's share is its own. A figure lies on two straight lines that
/// meet at its value; a result that is linear in figures lies on such lines as well.
pub fn leanings(path: &Path, options: &Options<'_>, year: usize, of: impl Fn(&Totals) -> f64) -> Leanings {
    let results: Vec<f64> = path.drawn.iter().map(|years| of(&years[year])).collect();
    let positions: Vec<Vec<f64>> = path.assumptions.iter().map(|it| options.positions(it)).collect();
    let found = shares(&positions, &results);
    let all = found.each.into_iter().map(|it| Leaning {
        assumption: path.assumptions[it.of].clone(),
        share: it.share,
        error: it.error,
        change: it.change,
    });
    Leanings { all: all.collect(), taken: found.taken, together: found.together }
}

struct Shares {
    each: Vec<Share>,
    taken: usize,
    together: f64,
}

struct Share {
    /// Which of the columns.
    of: usize,
    share: f64,
    error: f64,
    change: f64,
}

/// What each column of positions explains of the results, most first.
fn shares(positions: &[Vec<f64>], results: &[f64]) -> Shares {
    if results.len() < DRAWS {
        return Shares { each: Vec::new(), taken: 0, together: 0.0 };
    }
    let mean = results.iter().sum::<f64>() / results.len() as f64;
    let results: Vec<f64> = results.iter().map(|it| it - mean).collect();
    let share = |(of, positions): (usize, &Vec<f64>)| {
        let rows = bent(&[positions]);
        let sums = Sums::of(&rows, &results);
        // From -1 to 1 the bend adds nothing.
        let change = sums.fit().map_or(0.0, |fit| 2.0 * fit[1]);
        Share { of, share: sums.explained(), error: jackknife(&rows, &results, &sums), change }
    };
    let mut each: Vec<Share> = positions.iter().enumerate().map(share).collect();
    each.sort_by(|a, b| b.share.total_cmp(&a.share));
    // Two columns each, and no more than a fourth of the draws.
    let taken = each.len().min(TOGETHER).min(results.len() / 8);
    let first: Vec<&Vec<f64>> = each.iter().take(taken).map(|it| &positions[it.of]).collect();
    Shares { together: foretold(&bent(&first), &results), each, taken }
}

/// Rows for lines that bend at 0: 1, and for each column its position and the size of it.
fn bent(columns: &[&Vec<f64>]) -> Vec<Vec<f64>> {
    let rows = columns.first().map_or(0, |it| it.len());
    let row = |row: usize| {
        let ends = columns.iter().flat_map(|column| [column[row], column[row].abs()]);
        std::iter::once(1.0).chain(ends).collect()
    };
    (0..rows).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use leon_model::rng::Rng;
    use std::f64::consts::PI;

    /// Columns of positions as draws have them, triangular from -1 to 1.
    fn triangular(seed: u64, columns: usize, draws: usize) -> Vec<Vec<f64>> {
        let mut stream = Rng::new(seed);
        (0..columns).map(|_| (0..draws).map(|_| stream.unit() + stream.unit() - 1.0).collect()).collect()
    }

    #[test]
    fn a_linear_result_has_the_shares_that_its_weights_give() {
        // Weights 4, 2, 1 and 0: shares 16, 4, 1 and 0 of 21. Standard errors lie around the truth: two of them hold about
        // 95 of 100; over 200 tries of three shares at least 85.
        let weights = [4.0, 2.0, 1.0, 0.0];
        let truth = weights.map(|it| it * it / 21.0);
        let (mut within, mut sums) = (0, [0.0; 4]);
        for seed in 0..200 {
            let positions = triangular(seed, 4, 60);
            let results: Vec<f64> =
                (0..60).map(|draw| 1e5 + (0..4).map(|it| weights[it] * positions[it][draw]).sum::<f64>()).collect();
            let found = shares(&positions, &results);
            assert!(found.taken == 4 && (found.together - 1.0).abs() < 1e-9);
            assert_eq!(found.each[0].of, 0);
            for it in &found.each {
                sums[it.of] += it.share;
                within += usize::from(it.of < 3 && (it.share - truth[it.of]).abs() <= 2.0 * it.error);
            }
            let first = &found.each[0];
            assert!((first.change - 8.0).abs() < 3.0, "{}", first.change);
        }
        assert!(within >= 510, "{within} of 600");
        // No bias: the mean of 200, standard error about 0.007.
        for (sum, truth) in sums.iter().zip(truth) {
            assert!((sum / 200.0 - truth).abs() < 0.02, "{} {truth}", sum / 200.0);
        }
    }

    #[test]
    fn a_range_that_reaches_further_to_one_side_is_followed_whole() {
        // A figure of 10 from 9 to 13: on a straight line alone r² would be below 0.9.
        let positions = triangular(1, 1, 50);
        let results: Vec<f64> = positions[0].iter().map(|z| if *z < 0.0 { 10.0 + z } else { 10.0 + 3.0 * z }).collect();
        let found = shares(&positions, &results);
        assert!((found.each[0].share - 1.0).abs() < 1e-9 && found.each[0].error < 1e-6);
        assert!((found.each[0].change - 4.0).abs() < 1e-9); // from 9 to 13
    }

    #[test]
    fn what_lines_cannot_show_is_left_unexplained_and_said() {
        // Ishigami's function, sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁, with x from −π to π: its first-order indices are 0.314,
        // 0.442 and 0. A line on x₁ sees (1 + 0.1 π⁴ / 5)² / (π² / 3) = 2.641 of a variance of 13.845, so 0.191; lines on
        // x₂ and x₃ see nothing, for sin² has no covariance with x or |x|.
        let mut stream = Rng::new(3);
        let mut column = || (0..4000).map(|_| PI * (2.0 * stream.unit() - 1.0)).collect::<Vec<f64>>();
        let x = [column(), column(), column()];
        let results: Vec<f64> = (0..4000)
            .map(|it| x[0][it].sin() * (1.0 + 0.1 * x[2][it].powi(4)) + 7.0 * x[1][it].sin().powi(2))
            .collect();
        let found = shares(&x, &results);
        assert_eq!(found.each[0].of, 0);
        assert!((found.each[0].share - 0.191).abs() < 3.0 * found.each[0].error, "{}", found.each[0].share);
        assert!(found.each[0].error < 0.02 && found.each[1].share.abs() < 0.01);
        assert!((found.together - 0.191).abs() < 0.03, "{}", found.together);
    }

    #[test]
    fn few_draws_say_nothing() {
        let positions = triangular(1, 2, 7);
        assert!(shares(&positions, &positions[0]).each.is_empty());
    }
}
