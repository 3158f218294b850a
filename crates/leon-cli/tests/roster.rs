//! `leon roster` as it is run: what it prints, writes and refuses.

use std::process::{Command, Output};
use tempfile::TempDir;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../leon-formats/tests/it/research/rosters");

/// A roster of the example period, made by hand.
const ROSTER: &str = include_str!("../../leon-formats/tests/it/roster.json");

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
    assert!(printed.starts_with("3 nurses, 1 week: cost "), "{printed}");
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

/// A folder with the example period and a roster of it that is made by hand.
fn example() -> (TempDir, impl Fn(&str) -> String) {
    let folder = TempDir::new().unwrap();
    let root = folder.path().to_owned();
    let path = move |name: &str| root.join(name).to_str().unwrap().to_owned();
    std::fs::write(path("period.json"), PERIOD).unwrap();
    std::fs::write(path("roster.json"), ROSTER).unwrap();
    (folder, path)
}

#[test]
fn a_roster_is_published_as_a_folder() {
    let (_folder, path) = example();
    let publish = |lang: &str| {
        let out = path("out");
        ok(&["roster", "publish", &path("period.json"), &path("roster.json"), "--out", &out, "--lang", lang])
    };
    let printed = publish("da");
    assert!(printed.contains("roster.html"), "{printed}");
    let names = |folder: &str| {
        let entries = std::fs::read_dir(path(folder)).unwrap().map(|it| it.unwrap().file_name());
        let mut names: Vec<String> = entries.map(|it| it.into_string().unwrap()).collect();
        names.retain(|it| !it.ends_with(".parquet"));
        names.sort();
        names.join(" ")
    };
    let people = "a01 a02 a03 f01 h01 k01 s01 s02 s03 s04 s05 s06";
    assert_eq!(names("out/calendars"), people.split(' ').map(|it| format!("{it}.ics")).collect::<Vec<_>>().join(" "));
    let tables = "burden cover hours ledger pay roster run wishes";
    let csv: Vec<String> = tables.split(' ').map(|it| format!("{it}.csv")).collect();
    let mut files: Vec<&str> = csv.iter().map(String::as_str).collect();
    files.extend(["calendars", "datapackage.json", "roster.html", "roster.xlsx"]);
    files.sort_unstable();
    assert_eq!(names("out"), files.join(" "));

    for table in ["burden", "cover", "hours", "wishes"] {
        insta::assert_snapshot!(
            format!("published_{table}"),
            std::fs::read_to_string(path(&format!("out/{table}.csv"))).unwrap()
        );
    }
    for lang in ["da", "en"] {
        // An earlier result is replaced.
        publish(lang);
        let page = std::fs::read_to_string(path("out/roster.html")).unwrap();
        assert!(!page.contains("<script") && !page.contains("http"), "the page stands alone");
        let (_, body) = page.split_once("<body>").unwrap();
        insta::assert_snapshot!(format!("published_page_{lang}"), body.replace("<tr", "\n<tr").replace("<li", "\n<li"));
    }

    // What is not Leon's is left alone.
    std::fs::write(path("out/calendars/mine.txt"), "mine").unwrap();
    let arguments = ["roster", "publish", &path("period.json"), &path("roster.json"), "--out", &path("out")];
    refused(2, &arguments);
    assert_eq!(std::fs::read_to_string(path("out/calendars/mine.txt")).unwrap(), "mine");
}

#[test]
fn a_moved_duty_is_paid_for_and_its_event_is_newer() {
    let (_folder, path) = example();
    let moved = ROSTER.replacen(
        r#""s01", "date": "2026-11-23", "shift": "d""#,
        r#""s01", "date": "2026-11-23", "shift": "e""#,
        1,
    );
    assert_ne!(moved, ROSTER);
    std::fs::write(path("moved.json"), moved).unwrap();
    let out = path("out");
    let known = ["--published", &path("roster.json"), "--told", "2026-11-22T18:00"];
    let arguments = ["roster", "publish", &path("period.json"), &path("moved.json"), "--out", &out];
    ok(&[&arguments[..], &known].concat());
    let pay = std::fs::read_to_string(path("out/pay.csv")).unwrap();
    let paid: Vec<&str> = pay.lines().filter(|it| it.contains("moved_duty")).collect();
    // From 15 to 23 there was no duty, and 18:00 the day before is 21 hours' notice of the 24: 480 minutes.
    assert!(paid.len() == 1 && paid[0].starts_with("s01,nurse,") && paid[0].ends_with(",480"), "{paid:?}");
    let calendar = std::fs::read_to_string(path("out/calendars/s01.ics")).unwrap();
    assert!(calendar.contains("DTSTAMP:20261122T170000Z"), "{calendar}");
}

