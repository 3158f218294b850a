//! `leon backup` and `leon restore`: everything that Leon keeps, put away and brought back.

use super::print;
use super::serve::settings;
use crate::args::KeepArgs;
use crate::failure::Failure;
use crate::texts::Voice;
use leon_server::{KeepError, Settings};
use std::path::Path;

pub fn back_up(args: &KeepArgs, voice: Voice) -> Result<(), Failure> {
    done(args, voice, "backup-done", leon_server::back_up)
}

pub fn restore(args: &KeepArgs, voice: Voice) -> Result<(), Failure> {
    done(args, voice, "restore-done", leon_server::restore)
}

type Keep = fn(&Settings, &Path) -> Result<leon_server::BackedUp, KeepError>;

fn done(args: &KeepArgs, voice: Voice, text: &str, keep: Keep) -> Result<(), Failure> {
    let kept = keep(&settings(&args.data), &args.file).map_err(|error| {
        let reason = [("reason", error.to_string().into())];
        match error {
            KeepError::There(_) | KeepError::Backup(_) | KeepError::File { .. } => {
                Failure::Input(voice.text_with("failure-keep", &reason))
            }
            KeepError::Open(_) | KeepError::Runtime(_) => Failure::Internal(voice.text_with("failure-keep", &reason)),
        }
    })?;
    let rows = kept.rows as usize;
    let said = [("rows", voice.count(rows).into()), ("file", args.file.display().to_string().into())];
    print(&format!("{}\n", voice.text_with(text, &said)));
    Ok(())
}
