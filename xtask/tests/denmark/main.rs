//! The national case: the committed files are what the inputs give, its sums are the sources', and
//! what is done today keeps the rules that are said to be in force.

mod projection;
mod sums;
mod today;

use leon_model::{Case, looks_like_cpr};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use xtask::denmark;

static CASE: LazyLock<Case> = LazyLock::new(|| {
    let tables = denmark::build(&folder().join("inputs")).expect("the inputs are read");
    Case::new(tables).expect("the tables are a case")
});

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(denmark::FOLDER)
}

/// Every CSV file of a folder with its text.
fn csv_files(dir: &Path) -> Vec<(PathBuf, String)> {
    let paths = std::fs::read_dir(dir).expect("a folder").map(|it| it.expect("a file").path());
    let csv = paths.filter(|it| it.extension().is_some_and(|ext| ext == "csv"));
    csv.map(|path| (path.clone(), std::fs::read_to_string(path).expect("UTF-8"))).collect()
}

#[track_caller]
fn assert_close(left: f64, right: f64, by: f64) {
    assert!((left - right).abs() <= by, "{left} is not within {by} of {right}");
}

#[test]
fn building_again_gives_the_committed_files() {
    let fresh = tempfile::tempdir().expect("a temporary folder");
    denmark::write(&folder().join("inputs"), fresh.path()).expect("the case is built");
    let mut names: Vec<_> =
        csv_files(fresh.path()).into_iter().filter_map(|(path, _)| path.file_name().map(Into::into)).collect();
    assert_eq!(names.len(), csv_files(&folder()).len(), "a table is missing or left over");
    names.push(PathBuf::from("datapackage.json"));
    for name in names {
        let [built, committed] = [fresh.path(), &folder()].map(|dir| std::fs::read(dir.join(&name)).ok());
        assert!(built == committed, "{name:?} differs: run `cargo run --release -p xtask -- denmark` and commit");
    }
}

#[test]
fn the_committed_case_reads_back_as_it_was_built() {
    let read = leon_formats::read_case(&folder()).expect("the committed case is read");
    assert!(read.into_tables() == *CASE.clone(), "a value changed on its way through the files");
}

#[test]
fn nothing_is_odd_about_the_case() {
    assert_eq!(CASE.warnings(), []);
}

#[test]
fn no_cell_looks_like_a_cpr_number() {
    for (path, text) in csv_files(&folder()).into_iter().chain(csv_files(&folder().join("inputs"))) {
        let cell = text.split([',', '\n']).find(|cell| looks_like_cpr(cell));
        assert_eq!(cell, None, "{}", path.display());
    }
}

/// A source is cited by a row, by a scenario or what is said of it, or by the README where it describes the case as a whole.
#[test]
fn every_source_is_cited() {
    let readme = std::fs::read_to_string(folder().join("README.md")).expect("the case's README");
    let tables = csv_files(&folder()).into_iter().chain(csv_files(&folder().join("inputs")));
    let rows: Vec<String> = tables.filter(|(path, _)| !path.ends_with("sources.csv")).map(|(_, text)| text).collect();
    let scenarios = std::fs::read_dir(folder().join("scenarios")).expect("the case's scenarios");
    let scenarios: Vec<String> =
        scenarios.map(|it| std::fs::read_to_string(it.expect("a file").path()).expect("a scenario")).collect();
    for source in &CASE.sources {
        let id = source.id.as_str();
        let by_row = rows.iter().any(|text| text.split([',', '\n']).any(|cell| cell == id));
        let cites = [format!("source = \"{id}\""), format!("({id})")];
        let by_row = by_row || scenarios.iter().any(|text| cites.iter().any(|it| text.contains(it)));
        assert!(by_row || readme.contains(&format!("`{id}`")), "{id} is cited nowhere");
    }
}

#[test]
fn a_broken_input_is_told_with_file_line_and_column() {
    let inputs = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in csv_files(&folder().join("inputs")) {
        let name = path.file_name().expect("a file");
        let text = if name == "spread.csv" { text.replacen("0.47,0.53,0,", "0.47,0.5x,0,", 1) } else { text };
        std::fs::write(inputs.path().join(name), text).expect("written");
    }
    let error = denmark::build(inputs.path()).expect_err("0.5x is no number").to_string();
    assert!(error.ends_with("spread.csv, line 2, by_65_79: '0.5x' is not a number"), "{error}");
}
