//! Numbers of people are whole: where the programme has a demand met by three and a half, rosters have three or fewer,
//! or four or more. Each case is bounded alone; the least of them is a bound on all.

use super::BoundEnd;
use super::cover::Sums;
use super::master::Pool;
use super::points::Points;
use super::rounds::{Found, Task, rounds};

/// So far from whole a number is taken to be.
const WHOLE: f64 = 1e-4;

/// A case: which numbers each cut demand may have, and what was found for it.
struct Case {
    found: Found,
    /// Demand, least, most.
    cuts: Vec<(usize, i64, i64)>,
}

impl Case {
    fn bound(&self) -> i128 {
        self.found.bound.unwrap_or(i128::MAX)
    }
}

/// Splits the case with the least bound until the budget is spent, or that case has whole numbers only.
pub(super) fn branch(task: &Task, pool: &mut Pool, root: Found, count: &mut u64) -> Found {
    let mut cases = vec![Case { found: root.clone(), cuts: Vec::new() }];
    let mut best = root;
    loop {
        let worst = (0..cases.len()).min_by_key(|it| cases[*it].bound()).unwrap_or_default();
        best.bound = Some(cases[worst].bound());
        let rounded = task.rounded(cases[worst].bound());
        if task.enough.is_some_and(|enough| rounded >= enough) {
            best.end = BoundEnd::Finished;
            return best;
        }
        if task.budget.spent(*count) >= task.share {
            best.end = BoundEnd::Budget;
            return best;
        }
        let Some((demand, number)) = split(task, &cases[worst].found.numbers) else {
            best.end = cases[worst].found.end;
            return best;
        };
        let case = cases.swap_remove(worst);
        let points = &task.sums.sums[demand].points.points;
        let now = case.cuts.iter().rev().find(|it| it.0 == demand);
        let (low, high) = now.map_or((points[0].0, points[points.len() - 1].0), |it| (it.1, it.2));
        for (low, high) in [(low, number), (number + 1, high)] {
            let cuts: Vec<_> = case.cuts.iter().copied().chain([(demand, low, high)]).collect();
            let sums = cut(task, &cuts);
            let child = Task { sums: &sums, most_breaches: task.most_breaches.clone(), ..*task };
            let mut found = rounds(&child, pool, Some(case.found.prices.clone()), count);
            // Nobody has a row of this case, or it is at least as dear as the whole.
            found.bound = found.bound.map(|it| it.max(case.bound()));
            if found.bound.is_some() {
                cases.push(Case { found, cuts });
            }
        }
        if cases.is_empty() {
            return best;
        }
    }
}

/// The demand that is furthest from whole where its price is steep, and the whole number below.
fn split(task: &Task, numbers: &[f64]) -> Option<(usize, i64)> {
    let weigh = |(demand, &number): (usize, &f64)| {
        let below = number.floor();
        let part = (number - below).min(below + 1.0 - number);
        let curve = &task.problem.demands[demand].curve;
        let step = task.level.of(curve.at(below as i64 + 1) - curve.at(below as i64));
        (part > WHOLE).then_some((demand, below as i64, part * (1.0 + (step as f64).abs())))
    };
    let weighed = numbers.iter().take(task.problem.demands.len()).enumerate().filter_map(weigh);
    let best = weighed.reduce(|best, it| if it.2 > best.2 { it } else { best })?;
    Some((best.0, best.1))
}

/// The sums with some demands held to fewer numbers.
fn cut(task: &Task, cuts: &[(usize, i64, i64)]) -> Sums {
    let mut sums = task.sums.clone();
    for &(demand, low, high) in cuts {
        sums.sums[demand].points = Points::new(&task.problem.demands[demand].curve, low, high);
    }
    sums
}
