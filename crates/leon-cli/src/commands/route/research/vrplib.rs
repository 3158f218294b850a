//! VRPLIB with time windows as a routing problem, and its solution. Distances are those of the DIMACS challenge.

use super::ticks::{FAR, Ticks};
use super::{LeftOut, Solved};
use crate::texts::Voice;
use leon_formats::research::vrplib::Instance;
use leon_formats::research::write_sol;
use leon_route::search::Searched;
use leon_route::{Job, NO_WAY, NONE, Opening, Problem, Rates, Tour, Travel, VisitJobs};

pub(super) fn solve(
    instance: &Instance,
    search: impl FnOnce(Problem) -> Searched,
    voice: Voice,
) -> Result<Solved, LeftOut> {
    let customers = instance.nodes.len() - 1;
    let found = search(problem(instance));
    let routes: Vec<Vec<usize>> =
        found.tours.iter().map(|tour| tour.iter().map(|&job| job as usize + 1).collect()).collect();
    let mut is_done = vec![false; customers + 1];
    routes.iter().flatten().for_each(|&customer| is_done[customer] = true);
    let left_out: LeftOut = (1..=customers).filter(|it| !is_done[*it]).map(|it| it.to_string()).collect();
    if !left_out.is_empty() {
        return Err(left_out);
    }
    let way = |route: &Vec<usize>| {
        let stops = route.iter().copied().chain([0]);
        stops.fold((0, 0), |(sum, from), to| (sum + instance.distance_tenths(from, to), to)).0
    };
    let cost = routes.iter().filter(|it| !it.is_empty()).map(way).sum::<i64>() as f64 / 10.0;
    let counts = [
        ("customers", voice.count(customers).into()),
        ("used", voice.count(routes.iter().filter(|it| !it.is_empty()).count()).into()),
        ("vehicles", voice.count(instance.vehicles).into()),
        ("cost", voice.number(cost, 1).into()),
    ];
    let summary = format!("{}\n", voice.text_with("research-vrplib", &counts));
    Ok(Solved { file: write_sol(&routes, cost), summary })
}

fn problem(instance: &Instance) -> Problem {
    let (nodes, depot) = (instance.nodes.len(), &instance.nodes[0]);
    let (times, loads) = (times(instance), loads(instance));
    let leg = |from: usize, to: usize| times.up(instance.distance_tenths(from, to) as f64 / 10.0);
    let legs = (0..nodes).flat_map(|from| (0..nodes).map(move |to| (from, to))).map(|(from, to)| leg(from, to));
    let tours = instance.vehicles.min(nodes - 1);
    let close = times.down(depot.window.1);
    let tour = |carer: usize| Tour {
        carer: carer as u32,
        start: times.up(depot.window.0),
        end: close,
        close,
        from: 0,
        to: 0,
        transports: vec![0],
        transport: 0,
        pool: NONE,
        without_car: true,
        capacity: loads.down(instance.capacity),
        travel_max: i32::MAX,
        overtime: 0,
        kind: 0,
        class: 0,
        pauses: Vec::new(),
    };
    let mut problem = Problem {
        travel: vec![Travel::new(nodes, legs.collect(), vec![0; nodes], Vec::new())],
        rates: Rates { travel: 1, waiting: 0, worst: 0, fairness: 0 },
        carers: tours,
        classes: 1,
        burden: vec![0; tours],
        published: vec![None; nodes - 1],
        tours: (0..tours).map(tour).collect(),
        ..Problem::default()
    };
    for (place, node) in (1..).zip(&instance.nodes[1..]) {
        let job = problem.jobs.len() as u32;
        let close = times.down(node.window.1);
        let opening = Opening { open: times.up(node.window.0), soft: close, close, late: 0 };
        problem.jobs.push(Job {
            visit: job,
            place,
            openings: vec![opening],
            load: loads.up(node.demand),
            citizen: NONE,
        });
        problem.duration.push(times.up(node.service_time));
        let left_out = i64::from(NO_WAY);
        problem.visits.push(VisitJobs { needed: vec![job], extra: Vec::new(), left_out, extra_missing: Vec::new() });
    }
    problem
}

/// Ticks for times: tenths, for distances are in tenths, unless windows or service times are finer.
fn times(instance: &Instance) -> Ticks {
    let nodes = instance.nodes.iter();
    let times = nodes.flat_map(|it| [it.window.0, it.window.1, it.service_time]).chain([0.1]);
    let latest = instance.nodes.iter().map(|it| it.window.1 + it.service_time).fold(0.0, f64::max);
    let count = instance.nodes.len();
    let legs = (0..count).flat_map(|from| (0..count).map(move |to| (from, to)));
    let leg = legs.map(|(from, to)| instance.distance_tenths(from, to)).max().unwrap_or(0) as f64 / 10.0;
    Ticks::new(times, latest.min(f64::from(FAR)) + leg)
}

/// Ticks for loads.
fn loads(instance: &Instance) -> Ticks {
    let demands = instance.nodes.iter().map(|it| it.demand);
    let all: f64 = demands.clone().sum();
    Ticks::new(demands.chain([instance.capacity]), all.max(1.0))
}
