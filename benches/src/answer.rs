//! One answer in a process of its own, with its times and peak memory as a line of JSON.

use crate::cases;
use crate::report::BenchError;
use leon_match::{Options, match_tasks};
use std::path::Path;
use std::time::Instant;

/// Reads a case, answers it and prints what that took.
pub fn print(folder: &Path, what: &str, threads: &str) -> Result<(), BenchError> {
    let start = Instant::now();
    let case = cases::read(folder)?;
    let read = start.elapsed();
    let options = match what {
        "plan" => Options::default(),
        "values" => Options { prices: true, value_bindings: true, ..Options::default() },
        "everything" => Options::everything(),
        _ => return Err(BenchError::Usage),
    };
    let threads = threads.parse().map_err(|_| BenchError::Usage)?;
    let start = Instant::now();
    let matched = match_tasks(&case, &Options { threads, ..options })?;
    let answered = start.elapsed();
    let seconds = |time: std::time::Duration| (time.as_secs_f64() * 1000.0).round() / 1000.0;
    let line = serde_json::json!({
        "read_s": seconds(read),
        "answer_s": seconds(answered),
        "columns": matched.effort.columns,
        "rows": matched.effort.rows,
        "parts": matched.effort.components,
        "solves": matched.effort.solves,
        "weighted_unmet": matched.plan.objective.weighted_unmet,
        "bought_dkk": matched.plan.objective.bought_dkk,
        "bindings_valued": matched.binding_values.len(),
        "hours_priced": matched.prices.len(),
        "peak_mib": peak_mib(),
    });
    println!("{line}");
    Ok(())
}

/// Peak resident memory of this process, where the system tells it.
fn peak_mib() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kib: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some((kib / 102.4).round() / 10.0)
}
