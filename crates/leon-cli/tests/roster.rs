//! `leon roster` as it is run: what it prints, writes and refuses.

use std::process::{Command, Output};
use tempfile::TempDir;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../leon-formats/tests/it/research/rosters");

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_leon"))
        .args(arguments)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "en_GB.UTF-8")
        .output()
        .unwrap()
}

fn ok(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn refused(code: i32, arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}");
    String::from_utf8(output.stderr).unwrap()
}

const WEEK: [&str; 11] = [
    "roster",
    "plan",
    "--format",
    "inrc2",
    "--data",
    DATA,
    "--instance",
    "n003w1_0_0",
    "--iterations",
    "50000",
    "--out",
];

fn shifts() -> String {
    format!("{DATA}/three.txt")
}

#[test]
fn a_week_is_planned_into_a_file() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("rosters");
    let printed = ok(&[&WEEK[..], &[out.to_str().unwrap()]].concat());
    let roster = std::fs::read_to_string(out.join("sol-week0.txt")).unwrap();
    assert!(roster.starts_with("SOLUTION\n0 n003w1\n\nASSIGNMENTS = "), "{roster}");
    // Anna comes from a night, so she works no early shift on Monday: the one Early Nurse is Bo.
    assert!(roster.contains("Bo Mon Early Nurse"), "{roster}");
    assert!(printed.starts_with("3 nurses, 1 weeks: cost "), "{printed}");
}

#[test]
fn the_same_seed_gives_the_same_roster_and_one_week_alone_is_the_whole() {
    let folder = TempDir::new().unwrap();
    let plan = |name: &str, more: &[&str]| {
        let out = folder.path().join(name);
        ok(&[&WEEK[..], &[out.to_str().unwrap()], more].concat());
        std::fs::read_to_string(out.join("sol-week0.txt")).unwrap()
    };
    let first = plan("a", &[]);
    assert_eq!(first, plan("b", &[]));
    assert_eq!(first, plan("c", &["--week-by-week"]));
}

#[test]
fn shifts_are_planned_into_a_file() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("roster.csv");
    let file = shifts();
    let printed = ok(&[
        "roster",
        "plan",
        "--format",
        "shiftsched",
        &file,
        "--iterations",
        "100000",
        "--out",
        out.to_str().unwrap(),
    ]);
    let roster = std::fs::read_to_string(&out).unwrap();
    assert!(!roster.lines().any(|line| line == "A,0,D" || line.starts_with("C,0,D")), "{roster}");
    assert!(printed.starts_with("3 employees, 7 days: cost "), "{printed}");
}

#[test]
fn what_no_roster_can_cost_less_than_is_said() {
    let file = shifts();
    let bound =
        |more: &[&str]| ok(&[&["roster", "bound", "--format", "shiftsched", &file, "--lang", "en"], more].concat());
    let planned = planned_cost(&file);
    let printed = bound(&["--search", "100000"]);
    assert!(printed.contains("No roster that keeps the rules costs less than "), "{printed}");
    let words = printed.split("costs less than ").nth(1).and_then(|it| it.split('.').next());
    let least: f64 = words.unwrap().replace(',', "").parse().unwrap();
    assert!(least <= planned, "{printed}");
    assert!(printed.contains("A search found one for "), "{printed}");
    assert_eq!(printed, bound(&["--search", "100000"]));
    let alone = bound(&["--search", "0", "--rounds", "0"]);
    assert!(alone.contains("Proven by looking at each person") && !alone.contains("A search"), "{alone}");
    let weeks = ["roster", "bound", "--format", "inrc2", "--data", DATA, "--instance", "n003w1_0_0", "--lang", "da"];
    let printed = ok(&[&weeks[..], &["--search", "50000"]].concat());
    assert!(printed.starts_with("Hvad ingen vagtplan kan koste mindre end"), "{printed}");
}

/// What a search finds.
fn planned_cost(file: &str) -> f64 {
    let printed = ok(&["roster", "plan", "--format", "shiftsched", file, "--iterations", "100000", "--lang", "en"]);
    printed.trim().rsplit("cost ").next().unwrap().trim_end_matches('.').replace(',', "").parse().unwrap()
}

