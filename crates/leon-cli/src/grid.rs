//! A table for the terminal: columns aligned by what is seen, broken to the width there is.

pub use leon_pages::table::Lean;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Blanks between columns.
const GAP: usize = 2;
/// A column of words is not made narrower than this.
const WORDS_MIN: usize = 12;

/// Rows of cells under headings.
#[derive(Clone, Debug)]
pub struct Grid {
    leans: Vec<Lean>,
    titles: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Grid {
    /// An empty table with its headings; a table with only empty headings shows none.
    pub fn new(columns: impl IntoIterator<Item = (Lean, String)>) -> Self {
        let (leans, titles) = columns.into_iter().unzip();
        Self { leans, titles, rows: Vec::new() }
    }

    /// Adds a row; a cell too few is empty.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        let mut cells: Vec<String> = cells.into_iter().collect();
        cells.resize(self.titles.len(), String::new());
        self.rows.push(cells);
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The lines, each indented by two blanks and at most `width` wide where the numbers allow it.
    pub fn render(&self, width: usize) -> String {
        let widths = self.widths(width.saturating_sub(GAP));
        let heading = self.titles.iter().any(|it| !it.is_empty()).then_some(&self.titles);
        let mut text = String::new();
        for cells in heading.into_iter().chain(&self.rows) {
            let broken: Vec<Vec<String>> =
                cells.iter().zip(&widths).map(|(cell, &width)| broken(cell, width)).collect();
            let lines = broken.iter().map(Vec::len).max().unwrap_or(1);
            for line in 0..lines {
                let parts = broken.iter().map(|cell| cell.get(line).map_or("", String::as_str));
                text.push_str(&self.line(parts, &widths));
            }
        }
        text
    }

    fn line<'a>(&self, parts: impl Iterator<Item = &'a str>, widths: &[usize]) -> String {
        let mut line = String::new();
        for ((part, &width), lean) in parts.zip(widths).zip(&self.leans) {
            let blanks = " ".repeat(width.saturating_sub(part.width()));
            line.push_str(&" ".repeat(GAP));
            match lean {
                Lean::Words => line.extend([part, &blanks]),
                Lean::Number => line.extend([blanks.as_str(), part]),
            }
        }
        line.truncate(line.trim_end().len());
        line.push('\n');
        line
    }

    /// The width of each column: what its cells need, made narrower until the line fits. First the headings
    /// of numbers are broken, then the widest words; numbers themselves stay whole.
    fn widths(&self, line: usize) -> Vec<usize> {
        let columns = 0..self.titles.len();
        let cells = |column: usize| self.rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
        let title_word = |column: usize| self.titles[column].split(' ').map(|it| it.width()).max().unwrap_or(0);
        let least: Vec<usize> = columns
            .clone()
            .map(|it| if self.leans[it] == Lean::Number { cells(it).max(title_word(it)) } else { WORDS_MIN })
            .collect();
        let mut widths: Vec<usize> = columns.clone().map(|it| cells(it).max(self.titles[it].width())).collect();
        for lean in [Lean::Number, Lean::Words] {
            while widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1) > line {
                let narrower = columns.clone().filter(|&it| self.leans[it] == lean && widths[it] > least[it]);
                let Some(widest) = narrower.max_by_key(|&it| widths[it]) else { break };
                widths[widest] -= 1;
            }
        }
        widths
    }
}

/// The text broken between words into lines of a width; a word that is too long is cut.
fn broken(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last_mut().expect("there is always a line");
        if line.is_empty() {
            line.push_str(&cut(word, width));
        } else if line.width() + 1 + word.width() <= width {
            line.extend([" ", word]);
        } else {
            lines.push(cut(word, width));
        }
    }
    lines
}

/// The word cut to a width, with a mark where something is left out.
fn cut(word: &str, width: usize) -> String {
    if word.width() <= width {
        return word.to_owned();
    }
    let mut cut = String::new();
    for character in word.chars() {
        if cut.width() + character.width().unwrap_or(0) + 1 > width {
            break;
        }
        cut.push(character);
    }
    cut.push('…');
    cut
}

/// The text broken into lines of at most `width`, each with the indent before it.
pub fn wrapped(text: &str, indent: &str, width: usize) -> String {
    let room = width.saturating_sub(indent.width()).max(WORDS_MIN);
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && line.width() + 1 + word.width() > room {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines.iter().map(|line| format!("{indent}{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid() -> Grid {
        let mut grid = Grid::new([(Lean::Words, "Sted".into()), (Lean::Number, "Timer".into())]);
        grid.row(["Ærø".into(), "1,0".into()]);
        grid.row(["Lyngby-Taarbæk Kommune".into(), "1.234,5".into()]);
        grid
    }

    #[test]
    fn columns_are_aligned_by_what_is_seen() {
        let lines =
            "  Sted                      Timer\n  Ærø                         1,0\n  Lyngby-Taarbæk Kommune  1.234,5\n";
        assert_eq!(grid().render(80), lines);
    }

    #[test]
    fn words_give_way_to_numbers() {
        let text = grid().render(28);
        assert!(text.contains("  Lyngby-Taarbæk     1.234,5\n  Kommune\n") && text.contains("1.234,5"), "{text}");
        assert!(text.lines().all(|line| line.width() <= 28), "{text}");
        assert!(grid().render(3).contains("1.234,5")); // too narrow for anything: numbers stay whole
    }

    #[test]
    fn headings_of_numbers_give_way_first() {
        let mut grid = Grid::new([(Lean::Words, "Sted".into()), (Lean::Number, "Vægtede timer".into())]);
        grid.row(["Lyngby-Taarbæk".into(), "7,0".into()]);
        assert_eq!(
            grid.render(26),
            "  Sted             Vægtede\n                     timer\n  Lyngby-Taarbæk       7,0\n"
        );
    }

    #[test]
    fn text_is_broken_between_words() {
        assert_eq!(wrapped("en to tre fire", "  ", 14), "  en to tre\n  fire\n");
        assert_eq!(wrapped("a\nb", "", 40), "a\nb\n");
    }
}
