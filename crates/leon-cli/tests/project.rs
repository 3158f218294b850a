//! `leon project` as it is run: what it prints, what it writes, and its exit codes.

use leon_formats::scenario::EXAMPLE;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// A future in which care for each old person stays as it is.
const AGEING: &str = r#"name_da = "Ingen sund aldring"
name_en = "No healthy ageing"

[[parameter]]
parameter = "healthy_ageing"
value = { value = 0, evidence = "assumption", source = "example" }
"#;

/// A folder with the example case and its scenario.
fn desk() -> TempDir {
    let desk = tempfile::tempdir().unwrap();
    assert!(run(desk.path(), &["init", "case"]).status.success());
    std::fs::write(desk.path().join("plan.toml"), EXAMPLE).unwrap();
    std::fs::write(desk.path().join("ageing.toml"), AGEING).unwrap();
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
    let runs: [(&str, &[&str]); 6] = [
        ("project", &["project", "case", "--scenario", "plan.toml", "--draws", "30"]),
        ("project_values", &["project", "case", "--draws", "0", "--top", "3"]),
        ("project_compare", &["project", "compare", "case", "plan.toml", "--draws", "30"]),
        ("project_explain", &["project", "explain", "case", "--scenario", "plan.toml", "--year", "2033", "--top", "6"]),
        ("project_portfolio", &["project", "portfolio", "case", "--scenario", "plan.toml"]),
        ("project_robust", &["project", "robust", "case", "--plan", "plan.toml", "--future", "ageing.toml"]),
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
    assert!(page.contains("<svg") && page.contains("Lidt af hvert") && !page.contains("http"), "{page}");
}

#[test]
fn comparisons_and_portfolios_have_pages_of_their_own() {
    let desk = desk();
    said(&run(desk.path(), &["project", "compare", "case", "plan.toml", "--draws", "8", "--out", "compared"]));
    said(&run(desk.path(), &["project", "portfolio", "case", "--scenario", "plan.toml", "--out", "portfolio"]));
    for (folder, table, words) in [
        ("compared", "terms", ["Hvad forskellen skyldes", "I alt, region for region", "Lidt af hvert"]),
        ("portfolio", "releases", ["Hvem betaler, og hvem vinder", "Lagt sammen, hver for sig", "Robotstøvsuger"]),
    ] {
        let folder = desk.path().join(folder);
        let page = std::fs::read_to_string(folder.join("report.html")).unwrap();
        for word in words {
            assert!(page.contains(word), "{word}: {page}");
        }
        assert!(!page.contains("http"));
        let rows = std::fs::read_to_string(folder.join(format!("{table}.csv"))).unwrap();
        assert!(rows.lines().count() > 3 && folder.join(format!("{table}.parquet")).exists(), "{rows}");
    }
}

#[test]
fn sql_says_how_its_program_is_built() {
    // A leon with no program beside it: the tests' own may have one.
    let desk = tempfile::tempdir().unwrap();
    let leon = desk.path().join(format!("leon{}", std::env::consts::EXE_SUFFIX));
    std::fs::copy(env!("CARGO_BIN_EXE_leon"), &leon).unwrap();
    let output =
        Command::new(leon).args(["sql", "result", "select 1", "--lang", "en"]).env("PATH", "").output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{errors}");
    assert!(errors.contains("make sql"), "{errors}");
}

#[test]
fn a_table_of_statistics_denmark_refreshes_the_case() {
    let desk = desk();
    let rows = [("0-64 år", 11_000), ("65-79 år", 2600), ("80 år og derover", 1100)];
    let table = |area: &str| {
        let row = |(age, persons): &(&str, i32)| format!("{area};{age};2030;{persons}\n");
        "OMRÅDE;ALDER;TID;INDHOLD\n".to_owned() + &rows.iter().map(row).collect::<String>()
    };
    let import = |file: &str, text: &str, more: &[&str]| {
        std::fs::write(desk.path().join(file), text).unwrap();
        run(desk.path(), &[&["import", "statbank", file, "--case", "case", "--lang", "en"], more].concat())
    };
    let before = std::fs::read_to_string(desk.path().join("case/care_use.csv")).unwrap();
    let refused = import("AED06.csv", "no table", &["--setting", "home_care"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).starts_with("L871 AED06.csv"), "{refused:?}");
    assert_eq!(std::fs::read_to_string(desk.path().join("case/care_use.csv")).unwrap(), before, "nothing is written");
    assert_eq!(import("AED06.csv", &table("Nord"), &["--setting", "kitchen"]).status.code(), Some(2));

    // Of 14,700: 1,100 are 80 or more, 2,600 are 65 to 79.
    let text = said(&import("AED06.csv", &table("Nord"), &["--setting", "home_care"]));
    assert_eq!(text, "AED06.csv: 3 new rows in care_use.\n");
    let after = std::fs::read_to_string(desk.path().join("case/care_use.csv")).unwrap();
    assert!(after.contains("home_care,80+,0.0748,,,register,dst-aed06"), "{after}");
    // The case is whole and says where the figures come from.
    let checked = said(&run(desk.path(), &["check", "case", "--lang", "en"]));
    assert!(!checked.is_empty());
    let sources = std::fs::read_to_string(desk.path().join("case/sources.csv")).unwrap();
    assert!(sources.contains("dst-aed06,AED06,Danmarks Statistik"), "{sources}");
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
    std::fs::write(desk.path().join("late.toml"), EXAMPLE.replace("from = 2029", "from = 2059")).unwrap();
    refused(1, &["project", "case", "--scenario", "late.toml"], "late.toml, line 25");
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

#[test]
fn a_row_of_a_table_stands_for_one_scenario() {
    let desk = desk();
    // The same plan twice.
    let twice = ["--scenario", "plan.toml", "--scenario", "plan.toml", "--draws", "0", "--out", "out"];
    said(&run(desk.path(), &[&["project", "case"][..], &twice].concat()));
    for (table, key) in [("technologies", 3), ("years", 2), ("staff_groups", 3), ("places", 3)] {
        let text = std::fs::read_to_string(desk.path().join(format!("out/{table}.csv"))).unwrap();
        let keys: Vec<Vec<&str>> = text.lines().skip(1).map(|row| row.split(',').take(key).collect()).collect();
        let once: std::collections::BTreeSet<_> = keys.iter().collect();
        assert!(!keys.is_empty() && once.len() == keys.len(), "{table}: {text}");
    }
}
