//! Starts the processes, keeps every raw line with machine and commit, and sums up.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use thiserror::Error;

#[derive(Debug, Error)]
pub enum BenchError {
    #[error("usage: leon-bench, or leon-bench answer CASE plan|values|everything THREADS")]
    Usage,
    #[error("the case: {0}")]
    Case(String),
    #[error(transparent)]
    Match(#[from] leon_match::MatchError),
    #[error(transparent)]
    File(#[from] std::io::Error),
    #[error("{what} gave no figures: {said}")]
    Silent { what: String, said: String },
    #[error("Leon and its peer disagree on {what}: {leon} and {peer}")]
    Disagree { what: String, leon: f64, peer: f64 },
}

/// The raw output and what has been seen so far.
pub struct Report {
    root: PathBuf,
    raw: File,
    /// Seconds of build and solve, or of the answer, by heading, who and what.
    seconds: BTreeMap<(String, String), Vec<f64>>,
    peaks: BTreeMap<(String, String), f64>,
    /// Optimum of the last peer's run, to hold Leon's to.
    peer_optimum: Option<f64>,
    heading: String,
}

impl Report {
    pub fn new(root: &Path) -> Result<Self, BenchError> {
        let folder = root.join("benches/results");
        std::fs::create_dir_all(&folder)?;
        let mut raw = File::create(folder.join("match.jsonl"))?;
        let machine = serde_json::json!({
            "commit": said(Command::new("git").args(["rev-parse", "--short", "HEAD"]).current_dir(root)),
            "cores": std::thread::available_parallelism().map_or(1, usize::from),
            "cpu": cpu(),
            "rustc": said(Command::new("rustc").arg("--version")),
        });
        writeln!(raw, "{machine}")?;
        println!("{machine}");
        Ok(Self {
            root: root.to_owned(),
            raw,
            seconds: BTreeMap::new(),
            peaks: BTreeMap::new(),
            peer_optimum: None,
            heading: String::new(),
        })
    }

    pub fn heading(&mut self, heading: &str) -> Result<(), BenchError> {
        println!("\n# {heading}");
        heading.clone_into(&mut self.heading);
        Ok(())
    }

    /// The peer: the base case built and solved once.
    pub fn peer(&mut self, what: &str, case: &Path) -> Result<(), BenchError> {
        let venv = self.root.join("target/venv/bin/python3");
        let python = if venv.exists() { venv } else { PathBuf::from("python3") };
        let script = self.root.join("benches/reference/match_highspy.py");
        let line = self.run("highspy", what, Command::new(python).arg(script).arg(case))?;
        let number = |key: &str| line[key].as_f64().unwrap_or(f64::NAN);
        self.peer_optimum = Some(number("optimum"));
        self.note("highspy", what, number("build_s") + number("solve_s"), number("peak_mib"));
        Ok(())
    }

    /// Leon's answer, held to the peer's optimum.
    pub fn leon(&mut self, what: &str, case: &Path, options: &str, threads: usize) -> Result<(), BenchError> {
        let who = format!("leon, {threads} thread{}", if threads == 1 { "" } else { "s" });
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("answer").arg(case).args([options, &threads.to_string()]);
        let line = self.run(&who, what, &mut command)?;
        let number = |key: &str| line[key].as_f64().unwrap_or(f64::NAN);
        if let Some(peer) = self.peer_optimum {
            // The peer's optimum adds bought kroner at a weight below a hundredth of an unmet hour.
            let leon = number("weighted_unmet");
            if !(leon - 1e-6 * peer <= peer && peer <= leon * 1.02 + 1.0) {
                return Err(BenchError::Disagree { what: what.to_owned(), leon, peer });
            }
        }
        self.note(&who, what, number("answer_s"), number("peak_mib"));
        Ok(())
    }

    fn run(&mut self, who: &str, what: &str, command: &mut Command) -> Result<Value, BenchError> {
        let output = command.output()?;
        let silent = || BenchError::Silent {
            what: format!("{who}, {what}"),
            said: String::from_utf8_lossy(&output.stderr).into_owned(),
        };
        let mut line: Value = serde_json::from_slice(&output.stdout).map_err(|_| silent())?;
        line["who"] = who.into();
        line["what"] = what.into();
        line["heading"] = self.heading.as_str().into();
        writeln!(self.raw, "{line}")?;
        Ok(line)
    }

    fn note(&mut self, who: &str, what: &str, seconds: f64, peak_mib: f64) {
        println!("{who:<18} {what:<36} {seconds:>8.2} s {peak_mib:>7.0} MiB");
        let key = (format!("{}: {what}", self.heading), who.to_owned());
        self.seconds.entry(key.clone()).or_default().push(seconds);
        let peak = self.peaks.entry(key).or_insert(0.0);
        *peak = peak.max(peak_mib);
    }

    /// Prints minimum, median and maximum of each, and keeps them after the raw lines.
    pub fn finish(mut self) -> Result<(), BenchError> {
        println!("\n{:<62} {:<16} {:>6} {:>7} {:>6} {:>7}", "what", "who", "least", "median", "most", "MiB");
        for ((what, who), mut seconds) in std::mem::take(&mut self.seconds) {
            seconds.sort_by(f64::total_cmp);
            let (least, median, most) = (seconds[0], seconds[seconds.len() / 2], seconds[seconds.len() - 1]);
            let peak = self.peaks[&(what.clone(), who.clone())];
            println!("{what:<62} {who:<16} {least:>6.2} {median:>7.2} {most:>6.2} {peak:>7.0}");
            let line = serde_json::json!({
                "summary": what, "who": who, "least_s": least, "median_s": median, "most_s": most,
                "runs": seconds.len(), "peak_mib": peak,
            });
            writeln!(self.raw, "{line}")?;
        }
        Ok(())
    }
}

fn said(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn cpu() -> Option<String> {
    let info = std::fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = info.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split(':').nth(1)?.trim().to_owned())
}
