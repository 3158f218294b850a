//! What the bound gives and how long it takes: `cargo run --release -p leon-route --example bound_time -- DAY PLAN ROUNDS`.

use leon_check::check_route;
use leon_formats::day::{read_day, read_plan};
use leon_route::{BoundOptions, lower_bound};
use std::time::Instant;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, day, plan, rounds] = arguments.as_slice() else { panic!("write DAY PLAN ROUNDS") };
    let text = |path: &str| std::fs::read_to_string(path).expect("a file");
    let day = read_day("day", &text(day)).day.expect("a right day");
    let plan = read_plan("plan", &text(plan)).plan.expect("a plan");
    let verdict = check_route(&day, &plan, None);
    assert!(verdict.stands());
    let rounds = rounds.parse().expect("a number of rounds");
    let started = Instant::now();
    let bound = lower_bound(&day, &plan, &verdict, &BoundOptions { rounds, ..BoundOptions::default() });
    println!("{} visits, {:.1} s", day.visits.len(), started.elapsed().as_secs_f64());
    for (number, it) in bound.levels.iter().enumerate() {
        let share = 100.0 * it.gap_share().unwrap_or(0.0);
        println!("{}: {:.1} of {:.1}, gap {share:.1} % {:?} {:?}", number + 1, it.bound, it.value, it.method, it.end);
    }
}
