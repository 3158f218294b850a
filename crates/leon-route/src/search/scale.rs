//! What costs are like in a problem, so that a search's settings fit it.

use crate::problem::{NO_WAY, NONE, Problem};

/// The share of all pairs of a visit's job and a tour where the tour may do the job; more than 0.
pub fn share_allowed(problem: &Problem) -> f64 {
    let mut tours = vec![0.0; problem.classes];
    problem.tours.iter().for_each(|tour| tours[tour.class as usize] += 1.0);
    let (mut may, mut all) = (1.0, 1.0);
    for (job, durations) in problem.jobs.iter().zip(problem.duration.chunks(problem.classes.max(1))) {
        if job.visit != NONE {
            all += problem.tours.len() as f64;
            may += durations.iter().zip(&tours).filter(|it| *it.0 >= 0).map(|it| it.1).sum::<f64>();
        }
    }
    may / all
}

/// What a detour of a mean way costs: its travel, and the lateness that it may make, which counts for no more than the
/// travel (an order of goals may make lateness cost any number of times as much). Where ways cost nothing, what so
/// much waiting or lateness does.
pub fn leg_cost(problem: &Problem) -> f64 {
    let places: Vec<u32> = problem.jobs.iter().map(|job| job.place).filter(|&place| place != NONE).collect();
    let Some(travel) = problem.travel.first() else { return 1.0 };
    // A thousand pairs, spread evenly, tell the mean.
    let step = (places.len() * places.len() / 1000).max(1);
    let pairs = (0..places.len() * places.len()).step_by(step);
    let legs = pairs.map(|k| travel.ticks(places[k / places.len()], places[k % places.len()], 0));
    let (sum, count) = legs
        .filter(|&ticks| ticks < NO_WAY)
        .fold((0.0, 0.0), |(sum, count), ticks| (sum + f64::from(ticks), count + 1.0));
    let rates = &problem.rates;
    let late = problem.jobs.iter().map(|job| job.openings[0].late).max().unwrap_or(0);
    let rate = [rates.travel, rates.waiting, late].into_iter().find(|&rate| rate > 0).unwrap_or(1);
    let rate = rate + late.min(rate) + rates.worst.min(rate);
    (rate as f64 * sum / f64::max(count, 1.0)).max(1.0)
}

/// How much more a job costs with the dearest tour that may do it than with the cheapest, travel apart: the mean of
/// all jobs.
pub fn tour_spread(problem: &Problem) -> f64 {
    let jobs = (0..problem.jobs.len() as u32).filter(|&job| problem.jobs[job as usize].visit != NONE);
    let spreads = jobs.filter_map(|job| doing_range(problem, job)).map(|(least, most)| (most - least) as f64);
    let (sum, count) = spreads.fold((0.0, 0.0), |(sum, count), spread| (sum + spread, count + 1.0));
    if count > 0.0 { sum / count } else { 0.0 }
}

/// What a job costs with the cheapest and with the dearest tour that may do it; `None` when none may.
pub fn doing_range(problem: &Problem, job: u32) -> Option<(i64, i64)> {
    let tours = (0..problem.tours.len() as u32).filter(|&tour| problem.duration(job, tour) >= 0);
    let costs = tours.map(|tour| problem.doing(job, tour));
    costs.fold(None, |range, cost| match range {
        None => Some((cost, cost)),
        Some((least, most)) => Some((cost.min(least), cost.max(most))),
    })
}
