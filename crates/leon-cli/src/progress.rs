//! How far a match has come, on standard error; nothing when that is no terminal.

use crate::texts::Voice;
use indicatif::{ProgressBar, ProgressStyle};
use leon_match::{Progress, Step};

/// A line that says which step is under way and how much of it is done.
pub struct Display {
    bar: ProgressBar,
    voice: Voice,
}

impl Display {
    pub fn new(voice: Voice) -> Self {
        let bar = ProgressBar::new(0);
        let style = ProgressStyle::with_template("{msg:<24} {bar:40} {pos}/{len}").expect("the template is right");
        bar.set_style(style);
        Self { bar, voice }
    }

    /// Shows one report of the planner.
    pub fn show(&self, progress: Progress) {
        let key = match progress.step {
            Step::Plan => "progress-plan",
            Step::Bindings => "progress-bindings",
            Step::Sets => "progress-sets",
        };
        self.bar.set_message(self.voice.text(key));
        self.bar.set_length(progress.total as u64);
        self.bar.set_position(progress.done as u64);
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
