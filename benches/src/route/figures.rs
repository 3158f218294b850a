//! One figure each, as a line of JSON.

use crate::day::day;
use leon_route::{Budget, RouteOptions, plan_routes};
use std::time::{Duration, Instant};

struct Clock {
    start: Instant,
    seconds: f64,
}

impl Budget for Clock {
    fn spent(&self, _iterations: u64) -> f64 {
        self.start.elapsed().as_secs_f64() / self.seconds
    }
}

/// Plans a day for so many seconds and says what came of it.
pub fn plan(visits: &str, seconds: &str, seed: &str, threads: &str) -> Result<(), String> {
    let number = |word: &str| word.parse::<f64>().map_err(|_| format!("'{word}' is no number"));
    let day = day(number(visits)? as usize, number(seed)? as u64)?;
    let budget = Clock { start: Instant::now(), seconds: number(seconds)? };
    let options = RouteOptions {
        seed: 1,
        threads: number(threads)? as usize,
        budget: &budget,
        published: None,
        from: None,
        progress: None,
    };
    let planned = plan_routes(&day, &options).map_err(|error| error.to_string())?;
    let carers = day.carers.len();
    let left_out = planned.plan.left_out.len();
    let line = serde_json::json!({
        "visits": day.visits.len(), "carers": carers, "day_seed": number(seed)?, "threads": options.threads,
        "budget_s": budget.seconds, "wall_s": rounded(budget.start.elapsed()), "iterations": planned.iterations,
        "slots_left_out": left_out, "levels": planned.verdict.levels,
        "goals": planned.verdict.goals.iter().map(|(goal, value)| (goal.word(), *value)).collect::<std::collections::BTreeMap<_, _>>(),
        "peak_mib": peak_mib(),
    });
    println!("{line}");
    Ok(())
}

fn rounded(time: Duration) -> f64 {
    (time.as_secs_f64() * 1000.0).round() / 1000.0
}

/// Peak resident memory of this process, where the system tells it.
fn peak_mib() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kib: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some((kib / 102.4).round() / 10.0)
}
