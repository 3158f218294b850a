//! `leon serve`: Leon in the browser.

use crate::args::ServeArgs;
use crate::failure::Failure;
use crate::texts::Voice;
use leon_server::{OpenError, ServeError, Settings, serve};

pub fn run(args: &ServeArgs, voice: Voice) -> Result<(), Failure> {
    if args.demo && !args.listen.ip().is_loopback() {
        return Err(Failure::Usage(voice.text("failure-demo-open")));
    }
    let settings = Settings {
        data: args.data.clone(),
        database: database(),
        cases: args.cases.clone(),
        measures: args.measures.clone(),
        demo: args.demo,
        workers: args.workers,
        secure: args.https || !args.listen.ip().is_loopback(),
        ..Settings::default()
    };
    let ready = |address| {
        let address = [("address", format!("http://{address}").into())];
        eprintln!("{}", voice.text_with("serve-ready", &address));
    };
    serve(&settings, args.listen, ready).map_err(|error| refused(error, voice))
}

/// The database that the environment names, if it does.
pub fn database() -> Option<String> {
    std::env::var("DATABASE_URL").ok().filter(|it| !it.is_empty())
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
