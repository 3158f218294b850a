//! `leon measure` as it is run on the example of `leon init`: what it prints, writes and refuses, and its exit codes.

use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// Small days, and few rounds.
const SMALL: [&str; 8] = ["--days", "2", "--visits", "20", "--iterations", "100", "--lang", "da"];
const HERE: [&str; 2] = ["--municipality", "nord"];

/// A measure of the example: what stands above its tables, who can have it, and what it changes.
fn measure_file(id: &str, top: &str, eligible: &str, change: &str) -> String {
    let figure = |values: &str| format!("{{ {values}, class = \"assumption\", source = \"guess\" }}");
    format!(
        "id = \"{id}\"\nname_da = \"Prøven {id}\"\nname_en = \"Trial {id}\"\n{top}\n[eligible]\n{eligible}\nshare = {}\n\
         [take_up]\nadoption = {}\ndrop_out = {}\nfailure = {}\n{change}\n[sources]\nguess = \"Et gæt\"\n",
        figure("value = 1.0"),
        figure("value = 0.9, low = 0.5, high = 1.0"),
        figure("value = 0.0"),
        figure("value = 0.1, low = 0.0, high = 0.2"),
    )
}

const HALF: &str =
    "[[change]]\nkind = \"duration\"\nfactor = { value = 0.5, class = \"assumption\", source = \"guess\" }";
const FEWER_AT_NIGHT: &str = "[[change]]\nkind = \"cover\"\nshifts = [\"night\"]\nat_least = 1\n\
                              factor = { value = 0.5, class = \"assumption\", source = \"guess\" }";

/// The example's case with four measures: cleaning that is gone, cleaning that takes half of its time in two readings,
/// and fewer at work by night.
fn desk() -> TempDir {
    let desk = tempfile::tempdir().unwrap();
    said(&run(desk.path(), &["init", "case"]));
    std::fs::create_dir(desk.path().join("case/measures")).unwrap();
    let cleaning = "tasks = [\"cleaning\", \"meals\"]";
    let measures = [
        ("vacuum", "technology = \"robot_vacuum\"", cleaning, "[[change]]\nkind = \"disappears\""),
        ("quick", "", cleaning, HALF),
        ("quick-too", "instead_of = \"quick\"", cleaning, HALF),
        ("nights", "", "units = [\"nursing_home\"]", FEWER_AT_NIGHT),
    ];
    for (id, top, eligible, change) in measures {
        write(desk.path(), id, &measure_file(id, top, eligible, change));
    }
    desk
}

fn write(dir: &Path, id: &str, text: &str) {
    std::fs::write(dir.join(format!("case/measures/{id}.toml")), text).unwrap();
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

fn measure(dir: &Path, more: &[&str]) -> Output {
    run(dir, &[&["measure", "case"], &SMALL[..], more].concat())
}

/// The rows of a table that was written, by column; no cell of these tables holds a comma.
fn rows(file: &Path) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(file).unwrap();
    text.lines().skip(1).map(|row| row.split(',').map(str::to_owned).collect()).collect()
}

#[test]
fn a_study_is_printed_written_and_the_same_again() {
    let desk = desk();
    let asked = [&["--measure", "vacuum", "--out", "out"][..], &HERE].concat();
    let printed = said(&measure(desk.path(), &asked));
    assert!(printed.contains("Prøven vacuum") && printed.contains("Lovet: 4 medarbejdere"), "{printed}");
    let read = |name: &str| std::fs::read_to_string(desk.path().join("out").join(name)).unwrap();
    let page = read("report.html");
    for heading in ["Hvad blev lovet, og holder det?", "For hvem?", "Hvor sikkert er det?"] {
        assert!(page.contains(heading), "{heading}");
    }
    assert!(!page.contains("<script") && !page.contains("src=\"http"), "the page stands alone");
    let (days, run_table) = (read("days.csv"), read("run.csv"));
    assert_eq!(days.lines().count(), 3, "{days}");
    assert!(run_table.contains("synthetic,true") && run_table.contains("case_sha256,"), "{run_table}");
    let again = measure(desk.path(), &[&asked[..], &["--threads", "2"]].concat());
    assert_eq!((said(&again), read("days.csv"), read("report.html")), (printed, days, page));
}

#[test]
fn what_was_measured_goes_back_into_a_case() {
    let desk = desk();
    let asked = [&["--measure", "vacuum", "--case-out", "with"][..], &HERE].concat();
    said(&measure(desk.path(), &asked));
    let technologies = std::fs::read_to_string(desk.path().join("with/technologies.csv")).unwrap();
    assert!(technologies.lines().any(|it| it.starts_with("robot_vacuum,") && it.contains("measured")));
    let sources = std::fs::read_to_string(desk.path().join("with/sources.csv")).unwrap();
    assert!(sources.contains("measured by Leon (synthetic days)") && sources.contains("100 rounds"), "{sources}");
    said(&run(desk.path(), &["check", "with"]));
}

