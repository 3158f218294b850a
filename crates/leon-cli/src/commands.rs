//! The subcommands, one file each.

pub mod check;
pub mod generate;
pub mod import;
pub mod init;
pub mod keep;
pub mod ledger;
pub mod match_;
pub mod measure;
pub mod project;
pub mod roster;
pub mod route;
pub mod serve;
pub mod sql;
pub mod user;
pub mod worker;

use crate::failure::Failure;
use crate::texts::Voice;
use leon_formats::{Folder, Problem, check_case};
use leon_model::Case;
use std::io::Write;
use std::path::Path;

/// Reads a case, and says on standard error what is wrong or odd with it.
fn read_case(dir: &Path, voice: Voice) -> Result<Case, Failure> {
    let checked = check_case(&Folder::new(dir));
    let tell = |problem: &Problem| eprintln!("{} {}", problem.code(), problem.message(voice.lang));
    checked.problems.iter().for_each(tell);
    let warnings = checked.problems.iter().filter(|it| it.is_warning()).count();
    let count_of = |count: usize| [("count", count.into()), ("number", voice.count(count).into())];
    match checked.case {
        Some(case) => {
            if warnings > 0 {
                eprintln!("{}", voice.text_with("problems-warnings", &count_of(warnings)));
            }
            Ok(case)
        }
        None => {
            let errors = checked.problems.len() - warnings;
            Err(Failure::Input(voice.text_with("problems-errors", &count_of(errors))))
        }
    }
}

/// Writes to standard output. A reader that has gone away, as `head` does, is no failure.
fn print(text: &str) {
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}

/// A write that the disk refused.
fn not_written(dir: &Path, reason: &dyn std::fmt::Display, voice: Voice) -> Failure {
    let variables = [("dir", dir.display().to_string().into()), ("reason", reason.to_string().into())];
    Failure::Internal(voice.text_with("failure-write", &variables))
}
