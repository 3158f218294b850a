//! Which jobs lie near one another, in place and time.

use crate::problem::{NONE, Problem};

/// A job and the travel from or to it, by the first transport, at any time of day.
#[derive(Clone, Copy, Debug)]
pub struct Leg {
    pub other: u32,
    pub ticks: i32,
}

/// For each job, the jobs near it, nearest first.
#[derive(Clone, Debug, Default)]
pub struct Near {
    /// Jobs that it may well come after.
    pub before: Vec<Vec<Leg>>,
    /// Jobs that it may well come before.
    pub after: Vec<Vec<Leg>>,
    /// Jobs near it, whichever comes first.
    pub around: Vec<Vec<u32>>,
}

/// Finds the jobs near each job: `count` that can come just before it, and `count` just after.
///
/// Nearness is travel with the waiting and the lateness that the openings force on the pair, as in Vidal et al. 2013
/// (doi 10.1016/j.cor.2012.07.018).
pub fn neighbours(problem: &Problem, count: usize) -> Near {
    const WAITING_SHARE: f64 = 0.2;
    const AROUND: usize = 100;
    let jobs: Vec<u32> =
        (0..problem.jobs.len() as u32).filter(|&job| problem.jobs[job as usize].visit != NONE).collect();
    let durations: Vec<f64> = (0..problem.jobs.len() as u32).map(|job| least_duration(problem, job)).collect();
    let reaches = |a: u32, b: u32| -> f64 {
        let (from, to) = (&problem.jobs[a as usize], &problem.jobs[b as usize]);
        let way = way(problem, from.place, to.place);
        let duration = durations[a as usize];
        let mut best = f64::INFINITY;
        for start in &from.openings {
            for then in &to.openings {
                if f64::from(start.open) + duration + way > f64::from(then.close) {
                    continue;
                }
                let wait = f64::from(then.open) - f64::from(start.soft.min(start.close)) - duration - way;
                let late = f64::from(start.open) + duration + way - f64::from(then.soft.min(then.close));
                best = best.min(way + WAITING_SHARE * wait.max(0.0) + late.max(0.0));
            }
        }
        best
    };
    let nearest = |mut list: Vec<(f64, u32)>, count: usize| -> Vec<u32> {
        let by_nearness = |x: &(f64, u32), y: &(f64, u32)| x.0.total_cmp(&y.0).then(x.1.cmp(&y.1));
        if list.len() > count {
            list.select_nth_unstable_by(count, by_nearness);
            list.truncate(count);
        }
        list.sort_by(by_nearness);
        list.into_iter().map(|(_, job)| job).collect()
    };
    let mut near = Near::default();
    for job in 0..problem.jobs.len() as u32 {
        let others = || jobs.iter().copied().filter(|&other| other != job);
        let into: Vec<(f64, u32)> = others().map(|other| (reaches(other, job), other)).collect();
        let out: Vec<(f64, u32)> = others().map(|other| (reaches(job, other), other)).collect();
        let around = into.iter().zip(&out).map(|(a, b)| (a.0.min(b.0), a.1)).collect();
        let possible = |list: Vec<(f64, u32)>| list.into_iter().filter(|entry| entry.0.is_finite()).collect();
        let leg = |from: u32, to: u32| {
            let place = |job: u32| problem.jobs[job as usize].place;
            problem.travel.first().map_or(0, |travel| travel.ticks(place(from), place(to), 0))
        };
        let before = nearest(possible(into), count).into_iter();
        near.before.push(before.map(|other| Leg { other, ticks: leg(other, job) }).collect());
        let after = nearest(possible(out), count).into_iter();
        near.after.push(after.map(|other| Leg { other, ticks: leg(job, other) }).collect());
        near.around.push(nearest(around, AROUND));
    }
    near
}

/// Travel by the first transport, 0 where there is none.
fn way(problem: &Problem, a: u32, b: u32) -> f64 {
    if a == NONE || b == NONE {
        return 0.0;
    }
    problem.travel.first().map_or(0.0, |travel| f64::from(travel.ticks(a, b, 0)))
}

fn least_duration(problem: &Problem, job: u32) -> f64 {
    let all = &problem.duration[job as usize * problem.classes..(job as usize + 1) * problem.classes];
    all.iter().filter(|&&duration| duration >= 0).min().map_or(0.0, |&duration| f64::from(duration))
}
