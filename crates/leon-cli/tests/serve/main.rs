//! `leon serve` and `leon user`, as a person would start them, over HTTP.

mod faults;
mod kills;
mod served;

use served::{PASSWORD, add, example, leon, serve};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Weighted unmet hours in a page: what comes after the heading of the key figure.
fn weighted(page: &str) -> f64 {
    let after = page.split("<dt>Vægtet efter alvor</dt>").nth(1).unwrap_or_else(|| panic!("{page}"));
    let number = after.split("<strong>").nth(1).unwrap().split("</strong>").next().unwrap();
    number.replace('.', "").replace(',', ".").parse().unwrap()
}

#[test]
fn the_demo_shows_the_gap_and_what_a_thrown_switch_does() {
    let folder = tempfile::tempdir().unwrap();
    let served = serve(folder.path(), &["--demo"]);
    let (head, page) = served.ask("GET", "/gap", "", "");
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    // The first binding on the board, whichever it is.
    let binding = page.split(r#"name="lift" value=""#).nth(1).unwrap().split('"').next().unwrap();
    let (head, lifted) = served.ask("GET", &format!("/gap?lift={binding}"), "", "");
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert!(weighted(&lifted) <= weighted(&page) && weighted(&page) > 0.0);
    assert!(lifted.contains("Hvad det ændrer"));
    let (head, _) = served.ask("GET", "/", "", "");
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert!(folder.path().join("leon.db").is_file());
}

#[test]
fn the_first_administrator_comes_in_by_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().display().to_string();
    let short = add("anna", "kort", &data);
    assert_eq!(short.status.code(), Some(2));
    let added = add("anna", PASSWORD, &data);
    assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    assert_eq!(String::from_utf8_lossy(&added.stdout), "anna now has an account as Administrator.\n");
    assert_eq!(add("anna", PASSWORD, &data).status.code(), Some(2), "the name is taken");

    let served = serve(folder.path(), &[]);
    let (head, _) = served.ask("GET", "/people", "", "");
    assert!(head.starts_with("HTTP/1.1 303") && head.contains("location: /sign-in"), "{head}");
    let form = "Content-Type: application/x-www-form-urlencoded\r\n";
    let (head, _) = served.ask("POST", "/sign-in", form, "name=anna&password=korrekt+hest+batteri&back=/people");
    assert!(head.starts_with("HTTP/1.1 303") && head.contains("location: /people"), "{head}");
    let cookie = head.split("set-cookie: ").nth(1).unwrap().split(';').next().unwrap();
    let (head, page) = served.ask("GET", "/people", &format!("Cookie: {cookie}\r\n"), "");
    assert!(head.starts_with("HTTP/1.1 200") && page.contains(">anna<"), "{head}");
}

#[test]
fn an_account_without_a_password_asks_for_none() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().display().to_string();
    // Nothing stands on standard input.
    let added = leon(&["user", "add", "anna", "--no-password", "--data", &data]).stdin(Stdio::null()).output().unwrap();
    assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    let token = leon(&["user", "token", "anna", "--data", &data]).output().unwrap();
    assert!(token.status.success(), "programs ask as her");
}

#[test]
fn a_demo_is_not_open_to_the_world() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().display().to_string();
    let said = leon(&["serve", "--demo", "--data", &data, "--listen", "0.0.0.0:0"]).output().unwrap();
    assert_eq!(said.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&said.stderr).contains("127.0.0.1"));
}

#[test]
fn what_was_put_away_comes_back_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (here, there, file) = (path("here"), path("there"), path("put away.jsonl"));
    assert!(add("anna", PASSWORD, &here).status.success());
    let served = serve(Path::new(&here), &[]);
    let run = |command: &str, file: &str, data: &str| {
        let done = leon(&[command, file, "--data", data]).output().unwrap();
        let said = [done.stdout, done.stderr].concat();
        (done.status.code(), String::from_utf8(said).unwrap().replace(&folder.path().display().to_string(), ""))
    };
    // A person, what she may do, and that she was given an account; and that it was put away.
    let (code, said) = run("backup", &file, &here);
    assert_eq!(
        (code, said.lines().next().unwrap().starts_with("4 rows are put away in /put away.jsonl.")),
        (Some(0), true),
        "{said}"
    );
    drop(served);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o077, 0, "others may not read it");
    }
    let (code, said) = run("backup", &file, &here);
    assert_eq!((code, said.as_str()), (Some(1), "Nothing was changed: '/put away.jsonl' is there already\n"));
    let (code, said) = run("restore", &file, &here);
    assert_eq!((code, said.as_str()), (Some(1), "Nothing was changed: the database is not empty\n"));
    let (code, said) = run("restore", &file, &there);
    assert_eq!((code, said.as_str()), (Some(0), "4 rows are back from /put away.jsonl. Everybody signs in anew.\n"));
    assert!(!add("anna", PASSWORD, &there).status.success(), "anna is there");
}

/// The public tester of interfaces: the project's own virtual environment first.
fn schemathesis() -> Option<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/venv/bin/schemathesis");
    let runs = |program: &PathBuf| Command::new(program).arg("--version").output().is_ok_and(|it| it.status.success());
    [own, PathBuf::from("schemathesis")].into_iter().find(runs)
}

#[test]
fn schemathesis_finds_nothing_wrong_with_the_interface() {
    let Some(program) = schemathesis() else {
        assert!(std::env::var("LEON_REQUIRE_PEERS").as_deref() != Ok("1"), "schemathesis is not installed");
        return eprintln!("schemathesis is not installed: the interface is not tried");
    };
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data").display().to_string();
    let case = example(folder.path());
    let token = served::token("administrator", &data);
    let served = serve(Path::new(&data), &["--case", &case, "--requests-a-minute", "0"]);
    let said = Command::new(program)
        .args(["run", &format!("http://{}/api/openapi.json", served.address)])
        .args(["--header", &format!("Authorization: Bearer {token}")])
        .args(["--max-examples", "25", "--seed", "1", "--no-color"])
        // No schema knows which ids there are, so what fits it may still be refused. A publication without If-Match is
        // refused with 428 (RFC 6585, section 3), which the tester does not count with.
        .args(["--exclude-checks", "positive_data_acceptance,missing_required_header"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stdout));
}
