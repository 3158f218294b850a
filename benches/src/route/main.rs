//! Measures the planning of made-up days under the protocol in `PROTOCOL.md`: `make bench-route`.
//!
//! Prints one line of JSON for each figure. `leon-bench-route days` runs all sizes, each in a process of its own.

mod day;
mod figures;

use std::process::{Command, ExitCode};

/// Visits, seconds, seed of each day planned.
const DAYS: &[(usize, f64, u64)] =
    &[(350, 5.0, 1), (350, 600.0, 1), (350, 5.0, 2), (350, 600.0, 2), (3_000, 60.0, 1), (20_000, 300.0, 1)];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["days"] => DAYS.iter().try_for_each(|(visits, seconds, seed)| {
            let myself = std::env::current_exe().map_err(|error| error.to_string())?;
            let figures =
                ["plan".to_owned(), visits.to_string(), seconds.to_string(), seed.to_string(), "2".to_owned()];
            let status = Command::new(myself).args(figures).status().map_err(|error| error.to_string())?;
            if status.success() { Ok(()) } else { Err(format!("{visits} visits: {status}")) }
        }),
        ["plan", visits, seconds, seed, threads] => figures::plan(visits, seconds, seed, threads),
        _ => Err("usage: leon-bench-route days | plan VISITS SECONDS SEED THREADS".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}
