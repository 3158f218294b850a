//! The command as it is run: what it prints, in both languages, and its exit codes.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// A folder with the example case in it.
struct Desk(TempDir);

impl Desk {
    fn with_example() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.ok(&["init", "case", "--lang", "en"]);
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_leon"))
            .args(arguments)
            .current_dir(self.0.path())
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env_remove("LANG")
            .env("COLUMNS", "100")
            .output()
            .unwrap()
    }

    /// Standard output of a run that goes well.
    fn ok(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", text(&output.stderr));
        text(&output.stdout)
    }

    /// Standard error of a run that ends with this exit code and prints nothing else.
    fn refused(&self, code: i32, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", text(&output.stderr));
        assert_eq!(text(&output.stdout), "", "{arguments:?}");
        text(&output.stderr)
    }

    /// Replaces the first occurrence of a text in a file of the case.
    fn change(&self, file: &str, from: &str, to: &str) {
        let path = self.path("case").join(file);
        let before = std::fs::read_to_string(&path).unwrap();
        assert!(before.contains(from), "{file} has no {from}");
        std::fs::write(path, before.replacen(from, to, 1)).unwrap();
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Every file of a folder, by name.
fn files(dir: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(dir).unwrap().map(|it| it.unwrap());
    let mut files: Vec<_> =
        entries.map(|it| (it.file_name().into_string().unwrap(), std::fs::read(it.path()).unwrap())).collect();
    files.sort();
    files
}

#[test]
fn what_is_printed_of_the_example() {
    let desk = Desk::with_example();
    let runs: [(&str, &[&str]); 5] = [
        ("check", &["check", "case"]),
        ("check_evidence", &["check", "case", "--evidence"]),
        ("match", &["match", "case"]),
        ("match_lifted", &["match", "case", "--only-justified", "--no-prices", "--no-values", "--top", "2"]),
        ("explain", &["match", "case", "--explain", "gap:nord:ssh"]),
    ];
    for (name, arguments) in runs {
        for lang in ["da", "en"] {
            let printed = desk.ok(&[arguments, &["--lang", lang]].concat());
            insta::assert_snapshot!(format!("{name}_{lang}"), printed);
        }
    }
}

#[test]
fn what_is_printed_of_a_ledger() {
    let desk = Desk::with_example();
    desk.ok(&["match", "case", "--out", "without"]);
    desk.ok(&["match", "case", "--only-justified", "--out", "with"]);
    for lang in ["da", "en"] {
        insta::assert_snapshot!(format!("ledger_{lang}"), desk.ok(&["ledger", "without", "--lang", lang]));
        let released = desk.ok(&["ledger", "without", "--vs", "with", "--lang", lang]);
        insta::assert_snapshot!(format!("released_{lang}"), released);
    }
}

#[test]
fn a_result_released_nothing_against_itself() {
    let desk = Desk::with_example();
    desk.ok(&["match", "case", "--out", "result"]);
    let printed = desk.ok(&["ledger", "result", "--vs", "result", "--lang", "en"]);
    assert!(printed.contains("0:00 of staff time is released"), "{printed}");
}

#[test]
fn unequal_needs_are_not_compared() {
    let desk = Desk::with_example();
    desk.ok(&["match", "case", "--out", "without"]);
    desk.change("needs.csv", "nord,home_care,cleaning,low,", "nord,home_care,cleaning,low,1");
    desk.ok(&["match", "case", "--out", "with"]);
    let said = desk.refused(1, &["ledger", "without", "--vs", "with", "--lang", "en"]);
    assert!(said.contains("Cleaning (low) in Home care, Nord"), "{said}");
}

#[test]
fn the_answer_is_the_same_on_any_number_of_threads() {
    let desk = Desk::with_example();
    let answer = |threads: &str| {
        let printed = desk.ok(&["match", "case", "--threads", threads, "--out", "result"]);
        (printed, files(&desk.path("result")))
    };
    let (one, two) = (answer("1"), answer("2"));
    assert_eq!(one.0, two.0);
    for (a, b) in one.1.iter().zip(&two.1) {
        assert_eq!(a.0, b.0);
        assert!(a.1 == b.1, "{} differs", a.0);
    }
}

#[test]
fn a_result_is_whole_and_the_report_stands_alone() {
    let desk = Desk::with_example();
    desk.ok(&["match", "case", "--out", "result"]);
    let names: Vec<_> = files(&desk.path("result")).into_iter().map(|it| it.0).collect();
    let tables = names.iter().filter(|it| it.ends_with(".csv")).count();
    assert_eq!(tables, names.iter().filter(|it| it.ends_with(".parquet")).count());
    for name in ["datapackage.json", "report.html", "result.xlsx", "run.csv", "gap_by_place.csv", "prices.csv"] {
        assert!(names.iter().any(|it| it == name), "{name}");
    }
    let report = std::fs::read_to_string(desk.path("result/report.html")).unwrap();
    assert!(report.contains("<html lang=\"da\">"));
    for outside in ["<script", "src=", "<link", "@import", "url("] {
        assert!(!report.contains(outside), "{outside}");
    }
    let left: Vec<_> = std::fs::read_dir(desk.0.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "{left:?}"); // the case and the result, nothing half
}

/// The public validator of data packages: the project's own virtual environment first.
fn frictionless() -> Option<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/venv/bin/frictionless");
    let runs = |program: &PathBuf| Command::new(program).arg("--version").output().is_ok_and(|it| it.status.success());
    [own, PathBuf::from("frictionless")].into_iter().find(runs)
}

