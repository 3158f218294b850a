//! Reads the small tables in `inputs`, cell by cell, and says where a cell is wrong.

use leon_model::{EvidenceClass, Figure};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// What is wrong with an input table, and where.
#[derive(Debug, thiserror::Error)]
#[error("{}, line {line}, {column}: {what}", file.display())]
pub struct InputError {
    pub file: PathBuf,
    /// Line in the file, from 1; the header is line 1.
    pub line: u64,
    pub column: String,
    pub what: String,
}

/// One row, its cells by column name.
pub(super) struct Row {
    file: Rc<Path>,
    line: u64,
    cells: HashMap<Rc<str>, String>,
}

/// The rows of `inputs/NAME`.
pub(super) fn rows(inputs: &Path, name: &str) -> Result<Vec<Row>, InputError> {
    let file: Rc<Path> = inputs.join(name).into();
    let broken = |error: csv::Error| InputError {
        file: file.to_path_buf(),
        line: error.position().map_or(1, csv::Position::line),
        column: "the table".to_owned(),
        what: error.to_string(),
    };
    let mut reader = csv::Reader::from_path(&*file).map_err(broken)?;
    let header: Vec<Rc<str>> = reader.headers().map_err(broken)?.iter().map(Rc::from).collect();
    let records = reader.records().map(|record| {
        let record = record.map_err(broken)?;
        let cells = header.iter().cloned().zip(record.iter().map(str::to_owned)).collect();
        Ok(Row { file: file.clone(), line: record.position().map_or(1, csv::Position::line), cells })
    });
    records.collect()
}

impl Row {
    /// The error that a cell is wrong.
    pub(super) fn wrong(&self, column: &str, what: impl Into<String>) -> InputError {
        InputError { file: self.file.to_path_buf(), line: self.line, column: column.to_owned(), what: what.into() }
    }

    /// The cell as text; empty when it holds nothing.
    pub(super) fn text(&self, column: &str) -> Result<&str, InputError> {
        self.cells.get(column).map(String::as_str).ok_or_else(|| self.wrong(column, "there is no such column"))
    }

    /// The cell as an id, a name or another text that must not be empty.
    pub(super) fn word<T: for<'a> From<&'a str>>(&self, column: &str) -> Result<T, InputError> {
        match self.text(column)? {
            "" => Err(self.wrong(column, "is empty")),
            text => Ok(T::from(text)),
        }
    }

    /// The cell's words, separated by blanks.
    pub(super) fn list<T: for<'a> From<&'a str>>(&self, column: &str) -> Result<Vec<T>, InputError> {
        Ok(self.text(column)?.split_whitespace().map(T::from).collect())
    }

    /// The cell by the vocabulary's own `parse`.
    pub(super) fn parse<T>(&self, column: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T, InputError> {
        let text = self.text(column)?;
        parse(text).ok_or_else(|| self.wrong(column, format!("'{text}' is not a known word")))
    }

    /// The words of a list by the vocabulary's own `parse`.
    pub(super) fn parse_list<T>(&self, column: &str, parse: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, InputError> {
        let known = |word| parse(word).ok_or_else(|| self.wrong(column, format!("'{word}' is not a known word")));
        self.text(column)?.split_whitespace().map(known).collect()
    }

    /// The cell as a number.
    pub(super) fn number(&self, column: &str) -> Result<f64, InputError> {
        self.optional_number(column)?.ok_or_else(|| self.wrong(column, "is empty"))
    }

    /// The cell as a number, if it holds one.
    pub(super) fn optional_number(&self, column: &str) -> Result<Option<f64>, InputError> {
        let text = self.text(column)?;
        if text.is_empty() {
            return Ok(None);
        }
        let number = text.parse().ok().filter(|number: &f64| number.is_finite());
        number.map(Some).ok_or_else(|| self.wrong(column, format!("'{text}' is not a number")))
    }

    /// An assumption: `value` and its range in the columns named.
    pub(super) fn assumed(&self, [value, low, high]: [&str; 3], source: &str) -> Result<Figure, InputError> {
        Ok(Figure::assumed(self.number(value)?, self.number(low)?, self.number(high)?, source))
    }

    /// A figure whose row gives `value`, `low`, `high`, `evidence` and `source`.
    pub(super) fn figure(&self) -> Result<Figure, InputError> {
        let class = self.parse("evidence", EvidenceClass::parse)?;
        let (low, high) = (self.number("low")?, self.number("high")?);
        Ok(Figure { value: self.number("value")?, low, high, class, source: self.word("source")? })
    }
}
