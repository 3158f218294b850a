//! `leon worker`: makes the plans that are asked for in the browser.

use super::serve::{refused, settings};
use crate::args::WorkerArgs;
use crate::failure::Failure;
use crate::texts::Voice;
use leon_server::{Settings, work};

pub fn run(args: &WorkerArgs, voice: Voice) -> Result<(), Failure> {
    let settings = Settings { workers: args.workers.max(1), ..settings(&args.data) };
    work(&settings, || eprintln!("{}", voice.text("worker-ready"))).map_err(|error| refused(error, voice))
}
