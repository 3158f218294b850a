//! `leon serve` and `leon user`, as a person would start them, over HTTP.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A server that ends with the test.
struct Served {
    child: Child,
    address: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn leon(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_leon"));
    command.args(arguments).env_remove("DATABASE_URL").env("LC_ALL", "en_GB.UTF-8");
    command
}

/// Starts a server on a free port and waits until it says where it is.
fn serve(data: &Path, more: &[&str]) -> Served {
    let data = data.display().to_string();
    let arguments = [&["serve", "--data", &data, "--listen", "127.0.0.1:0"], more].concat();
    let mut child = leon(&arguments).stderr(Stdio::piped()).spawn().unwrap();
    let mut said = String::new();
    BufReader::new(child.stderr.as_mut().unwrap()).read_line(&mut said).unwrap();
    let address = said.split("http://").nth(1).unwrap_or_else(|| panic!("{said}")).split(". ").next().unwrap();
    Served { address: address.to_owned(), child }
}

impl Served {
    /// Status line with headers, and body.
    fn ask(&self, method: &str, path: &str, headers: &str, body: &str) -> (String, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let length = body.len();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n{body}",
            self.address
        )
        .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8(answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_owned(), body.to_owned())
    }
}

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
    let add = |password: &str| {
        let mut child = leon(&["user", "add", "anna", "--data", &data])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(password.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    };
    let short = add("kort\n");
    assert_eq!(short.status.code(), Some(2));
    let added = add("korrekt hest batteri\n");
    assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    assert_eq!(String::from_utf8_lossy(&added.stdout), "anna now has an account as Administrator.\n");
    assert_eq!(add("korrekt hest batteri\n").status.code(), Some(2), "the name is taken");

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
    let add = |data: &str| {
        let mut child = leon(&["user", "add", "anna", "--data", data]).stdin(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(b"korrekt hest batteri\n").unwrap();
        child.wait().unwrap()
    };
    assert!(add(&here).success());
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
    assert!(!add(&there).success(), "anna is there");
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
    let case = folder.path().join("case");
    assert!(leon(&["init", &case.display().to_string()]).output().unwrap().status.success());
    let mut child = leon(&["user", "add", "anna", "--data", &data]).stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"korrekt hest batteri\n").unwrap();
    assert!(child.wait().unwrap().success());
    let token = leon(&["user", "token", "anna", "--data", &data]).output().unwrap();
    let token = String::from_utf8(token.stdout).unwrap();
    let served = serve(Path::new(&data), &["--case", &case.display().to_string()]);
    let said = Command::new(program)
        .args(["run", &format!("http://{}/api/openapi.json", served.address)])
        .args(["--header", &format!("Authorization: Bearer {}", token.trim())])
        .args(["--max-examples", "25", "--seed", "1", "--no-color"])
        // No schema knows which ids there are, so what fits it may still be refused. A publication without If-Match is
        // refused with 428 (RFC 6585, section 3), which the tester does not count with.
        .args(["--exclude-checks", "positive_data_acceptance,missing_required_header"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stdout));
}
