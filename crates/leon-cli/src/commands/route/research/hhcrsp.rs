//! HHCRSP-JSON as a routing problem, and its solution with times from the instance's own figures.

use super::ticks::{FAR, Ticks};
use super::{LeftOut, Solved};
use crate::texts::Voice;
use leon_formats::research::hhcrsp::{Instance, Route, Solution, Stop};
use leon_formats::research::write_hhcrsp_solution;
use leon_route::search::Searched;
use leon_route::{Job, NO_WAY, NONE, Opening, Problem, Rates, Tie, Tour, Travel, VisitJobs};

/// A start may be so much too early, as rounding makes it.
const NOISE: f64 = 1e-9;

pub(super) fn solve(
    instance: &Instance,
    search: impl FnOnce(Problem) -> Searched,
    voice: Voice,
) -> Result<Solved, LeftOut> {
    let jobs = jobs(instance);
    let found = search(problem(instance, &jobs));
    let mut is_done = vec![false; jobs.len()];
    found.tours.iter().flatten().for_each(|&job| is_done[job as usize] = true);
    let left_out: LeftOut = jobs
        .iter()
        .zip(&is_done)
        .filter(|(_, done)| !**done)
        .map(|(it, _)| it.0)
        .map(|p| instance.patients[p].id.clone())
        .collect();
    if !left_out.is_empty() {
        return Err(left_out);
    }
    let starts = earliest(instance, &jobs, &found.tours);
    let stop = |&job: &u32| {
        let (patient, service) = jobs[job as usize];
        let (patient, start) = (&instance.patients[patient], starts[job as usize]);
        let needed = &patient.services[service];
        Stop {
            patient: patient.id.clone(),
            service: needed.service.clone(),
            arrival_time: start,
            departure_time: start + needed.duration,
        }
    };
    let routes = instance.caregivers.iter().zip(&found.tours);
    let routes = routes.map(|(caregiver, tour)| Route {
        caregiver_id: caregiver.id.clone(),
        locations: tour.iter().map(stop).collect(),
    });
    let file = write_hhcrsp_solution(&Solution { routes: routes.collect() }, instance);
    Ok(Solved { file, summary: summary(instance, &jobs, &found.tours, &starts, voice) })
}

/// Every service needed: patient and place in the patient's list.
fn jobs(instance: &Instance) -> Vec<(usize, usize)> {
    let patients = instance.patients.iter().enumerate();
    patients.flat_map(|(p, it)| (0..it.services.len()).map(move |s| (p, s))).collect()
}

fn problem(instance: &Instance, jobs: &[(usize, usize)]) -> Problem {
    let ticks = ticks(instance, jobs);
    let places = instance.patients.len() + 1;
    let legs = instance.distances.iter().flatten().map(|it| ticks.up(*it)).collect();
    let caregivers = instance.caregivers.len();
    let mut problem = Problem {
        travel: vec![Travel::new(places, legs, vec![0; places], Vec::new())],
        rates: Rates { travel: 1, waiting: 0, worst: 1, fairness: 0 },
        carers: caregivers,
        classes: caregivers,
        burden: vec![0; caregivers],
        published: vec![None; jobs.len()],
        tours: (0..caregivers as u32).map(tour).collect(),
        ..Problem::default()
    };
    for &(p, s) in jobs {
        let (patient, job) = (&instance.patients[p], problem.jobs.len() as u32);
        let soft = ticks.down(patient.window.1).max(0);
        let opening = Opening { open: ticks.up(patient.window.0).max(0), soft, close: FAR, late: 1 };
        problem.jobs.push(Job {
            visit: p as u32,
            place: p as u32 + 1,
            openings: vec![opening],
            load: 0,
            citizen: NONE,
        });
        let needed = &patient.services[s];
        let duration = |can: bool| if can { ticks.up(needed.duration) } else { -1 };
        problem.duration.extend(instance.caregivers.iter().map(|it| duration(it.abilities.contains(&needed.service))));
        if s == 0 {
            let left_out = i64::from(NO_WAY);
            problem.visits.push(VisitJobs {
                needed: vec![job],
                extra: Vec::new(),
                left_out,
                extra_missing: Vec::new(),
            });
        } else if let Some((least, most)) = patient.gap {
            problem.visits[p].needed.push(job);
            problem.ties.push(Tie { first: job - 1, second: job, gap: ticks.up(least) });
            problem.ties.push(Tie { first: job, second: job - 1, gap: -ticks.down(most) });
        }
    }
    problem
}

