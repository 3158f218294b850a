//! How far a projection has come, on standard error; nothing when that is no terminal.

use crate::texts::Voice;
use indicatif::{ProgressBar, ProgressStyle};
use leon_project::{Progress, Step};

/// A line that says which scenario and step is under way and how much of it is done.
pub struct Display {
    bar: ProgressBar,
    voice: Voice,
    scenarios: usize,
}

impl Display {
    pub fn new(voice: Voice, scenarios: usize) -> Self {
        let bar = ProgressBar::new(0);
        bar.set_style(ProgressStyle::with_template("{msg:<32} {bar:40} {pos}/{len}").expect("the template is right"));
        Self { bar, voice, scenarios }
    }

    /// Shows one report of the study.
    pub fn show(&self, progress: Progress) {
        let key = match progress.step {
            Step::Central => "progress-central",
            Step::Draws => "progress-draws",
            Step::Assumptions => "progress-assumptions",
            Step::Futures => "progress-futures",
            Step::Portfolio => "progress-portfolio",
            Step::Differences => "progress-differences",
        };
        let scenario = format!("{}/{} {}", progress.scenario + 1, self.scenarios, self.voice.text(key));
        self.bar.set_message(scenario);
        self.bar.set_length(progress.total as u64);
        self.bar.set_position(progress.done as u64);
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
