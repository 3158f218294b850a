//! `leon project` as it is run: what it prints, what it writes, and its exit codes.

use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

const PLAN: &str = r#"name_da = "Skærm og flere uddannede"
name_en = "Screens and more graduates"

[[technology]]
technology = "screen_visits"
effect = { from = "case" }
ceiling = { value = 0.9, low = 0.6, high = 1.0, evidence = "assumption", source = "example" }
adoption = { curve = "logistic", from = 2026, half = 2029, years_10_to_90 = 6.0 }

[[lift]]
binding = "medicine_by_authorised"
from = 2030

[[education]]
staff_group = "ssa"
from = 2027
intake_change = { value = 2, low = 1, high = 3, evidence = "assumption", source = "example" }

[[cost]]
name_da = "Skærme"
name_en = "Screens"
payer = "municipality"
from = 2026
to = 2030
dkk_per_year = { value = 400000, evidence = "claim", source = "supplier" }
"#;

/// A folder with the example case and a scenario.
fn desk() -> TempDir {
    let desk = tempfile::tempdir().unwrap();
    assert!(run(desk.path(), &["init", "case"]).status.success());
    std::fs::write(desk.path().join("plan.toml"), PLAN).unwrap();
    desk
}

fn run(dir: &Path, arguments: &[&str]) -> Output {
    let mut leon = Command::new(env!("CARGO_BIN_EXE_leon"));
    leon.args(arguments).current_dir(dir).env("COLUMNS", "100");
    ["LC_ALL", "LC_MESSAGES", "LANG"].iter().fold(&mut leon, |leon, name| leon.env_remove(name)).output().unwrap()
}

fn said(output: &Output) -> String {
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{errors}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn what_is_printed_of_a_projection() {
    let desk = desk();
    let runs: [(&str, &[&str]); 4] = [
        ("project", &["project", "case", "--scenario", "plan.toml", "--draws", "30"]),
        ("project_values", &["project", "case", "--draws", "0", "--top", "3"]),
        ("project_compare", &["project", "compare", "case", "plan.toml", "--draws", "30"]),
        ("project_explain", &["project", "explain", "case", "--scenario", "plan.toml", "--year", "2033", "--top", "6"]),
    ];
    for (name, arguments) in runs {
        for lang in ["da", "en"] {
            let text = said(&run(desk.path(), &[arguments, &["--lang", lang]].concat()));
            insta::assert_snapshot!(format!("{name}_{lang}"), text);
        }
    }
}

#[test]
fn the_folder_is_the_same_to_the_byte_on_any_number_of_threads() {
    let desk = desk();
    for threads in ["1", "2", "8"] {
        let arguments = ["project", "case", "--scenario", "plan.toml", "--draws", "8", "--threads", threads, "--out"];
        said(&run(desk.path(), &[&arguments[..], &[threads]].concat()));
    }
    let names = |dir: &str| {
        let mut names: Vec<_> =
            std::fs::read_dir(desk.path().join(dir)).unwrap().map(|it| it.unwrap().file_name()).collect();
        names.sort();
        names
    };
    assert!(names("1").len() > 15, "tables as CSV and Parquet, a workbook, a page: {:?}", names("1"));
    for name in names("1") {
        let read = |dir: &str| std::fs::read(desk.path().join(dir).join(&name)).unwrap();
        for other in ["2", "8"] {
            assert!(read("1") == read(other), "{name:?} differs on {other} threads");
        }
    }
    let page = std::fs::read_to_string(desk.path().join("1/report.html")).unwrap();
    assert!(page.contains("<svg") && page.contains("Skærm og flere uddannede") && !page.contains("http"), "{page}");
}

#[test]
fn what_cannot_be_projected_is_said() {
    let desk = desk();
    let refused = |code: i32, arguments: &[&str], word: &str| {
        let output = run(desk.path(), &[arguments, &["--lang", "en"]].concat());
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{errors}");
        assert!(errors.contains(word) && output.stdout.is_empty(), "{errors}");
    };
    refused(1, &["project", "case", "--scenario", "missing.toml"], "missing.toml");
    std::fs::write(desk.path().join("late.toml"), PLAN.replace("from = 2030", "from = 2060")).unwrap();
    refused(1, &["project", "case", "--scenario", "late.toml"], "late.toml, line 10");
    refused(2, &["project", "explain", "case", "--year", "2100"], "2100 is not one of the case's years, 2026 to 2035");
    // The table itself: a column of places has the same name, further up.
    let json = desk.path().join("case/datapackage.json");
    let mut text = std::fs::read_to_string(&json).unwrap();
    let name = "\"name\": \"population\"";
    let at = text.rfind(name).unwrap();
    text.replace_range(at..at + name.len(), "\"name\": \"people\"");
    std::fs::write(&json, text).unwrap();
    refused(1, &["project", "case"], "no population by age");
}
