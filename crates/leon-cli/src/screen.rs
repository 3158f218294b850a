//! The terminal: how wide it is, and whether it shows headings in bold.

use crate::grid::wrapped;
use std::io::IsTerminal;

/// Columns when nobody says how many there are.
const WIDTH: usize = 100;
/// No narrower than this, or nothing can be read.
const WIDTH_MIN: usize = 40;

/// What the summary is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    pub width: usize,
    pub bold: bool,
}

impl Screen {
    /// The standard output of this process: COLUMNS, else the terminal's width, else 100; bold headings
    /// on a terminal unless NO_COLOR is set.
    pub fn of_stdout() -> Self {
        let columns = std::env::var("COLUMNS").ok().and_then(|it| it.parse().ok());
        let is_terminal = std::io::stdout().is_terminal();
        let seen = || is_terminal.then(terminal_size::terminal_size).flatten().map(|(width, _)| usize::from(width.0));
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|it| !it.is_empty());
        Self { width: columns.or_else(seen).unwrap_or(WIDTH).max(WIDTH_MIN), bold: is_terminal && !no_colour }
    }

    /// A heading on a line of its own, with an empty line before it.
    pub fn heading(self, text: &str) -> String {
        let text = wrapped(text, "", self.width);
        if self.bold { format!("\n\x1b[1m{}\x1b[0m\n", text.trim_end()) } else { format!("\n{text}") }
    }

    /// A paragraph under a heading.
    pub fn paragraph(self, text: &str) -> String {
        wrapped(text, "  ", self.width)
    }

    /// A paragraph in a list, with its mark hanging out.
    pub fn item(self, mark: &str, text: &str) -> String {
        let indent = " ".repeat(3 + mark.chars().count());
        let lines = wrapped(text, &indent, self.width);
        format!("  {mark} {}", lines.trim_start())
    }
}
