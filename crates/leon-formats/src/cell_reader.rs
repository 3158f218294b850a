//! Reads the cells of a row in the order of its table's columns, reporting what cannot be read.

use crate::cause::Cause;
use crate::formula::as_meant;
use crate::number;
use crate::problem::Problems;
use crate::schema::{Column, Kind, TableSchema};
use crate::shown::shown;
use leon_model::{EvidenceClass, Figure, SourceId, looks_like_cpr};
use std::collections::HashSet;
use std::sync::Arc;

/// Ids, each kept once however many rows name it.
#[derive(Default)]
pub(crate) struct Ids(HashSet<Arc<str>>);

impl Ids {
    fn get(&mut self, text: &str) -> Arc<str> {
        if let Some(id) = self.0.get(text) {
            return id.clone();
        }
        let id: Arc<str> = text.into();
        self.0.insert(id.clone());
        id
    }
}

/// Where a table's columns stand in its file.
pub(crate) struct Header {
    pub(crate) schema: &'static TableSchema,
    pub(crate) file: String,
    /// Each column of the schema, figures spread out: its name, and where it stands, if it does.
    pub(crate) columns: Vec<(String, Option<usize>)>,
}

/// The row being read. Each call takes the schema's next column.
pub(crate) struct CellReader<'a> {
    header: &'a Header,
    record: &'a csv::StringRecord,
    /// The row as a spreadsheet numbers it.
    row: usize,
    columns: std::slice::Iter<'static, Column>,
    /// The next of the header's columns.
    next: usize,
    ids: &'a mut Ids,
    problems: &'a mut Problems,
    /// Whether a cell could not be read.
    bad: bool,
}

/// Whether a cell holds something that looks like a CPR number. Ten decimals of a number are none.
fn hides_cpr(text: &str) -> bool {
    if !looks_like_cpr(text) {
        return false;
    }
    let is_number = text.trim().parse::<f64>().is_ok();
    let searched = if is_number { text.split('.').next().unwrap_or_default() } else { text };
    looks_like_cpr(searched)
}

/// A cell: where it stands and what it holds.
#[derive(Clone, Copy)]
struct Cell<'a> {
    column: usize,
    text: &'a str,
}

impl<'a> CellReader<'a> {
    pub(crate) fn new(
        header: &'a Header,
        record: &'a csv::StringRecord,
        row: usize,
        ids: &'a mut Ids,
        problems: &'a mut Problems,
    ) -> Self {
        Self { header, record, row, columns: header.schema.columns.iter(), next: 0, ids, problems, bad: false }
    }

    /// Whether every cell could be read.
    pub(crate) fn finish(self) -> bool {
        assert!(self.columns.len() == 0, "a row takes every column");
        !self.bad
    }

    fn report(&mut self, cell: Cell<'_>, cause: Cause) {
        let column = self.header.columns[cell.column].0.as_str();
        self.problems.add(&self.header.file, Some(self.row), Some(column), cause);
        self.bad = true;
    }

