//! A plan of visits on the terminal: one file per section.

mod carers;
mod goals;
mod headline;
mod left_out;

use super::words::Words;
use crate::grid::{Grid, Lean};
use crate::screen::Screen;
use leon_check::RouteVerdict;
use leon_model::RoutePlan;

/// Everything that a section needs.
pub struct Summary<'a> {
    pub words: Words<'a>,
    pub plan: &'a RoutePlan,
    pub verdict: &'a RouteVerdict,
    pub screen: Screen,
    /// Rows in each list.
    pub top: usize,
}

impl Summary<'_> {
    /// All sections, each left out when it has nothing to say.
    pub fn render(&self) -> String {
        let sections = [headline::section, goals::section, left_out::section, carers::section];
        let text: String = sections.iter().map(|section| section(self)).collect();
        text.trim_start_matches('\n').to_owned()
    }

    /// A heading with a table under it.
    fn table(&self, heading: &str, columns: &[(Lean, &str)], rows: impl IntoIterator<Item = Vec<String>>) -> String {
        let voice = self.words.voice;
        let mut grid = Grid::new(columns.iter().map(|&(lean, key)| (lean, voice.text(key))));
        rows.into_iter().for_each(|row| grid.row(row));
        self.screen.heading(&voice.text(heading)) + &grid.render(self.screen.width)
    }

    /// A heading with a list of at most so many rows under it; nothing for an empty list.
    fn list(&self, heading: &str, columns: &[(Lean, &str)], rows: Vec<Vec<String>>) -> String {
        if rows.is_empty() {
            return String::new();
        }
        let voice = self.words.voice;
        let more = rows.len().saturating_sub(self.top);
        let mut text = self.table(heading, columns, rows.into_iter().take(self.top));
        if more > 0 {
            let variables = [("count", more.into()), ("more", voice.count(more).into())];
            text += &self.screen.paragraph(&voice.text_with("list-more", &variables));
        }
        text
    }
}
