//! A result as a data package: each table as CSV, described in `datapackage.json`, and as Parquet beside it.

use super::{Cell, CellKind, ResultTable, Results};
use crate::formula::defused;
use crate::package::{Constraints, DESCRIPTOR, Field, Package, Resource, Schema};
use crate::write::{WriteError, is_package_name, json_bytes};
use std::collections::BTreeMap;
use std::path::Path;

/// Writes a result into a folder, which is made when missing. Files of the same names are replaced.
///
/// # Errors
/// [`WriteError::Name`] and [`WriteError::Table`] when the result cannot be a package, [`WriteError::Io`]
/// when the disk says no.
///
/// # Example
/// ```
/// use leon_formats::results::{Cell, CellKind, ResultColumn, ResultTable, Results};
/// use leon_formats::results::{read_result_table, write_results};
/// let gap = ResultTable {
///     name: "gap".into(),
///     description: "Hours missing.".into(),
///     columns: vec![
///         ResultColumn::new("place", CellKind::Text, "", "Where."),
///         ResultColumn::new("hours_per_week", CellKind::Number, "hours/week", "Care hours missing."),
///     ],
///     rows: vec![vec!["nord".into(), 12.5.into()]],
/// };
/// let results = Results { name: "match".into(), tables: vec![gap.clone()], ..Results::default() };
/// let dir = tempfile::tempdir()?;
/// write_results(&results, dir.path())?;
/// assert_eq!(read_result_table(dir.path(), "gap").unwrap(), gap);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write_results(results: &Results, dir: &Path) -> Result<(), WriteError> {
    let files = result_files(results)?;
    std::fs::create_dir_all(dir).map_err(WriteError::io(dir))?;
    for (name, bytes) in files {
        let path = dir.join(name);
        std::fs::write(&path, bytes).map_err(WriteError::io(&path))?;
    }
    Ok(())
}

/// The files of a result in memory, by name.
///
/// # Errors
/// As for [`write_results`].
pub fn result_files(results: &Results) -> Result<BTreeMap<String, Vec<u8>>, WriteError> {
    if !is_package_name(&results.name) {
        return Err(WriteError::Name(results.name.clone()));
    }
    results.check()?;
    let mut files = BTreeMap::new();
    for table in &results.tables {
        files.insert(format!("{}.csv", table.name), csv_bytes(table));
        files.insert(format!("{}.parquet", table.name), super::parquet::parquet_bytes(table)?);
    }
    let package = Package {
        profile: "tabular-data-package",
        name: results.name.clone(),
        title: results.title.clone(),
        description: results.description.clone(),
        licenses: Vec::new(),
        resources: results.tables.iter().map(resource).collect(),
    };
    files.insert(DESCRIPTOR.to_owned(), json_bytes(&package));
    Ok(files)
}

fn resource(table: &ResultTable) -> Resource {
    let field = |column: &super::ResultColumn| Field {
        name: column.name.clone(),
        kind: column.kind.as_str(),
        description: column.description.clone(),
        unit: column.unit.clone(),
        constraints: Constraints::default(),
    };
    let fields = table.columns.iter().map(field).collect();
    let schema = Schema { fields, primary_key: Vec::new(), foreign_keys: Vec::new() };
    Resource::csv(&table.name, table.description.clone(), schema)
}

fn csv_bytes(table: &ResultTable) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header: csv::StringRecord = table.columns.iter().map(|it| it.name.as_str()).collect();
    let records = table.rows.iter().map(|row| row.iter().map(cell_text).collect::<csv::StringRecord>());
    for record in std::iter::once(header).chain(records) {
        writer.write_record(&record).expect("memory takes every record, all of the same length");
    }
    writer.into_inner().expect("memory flushes")
}

fn cell_text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => defused(text).into_owned(),
        Cell::Number(number) => number.to_string(),
        Cell::Integer(number) => number.to_string(),
        Cell::Bool(truth) => truth.to_string(),
        Cell::Missing => String::new(),
    }
}

impl CellKind {
    /// The kind with this type in a Table Schema.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}