#[test]
fn a_roster_of_other_people_is_not_published() {
    let (_folder, path) = example();
    std::fs::write(path("other.json"), ROSTER.replacen("\"s01\"", "\"s99\"", 1)).unwrap();
    let arguments =
        ["roster", "publish", &path("period.json"), &path("other.json"), "--out", &path("out"), "--lang", "en"];
    let said = refused(1, &arguments);
    assert!(said.contains("s99"), "{said}");
    assert!(!std::path::Path::new(&path("out")).exists());
    let said = refused(1, &["ledger", &path("period.json"), &path("other.json"), "--lang", "en"]);
    assert!(said.contains("s99"), "{said}");
}

#[test]
fn the_book_of_a_roster_and_what_another_releases() {
    let (_folder, path) = example();
    let fewer = ROSTER.replacen(r#"    {"person": "k01", "date": "2026-11-23", "shift": "k"},"#, "", 1);
    assert_ne!(fewer, ROSTER);
    std::fs::write(path("fewer.json"), fewer).unwrap();
    for lang in ["da", "en"] {
        let book = ok(&["ledger", &path("period.json"), &path("roster.json"), "--lang", lang]);
        insta::assert_snapshot!(format!("roster_ledger_{lang}"), book);
        let vs = path("fewer.json");
        let released = ok(&["ledger", &path("period.json"), &path("roster.json"), "--vs", &vs, "--lang", lang]);
        insta::assert_snapshot!(format!("roster_released_{lang}"), released);
    }
    // The published table is the same book.
    ok(&["roster", "publish", &path("period.json"), &path("roster.json"), "--out", &path("out")]);
    assert_eq!(ok(&["ledger", &path("out")]), ok(&["ledger", &path("period.json"), &path("roster.json")]));
}

#[test]
fn a_roster_is_explained_and_compared_in_both_languages() {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(path("period.json"), PERIOD).unwrap();
    let roster = |name: &str, duties: &str| {
        let text = format!(r#"{{"schema": "leon/roster/1", "assignments": [{duties}]}}"#);
        std::fs::write(path(name), text).unwrap();
    };
    let duty =
        |date: &str, shift: &str| format!(r#"{{"person": "s01", "date": "2026-11-{date}", "shift": "{shift}"}}"#);
    roster("before.json", &duty("24", "e"));
    roster("after.json", &[duty("24", "e"), duty("26", "d")].join(","));
    let (period, before, after) = (path("period.json"), path("before.json"), path("after.json"));
    for (lang, title, conflicts, off, goal) in [
        (
            "en",
            "What would cover it",
            "Some roster keeps every hard wish",
            "2026-11-26: off → d",
            "Hours beside the norm",
        ),
        (
            "da",
            "Hvad der kan dække den",
            "Der findes en vagtplan, som holder",
            "2026-11-26: fri → d",
            "Timer ved siden af",
        ),
    ] {
        let explain = |more: &[&str]| ok(&[&["roster", "explain", &period, &before, "--lang", lang], more].concat());
        let printed = explain(&["--uncovered", "0@2026-11-25"]);
        assert!(printed.contains(title) && printed.contains("1. "), "{printed}");
        let worth = explain(&["--goals", "--top", "1"]);
        assert!(worth.contains("s01") || worth.contains("h01"), "{worth}");
        assert!(explain(&["--conflicts"]).contains(conflicts));
        let diff = ok(&["roster", "diff", &period, &before, &after, "--lang", lang]);
        assert!(diff.contains(off) && diff.contains("s01") && diff.contains(goal), "{diff}");
    }
    for (question, said) in [
        (["--uncovered", "x"], "Write it like 3@2026-12-24"),
        (["--uncovered", "900@2026-11-25"], "There is no row 900"),
        (["--wish", "none"], "The period has no wish none"),
        (["--wishes", "nobody"], "The period has no nobody"),
    ] {
        let errors = refused(2, &[&["roster", "explain", &period, &before, "--lang", "en"], &question[..]].concat());
        assert!(errors.contains(said), "{question:?}: {errors}");
    }
}

/// Three people's duties, made by hand.
const DUTIES: &str = r#"{"schema": "leon/roster/1", "assignments": [
    {"person": "s02", "date": "2026-12-01", "shift": "d", "function": "coordinator"},
    {"person": "s01", "date": "2026-12-02", "shift": "d", "function": "coordinator"},
    {"person": "a01", "date": "2026-12-01", "shift": "e"}]}"#;

#[test]
fn a_roster_that_people_know_is_changed_in_words() {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (period, roster) = (path("period.json"), path("roster.json"));
    let (new_period, repaired, swapped) = (path("after.json"), path("repaired.json"), path("swapped.json"));
    std::fs::write(&period, PERIOD).unwrap();
    std::fs::write(&roster, DUTIES).unwrap();
    let told = ["--told", "2026-11-30T12:00"];
    for lang in ["da", "en"] {
        let say = |command: &str, more: &[&str]| {
            ok(&[&["roster", command, &period, &roster, "--lang", lang], &told[..], more].concat())
        };
        let ill = ["--absent", "s02", "2026-12-01", "2026-12-03", "illness", "--iterations", "0", "--top", "1"];
        let out = ["--out", &repaired, "--out-period", &new_period];
        insta::assert_snapshot!(format!("repair_{lang}"), say("repair", &[&ill[..], &out].concat()));
        let open = ["--person", "s02", "--date", "2026-12-01", "--count", "2"];
        insta::assert_snapshot!(format!("recommend_{lang}"), say("recommend", &open));
        let swap = ["--person", "s02", "--date", "2026-12-01", "--top", "2", "--take", "1", "--out", &swapped];
        insta::assert_snapshot!(format!("swap_{lang}"), say("swap", &swap));
    }
    for (period, roster) in [(&new_period, &repaired), (&period, &swapped)] {
        let checked = ok(&["roster", "check", period, roster, "--lang", "en"]);
        assert!(checked.ends_with("The roster keeps every rule.\n"), "{checked}");
    }
    let events = path("events.json");
    let happened = r#"{"schema": "leon/roster-events/1", "events": [
        {"kind": "absent", "person": "s02", "first": "2026-12-01", "last": "2026-12-03"},
        {"kind": "returns", "person": "s04", "first": "2026-12-02"},
        {"kind": "cover", "row": 0, "first": "2026-12-02", "min": 4}]}"#;
    std::fs::write(&events, happened).unwrap();
    for lang in ["da", "en"] {
        let all = ["roster", "repair", &period, &roster, "--lang", lang, "--told", "2026-11-30T12:00"];
        let more = ["--events", &events, "--iterations", "0", "--top", "1"];
        let printed = String::from_utf8(run(&[&all[..], &more].concat()).stdout).unwrap();
        insta::assert_snapshot!(format!("repair_events_{lang}"), printed);
    }
    // A wish and an absence that do not fit into the period are told in words, in both languages.
    for (lang, said) in [("da", "ligger ikke i perioden"), ("en", "does not lie in the period")] {
        let off = ["--off", "s02", "2027-12-01", "2027-12-02", "--told", "2026-11-30T12:00"];
        let errors = refused(1, &[&["roster", "repair", &period, &roster, "--lang", lang], &off[..]].concat());
        assert!(errors.contains(said), "{errors}");
    }
    for (code, arguments, said) in [
        (2, vec!["repair", "--told", "2026-11-30T12:00"], "--absent"),
        (2, vec!["repair", "--told", "2026-11-30T12:00", "--leaves", "s02", "tomorrow"], "2026-11-23"),
        (1, vec!["repair", "--told", "2026-11-30T12:00", "--leaves", "x", "2026-12-01"], "no x"),
        (1, vec!["recommend", "--told", "2026-11-30T12:00", "--person", "s02", "--date", "2026-12-05"], "no duty"),
        (1, vec!["recommend", "--told", "2026-12-01T12:00", "--person", "s02", "--date", "2026-12-01"], "has begun"),
        (1, vec!["recommend", "--told", "2026-11-30T12:00", "--row", "99", "--date", "2026-12-01"], "0 to 8"),
        (1, vec!["swap", "--person", "s02", "--date", "2027-12-01"], "does not lie in the period"),
    ] {
        let (command, more) = arguments.split_first().unwrap();
        let all = [&["roster", command, &period, &roster, "--lang", "en"], more].concat();
        let errors = refused(code, &all);
        assert!(errors.contains(said), "{arguments:?}: {errors}");
    }
}

