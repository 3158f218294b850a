//! A list as a table: its header, its rows, and the cells of a row by the names of their columns.

use crate::cause::Cause;
use crate::csv_text::record_rows;
use crate::number;
use crate::problem::Problems;
use crate::shown::shown;
use leon_model::looks_like_cpr;

/// A column of a list.
pub(crate) struct ListColumn {
    pub(crate) name: &'static str,
    /// Whether each row must have a value.
    pub(crate) required: bool,
    pub(crate) doc: &'static str,
}

/// A list, split into cells.
pub(crate) struct Table<'t> {
    file: &'t str,
    /// Each column that there can be, and where it stands, if it does.
    columns: Vec<(&'static ListColumn, Option<usize>)>,
    /// Each record with its row as a spreadsheet numbers it.
    records: Vec<(usize, csv::StringRecord)>,
}

impl<'t> Table<'t> {
    /// Splits a list. `None`, reported, when its header or its quotation marks are wrong.
    pub(crate) fn read(
        file: &'t str,
        text: &str,
        columns: &'static [ListColumn],
        problems: &mut Problems,
    ) -> Option<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let rows = record_rows(text).map_err(|fault| problems.add(file, fault.row, None, fault.cause)).ok()?;
        let mut csv = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let mut records = csv.records().map_while(Result::ok).zip(rows).map(|(record, row)| (row as usize, record));
        let Some((header_row, header)) = records.next() else {
            problems.add(file, None, None, Cause::NoHeader {});
            return None;
        };
        if header.len() == 1 && header[0].contains([';', '\t']) {
            let delimiter = if header[0].contains(';') { "semikolon (;)" } else { "tabulator" };
            problems.add(file, Some(header_row), None, Cause::Delimiter { delimiter: delimiter.to_owned() });
            return None;
        }
        let columns = place_columns(file, header_row, &header, columns, problems)?;
        let is_filled = |(_, record): &(usize, csv::StringRecord)| record.iter().any(|cell| !cell.trim().is_empty());
        let records: Vec<_> = records.filter(is_filled).collect();
        let mut table = Self { file, columns, records: Vec::new() };
        for (row, record) in records {
            if record.len() == header.len() {
                table.records.push((row, record));
            } else {
                let cause = Cause::FieldCount { fields: record.len(), columns: header.len() };
                problems.add(file, Some(row), None, cause);
            }
        }
        Some(table)
    }

    /// Reads each row.
    pub(crate) fn each(&self, problems: &mut Problems, mut read: impl FnMut(&mut Cells<'_>)) {
        for (row, record) in &self.records {
            read(&mut Cells { table: self, record, row: *row, problems, bad: false });
        }
    }
}

/// Where the columns stand; `None` when one is missing or stands twice, which is reported.
fn place_columns(
    file: &str,
    row: usize,
    header: &csv::StringRecord,
    columns: &'static [ListColumn],
    problems: &mut Problems,
) -> Option<Vec<(&'static ListColumn, Option<usize>)>> {
    let names: Vec<&str> = header.iter().map(str::trim).collect();
    let mut good = true;
    let mut report = |cause: Cause| {
        good &= cause.is_warning();
        problems.add(file, Some(row), None, cause);
    };
    for (at, name) in names.iter().enumerate() {
        let is_known = columns.iter().any(|it| it.name == *name);
        if !is_known {
            report(Cause::ColumnUnknown { column: shown(name) });
        } else if names[..at].contains(name) {
            report(Cause::ColumnTwice { column: shown(name) });
        }
    }
    let place = |column: &ListColumn| names.iter().position(|it| *it == column.name);
    for column in columns.iter().filter(|it| it.required && place(it).is_none()) {
        report(Cause::ColumnMissing { column: column.name.to_owned() });
    }
    good.then(|| columns.iter().map(|it| (it, place(it))).collect())
}

/// The cells of a row.
pub(crate) struct Cells<'a> {
    table: &'a Table<'a>,
    record: &'a csv::StringRecord,
    /// As a spreadsheet numbers it.
    pub(crate) row: usize,
    problems: &'a mut Problems,
    bad: bool,
}

impl Cells<'_> {
    /// Whether no cell that was asked for was wrong.
    pub(crate) fn is_good(&self) -> bool {
        !self.bad
    }

    pub(crate) fn report(&mut self, column: &str, cause: Cause) {
        self.problems.add(self.table.file, Some(self.row), Some(column), cause);
        self.bad = true;
    }

    /// Says what is odd without keeping the row from being read.
    pub(crate) fn warn(&mut self, column: &str, cause: Cause) {
        assert!(cause.is_warning(), "what keeps a row from being read is reported");
        self.problems.add(self.table.file, Some(self.row), Some(column), cause);
    }

    fn find(&self, column: &str) -> (&'static ListColumn, &str) {
        let found = self.table.columns.iter().find(|(it, _)| it.name == column);
        let (column, at) = *found.expect("only columns of the list are asked for");
        (column, at.and_then(|at| self.record.get(at)).unwrap_or_default().trim())
    }

    pub(crate) fn is_given(&self, column: &str) -> bool {
        !self.find(column).1.is_empty()
    }

    pub(crate) fn is_required(&self, column: &str) -> bool {
        self.find(column).0.required
    }

    /// A text; empty, reported, when it must be there and is not, or looks like a CPR number.
    pub(crate) fn text(&mut self, name: &str) -> String {
        let (column, text) = self.find(name);
        let text = text.to_owned();
        if text.is_empty() && column.required {
            self.report(name, Cause::Empty {});
        } else if looks_like_cpr(&text) && text.parse::<f64>().map_or(true, |it| it.fract() == 0.0) {
            self.report(name, Cause::CprInDay {});
            return String::new();
        }
        text
    }

    pub(crate) fn number(&mut self, name: &str) -> Option<f64> {
        let text = self.text(name);
        if text.is_empty() {
            return None;
        }
        number::parse(&text).map_err(|cause| self.report(name, cause)).ok()
    }

    /// A whole number from 0 up.
    pub(crate) fn whole(&mut self, name: &str) -> Option<i64> {
        let text = self.text(name);
        if text.is_empty() {
            return None;
        }
        let number = text.parse().ok().filter(|it| (0..=i64::from(u32::MAX)).contains(it));
        if number.is_none() {
            self.report(name, Cause::NotWhole { value: shown(&text) });
        }
        number
    }

    /// A whole number from 0 to 255.
    pub(crate) fn small(&mut self, name: &str) -> Option<u8> {
        let number = self.whole(name)?;
        let small = u8::try_from(number).ok();
        if small.is_none() {
            self.report(name, Cause::ValueOutside { value: number as f64, low: 0.0, high: 255.0 });
        }
        small
    }

    pub(crate) fn ids<T: for<'b> From<&'b str>>(&mut self, name: &str) -> Vec<T> {
        let text = self.text(name);
        if text.contains([',', ';', '|']) {
            self.report(name, Cause::ListSeparator { value: shown(&text) });
            return Vec::new();
        }
        text.split_whitespace().map(Into::into).collect()
    }

    /// One of a few words.
    pub(crate) fn word<T: Copy>(&mut self, name: &str, words: &[(&str, T)]) -> Option<T> {
        let text = self.text(name);
        if text.is_empty() {
            return None;
        }
        let word = words.iter().find(|(it, _)| *it == text).map(|(_, meaning)| *meaning);
        if word.is_none() {
            let allowed: Vec<&str> = words.iter().map(|(it, _)| *it).collect();
            self.report(name, Cause::UnknownWord { value: shown(&text), allowed: allowed.join(", ") });
        }
        word
    }
}
