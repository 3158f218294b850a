//! The reference under `docs/reference/`, generated from code.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};
use thiserror::Error;

#[derive(Debug, Error)]
pub enum GenerateError {
    #[error("{path}: {error}", path = .path.display())]
    File { path: PathBuf, error: io::Error },
    #[error("leon {command} --help did not answer: {error}; build it first: cargo build --release --workspace")]
    Help { command: String, error: String },
    #[error("not up to date: {}; run `target/release/xtask generate`", .0.join(", "))]
    Stale(Vec<String>),
}

/// Subcommands of `leon` whose help the reference shows; "" is `leon` itself.
const COMMANDS: &[&str] = &[
    "",
    "check",
    "init",
    "match",
    "ledger",
    "measure",
    "project",
    "project compare",
    "project explain",
    "project portfolio",
    "project robust",
    "sql",
    "import statbank",
    "generate day",
    "generate roster",
    "route plan",
    "route check",
    "route explain",
    "route recommend",
    "route diff",
    "route risk",
    "route bound",
    "route roads",
    "route publish",
    "roster plan",
    "roster check",
    "roster next",
    "roster cover",
    "roster analyse",
    "roster explain",
    "roster diff",
    "roster repair",
    "roster recommend",
    "roster swap",
    "roster bound",
    "roster publish",
    "serve",
    "worker",
    "user add",
    "user token",
    "user sign-out",
    "backup",
    "restore",
];

/// Writes the reference, or only checks that it is up to date.
pub fn reference(root: &Path, check_only: bool) -> Result<(), GenerateError> {
    let mut pages = vec![
        ("case-format.md".to_owned(), leon_formats::case_format_reference()),
        ("problems.md".to_owned(), leon_formats::problem_reference()),
        ("day.md".to_owned(), leon_formats::day::day_format_reference()),
        ("period.md".to_owned(), leon_formats::period::period_format_reference()),
        ("rules.md".to_owned(), leon_formats::period::rule_reference()),
        ("binding-kinds.md".to_owned(), binding_kinds()),
        ("cli.md".to_owned(), command_line()?),
        ("openapi.json".to_owned(), leon_server::api::description()),
    ];
    pages.extend(leon_formats::day::json_schemas());
    pages.extend(leon_formats::period::period_json_schemas());
    let folder = root.join("docs/reference");
    let mut stale = Vec::new();
    for (name, text) in pages {
        let path = folder.join(&name);
        if fs::read_to_string(&path).is_ok_and(|old| old == text) {
            continue;
        }
        if check_only {
            stale.push(format!("docs/reference/{name}"));
            continue;
        }
        let file = |error| GenerateError::File { path: path.clone(), error };
        fs::create_dir_all(&folder).map_err(file)?;
        fs::write(&path, text).map_err(file)?;
    }
    if stale.is_empty() { Ok(()) } else { Err(GenerateError::Stale(stale)) }
}

/// Every kind of binding, from the table that gives it its meaning.
fn binding_kinds() -> String {
    let mut page = "# Kinds of bindings\n\nGenerated from `crates/leon-model/src/binding.rs`.\n\n\
        | `kind` | limit | meaning |\n|---|---|---|\n"
        .to_owned();
    for kind in leon_model::KINDS {
        let limit = match (kind.has_limit, kind.share_of) {
            (false, _) => "none",
            (true, leon_model::ShareOf::Hours) => "hours a week",
            (true, _) => "a share from 0 to 1",
        };
        writeln!(page, "| `{}` | {limit} | {} |", kind.word, kind.doc).expect("writing to a string");
    }
    page
}

/// The help of every subcommand, from the binary built beside this one.
fn command_line() -> Result<String, GenerateError> {
    let mut page = "# The command line\n\nGenerated from the binary's own help.\n".to_owned();
    for command in COMMANDS {
        let failed = |error: String| GenerateError::Help { command: (*command).to_owned(), error };
        let leon = std::env::current_exe().map_err(|error| failed(error.to_string()))?.with_file_name("leon");
        let mut help = Command::new(leon);
        help.args(command.split_whitespace()).arg("--help").env("COLUMNS", "100");
        let output = help.output().map_err(|error| failed(error.to_string()))?;
        if !output.status.success() {
            return Err(failed(String::from_utf8_lossy(&output.stderr).into_owned()));
        }
        let title = format!("leon {command}");
        let text = String::from_utf8_lossy(&output.stdout);
        write!(page, "\n## `{}`\n\n```text\n{}\n```\n", title.trim(), text.trim_end()).expect("writing to a string");
    }
    Ok(page)
}
