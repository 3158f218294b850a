//! The repository's own tasks: `cargo run --release -p xtask -- <task>`.

use clap::{Parser, Subcommand};
use std::path::Path;
use std::process::ExitCode;
use xtask::{denmark, directions, generate};

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
    /// Check that crates use only what lies below them
    Directions,
    /// Write docs/reference from code
    Generate {
        /// Only check that it is up to date
        #[arg(long)]
        check: bool,
    },
}

fn run(task: &Task) -> Result<(), Box<dyn std::error::Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    match task {
        Task::Denmark => denmark::rebuild(&root.join(denmark::FOLDER))?,
        Task::Directions => directions::check(&root)?,
        Task::Generate { check } => generate::reference(&root, *check)?,
    }
    Ok(())
}

fn main() -> ExitCode {
    match run(&Arguments::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