#[test]
fn what_cannot_be_is_refused_in_words() {
    let file = shifts();
    for (code, arguments, said) in [
        (2, vec!["--format", "inrc2", "--data", DATA, "--instance", "n003w1"], "Write it as n030w4_1_6-2-9-1"),
        (2, vec!["--format", "inrc2", "--data", DATA, "--instance", "n003w1_0_0-0"], "names 2 weeks"),
        (2, vec!["--format", "inrc2", "--data", DATA, "--instance", "n003w1_0_0", &file], "and no file"),
        (2, vec!["--format", "shiftsched", &file, "--instance", "n003w1_0_0"], "without --data"),
        (2, vec!["--format", "shiftsched", &file, "--week-by-week"], "Only INRC-II"),
        (2, vec!["--format", "shiftsched", &file, "--threads", "2"], "--threads 1"),
        (1, vec!["--format", "inrc2", "--data", DATA, "--instance", "n003w1_1_0"], "H0-n003w1-1.txt"),
        (1, vec!["--format", "shiftsched", &format!("{DATA}/Sc-n003w1.txt")], "L602"),
    ] {
        let errors = refused(code, &[&["roster", "plan", "--seconds", "0.1"], arguments.as_slice()].concat());
        assert!(errors.contains(said), "{arguments:?}: {errors}");
    }
}

const PERIOD: &str = include_str!("../../leon-formats/src/period/example.json");

#[test]
fn a_period_is_read_and_what_a_roster_breaks_is_said_with_its_source() {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(path("period.json"), PERIOD).unwrap();
    let holds = ok(&["roster", "check", &path("period.json"), "--lang", "en"]);
    assert!(holds.starts_with("The period 2026-11-23 to 2027-01-03 is in order: 12 people"), "{holds}");
    // An evening until 23:00 and a day from 07:00: 8 hours of rest, which the ward's agreement allows and health advice
    // does not. s02 works no nights.
    std::fs::write(
        path("roster.json"),
        r#"{"schema": "leon/roster/1", "assignments": [
            {"person": "s01", "date": "2026-11-24", "shift": "e"}, {"person": "s01", "date": "2026-11-25", "shift": "d"},
            {"person": "s02", "date": "2026-11-26", "shift": "n"}]}"#,
    )
    .unwrap();
    for (lang, title, rest) in [
        ("en", "The roster breaks these rules", "8 h 00 min against 11 h 00 min"),
        ("da", "Vagtplanen bryder disse regler", "8 t 00 min mod 11 t 00 min"),
    ] {
        let output = run(&["roster", "check", &path("period.json"), &path("roster.json"), "--lang", lang]);
        assert_eq!(output.status.code(), Some(1));
        let printed = String::from_utf8(output.stdout).unwrap();
        assert!(printed.starts_with(title), "{printed}");
        assert!(printed.contains(rest) && printed.contains("G2"), "{printed}");
    }
    std::fs::write(path("broken.json"), PERIOD.replacen("\"first\"", "\"frist\"", 1)).unwrap();
    let problems = refused(1, &["roster", "check", &path("broken.json"), "--lang", "en"]);
    assert!(problems.contains("L404") && problems.contains("first"), "{problems}");
}

#[test]
fn a_period_is_planned_and_what_is_written_passes_the_check() {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(path("period.json"), PERIOD).unwrap();
    let (period, first, second) = (path("period.json"), path("first.json"), path("second.json"));
    let plan = |out: &str| {
        ok(&["roster", "plan", &period, "--iterations", "300000", "--seed", "7", "--lang", "en", "--out", out])
    };
    let printed = plan(&first);
    assert!(printed.starts_with("Not covered") && printed.ends_with("The roster keeps every rule.\n"), "{printed}");
    plan(&second);
    let read = |path: &str| std::fs::read_to_string(path).unwrap();
    assert_eq!(read(&first), read(&second));
    let checked = ok(&["roster", "check", &period, &first, "--lang", "en"]);
    assert!(checked.ends_with("The roster keeps every rule.\n"), "{checked}");
    let before = ok(&[
        "roster",
        "plan",
        &period,
        "--from",
        &first,
        "--published",
        &first,
        "--told",
        "2026-11-20T12:00",
        "--iterations",
        "30000",
        "--lang",
        "en",
    ]);
    assert!(before.contains("Dates changed"), "{before}");
}
