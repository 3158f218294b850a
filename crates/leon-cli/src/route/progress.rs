//! How far a search has come, on standard error; nothing when that is no terminal.

use crate::texts::Voice;
use indicatif::{ProgressBar, ProgressStyle};
use leon_route::RouteProgress;

/// Steps of the bar.
const STEPS: u64 = 1000;

/// A bar of the budget spent, and the rounds so far.
pub struct Display {
    bar: ProgressBar,
    voice: Voice,
}

impl Display {
    pub fn new(voice: Voice) -> Self {
        let bar = ProgressBar::new(STEPS);
        bar.set_style(ProgressStyle::with_template("{msg:<40} {bar:40} {percent} %").expect("the template is right"));
        Self { bar, voice }
    }

    /// Shows one report of the planner.
    pub fn show(&self, progress: RouteProgress) {
        let rounds = self.voice.number(progress.iterations as f64, 0);
        self.bar.set_message(self.voice.text_with("progress-route", &[("rounds", rounds.into())]));
        self.bar.set_position((progress.spent.clamp(0.0, 1.0) * STEPS as f64) as u64);
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
