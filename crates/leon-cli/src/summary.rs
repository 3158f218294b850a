//! What a match found, on the terminal, to be read in a minute: one file per section.

mod bindings;
mod evidence;
mod explain;
mod gap;
mod headline;
mod maturity;
mod moves;
mod next;
mod prices;
mod shortages;

use crate::findings::Findings;
use crate::grid::{Grid, Lean};
use crate::names::Names;
use crate::screen::Screen;
use crate::texts::Voice;
pub use evidence::{Evidence, assumptions, evidence_shares};
pub use explain::explanation;
use std::path::Path;

/// Everything that a section needs.
pub struct Summary<'a> {
    pub findings: &'a Findings<'a>,
    pub voice: Voice,
    pub names: Names<'a>,
    pub screen: Screen,
    /// Rows in each list.
    pub top: usize,
    /// The case's folder, as it was typed.
    pub folder: &'a Path,
    /// Where the whole answer was written, if it was.
    pub out: Option<&'a Path>,
}

impl Summary<'_> {
    /// All sections, each left out when it has nothing to say.
    pub fn render(&self) -> String {
        let sections = [
            headline::section,
            gap::section,
            bindings::section,
            prices::section,
            moves::section,
            shortages::section,
            maturity::section,
            evidence::section,
            next::section,
        ];
        let text: String = sections.iter().map(|section| section(self)).collect();
        text.trim_start_matches('\n').to_owned()
    }

    /// A heading with a list of at most so many rows under it; nothing for an empty list.
    fn list(&self, heading: &str, columns: &[(Lean, &str)], rows: Vec<Vec<String>>) -> String {
        if rows.is_empty() {
            return String::new();
        }
        let (shown, more) = (rows.len().min(self.top), rows.len().saturating_sub(self.top));
        let mut grid = Grid::new(columns.iter().map(|&(lean, key)| (lean, self.title(key))));
        rows.into_iter().take(shown).for_each(|row| grid.row(row));
        let mut text = self.screen.heading(heading) + &grid.render(self.screen.width);
        if more > 0 {
            let count = ("count", more.into());
            text += &self
                .screen
                .paragraph(&self.voice.text_with("list-more", &[count, ("more", self.voice.count(more).into())]));
        }
        text
    }

    fn title(&self, key: &str) -> String {
        if key.is_empty() { String::new() } else { self.voice.text(key) }
    }
}
