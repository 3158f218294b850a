//! Holds the crates to the house: arrows only downwards, and each outside world known to one crate.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use thiserror::Error;

/// Floors from the ground up; a crate may use floors below its own.
const FLOORS: &[(&str, &[&str])] = &[
    ("ground", &["leon-model", "leon-ledger", "leon-check", "leon-lp"]),
    ("planners", &["leon-match", "leon-roster", "leon-route"]),
    ("studies", &["leon-generate", "leon-measure", "leon-project"]),
    ("faces", &["leon-formats", "leon-pages", "leon-roads", "leon-store", "leon-server", "leon-cli"]),
    ("tools", &["leon-bench", "leon-browser", "leon-postgres", "xtask"]),
];

/// Crates that may use others of their own floor, and which.
const BESIDE: &[(&str, &[&str])] = &[
    ("leon-ledger", &["leon-model"]),
    ("leon-check", &["leon-model"]),
    ("leon-cli", &["leon-formats", "leon-pages", "leon-roads", "leon-server"]),
    ("leon-pages", &["leon-formats"]),
    ("leon-server", &["leon-formats", "leon-pages", "leon-store"]),
    ("leon-measure", &["leon-generate"]),
];

/// The only of Leon's crates that a crate may use, where that is less than its floor allows.
const ALONE: &[(&str, &[&str])] = &[
    ("leon-model", &[]),
    ("leon-lp", &[]),
    ("leon-check", &["leon-model"]),
    ("leon-ledger", &["leon-model"]),
    ("leon-formats", &["leon-model"]),
    ("leon-roads", &[]),
    ("leon-store", &[]),
];

/// Outside crates that only one of Leon's crates may know.
const KNOWN_TO_ONE: &[(&str, &str)] = &[
    ("highs-sys", "leon-lp"),
    ("csv", "leon-formats"),
    ("icalendar", "leon-formats"),
    ("parquet", "leon-formats"),
    ("clap", "leon-cli"),
    ("axum", "leon-server"),
    ("sqlx", "leon-store"),
    ("openidconnect", "leon-server"),
];

/// Dependencies that planners, studies and the ground must not have: they do no I/O and read no clock.
const NOT_BELOW_FACES: &[&str] = &["tokio", "reqwest", "ureq", "sqlx", "axum", "rand", "jiff", "chrono", "tempfile"];

#[derive(Debug, Error)]
pub enum DirectionError {
    #[error("cargo metadata did not answer: {0}")]
    Metadata(String),
    #[error("the house is not as ARCHITECTURE.md says:\n{}", .0.join("\n"))]
    Broken(Vec<String>),
}

/// Reads the workspace's dependencies and checks every arrow.
pub fn check(root: &Path) -> Result<(), DirectionError> {
    let broken = broken(&dependencies(root)?);
    if broken.is_empty() { Ok(()) } else { Err(DirectionError::Broken(broken)) }
}

/// The ordinary dependencies of each crate of the workspace.
type Dependencies = BTreeMap<String, Vec<String>>;

fn dependencies(root: &Path) -> Result<Dependencies, DirectionError> {
    let failed = |error: &dyn std::fmt::Display| DirectionError::Metadata(error.to_string());
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--no-deps", "--locked"])
        .current_dir(root)
        .output()
        .map_err(|error| failed(&error))?;
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).map_err(|error| failed(&error))?;
    let name = |value: &serde_json::Value| value["name"].as_str().unwrap_or_default().to_owned();
    let list = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_default();
    let ordinary = |package: &serde_json::Value| {
        list(&package["dependencies"]).iter().filter(|it| it["kind"].is_null()).map(name).collect()
    };
    Ok(list(&metadata["packages"]).iter().map(|package| (name(package), ordinary(package))).collect())
}

fn find<T: Copy>(table: &[(&str, T)], key: &str) -> Option<T> {
    table.iter().find(|(name, _)| *name == key).map(|(_, value)| *value)
}

fn broken(dependencies: &Dependencies) -> Vec<String> {
    let floor_of = |name: &str| FLOORS.iter().position(|(_, crates)| crates.contains(&name));
    let faces = FLOORS.iter().position(|(floor, _)| *floor == "faces");
    let mut broken = Vec::new();
    for (name, uses) in dependencies {
        let Some(floor) = floor_of(name) else {
            broken.push(format!("{name} stands on no floor: name it in xtask/src/directions.rs and ARCHITECTURE.md"));
            continue;
        };
        for used in uses {
            if let Some(below) = floor_of(used) {
                let beside = find(BESIDE, name).is_some_and(|crates| crates.contains(&used.as_str()));
                let alone = find(ALONE, name).is_none_or(|crates| crates.contains(&used.as_str()));
                if (below >= floor && !beside) || !alone {
                    broken.push(format!("{name} uses {used}, which is not below it"));
                }
            }
            if let Some(only) = find(KNOWN_TO_ONE, used)
                && only != name
                && Some(floor) < floor_of("xtask")
            {
                broken.push(format!("{name} uses {used}, which only {only} may know"));
            }
            if Some(floor) < faces && NOT_BELOW_FACES.contains(&used.as_str()) {
                broken.push(format!("{name} uses {used}: planners and the ground do no I/O and read no clock"));
            }
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn house(name: &str, uses: &str) -> Vec<String> {
        broken(&Dependencies::from([(name.to_owned(), vec![uses.to_owned()])]))
    }

    #[test]
    fn arrows_point_downwards() {
        assert!(house("leon-match", "leon-lp").is_empty());
        assert!(house("leon-cli", "leon-formats").is_empty());
        assert_eq!(house("leon-lp", "leon-match"), ["leon-lp uses leon-match, which is not below it"]);
        assert_eq!(house("leon-check", "leon-lp"), ["leon-check uses leon-lp, which is not below it"]);
        assert_eq!(house("leon-match", "highs-sys"), ["leon-match uses highs-sys, which only leon-lp may know"]);
        assert_eq!(
            house("leon-match", "rand"),
            ["leon-match uses rand: planners and the ground do no I/O and read no clock"]
        );
        assert!(house("leon-new", "leon-model")[0].starts_with("leon-new stands on no floor"));
    }

    #[test]
    fn this_workspace_is_as_the_house_says() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        check(&root).unwrap_or_else(|error| panic!("{error}"));
    }
}
