//! `leon serve`: Leon in the browser.

use crate::args::ServeArgs;
use crate::failure::Failure;
use crate::texts::Voice;
use leon_server::{OpenError, ServeError, Settings, serve};
use std::path::Path;

pub fn run(args: &ServeArgs, voice: Voice) -> Result<(), Failure> {
    if args.demo && !args.listen.ip().is_loopback() {
        return Err(Failure::Usage(voice.text("failure-demo-open")));
    }
    let settings = Settings {
        cases: args.cases.clone(),
        measures: args.measures.clone(),
        demo: args.demo,
        workers: args.workers,
        secure: args.https || !args.listen.ip().is_loopback(),
        ..settings(&args.data)
    };
    let ready = |address| {
        let address = [("address", format!("http://{address}").into())];
        eprintln!("{}", voice.text_with("serve-ready", &address));
    };
    serve(&settings, args.listen, ready).map_err(|error| refused(error, voice))
}

/// A folder of Leon's, or the database that the environment names in its place.
pub fn settings(data: &Path) -> Settings {
    let database = std::env::var("DATABASE_URL").ok().filter(|it| !it.is_empty());
    Settings { data: data.to_owned(), database, ..Settings::default() }
}

pub fn refused(error: ServeError, voice: Voice) -> Failure {
    let reason = |error: &dyn std::fmt::Display| [("reason", error.to_string().into())];
    match error {
        ServeError::Open(OpenError::NotImported(error)) => {
            Failure::Input(voice.text_with("failure-not-imported", &reason(&error)))
        }
        error => Failure::Internal(voice.text_with("failure-serve", &reason(&error))),
    }
}