fn tour(caregiver: u32) -> Tour {
    Tour {
        carer: caregiver,
        start: 0,
        end: FAR,
        close: FAR,
        from: 0,
        to: 0,
        transports: vec![0],
        transport: 0,
        pool: NONE,
        without_car: true,
        capacity: i32::MAX,
        travel_max: i32::MAX,
        overtime: 0,
        kind: caregiver,
        class: caregiver,
        pauses: Vec::new(),
    }
}

/// Ticks in which every number of the instance is whole, if there are any.
fn ticks(instance: &Instance, jobs: &[(usize, usize)]) -> Ticks {
    let patients = instance.patients.iter();
    let gaps = |it: &(f64, f64)| [it.0, it.1];
    let times = patients.flat_map(|it| {
        let durations = it.services.iter().map(|it| it.duration);
        durations.chain(gaps(&it.window)).chain(it.gap.iter().flat_map(gaps))
    });
    let legs = instance.distances.iter().flatten().copied();
    // Everything one after the other, from the last opening on.
    let most = |values: &mut dyn Iterator<Item = f64>| values.fold(0.0, f64::max);
    let open = most(&mut instance.patients.iter().map(|it| it.window.0));
    let gap = most(&mut instance.patients.iter().filter_map(|it| Some(it.gap?.0)));
    let care: f64 = jobs.iter().map(|&(p, s)| instance.patients[p].services[s].duration).sum();
    let leg = most(&mut legs.clone());
    Ticks::new(times.chain(legs), open + care + (leg + gap) * (jobs.len() + 1) as f64)
}

/// The earliest start of each job: the least fixed point of the lower bounds that routes and gaps set.
fn earliest(instance: &Instance, jobs: &[(usize, usize)], tours: &[Vec<u32>]) -> Vec<f64> {
    let row = |job: u32| jobs[job as usize].0 + 1;
    let mut starts: Vec<f64> = jobs.iter().map(|&(p, _)| instance.patients[p].window.0.max(0.0)).collect();
    let mut bounds: Vec<(usize, usize, f64)> = Vec::new();
    for tour in tours {
        if let Some(&first) = tour.first() {
            let start = &mut starts[first as usize];
            *start = start.max(instance.distances[0][row(first)]);
        }
        bounds.extend(tour.windows(2).map(|pair| {
            let (p, s) = jobs[pair[0] as usize];
            let leg = instance.distances[row(pair[0])][row(pair[1])];
            (pair[0] as usize, pair[1] as usize, instance.patients[p].services[s].duration + leg)
        }));
    }
    for (second, &(p, s)) in jobs.iter().enumerate().filter(|(_, job)| job.1 == 1) {
        debug_assert_eq!(s, 1);
        if let Some((least, most)) = instance.patients[p].gap {
            bounds.extend([(second - 1, second, least), (second, second - 1, -most)]);
        }
    }
    for _ in 0..=starts.len() {
        let mut has_moved = false;
        for &(before, after, gap) in &bounds {
            if starts[before] + gap > starts[after] + NOISE {
                starts[after] = starts[before] + gap;
                has_moved = true;
            }
        }
        if !has_moved {
            break;
        }
    }
    starts
}

fn summary(instance: &Instance, jobs: &[(usize, usize)], tours: &[Vec<u32>], starts: &[f64], voice: Voice) -> String {
    let way = |tour: &Vec<u32>| {
        let rows = tour.iter().map(|&job| jobs[job as usize].0 + 1).chain([0]);
        rows.fold((0.0, 0), |(sum, from), to| (sum + instance.distances[from][to], to)).0
    };
    let distance: f64 = tours.iter().map(way).sum();
    let late = || jobs.iter().zip(starts).map(|(&(p, _), start)| (start - instance.patients[p].window.1).max(0.0));
    let (sum, worst) = (late().sum::<f64>(), late().fold(0.0, f64::max));
    let counts = [
        ("patients", voice.count(instance.patients.len()).into()),
        ("used", voice.count(tours.iter().filter(|it| !it.is_empty()).count()).into()),
        ("caregivers", voice.count(instance.caregivers.len()).into()),
    ];
    let number = |value: f64| voice.number(value, 3).into();
    let cost = [
        ("distance", number(distance)),
        ("late", number(sum)),
        ("worst", number(worst)),
        ("cost", number((distance + sum + worst) / 3.0)),
    ];
    format!("{}\n{}\n", voice.text_with("research-hhcrsp", &counts), voice.text_with("research-hhcrsp-cost", &cost))
}
