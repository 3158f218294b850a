//! Writes the cells of a row in the order of its table's columns.

use crate::formula::defused;
use crate::schema::{Column, Kind, TableSchema};
use leon_model::{EvidenceClass, Figure};
use std::fmt::Display;

/// The cells of the row being written. Each call gives the value of the schema's next column.
pub(crate) struct CellWriter {
    columns: std::slice::Iter<'static, Column>,
    cells: csv::StringRecord,
}

impl CellWriter {
    pub(crate) fn new(schema: &'static TableSchema) -> Self {
        Self { columns: schema.columns.iter(), cells: csv::StringRecord::new() }
    }

    /// The finished record.
    pub(crate) fn finish(self) -> csv::StringRecord {
        assert!(self.columns.len() == 0, "a row gives a value for every column");
        self.cells
    }

    fn next_is(&mut self, name: &str) -> &'static Column {
        let next = self.columns.next().filter(|it| it.name == name);
        next.expect("a row gives its values in the order of the columns")
    }

    pub(crate) fn value(&mut self, name: &str, value: impl Display) {
        self.optional(name, Some(value));
    }

    pub(crate) fn optional(&mut self, name: &str, value: Option<impl Display>) {
        let column = self.next_is(name);
        let text = value.map_or_else(String::new, |it| it.to_string());
        self.cells.push_field(&if matches!(column.kind, Kind::Text) { defused(&text) } else { (&*text).into() });
    }

    pub(crate) fn list<T: Display>(&mut self, name: &str, values: &[T]) {
        let words: Vec<String> = values.iter().map(T::to_string).collect();
        self.value(name, words.join(" "));
    }

    pub(crate) fn figure(&mut self, name: &str, figure: &Figure) {
        self.optional_figure(name, Some(figure));
    }

    pub(crate) fn optional_figure(&mut self, name: &str, figure: Option<&Figure>) {
        self.next_is(name);
        let Some(figure) = figure else {
            return (0..5).for_each(|_| self.cells.push_field(""));
        };
        let exact = matches!(figure.class, EvidenceClass::Measured | EvidenceClass::Register);
        self.cells.push_field(&figure.value.to_string());
        for bound in [figure.low, figure.high] {
            let bound = if exact && bound == figure.value { String::new() } else { bound.to_string() };
            self.cells.push_field(&bound);
        }
        self.cells.push_field(figure.class.as_str());
        self.cells.push_field(figure.source.as_str());
    }
}
