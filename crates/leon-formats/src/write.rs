//! Writes a case as a data package: the same tables always give the same bytes.

use crate::cell_writer::CellWriter;
use crate::package::{DESCRIPTOR, Licence, Package, Resource};
use crate::rows::{Parameter, Row, parameters_by_id};
use crate::schema::{TABLES, TableSchema};
use leon_model::{Table, Tables};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What a written package says of itself besides its tables.
#[derive(Clone, Debug, Default)]
pub struct WriteOptions {
    /// A paragraph on what the case is.
    pub description: String,
    pub licences: Vec<Licence>,
    /// Whether a case that stands in the folder already may be replaced. Its tables that the new case
    /// does not have are then removed.
    pub replace: bool,
}

/// Why a case or a result was not written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// The name must be usable in an address: small letters, digits, `-`, `_`, `.` and `/`.
    #[error("'{0}' cannot be a package's name: use small letters a-z, digits, '-', '_', '.' and '/'")]
    Name(String),
    #[error("{} exists already", .0.display())]
    Exists(PathBuf),
    #[error("{}: {reason}", path.display())]
    Io { path: PathBuf, reason: std::io::Error },
    #[error(transparent)]
    Table(#[from] crate::results::TableError),
    #[error("the workbook cannot be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}

impl WriteError {
    pub(crate) fn io(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        |reason| Self::Io { path, reason }
    }
}

/// Whether a data package may have this name.
pub(crate) fn is_package_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_./".contains(&b))
}

/// Writes the tables and their `datapackage.json` into a folder, which is made when missing.
///
/// The tables need not make a valid case. A table that need not be there is left out when it is empty.
///
/// # Errors
/// [`WriteError::Name`] when the case's name cannot be a package's, [`WriteError::Exists`] when a case
/// stands there and may not be replaced, [`WriteError::Io`] when the disk says no.
///
/// # Example
/// ```
/// use leon_formats::{WriteOptions, example_case, write_case};
/// let dir = tempfile::tempdir()?;
/// write_case(&example_case(), dir.path(), &WriteOptions::default())?;
/// assert!(dir.path().join("needs.csv").exists());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write_case(tables: &Tables, dir: &Path, options: &WriteOptions) -> Result<(), WriteError> {
    let files = case_files(tables, options)?;
    let descriptor = dir.join(DESCRIPTOR);
    if !options.replace && descriptor.exists() {
        return Err(WriteError::Exists(descriptor));
    }
    std::fs::create_dir_all(dir).map_err(WriteError::io(dir))?;
    for schema in TABLES {
        let stale = dir.join(file_name(schema.table));
        if options.replace && !files.contains_key(&file_name(schema.table)) && stale.exists() {
            std::fs::remove_file(&stale).map_err(WriteError::io(&stale))?;
        }
    }
    for (name, bytes) in files {
        let path = dir.join(name);
        std::fs::write(&path, bytes).map_err(WriteError::io(&path))?;
    }
    Ok(())
}

/// The files of a case in memory, by name.
///
/// # Errors
/// [`WriteError::Name`], as for [`write_case`].
pub fn case_files(tables: &Tables, options: &WriteOptions) -> Result<BTreeMap<String, Vec<u8>>, WriteError> {
    if !is_package_name(&tables.name) {
        return Err(WriteError::Name(tables.name.clone()));
    }
    let mut files = BTreeMap::new();
    let mut resources = Vec::new();
    for schema in TABLES {
        if let Some(bytes) = table_bytes(tables, schema) {
            files.insert(file_name(schema.table), bytes);
            resources.push(Resource::of_case(schema));
        }
    }
    let package = Package {
        profile: "tabular-data-package",
        name: tables.name.clone(),
        title: tables.title.clone(),
        description: options.description.clone(),
        licenses: options.licences.clone(),
        resources,
    };
    files.insert(DESCRIPTOR.to_owned(), json_bytes(&package));
    Ok(files)
}

/// A table's file, as Leon writes it.
pub(crate) fn file_name(table: Table) -> String {
    format!("{}.csv", table.name())
}

pub(crate) fn json_bytes(value: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("strings and lists always serialise");
    bytes.push(b'\n');
    bytes
}

/// The CSV file of a table; `None` for an empty one that need not be there.
fn table_bytes(tables: &Tables, schema: &'static TableSchema) -> Option<Vec<u8>> {
    match schema.table {
        Table::Sources => rows_bytes(schema, &tables.sources),
        Table::Parameters => {
            let mut parameters = tables.parameters.clone();
            let given = |(id, figure): (_, &mut Option<_>)| Some(Parameter { id, value: figure.take()? });
            let rows: Vec<_> = parameters_by_id(&mut parameters).into_iter().filter_map(given).collect();
            rows_bytes(schema, &rows)
        }
        Table::Places => rows_bytes(schema, &tables.places),
        Table::Settings => rows_bytes(schema, &tables.settings),
        Table::Complexities => rows_bytes(schema, &tables.complexities),
        Table::StaffGroups => rows_bytes(schema, &tables.staff_groups),
        Table::Competences => rows_bytes(schema, &tables.competences),
        Table::Holdings => rows_bytes(schema, &tables.holdings),
        Table::Tasks => rows_bytes(schema, &tables.tasks),
        Table::Needs => rows_bytes(schema, &tables.needs),
        Table::Capacity => rows_bytes(schema, &tables.capacity),
        Table::ExtraHours => rows_bytes(schema, &tables.extra_hours),
        Table::Prices => rows_bytes(schema, &tables.prices),
        Table::Pools => rows_bytes(schema, &tables.pools),
        Table::Continuity => rows_bytes(schema, &tables.continuity),
        Table::Baseline => rows_bytes(schema, &tables.baseline),
        Table::Bindings => rows_bytes(schema, &tables.bindings),
        Table::Technologies => rows_bytes(schema, &tables.technologies),
        Table::Recruitment => rows_bytes(schema, &tables.recruitment),
        Table::Population => rows_bytes(schema, &tables.population),
        Table::PopulationHistory => rows_bytes(schema, &tables.population_history),
        Table::CareUse => rows_bytes(schema, &tables.care_use),
        Table::Workforce => rows_bytes(schema, &tables.workforce),
    }
}

fn rows_bytes<R: Row>(schema: &'static TableSchema, rows: &[R]) -> Option<Vec<u8>> {
    if rows.is_empty() && !schema.required {
        return None;
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header: csv::StringRecord = schema.file_columns().into_iter().map(|it| it.name).collect();
    let records = rows.iter().map(|row| {
        let mut cells = CellWriter::new(schema);
        row.write(&mut cells);
        cells.finish()
    });
    for record in std::iter::once(header).chain(records) {
        writer.write_record(&record).expect("memory takes every record, all of the same length");
    }
    Some(writer.into_inner().expect("memory flushes"))
}
