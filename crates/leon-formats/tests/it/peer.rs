//! Programs and libraries of others that say whether files are what they should be.

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The public validator of data packages: the project's own virtual environment first.
fn frictionless() -> Option<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/venv/bin/frictionless");
    let runs = |program: &PathBuf| Command::new(program).arg("--version").output().is_ok_and(|it| it.status.success());
    [own, PathBuf::from("frictionless")].into_iter().find(runs)
}

/// Panics with what the validator says of the package in a folder, unless it accepts it. Does nothing
/// when the validator is not installed, unless `LEON_REQUIRE_PEERS=1`.
pub fn accepted_by_frictionless(dir: &Path) {
    let Some(program) = frictionless() else {
        assert!(std::env::var("LEON_REQUIRE_PEERS").as_deref() != Ok("1"), "frictionless is not installed");
        return eprintln!("frictionless is not installed: not validated");
    };
    let said = Command::new(program).args(["validate", "datapackage.json"]).current_dir(dir).output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stdout));
}

/// What the public library `icalendar` reads in a calendar. `None` when it is not installed, unless
/// `LEON_REQUIRE_PEERS=1`.
pub fn read_by_icalendar(text: &str) -> Option<Value> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/venv/bin/python");
    let knows = |python: &PathBuf| {
        Command::new(python).args(["-c", "import icalendar"]).output().is_ok_and(|it| it.status.success())
    };
    let Some(python) = [own, PathBuf::from("python3")].into_iter().find(knows) else {
        assert!(std::env::var("LEON_REQUIRE_PEERS").as_deref() != Ok("1"), "icalendar is not installed");
        eprintln!("icalendar is not installed: the calendar is not read");
        return None;
    };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/read_calendar.py");
    let mut child = Command::new(python).arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let said = child.wait_with_output().unwrap();
    assert!(said.status.success(), "{text}");
    Some(serde_json::from_slice(&said.stdout).unwrap())
}
