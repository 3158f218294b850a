//! The repository's own tasks: `cargo run --release -p xtask -- <task>`.

use clap::{Parser, Subcommand};
use std::path::Path;
use std::process::ExitCode;
use xtask::denmark;

#[derive(Parser)]
#[command(name = "xtask", about = "Builds what is derived in Leon's repository")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the national case, cases/denmark, from its inputs
    Denmark,
}

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let done = match Arguments::parse().task {
        Task::Denmark => denmark::rebuild(&root.join(denmark::FOLDER)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