    fn column(&mut self, name: &str) -> &'static Column {
        let column = self.columns.next();
        let column = column.filter(|it| it.name == name);
        column.expect("a row takes its values in the order of the columns")
    }

    /// The next cell as it stands in the file; empty when the column is not there, or when what stands
    /// there must not be used and is reported.
    fn cell(&mut self) -> Cell<'a> {
        let column = self.next;
        self.next += 1;
        let text = self.header.columns[column].1.and_then(|at| self.record.get(at)).unwrap_or_default();
        let cell = Cell { column, text };
        if hides_cpr(text) {
            self.report(cell, Cause::CprLike {});
            return Cell { column, text: "" };
        }
        cell
    }

    /// The next cell of a column, without the blanks around it. Reports an empty one that must not be.
    fn required_cell(&mut self, name: &str) -> Cell<'a> {
        let required = self.column(name).required;
        let already_bad = self.bad;
        let cell = self.cell();
        let hidden = self.bad && !already_bad;
        if required && !hidden && cell.text.trim().is_empty() {
            self.report(cell, Cause::Empty {});
        }
        Cell { text: cell.text.trim(), ..cell }
    }

    /// Whether a column of the row, not necessarily the next, has something in it.
    pub(crate) fn is_given(&self, name: &str) -> bool {
        let at = self.header.columns.iter().find(|(column, _)| column == name).and_then(|(_, at)| *at);
        at.and_then(|at| self.record.get(at)).is_some_and(|text| !text.trim().is_empty())
    }

    /// Reports a cell that is empty while others of the technology's effect are given.
    pub(crate) fn effect_incomplete(&mut self, name: &str) {
        self.problems.add(&self.header.file, Some(self.row), Some(name), Cause::EffectIncomplete {});
        self.bad = true;
    }

    /// A text, as it stands.
    pub(crate) fn text(&mut self, name: &str) -> String {
        let at = self.next;
        if self.required_cell(name).text.is_empty() {
            return String::new();
        }
        as_meant(self.header.columns[at].1.and_then(|at| self.record.get(at)).unwrap_or_default()).to_owned()
    }

    pub(crate) fn optional_text(&mut self, name: &str) -> Option<String> {
        Some(self.text(name)).filter(|it| !it.is_empty())
    }

    pub(crate) fn id<T: From<Arc<str>>>(&mut self, name: &str) -> T {
        let text = self.required_cell(name).text;
        self.ids.get(text).into()
    }

    pub(crate) fn optional_id<T: From<Arc<str>>>(&mut self, name: &str) -> Option<T> {
        let text = self.required_cell(name).text;
        (!text.is_empty()).then(|| self.ids.get(text).into())
    }

    pub(crate) fn ids<T: From<Arc<str>>>(&mut self, name: &str) -> Vec<T> {
        let cell = self.required_cell(name);
        if cell.text.contains([',', ';', '|']) {
            self.report(cell, Cause::ListSeparator { value: shown(cell.text) });
            return Vec::new();
        }
        cell.text.split_whitespace().map(|id| self.ids.get(id).into()).collect()
    }

    pub(crate) fn optional_number(&mut self, name: &str) -> Option<f64> {
        let cell = self.required_cell(name);
        self.number_in(cell)
    }

    fn number_in(&mut self, cell: Cell<'_>) -> Option<f64> {
        if cell.text.trim().is_empty() {
            return None;
        }
        number::parse(cell.text.trim()).map_err(|cause| self.report(cell, cause)).ok()
    }

    pub(crate) fn integer(&mut self, name: &str) -> u32 {
        self.optional_integer(name).unwrap_or(0)
    }

    pub(crate) fn optional_integer(&mut self, name: &str) -> Option<u32> {
        let cell = self.required_cell(name);
        if cell.text.is_empty() {
            return None;
        }
        let number = cell.text.parse().ok();
        if number.is_none() {
            self.report(cell, Cause::NotWhole { value: shown(cell.text) });
        }
        number
    }

    /// `true` or `false`, in small letters or as spreadsheets write them.
    pub(crate) fn boolean(&mut self, name: &str) -> bool {
        let cell = self.required_cell(name);
        match cell.text {
            "true" | "True" | "TRUE" => true,
            "false" | "False" | "FALSE" | "" => false,
            other => {
                self.report(cell, Cause::UnknownWord { value: shown(other), allowed: "true, false".into() });
                false
            }
        }
    }

    fn allowed(&self, name: &str) -> Vec<&'static str> {
        let column = self.header.schema.columns.iter().find(|it| it.name == name);
        match column.map(|it| it.kind) {
            Some(Kind::Word(words) | Kind::WordList(words)) => words(),
            _ => unreachable!("only a column of words is read as words"),
        }
    }

    /// One of the column's words; the first of them stands in for one that cannot be read.
    pub(crate) fn word<T>(&mut self, name: &str, parse: impl Fn(&str) -> Option<T>) -> T {
        self.optional_word(name, &parse).unwrap_or_else(|| {
            let first = self.allowed(name)[0];
            parse(first).expect("the schema's words are those of the model")
        })
    }

    pub(crate) fn optional_word<T>(&mut self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let cell = self.required_cell(name);
        if cell.text.is_empty() {
            return None;
        }
        let word = parse(cell.text);
        if word.is_none() {
            let allowed = self.allowed(name).join(", ");
            self.report(cell, Cause::UnknownWord { value: shown(cell.text), allowed });
        }
        word
    }

    pub(crate) fn words<T>(&mut self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let cell = self.required_cell(name);
        let mut words = Vec::new();
        for word in cell.text.split_whitespace() {
            match parse(word) {
                Some(word) => words.push(word),
                None => {
                    let allowed = self.allowed(name).join(", ");
                    self.report(cell, Cause::UnknownListWord { value: shown(word), allowed });
                }
            }
        }
        words
    }

    /// A figure that must be there.
    pub(crate) fn figure(&mut self, name: &str) -> Figure {
        self.optional_figure(name).unwrap_or_else(|| Figure::exact(0.0, EvidenceClass::Assumption, ""))
    }

    /// A figure, when its value is there.
    pub(crate) fn optional_figure(&mut self, name: &str) -> Option<Figure> {
        let required = self.column(name).required;
        let bad_before = self.bad;
        let [value, low, high, evidence, source] = std::array::from_fn(|_| self.cell());
        if self.bad && !bad_before {
            return None; // a hidden cell, reported
        }
        if value.text.trim().is_empty() {
            if [low, high, evidence, source].iter().any(|it| !it.text.trim().is_empty()) {
                self.report(value, Cause::ValueMissing { figure: name.to_owned() });
            } else if required {
                self.report(value, Cause::Empty {});
            }
            return None;
        }
        let number = self.number_in(value);
        let low_number = self.number_in(low);
        let high_number = self.number_in(high);
        let class = self.evidence(name, evidence);
        let source = self.source(name, source);
        if let Some(class) = class.filter(|it| !matches!(it, EvidenceClass::Measured | EvidenceClass::Register)) {
            for bound in [low, high].into_iter().filter(|it| it.text.trim().is_empty()) {
                self.report(bound, Cause::RangeMissing { figure: name.to_owned(), class: class.to_string() });
            }
        }
        let value = number?;
        Some(Figure {
            value,
            low: low_number.unwrap_or(value),
            high: high_number.unwrap_or(value),
            class: class?,
            source: source?,
        })
    }

    fn evidence(&mut self, figure: &str, cell: Cell<'_>) -> Option<EvidenceClass> {
        let text = cell.text.trim();
        let class = EvidenceClass::parse(text);
        if text.is_empty() {
            self.report(cell, Cause::EvidenceMissing { figure: figure.to_owned() });
        } else if class.is_none() {
            let allowed = crate::schema::evidence_words().join(", ");
            self.report(cell, Cause::UnknownWord { value: shown(text), allowed });
        }
        class
    }

    fn source(&mut self, figure: &str, cell: Cell<'_>) -> Option<SourceId> {
        let text = cell.text.trim();
        if text.is_empty() {
            self.report(cell, Cause::SourceMissing { figure: figure.to_owned() });
            return None;
        }
        Some(self.ids.get(text).into())
    }
}

#[cfg(test)]
mod tests {
    use super::hides_cpr;

    #[test]
    fn decimals_are_no_birth_date() {
        assert!(hides_cpr("0101801234") && hides_cpr("0101801234.0") && hides_cpr("nord 010180-1234."));
        assert!(!hides_cpr("0.0101801234") && !hides_cpr("3.5"));
    }
}
