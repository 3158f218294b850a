//! Measures Leon under the protocol in `PROTOCOL.md`: `make bench`.
//!
//! Every figure comes from a process of its own, which reads a case, answers, and prints one line of
//! JSON; this program starts them in turn, Leon and its peer side by side, and keeps every line.

mod answer;
mod cases;
mod report;

use report::{BenchError, Report};
use std::path::Path;
use std::process::ExitCode;

/// Runs of each pair; an odd number, so that the median is a run.
const RUNS: usize = 5;

fn measure(root: &Path) -> Result<(), BenchError> {
    let national = root.join("cases/denmark");
    let scratch = root.join("target/bench");
    let mut report = Report::new(root)?;

    report.heading("The national case, side by side")?;
    for _ in 0..RUNS {
        report.peer("base, once", &national)?;
        for threads in [1, 2] {
            report.leon("base, once", &national, "plan", threads)?;
            report.leon("prices and every binding", &national, "values", threads)?;
            report.leon("prices, bindings, best set of five", &national, "everything", threads)?;
        }
    }

    report.heading("From 1 to 98 municipalities")?;
    let case = cases::read(&national)?;
    for municipalities in [1, 7, 25, 49, 98] {
        let folder = scratch.join(format!("{municipalities}-municipalities"));
        cases::write(cases::municipalities(&case, municipalities), &folder)?;
        let what = format!("{municipalities} municipalities");
        report.peer(&what, &folder)?;
        report.leon(&what, &folder, "values", 1)?;
    }

    report.heading("Ten times the task detail")?;
    let folder = scratch.join("tenfold");
    cases::write(cases::split_tasks(&case, 10), &folder)?;
    report.peer("tenfold tasks", &folder)?;
    report.leon("tenfold tasks", &folder, "values", 2)?;
    report.finish()
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let done = match words.as_slice() {
        [] => measure(&root),
        ["answer", folder, what, threads] => answer::print(Path::new(folder), what, threads),
        _ => Err(BenchError::Usage),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
