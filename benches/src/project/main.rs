//! Measures the stock-flow core of projections beside plain numpy, under the protocol in `PROTOCOL.md`.
//!
//! `leon-bench-project` runs both in turn and keeps every line; `leon-bench-project core THREADS` is one run of Leon's.

use leon_project::{AGES, Cohorts, Rates};
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;

/// Municipalities × staff groups.
const TEAMS: usize = 98 * 9;
const YEARS: usize = 20;
const DRAWS: usize = 1000;
/// Runs of each; an odd number, so that the median is a run.
const RUNS: usize = 5;

/// All teams of a draw over the years: people at work in the last year.
fn draw(number: usize) -> f64 {
    let retires = std::array::from_fn(|age| if age < 42 { 0.0 } else { 0.15 });
    let ages = std::array::from_fn(|age| 1.0 + (age % 7) as f64);
    let rates = Rates::new(&retires, 0.04 + number as f64 * 1e-6, 0.1, &ages);
    let team = |team: usize| {
        let mut cohorts = Cohorts::new(100.0 + team as f64, 30.0, &ages);
        let mut at_work = 0.0;
        for _ in 0..YEARS {
            cohorts.pass_year(&rates, 5.0);
            at_work = cohorts.at_work();
        }
        at_work
    };
    (0..TEAMS).map(team).sum()
}

/// Seconds of processor that this thread has used, where the system tells it.
fn processor_s() -> Option<f64> {
    let used = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    used.split_whitespace().next()?.parse::<f64>().ok().map(|nanoseconds| nanoseconds / 1e9)
}

/// One run: draws shared out over threads; a line of JSON.
fn core(threads: usize) -> String {
    let begun = Instant::now();
    let (people, processor_s) = std::thread::scope(|scope| {
        let share = |thread: usize| {
            move || ((thread..DRAWS).step_by(threads).map(draw).sum::<f64>(), processor_s().unwrap_or(f64::NAN))
        };
        let running: Vec<_> = (0..threads).map(|thread| scope.spawn(share(thread))).collect();
        let shares = running.into_iter().map(|it| it.join().unwrap_or((f64::NAN, f64::NAN)));
        shares.fold((0.0, 0.0), |sum, it| (sum.0 + it.0, sum.1 + it.1))
    });
    let seconds = begun.elapsed().as_secs_f64();
    let cell_years = (TEAMS * AGES * YEARS * DRAWS) as f64;
    serde_json::json!({
        "who": "leon", "threads": threads, "seconds": seconds, "processor_s": processor_s,
        "cell_years_per_processor_s": cell_years / processor_s, "people": people,
    })
    .to_string()
}

fn measure(root: &Path) -> std::io::Result<()> {
    let mut raw = File::create(root.join("benches/results/project_core.jsonl"))?;
    let said = |command: &mut Command| {
        let output = command.output().map(|it| it.stdout).unwrap_or_default();
        String::from_utf8_lossy(&output).trim().to_owned()
    };
    let machine = serde_json::json!({
        "commit": said(Command::new("git").args(["rev-parse", "--short", "HEAD"]).current_dir(root)),
        "cores": std::thread::available_parallelism().map_or(1, usize::from),
        "rustc": said(Command::new("rustc").arg("--version")),
    });
    let mut keep = |line: &str| {
        println!("{line}");
        writeln!(raw, "{line}")
    };
    keep(&machine.to_string())?;
    let leon = std::env::current_exe()?;
    for _ in 0..RUNS {
        keep(&said(Command::new("python3").arg(root.join("benches/reference/project_numpy.py"))))?;
        for threads in ["1", "2"] {
            keep(&said(Command::new(&leon).args(["core", threads])))?;
        }
    }
    Ok(())
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let done = match words.as_slice() {
        [] => measure(&root).map_err(|error| error.to_string()),
        ["core", threads] => threads.parse().map_err(|_| format!("{threads} is no number")).map(|threads: usize| {
            println!("{}", core(threads.max(1)));
        }),
        _ => Err("usage: leon-bench-project, or leon-bench-project core THREADS".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