#[test]
fn a_round_of_wishes_is_settled_and_told() {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (period, roster) = (path("period.json"), path("roster.json"));
    std::fs::write(&period, PERIOD).unwrap();
    std::fs::write(&roster, DUTIES).unwrap();
    for lang in ["da", "en"] {
        let all = ["roster", "explain", &period, &roster, "--lang", lang, "--wishes", "--iterations", "1000"];
        insta::assert_snapshot!(format!("round_{lang}"), ok(&all));
    }
}

#[test]
fn cover_comes_out_of_what_was_measured() {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (period, demand, out) = (path("period.json"), path("demand.csv"), path("out.json"));
    std::fs::write(&period, PERIOD).unwrap();
    // Forty weeks, Mondays to Fridays, 3 and 5 by turns, on Fridays 2.
    let first: leon_model::Date = "2026-01-05".parse().unwrap();
    let mut list = "date,from,to,unit,groups,staff\n".to_owned();
    for day in (0..280).filter(|it| it % 7 < 5) {
        let people = if day % 7 == 4 { 2 } else { 3 + 2 * (day % 2) };
        list += &format!("{},07:00,15:00,m1,nurse ssa ssh,{people}\n", first + day);
    }
    std::fs::write(&demand, &list).unwrap();
    for lang in ["da", "en"] {
        let printed = ok(&["roster", "cover", &period, "--history", &demand, "--lang", lang]);
        insta::assert_snapshot!(format!("cover_{lang}"), printed);
    }
    let level = ["--service-level", "0.95", "--source", "Plejetyngde 2026", "--class", "measured", "--out", &out];
    ok(&[&["roster", "cover", &period, "--history", &demand], &level[..]].concat());
    let written = std::fs::read_to_string(&out).unwrap();
    assert!(written.contains(r#""evidence":{"class":"measured","source":"Plejetyngde 2026"}"#), "{written}");
    ok(&["roster", "check", &out]);
    for (code, more, said) in [
        (1, vec!["--observations-min", "41"], "must be 41"),
        (2, vec!["--unit", "m1"], "--from-day"),
        (2, vec!["--service-level", "0.3"], "0.5 to 0.9999"),
    ] {
        let errors =
            refused(code, &[&["roster", "cover", &period, "--history", &demand, "--lang", "en"], &more[..]].concat());
        assert!(errors.contains(said), "{more:?}: {errors}");
    }
    std::fs::write(&demand, list.replace("m1", "m9")).unwrap();
    let errors = refused(1, &["roster", "cover", &period, "--history", &demand, "--lang", "da"]);
    assert!(errors.contains("række 2, kolonne unit: 'm9' findes ikke under units"), "{errors}");
}

#[test]
fn cover_comes_out_of_a_plan_of_visits() {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (day, plan, period, out) = (path("day.json"), path("plan.json"), path("period.json"), path("out.json"));
    let denmark = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases/denmark");
    ok(&["generate", "day", denmark, "--municipality", "461", "--visits", "40", "--out", &day]);
    ok(&["route", "plan", &day, "--iterations", "300", "--out", &plan]);
    ok(&[
        "generate",
        "roster",
        "--kind",
        "home-care",
        "--people",
        "20",
        "--units",
        "1",
        "--weeks",
        "4",
        "--out",
        &period,
    ]);
    // The day's unskilled carers are a group that the made-up period does not have.
    let written = std::fs::read_to_string(&period).unwrap();
    let more = r#""groups": [{"id": "unskilled", "level": 1},"#;
    std::fs::write(&period, written.replacen(r#""groups": ["#, more, 1)).unwrap();
    let read = leon_formats::period::read_period("p", &std::fs::read_to_string(&period).unwrap()).period.unwrap();
    let unit = read.units[0].id.to_string();
    let arguments = ["roster", "cover", &period, "--from-day", &day, &plan, "--unit", &unit, "--weekdays", "mon,tue"];
    let output = run(&[&arguments[..], &["--lang", "en", "--out", &out]].concat());
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{errors}");
    assert!(errors.contains("so they give no rows"), "a ward's period need not name what visits ask for: {errors}");
    let printed = String::from_utf8(output.stdout).unwrap();
    // A day that is made up measures nothing.
    assert!(printed.contains("Assumption") && !printed.contains("Measured"), "{printed}");
    ok(&["roster", "check", &out]);
}
