//! A second way to times and costs, as plain as can be: every rule as a lower bound, raised until nothing moves.

use leon_route::{NO_WAY, NONE, Problem};

/// What fixed tours come to.
#[derive(Debug, PartialEq, Eq)]
pub struct Facts {
    pub cost: i64,
    /// Cost of lateness, overtime and changed times.
    pub late: i64,
    /// By job: start and end, if it is in a tour.
    pub times: Vec<Option<(i32, i32)>>,
    /// By tour: when the carer is home.
    pub home: Vec<i32>,
    /// By tour: travel.
    pub travel: Vec<i32>,
}

/// Tours to be judged, and the transport that each uses.
pub struct Tours<'a> {
    pub jobs: &'a [Vec<u32>],
    pub transports: &'a [u32],
}

/// The earliest schedule and its cost; `None` when there is none, or a limit is passed. `floor`: a job that does not
/// begin before a time.
pub fn recompute(problem: &Problem, tours: &Tours, floor: Option<(u32, i32)>) -> Option<Facts> {
    let jobs = problem.jobs.len();
    let mut starts = vec![i32::MIN; jobs];
    let tour_of = tour_of(problem, tours.jobs);
    if meets_itself(problem, &tour_of) {
        return None;
    }
    let fit = |job: u32, time: i32| {
        let openings = &problem.jobs[job as usize].openings;
        openings.iter().find(|it| time <= it.close).map(|it| time.max(it.open))
    };
    let mut home = vec![0; problem.tours.len()];
    let mut travel = vec![0; problem.tours.len()];
    let mut leave = vec![0; problem.tours.len()];
    for round in 0.. {
        let before = starts.clone();
        for (t, list) in tours.jobs.iter().enumerate() {
            let tour = &problem.tours[t];
            let (mut now, mut at) = (tour.start, tour.from);
            travel[t] = 0;
            let way = |a, b, at| match tour.transports.get(tours.transports[t] as usize) {
                Some(&index) if index != NONE => problem.travel[index as usize].ticks(a, b, at),
                _ => 0,
            };
            for (k, &job) in list.iter().enumerate() {
                let place = problem.jobs[job as usize].place;
                let leg = way(at, place, now);
                if leg >= NO_WAY {
                    return None;
                }
                let mut ready = now + leg;
                if let Some((held, time)) = floor
                    && held == job
                {
                    ready = ready.max(time);
                }
                let start = fit(job, ready.max(starts[job as usize]))?;
                starts[job as usize] = start;
                if k == 0 {
                    leave[t] = start - leg;
                }
                travel[t] += leg;
                now = start + problem.duration(job, t as u32);
                at = if place == NONE { at } else { place };
            }
            let leg = way(at, tour.to, now);
            travel[t] += leg;
            home[t] = now + leg;
        }
        for tie in &problem.ties {
            let (first, second) = (starts[tie.first as usize], starts[tie.second as usize]);
            if first > i32::MIN && second > i32::MIN {
                starts[tie.second as usize] = fit(tie.second, second.max(first + tie.gap))?;
            }
        }
        if starts == before {
            break;
        }
        if round > 3000 {
            return None;
        }
    }
    let mut cost = 0;
    let mut late = 0;
    let mut worst = 0;
    for (job, work) in problem.jobs.iter().enumerate() {
        let Some(tour) = tour_of[job] else { continue };
        let start = starts[job];
        let opening = work.openings.iter().find(|it| start <= it.close)?;
        let over = (start - opening.soft).max(0);
        late += i64::from(over) * opening.late;
        worst = worst.max(over);
        if let Some((carer, published)) = problem.published[job]
            && carer == problem.tours[tour as usize].carer
            && (start - published).abs() > problem.change_tolerance
        {
            late += problem.change;
        }
        cost += problem.doing(job as u32, tour);
    }
    let mut burden = problem.burden.clone();
    for (t, list) in tours.jobs.iter().enumerate() {
        let tour = &problem.tours[t];
        let visiting = list.iter().any(|&job| problem.jobs[job as usize].visit != NONE);
        if !visiting {
            continue;
        }
        let service: i32 = list.iter().map(|&job| problem.duration(job, t as u32)).sum();
        let care: i32 = list
            .iter()
            .filter(|&&job| problem.jobs[job as usize].visit != NONE)
            .map(|&job| problem.duration(job, t as u32))
            .sum();
        let load: i32 = list.iter().map(|&job| problem.jobs[job as usize].load).sum();
        if load > tour.capacity || travel[t] > tour.travel_max || home[t] > tour.close {
            return None;
        }
        late += i64::from((home[t] - tour.end).max(0)) * tour.overtime;
        cost += i64::from(travel[t]) * problem.rates.travel;
        cost += i64::from(home[t] - leave[t] - travel[t] - service) * problem.rates.waiting;
        burden[tour.carer as usize] += care + travel[t];
    }
    for burden in burden {
        let above = i128::from(burden.max(0));
        cost += ((above * above * i128::from(problem.rates.fairness)) >> 32) as i64;
    }
    cost += late + i64::from(worst) * problem.rates.worst + visits_cost(problem, &tour_of) + faces(problem, &tour_of);
    let times =
        (0..jobs).map(|job| tour_of[job].map(|tour| (starts[job], starts[job] + problem.duration(job as u32, tour))));
    Some(Facts { cost, late, times: times.collect(), home, travel })
}

fn tour_of(problem: &Problem, tours: &[Vec<u32>]) -> Vec<Option<u32>> {
    let mut tour_of = vec![None; problem.jobs.len()];
    for (t, list) in tours.iter().enumerate() {
        for &job in list {
            tour_of[job as usize] = Some(t as u32);
        }
    }
    tour_of
}

/// Whether one carer would be two carers of one visit.
fn meets_itself(problem: &Problem, tour_of: &[Option<u32>]) -> bool {
    let carer = |job: u32| tour_of[job as usize].map(|tour| problem.tours[tour as usize].carer);
    problem.visits.iter().any(|visit| {
        let mut carers: Vec<u32> = visit.needed.iter().chain(&visit.extra).filter_map(|&job| carer(job)).collect();
        let count = carers.len();
        carers.sort_unstable();
        carers.dedup();
        carers.len() < count
    })
}

fn visits_cost(problem: &Problem, tour_of: &[Option<u32>]) -> i64 {
    let is_out = |job: &u32| tour_of[*job as usize].is_none();
    let mut cost = 0;
    for visit in &problem.visits {
        if visit.needed.iter().any(is_out) {
            cost += visit.left_out;
        } else {
            let missing = visit.extra.iter().zip(&visit.extra_missing).filter(|(job, _)| is_out(job));
            cost += missing.map(|(_, cost)| cost).sum::<i64>();
        }
    }
    cost
}

fn faces(problem: &Problem, tour_of: &[Option<u32>]) -> i64 {
    if problem.new_face.is_empty() {
        return 0;
    }
    let mut seen = vec![false; problem.new_face.len()];
    for (job, tour) in tour_of.iter().enumerate() {
        let citizen = problem.jobs[job].citizen;
        if let Some(tour) = tour
            && citizen != NONE
        {
            seen[citizen as usize * problem.carers + problem.tours[*tour as usize].carer as usize] = true;
        }
    }
    seen.iter().zip(&problem.new_face).filter(|(seen, _)| **seen).map(|(_, cost)| cost).sum()
}
