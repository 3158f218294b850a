//! What `leon measure CASE --all --out` wrote, read back.

use leon_formats::Problem;
use leon_formats::results::{Cell, ResultTable, read_result_table};
use leon_pages::texts::Voice;
use std::path::Path;

/// The tables of all measures of a case.
pub struct Measured {
    measures: ResultTable,
    differences: ResultTable,
    together: ResultTable,
    not_measured: ResultTable,
    figures: ResultTable,
    run: ResultTable,
}

impl Measured {
    /// Reads the folder.
    ///
    /// # Errors
    /// The problems of the first table that cannot be read.
    pub fn read(folder: &Path) -> Result<Self, Vec<Problem>> {
        let read = |name: &str| read_result_table(folder, name);
        Ok(Self {
            measures: read("measures")?,
            differences: read("differences")?,
            together: read("together")?,
            not_measured: read("not_measured")?,
            figures: read("figures")?,
            run: read("run")?,
        })
    }

    pub fn measures(&self) -> impl Iterator<Item = Row<'_>> {
        rows(&self.measures)
    }

    pub fn together(&self) -> impl Iterator<Item = Row<'_>> {
        rows(&self.together)
    }

    /// The differences of one measure.
    pub fn differences<'a>(&'a self, id: &'a str) -> impl Iterator<Item = Row<'a>> {
        rows(&self.differences).filter(move |it| it.words("measure") == id)
    }

    /// Measures, alone or together, without an answer.
    pub fn not_measured(&self) -> impl Iterator<Item = Row<'_>> {
        rows(&self.not_measured)
    }

    /// What one measure rests on.
    pub fn figures<'a>(&'a self, id: &'a str) -> impl Iterator<Item = Row<'a>> {
        rows(&self.figures).filter(move |it| it.words("measure") == id)
    }

    /// A measure's name; its id when it is not among them.
    pub fn name_of<'a>(&'a self, id: &'a str, voice: Voice) -> &'a str {
        self.measures().find(|it| it.words("measure") == id).map_or(id, |it| it.name(voice))
    }

    /// How the answer came about.
    pub fn run(&self, item: &str) -> String {
        rows(&self.run).find(|it| it.words("item") == item).map(|it| it.words("value").to_owned()).unwrap_or_default()
    }
}

fn rows(table: &ResultTable) -> impl Iterator<Item = Row<'_>> {
    table.rows.iter().map(move |cells| Row { table, cells })
}

/// A row, by the names of its columns.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    table: &'a ResultTable,
    cells: &'a [Cell],
}

impl<'a> Row<'a> {
    fn cell(self, column: &str) -> Option<&'a Cell> {
        self.table.columns.iter().position(|it| it.name == column).and_then(|at| self.cells.get(at))
    }

    /// A text; empty where there is none.
    pub fn words(self, column: &str) -> &'a str {
        match self.cell(column) {
            Some(Cell::Text(text)) => text,
            _ => "",
        }
    }

    pub fn number(self, column: &str) -> Option<f64> {
        match self.cell(column) {
            Some(Cell::Number(number)) => Some(*number),
            Some(Cell::Integer(number)) => Some(*number as f64),
            _ => None,
        }
    }

    /// The measure's name in the language spoken.
    pub fn name(self, voice: Voice) -> &'a str {
        voice.name(self.words("name_da"), self.words("name_en"))
    }
}
