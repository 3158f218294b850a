//! The public validator of data packages.

use std::path::{Path, PathBuf};
use std::process::Command;

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
