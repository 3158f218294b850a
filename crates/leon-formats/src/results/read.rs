//! Reads a table of a result back from its CSV.

use super::{Cell, CellKind, ResultColumn, ResultTable};
use crate::cause::Cause;
use crate::csv_text::{TextFault, decode, record_rows};
use crate::files::{CaseFiles, Folder};
use crate::formula::as_meant;
use crate::number;
use crate::package::DESCRIPTOR;
use crate::package_reader::{read_json, unreadable};
use crate::problem::{Problem, Problems};
use crate::shown::shown;
use serde_json::Value;
use std::path::Path;

/// Reads a table of a result that [`super::write_results`] wrote.
///
/// # Errors
/// Every problem at once: the table is not in the package, or was changed so that it cannot be read.
pub fn read_result_table(dir: &Path, name: &str) -> Result<ResultTable, Vec<Problem>> {
    let mut problems = Problems::default();
    let files = Folder::new(dir);
    let file = format!("{name}.csv");
    let described = read_json(&files)
        .map_err(|(row, cause)| TextFault { row, cause })
        .and_then(|json| described_table(&json, name).map_err(|cause| TextFault { row: None, cause }));
    let mut table = match described {
        Ok(table) => table,
        Err(fault) => {
            problems.add(DESCRIPTOR, fault.row, None, fault.cause);
            return Err(problems.into_sorted(&[]));
        }
    };
    let bytes = files.read(&file).map_err(|error| TextFault { row: None, cause: unreadable(error) });
    let read = bytes.and_then(|bytes| read_rows(&mut table, &file, decode(&bytes)?, &mut problems));
    if let Err(fault) = read {
        problems.add(&file, fault.row, None, fault.cause);
    }
    if problems.has_errors() { Err(problems.into_sorted(&[])) } else { Ok(table) }
}

/// The table as `datapackage.json` describes it, without rows.
fn described_table(json: &Value, name: &str) -> Result<ResultTable, Cause> {
    let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let list = |value: &Value, key: &str| value.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    let resources = list(json, "resources");
    let Some(resource) = resources.iter().find(|it| text(it, "name") == name) else {
        return Err(Cause::TableMissing { table: shown(name) });
    };
    let column = |field: &Value| {
        let kind = CellKind::parse(&text(field, "type"))?;
        Some(ResultColumn {
            name: text(field, "name"),
            kind,
            unit: text(field, "unit"),
            description: text(field, "description"),
        })
    };
    let fields = resource.get("schema").map(|schema| list(schema, "fields")).unwrap_or_default();
    let columns: Option<Vec<ResultColumn>> = fields.iter().map(column).collect();
    let columns = columns.ok_or_else(|| Cause::NotAPackage { expected: format!("\"type\" ({})", shown(name)) })?;
    Ok(ResultTable { name: name.to_owned(), description: text(resource, "description"), columns, rows: Vec::new() })
}

fn read_rows(table: &mut ResultTable, file: &str, text: &str, problems: &mut Problems) -> Result<(), TextFault> {
    let rows = record_rows(text)?;
    let mut csv = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let unreadable =
        |error: csv::Error| TextFault { row: None, cause: Cause::FileUnreadable { reason: error.to_string() } };
    let header = csv.headers().map_err(unreadable)?.clone();
    for (at, column) in table.columns.iter().enumerate() {
        if header.get(at) != Some(column.name.as_str()) {
            problems.add(file, Some(1), None, Cause::ColumnMissing { column: shown(&column.name) });
        }
    }
    for (record, row) in csv.records().zip(rows.iter().skip(1)) {
        let record = record.map_err(unreadable)?;
        let row = *row as usize;
        if record.len() != table.columns.len() {
            let cause = Cause::FieldCount { fields: record.len(), columns: table.columns.len() };
            problems.add(file, Some(row), None, cause);
            continue;
        }
        let mut cells = Vec::with_capacity(record.len());
        for (cell, column) in record.iter().zip(&table.columns) {
            match read_cell(cell, column.kind) {
                Ok(cell) => cells.push(cell),
                Err(cause) => problems.add(file, Some(row), Some(&column.name), cause),
            }
        }
        table.rows.push(cells);
    }
    Ok(())
}

fn read_cell(text: &str, kind: CellKind) -> Result<Cell, Cause> {
    match (kind, text) {
        (_, "") => Ok(Cell::Missing),
        (CellKind::Text, text) => Ok(Cell::Text(as_meant(text).to_owned())),
        (CellKind::Number, text) => number::parse(text).map(Cell::Number),
        (CellKind::Integer, text) => {
            text.parse().map(Cell::Integer).map_err(|_| Cause::NotANumber { value: shown(text) })
        }
        (CellKind::Bool, "true") => Ok(Cell::Bool(true)),
        (CellKind::Bool, "false") => Ok(Cell::Bool(false)),
        (CellKind::Bool, text) => Err(Cause::UnknownWord { value: shown(text), allowed: "true, false".into() }),
    }
}
