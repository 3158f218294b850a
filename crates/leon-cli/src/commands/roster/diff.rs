//! `leon roster diff`: what tells two rosters of a period apart.

use crate::args::RosterDiffArgs;
use crate::commands::print;
use crate::failure::Failure;
use crate::roster::words::Words;
use crate::roster::{read, reasons};
use crate::screen::Screen;
use crate::texts::Voice;
use leon_roster::diff_rosters;

pub fn run(args: &RosterDiffArgs, voice: Voice) -> Result<(), Failure> {
    let file = read::period(&args.period, voice)?;
    let before = read::roster(&args.before, &file, voice)?;
    let after = read::roster(&args.after, &file, voice)?;
    let published = read::published(&args.known, &file, voice)?;
    let diff = diff_rosters(&file.period, &before, &after, published.as_ref());
    let words = Words { period: &file.period, voice };
    print(&reasons::difference(&diff, words, Screen::of_stdout()));
    Ok(())
}
