//! What goes wrong around Leon, a full disk and a database that is gone: who asks is told, nothing that was acknowledged
//! is lost, and Leon goes on when it is over.

use super::served::{Served, example, leon, serve, started, token};
use leon_formats::day::EXAMPLE;
use std::process::Command;

/// Status, address and words for a day that is brought.
fn bring(served: &Served, token: &str, number: usize) -> (String, String, String) {
    let headers = format!("Authorization: Bearer {token}\r\nContent-Type: application/json\r\n");
    let day = EXAMPLE.replace(r#""dkk_per_hour": 236"#, &format!(r#""dkk_per_hour": {}"#, 236 + number));
    let (head, body) = served.ask(
        "POST",
        "/api/documents",
        &headers,
        &format!(r#"{{"kind": "day", "place": "lillekoebing", "content": {day}}}"#),
    );
    let place = head.lines().find_map(|it| it.strip_prefix("location: ")).unwrap_or_default();
    (head.split(' ').nth(1).unwrap().to_owned(), place.to_owned(), body)
}

fn status(served: &Served, token: &str, address: &str) -> String {
    let (head, _) = served.ask("GET", address, &format!("Authorization: Bearer {token}\r\n"), "");
    head.split(' ').nth(1).unwrap().to_owned()
}

#[cfg(unix)]
#[test]
fn a_full_disk_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().display().to_string();
    let token = token("planner", &data);
    // No file may grow above 2,048 × 512 bytes, and who tries is told so and not ended.
    let mut limited = Command::new("sh");
    limited.args(["-c", "trap '' XFSZ; ulimit -f 2048; exec \"$0\" \"$@\""]);
    let case = example(folder.path());
    let server = leon(&["serve", "--data", &data, "--case", &case, "--listen", "127.0.0.1:0"]);
    limited.arg(server.get_program()).args(server.get_args()).env_remove("DATABASE_URL").env("LC_ALL", "en_GB.UTF-8");
    let served = started(&mut limited);
    let mut kept = Vec::new();
    let full = loop {
        assert!(kept.len() < 1000, "the disk is never full");
        match bring(&served, &token, kept.len()) {
            (status, place, _) if status == "201" => kept.push(place),
            refused => break refused,
        }
    };
    assert_eq!(full.0, "503", "{}", full.2);
    assert!(!kept.is_empty() && !full.2.contains(&data), "what is said names no folder: {}", full.2);
    assert_eq!(status(&served, &token, "/api/documents"), "200", "what needs no room is there");
    drop(served);

    let served = serve(folder.path(), &[]);
    assert!(kept.iter().all(|it| status(&served, &token, it) == "200"));
    assert_eq!(bring(&served, &token, kept.len()).0, "201", "there is room again");
}

#[test]
fn a_database_that_is_gone_for_a_while_is_waited_for() {
    let Some(postgres) = leon_postgres::Server::open() else {
        return eprintln!("PostgreSQL is not installed: Leon is not tried without its database");
    };
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().display().to_string();
    let address = postgres.new_database();
    let with = |arguments: &[&str]| {
        let mut command = leon(arguments);
        command.env("DATABASE_URL", &address);
        command
    };
    let token = super::served::token_by("planner", &data, &with);
    let case = example(folder.path());
    let served = started(&mut with(&["serve", "--data", &data, "--case", &case, "--listen", "127.0.0.1:0"]));
    let (_, kept, _) = bring(&served, &token, 0);
    assert_eq!(status(&served, &token, &kept), "200");

    postgres.stop();
    // Each of these waits as long as a person would.
    let (refused, _, said) = bring(&served, &token, 1);
    assert_eq!(refused, "503", "{said}");
    assert!(!said.contains("postgres") && !said.contains("leon0"), "what is said names no database: {said}");
    assert_eq!(status(&served, "", "/health"), "503");
    assert_eq!(status(&served, "", "/assets/leon.css"), "200", "Leon itself is there");

    postgres.start();
    assert_eq!(status(&served, "", "/health"), "200");
    assert_eq!(status(&served, &token, &kept), "200");
    assert_eq!(bring(&served, &token, 1).0, "201", "and it may be brought again");
}