#[test]
fn measures_stand_beside_each_other_and_together() {
    let desk = desk();
    std::fs::remove_file(desk.path().join("case/measures/nights.toml")).unwrap();
    let printed = said(&measure(desk.path(), &[&["--all", "--out", "all"][..], &HERE].concat()));
    assert!(printed.contains("Alle sammen") && printed.contains("Prøven quick + Prøven vacuum"), "{printed}");
    let all = desk.path().join("all");
    let page = std::fs::read_to_string(all.join("report.html")).unwrap();
    assert!(page.contains("quick-too.html") && page.contains("Hver for sig frigiver de"));
    assert!(std::fs::read_to_string(all.join("quick.html")).unwrap().contains("Intet løfte"));
    assert_eq!(rows(&all.join("measures.csv")).len(), 3);
    // Of the two readings of one measure the first alone. What is gone takes no half of its time besides.
    let together = rows(&all.join("together.csv"));
    assert_eq!((together.len(), together[0][0].as_str()), (1, "quick+vacuum"));
    let number = |column: usize| together[0][column].parse::<f64>().unwrap();
    let [alone, together, overlap] = [2, 5, 8].map(number);
    assert!(overlap > 0.0 && (alone - together - overlap).abs() < 1e-6, "{alone} − {together} = {overlap}");
    // The same asked for by name says the same.
    let asked = ["--measure", "quick", "--with", "vacuum", "--out", "both"];
    said(&measure(desk.path(), &[&asked[..], &HERE].concat()));
    assert_eq!(rows(&desk.path().join("both/together.csv")), rows(&all.join("together.csv")));
}

#[test]
fn what_the_answer_leans_on_is_shown() {
    let desk = desk();
    let asked = ["--measure", "quick", "--drivers", "--draws", "4", "--out", "out"];
    let printed = said(&measure(desk.path(), &[&asked[..], &HERE].concat()));
    assert!(printed.contains("take_up.adoption (0,50 – 1,00)") && printed.contains("plan flade"), "{printed}");
    // Two figures have a range.
    for table in ["drivers", "regression"] {
        assert_eq!(rows(&desk.path().join(format!("out/{table}.csv"))).len(), 2, "{table}");
    }
}

#[test]
fn rosters_are_measured_too() {
    let desk = desk();
    let printed = said(&measure(desk.path(), &["--measure", "nights", "--weeks", "1"]));
    assert!(printed.contains("opdigtede perioder på 1 uger (Plejecentre)"), "{printed}");
}

#[test]
fn days_come_from_files() {
    let desk = desk();
    for seed in ["1", "2"] {
        let out = format!("day{seed}.json");
        let day = [&["generate", "day", "case", "--visits", "20", "--seed", seed, "--out", &out][..], &HERE].concat();
        said(&run(desk.path(), &day));
    }
    let days = [&["--measure", "quick", "--day", "day1.json", "--day", "day2.json"][..], &HERE].concat();
    let printed = said(&measure(desk.path(), &days));
    assert!(printed.contains("2 opdigtede dage fra filer"), "{printed}");
    for file in ["day1.json", "day2.json"] {
        let text = std::fs::read_to_string(desk.path().join(file)).unwrap();
        let real = text.replace("\"synthetic\":true", "\"synthetic\":false");
        let real = real.replace("\"synthetic\": true", "\"synthetic\": false");
        assert_ne!(text, real);
        std::fs::write(desk.path().join(file), real).unwrap();
    }
    let printed = said(&measure(desk.path(), &days));
    assert!(printed.contains("2 virkelige dage"), "{printed}");
}

#[test]
fn what_cannot_be_measured_is_said() {
    let desk = desk();
    let table: [(&[&str], i32, &str); 8] = [
        (&["--measure", "unknown"], 1, "unknown.toml kan ikke læses"),
        (&["--measure", "quick", "--with", "nights"], 2, "kan ikke måles sammen"),
        (&["--measure", "quick", "--municipality", "nord", "--days", "1"], 2, "for få til et interval"),
        (&["--measure", "quick", "--municipality", "nord", "--draws", "3"], 2, "4 eller flere med --draws"),
        (&["--measure", "quick", "--day", "x.json"], 2, "--municipality"),
        (&["--measure", "quick", "--all"], 2, "--all"),
        (&["--all", "--draws", "9"], 2, "--draws"),
        (&[], 2, "--measure"),
    ];
    for (asked, code, words) in table {
        let base: &[&str] = if asked.contains(&"--days") { &SMALL[2..] } else { &SMALL };
        let output = run(desk.path(), &[&["measure", "case"], base, asked].concat());
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{asked:?}: {errors}");
        assert!(errors.contains(words), "{asked:?}: {errors}");
    }
}

#[test]
fn a_damaged_measure_is_told_what_is_wrong() {
    let desk = desk();
    // What is written, what instead, the message in Danish and in English.
    let table = [
        (
            "\"cleaning\", \"meals\"",
            "\"cleaning\", \"hoovering\"",
            ["M014 eligible.tasks[1]: Casen har ikke \"hoovering\".", "M014 eligible.tasks[1]: The case has no"],
        ),
        (
            "value = 0.5",
            "value = 1.5",
            ["M010 change[0].factor: 1.5 ligger ikke mellem 0 og 1.", "M010 change[0].factor: 1.5 does not lie"],
        ),
        (
            "kind = \"duration\"",
            "kind = \"shorter\"",
            ["M006 change[0].kind: \"shorter\" kendes ikke.", "M006 change[0].kind: \"shorter\" is not known."],
        ),
        (
            "id = \"quick\"",
            "id = \"quick\"\ninstead_of = \"quick\"",
            ["M015 instead_of: Et tiltag kan ikke stå", "M015 instead_of: A measure cannot stand"],
        ),
        ("[sources]", "[sources", ["M002 Linje", "M002 Line"]),
    ];
    let good = std::fs::read_to_string(desk.path().join("case/measures/quick.toml")).unwrap();
    for (one, other, messages) in table {
        let bad = good.replacen(one, other, 1);
        assert_ne!(bad, good, "{one}");
        write(desk.path(), "quick", &bad);
        for (lang, message) in ["da", "en"].into_iter().zip(messages) {
            let output = run(desk.path(), &["measure", "case", "--measure", "quick", "--lang", lang]);
            let errors = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(1), "{other}: {errors}");
            assert!(errors.contains(message), "{other}: {errors}");
        }
    }
}
