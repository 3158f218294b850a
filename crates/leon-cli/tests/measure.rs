//! `leon measure` as it is run: what it refuses, and its exit codes.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// Small days, and few rounds.
const SMALL: [&str; 8] = ["--days", "2", "--visits", "20", "--iterations", "200", "--lang", "da"];

fn denmark() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/denmark")
}

/// A folder with the national case and a few of its measures.
fn desk() -> TempDir {
    let desk = tempfile::tempdir().unwrap();
    let case = desk.path().join("case");
    std::fs::create_dir_all(case.join("measures")).unwrap();
    for entry in std::fs::read_dir(denmark()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            std::fs::copy(&path, case.join(path.file_name().unwrap())).unwrap();
        }
    }
    for id in ["electronic-locks", "placebo", "screen-visits", "task-shift-wards"] {
        let file = format!("measures/{id}.toml");
        std::fs::copy(denmark().join(&file), case.join(&file)).unwrap();
    }
    desk
}

fn run(dir: &Path, arguments: &[&str]) -> Output {
    let mut leon = Command::new(env!("CARGO_BIN_EXE_leon"));
    leon.args(arguments).current_dir(dir).env("COLUMNS", "100");
    ["LC_ALL", "LC_MESSAGES", "LANG"].iter().fold(&mut leon, |leon, name| leon.env_remove(name)).output().unwrap()
}

#[test]
fn what_cannot_be_measured_is_said() {
    let desk = desk();
    let table: [(&[&str], i32, &str); 6] = [
        (&["--measure", "unknown"], 1, "unknown.toml kan ikke læses"),
        (&["--measure", "screen-visits", "--with", "task-shift-wards"], 2, "kan ikke måles sammen"),
        (&["--measure", "placebo", "--municipality", "101", "--days", "1"], 2, "for få til et interval"),
        (&["--measure", "placebo", "--day", "x.json"], 2, "--municipality"),
        (&["--measure", "placebo", "--all"], 2, "--all"),
        (&[], 2, "--measure"),
    ];
    for (asked, code, words) in table {
        let days = asked.contains(&"--days");
        let base: &[&str] = if days { &SMALL[2..] } else { &SMALL };
        let output = run(desk.path(), &[&["measure", "case"], base, asked].concat());
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{asked:?}: {errors}");
        assert!(errors.contains(words), "{asked:?}: {errors}");
    }
}
