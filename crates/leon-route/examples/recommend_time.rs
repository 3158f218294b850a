//! How long recommendations and explanations take: `cargo run --release -p leon-route --example recommend_time -- VISITS`.

use leon_formats::read_case;
use leon_generate::{DayOptions, generate_day};
use leon_model::{Day, Doing, Moment, RoutePlan, VisitId};
use leon_route::{Iterations, RouteOptions, explain_left_out, plan_routes, recommend};
use std::path::Path;
use std::time::Instant;

fn main() {
    let visits = std::env::args().nth(1).and_then(|it| it.parse().ok()).unwrap_or(350);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/denmark");
    let case = read_case(&folder).expect("the Danish case reads");
    let monday = Moment(1_795_388_400); // 2026-11-23T00:00+01:00
    let whole = generate_day(&case, &DayOptions::new("461", visits, 1, monday)).expect("a day");
    let budget = Iterations(20_000);
    let options = RouteOptions { seed: 1, threads: 2, budget: &budget, published: None, from: None, progress: None };
    let planned = plan_routes(&whole, &options).expect("a plan");
    let (mut single, mut double) = (Vec::new(), Vec::new());
    for taken in (0..whole.visits.len()).step_by(whole.visits.len() / 20 + 1) {
        let mut tables = whole.clone().into_tables();
        let visit = tables.visits.remove(taken);
        tables.orders.retain(|it| it.first != visit.id && it.second != visit.id);
        let day = Day::new(tables).expect("a day with a visit less");
        let plan = without(&planned.plan, &visit.id);
        let started = Instant::now();
        let found = recommend(&day, &plan, &visit, 5).expect("a visit of the day");
        let took = started.elapsed().as_secs_f64() * 1e3;
        if visit.slots.len() == 1 {
            single.push(took)
        } else {
            double.push(took)
        }
        println!("{} slots, {} answers: {took:.1} ms", visit.slots.len(), found.len());
    }
    println!("{} visits, {} carers", whole.visits.len(), whole.carers.len());
    for (word, mut took) in [("single", single), ("double", double)] {
        took.sort_by(f64::total_cmp);
        if let (Some(median), Some(most)) = (took.get(took.len() / 2), took.last()) {
            println!("{word}: median {median:.1} ms, most {most:.1} ms");
        }
    }
    explain(whole);
}

/// The order of a plan without one visit; its times are found anew.
fn without(plan: &RoutePlan, visit: &VisitId) -> RoutePlan {
    let mut plan = plan.clone();
    for route in &mut plan.routes {
        route.stops.retain(|stop| !matches!(&stop.doing, Doing::Visit { visit: it, .. } if it == visit));
    }
    plan.left_out.retain(|it| it.visit != *visit);
    plan
}

/// How long it takes to explain what is left out when every fifth carer is at home.
fn explain(day: Day) {
    let mut tables = day.into_tables();
    tables.carers.iter_mut().step_by(5).for_each(|carer| carer.shifts.clear());
    let day = Day::new(tables).expect("still a day");
    let options =
        RouteOptions { seed: 1, threads: 2, budget: &Iterations(20_000), published: None, from: None, progress: None };
    let planned = plan_routes(&day, &options).expect("a plan");
    let started = Instant::now();
    let reasons = explain_left_out(&day, &planned.plan).expect("a plan of the day");
    let remedies: usize = reasons.iter().map(|it| it.remedies.len()).sum();
    let took = started.elapsed().as_secs_f64() * 1e3;
    println!("{} left out explained, {remedies} remedies: {took:.0} ms", reasons.len());
}
