//! The command `leon`: one file per subcommand under [`commands`].

mod args;
mod commands;
mod failure;
mod grid;
mod measure;
mod out;
mod progress;
mod project;
mod results;
mod roster;
mod route;
mod screen;
mod summary;

use args::{Arguments, Command};
use clap::Parser;
use leon_formats::Lang;
use leon_pages::{document, findings, names, numbers, report, table, texts};
use std::process::ExitCode;
use texts::Voice;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let voice = Voice::new(arguments.lang.map_or_else(locale, Lang::from));
    let done = match &arguments.command {
        Command::Check(args) => commands::check::run(args, voice),
        Command::Init(args) => commands::init::run(args, voice),
        Command::Measure(args) => commands::measure::run(args, voice),
        Command::Match(args) => commands::match_::run(args, voice),
        Command::Ledger(args) => commands::ledger::run(args, voice),
        Command::Import(args) => commands::import::run(args, voice),
        Command::Generate(args) => commands::generate::run(args, voice),
        Command::Project(args) => commands::project::run(args, voice),
        Command::Sql(args) => commands::sql::run(args, voice),
        Command::Route(args) => commands::route::run(args, voice),
        Command::Roster(args) => commands::roster::run(args, voice),
        Command::Serve(args) => commands::serve::run(args, voice),
        Command::Worker(args) => commands::worker::run(args, voice),
        Command::Backup(args) => commands::keep::back_up(args, voice),
        Command::Restore(args) => commands::keep::restore(args, voice),
        Command::User(args) => commands::user::run(args, voice),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{}", failure.message());
            failure.exit_code()
        }
    }
}

/// The language of the first locale variable that is set; Danish when none is.
fn locale() -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    set.into_iter().find(|it| !it.is_empty()).map_or_else(Lang::default, |it| Lang::from_locale(&it))
}
