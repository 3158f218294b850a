//! `leon sql`: asks the tables of a result in SQL, with a program of its own beside this one.

use crate::args::SqlArgs;
use crate::failure::Failure;
use crate::texts::Voice;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::Command;

const PROGRAM: &str = "leon-sql";

pub fn run(args: &SqlArgs, voice: Voice) -> Result<(), Failure> {
    let mut command = Command::new(program());
    command.arg(&args.result).arg(&args.question);
    if args.csv {
        command.arg("--csv");
    }
    let status = command.status().map_err(|error| match error.kind() {
        ErrorKind::NotFound => Failure::Usage(voice.text("sql-not-built")),
        _ => Failure::Internal(voice.text_with("failure-internal", &[("reason", error.to_string().into())])),
    })?;
    if status.success() { Ok(()) } else { Err(Failure::Input(voice.text("sql-refused"))) }
}

/// The program beside this one, or the one that the shell finds.
fn program() -> PathBuf {
    let name = format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX);
    let beside = std::env::current_exe().ok().map(|it| it.with_file_name(&name));
    beside.filter(|it| it.exists()).unwrap_or_else(|| name.into())
}