/// Does nothing when the validator is not installed, unless `LEON_REQUIRE_PEERS=1`.
#[test]
fn the_public_validator_accepts_a_result() {
    let Some(program) = frictionless() else {
        assert!(std::env::var("LEON_REQUIRE_PEERS").as_deref() != Ok("1"), "frictionless is not installed");
        return eprintln!("frictionless is not installed: not validated");
    };
    let desk = Desk::with_example();
    desk.ok(&["match", "case", "--out", "result"]);
    let said = Command::new(program).args(["validate", "datapackage.json"]).current_dir(desk.path("result")).output();
    let said = said.unwrap();
    assert!(said.status.success(), "{}", text(&said.stdout));
}

#[test]
fn a_folder_that_is_no_result_is_left_alone() {
    let desk = Desk::with_example();
    desk.refused(2, &["match", "case", "--out", "case"]);
    desk.ok(&["match", "case", "--out", "result"]);
    desk.ok(&["match", "case", "--out", "result"]); // an earlier result is replaced
    std::fs::write(desk.path("result/notes.txt"), "mine").unwrap();
    desk.refused(2, &["match", "case", "--out", "result"]);
    assert_eq!(std::fs::read_to_string(desk.path("result/notes.txt")).unwrap(), "mine");
    desk.refused(2, &["init", "case"]);
    desk.ok(&["init", "case", "--force"]);
}

#[test]
fn what_is_wrong_is_said_with_its_exit_code() {
    let desk = Desk::with_example();
    let runs: [(&str, i32, &[&str]); 6] = [
        ("no_case", 1, &["check", "nowhere"]),
        ("no_result", 1, &["ledger", "case"]),
        ("unknown_binding", 2, &["match", "case", "--lift", "nothing"]),
        ("unknown_place", 2, &["match", "case", "--explain", "gap:atlantis:ssh"]),
        ("unknown_group", 2, &["match", "case", "--explain", "gap:nord:wizard"]),
        ("foreign_folder", 2, &["match", "case", "--out", "case"]),
    ];
    for (name, code, arguments) in runs {
        for lang in ["da", "en"] {
            let said = desk.refused(code, &[arguments, &["--lang", lang]].concat());
            insta::assert_snapshot!(format!("refused_{name}_{lang}"), said);
        }
    }
    desk.refused(2, &["match", "case", "--explain", "nord"]);
    desk.change("needs.csv", ",low,", ",lav,");
    let said = desk.refused(1, &["check", "case"]);
    assert!(said.contains("needs.csv, række 2, kolonne complexity"), "{said}");
}

#[test]
fn the_locale_chooses_the_language() {
    let desk = Desk::with_example();
    let check = |variable: &str, locale: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_leon"));
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            command.env_remove(name);
        }
        let command = command.args(["check", "case"]).current_dir(desk.0.path()).env(variable, locale);
        text(&command.output().unwrap().stdout)
    };
    assert!(check("LANG", "en_GB.UTF-8").contains("is in order"));
    assert!(check("LC_ALL", "C").contains("er i orden"));
    assert!(check("LC_MESSAGES", "da_DK.UTF-8").contains("er i orden"));
}

#[test]
fn the_national_case_is_answered_alike_on_any_number_of_threads() {
    let desk = Desk(tempfile::tempdir().unwrap());
    let case = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases/denmark");
    let answer = |threads: &str| {
        desk.ok(&["match", case, "--lang", "en", "--no-values", "--threads", threads, "--lift", "ward-odd-jobs"])
    };
    let printed = answer("1");
    // Five regions, 98 municipalities: the five worst and 93 more.
    for part in ["Region Nordjylland", "… and 93 more", "Scarcity price", "Binding lifted: Odd jobs on wards"] {
        assert!(printed.contains(part), "no {part} in:\n{printed}");
    }
    assert_eq!(printed, answer("2"));
}
