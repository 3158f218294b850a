//! `leon init`: a small commented example to change.

use super::{not_written, print};
use crate::args::InitArgs;
use crate::failure::Failure;
use crate::out::is_empty_or_missing;
use crate::texts::Voice;
use leon_formats::EXAMPLE_FILES;

pub fn run(args: &InitArgs, voice: Voice) -> Result<(), Failure> {
    let dir = [("dir", args.dir.display().to_string().into())];
    if !args.force && !is_empty_or_missing(&args.dir) {
        return Err(Failure::Usage(voice.text_with("failure-folder-in-use", &dir)));
    }
    std::fs::create_dir_all(&args.dir).map_err(|reason| not_written(&args.dir, &reason, voice))?;
    for (name, text) in EXAMPLE_FILES {
        std::fs::write(args.dir.join(name), text).map_err(|reason| not_written(&args.dir, &reason, voice))?;
    }
    print(&format!("{}\n", voice.text_with("init-done", &dir)));
    Ok(())
}
