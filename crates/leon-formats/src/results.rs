//! Results as tables: a data package of CSV and Parquet files, an XLSX workbook, and the CSV read back.

pub mod column;
mod package;
mod parquet;
mod read;
mod workbook;

pub use package::{result_files, write_results};
pub use read::read_result_table;
pub(crate) use workbook::{add_tables, new_workbook};
pub use workbook::{workbook_bytes, write_workbook};

/// The tables of a result.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// The package's name: small letters, digits, `-`, `_`, `.` and `/`.
    pub name: String,
    pub title: String,
    /// What the result is and how it came about.
    pub description: String,
    pub tables: Vec<ResultTable>,
}

/// A table of a result. Every row has a cell for each column, of the column's type or missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResultTable {
    /// Its file is this with `.csv` or `.parquet`, its sheet this: small letters, digits and `_`, 31 at most.
    pub name: String,
    pub description: String,
    pub columns: Vec<ResultColumn>,
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a result.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultColumn {
    pub name: String,
    pub kind: CellKind,
    /// The unit of its numbers, as `hours/week`, `DKK` or `share`; empty when there is none.
    pub unit: String,
    pub description: String,
}

impl ResultColumn {
    pub fn new(name: &str, kind: CellKind, unit: &str, description: &str) -> Self {
        Self { name: name.to_owned(), kind, unit: unit.to_owned(), description: description.to_owned() }
    }
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    Text,
    Number,
    Integer,
    Bool,
}

impl CellKind {
    pub const ALL: [Self; 4] = [Self::Text, Self::Number, Self::Integer, Self::Bool];

    /// Its type in a Table Schema.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Number => "number",
            Self::Integer => "integer",
            Self::Bool => "boolean",
        }
    }
}

/// A value in a result. An empty text is the same as a missing one once it is written.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    /// A finite number.
    Number(f64),
    Integer(i64),
    Bool(bool),
    Missing,
}

impl Cell {
    /// The type of column that it fits; `None`: any.
    pub fn kind(&self) -> Option<CellKind> {
        match self {
            Self::Text(_) => Some(CellKind::Text),
            Self::Number(_) => Some(CellKind::Number),
            Self::Integer(_) => Some(CellKind::Integer),
            Self::Bool(_) => Some(CellKind::Bool),
            Self::Missing => None,
        }
    }
}

macro_rules! cell_from {
    ($($type:ty => $cell:ident),+) => { $(
        impl From<$type> for Cell {
            fn from(value: $type) -> Self { Self::$cell(value.into()) }
        }
    )+ };
}
cell_from!(&str => Text, String => Text, f64 => Number, i64 => Integer, u32 => Integer, bool => Bool);

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Self::Integer(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Missing, Into::into)
    }
}

/// Why a table cannot be written: the program that made it is at fault, not its user.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum TableError {
    #[error("'{name}' cannot be a table's name: use small letters, digits and '_', 31 at most")]
    Name { name: String },
    #[error("table {name} stands twice in the result")]
    Twice { name: String },
    #[error("{table} row {row} has {cells} cells for {columns} columns")]
    RowLength { table: String, row: usize, cells: usize, columns: usize },
    #[error("{table} row {row}: {cell:?} is not of the type of column {column}")]
    CellKind { table: String, row: usize, column: String, cell: Cell },
    #[error("{table} row {row}: {column} is not a finite number")]
    NotFinite { table: String, row: usize, column: String },
}

impl Results {
    /// Checks names, row lengths and types.
    pub(crate) fn check(&self) -> Result<(), TableError> {
        for (index, table) in self.tables.iter().enumerate() {
            table.check()?;
            if self.tables[..index].iter().any(|it| it.name == table.name) {
                return Err(TableError::Twice { name: table.name.clone() });
            }
        }
        Ok(())
    }
}

impl ResultTable {
    fn check(&self) -> Result<(), TableError> {
        let is_name_byte = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
        if self.name.is_empty() || self.name.len() > 31 || !self.name.bytes().all(is_name_byte) {
            return Err(TableError::Name { name: self.name.clone() });
        }
        self.rows.iter().enumerate().try_for_each(|(row, cells)| self.check_row(row, cells))
    }

    fn check_row(&self, row: usize, cells: &[Cell]) -> Result<(), TableError> {
        let table = || self.name.clone();
        let columns = self.columns.len();
        if cells.len() != columns {
            return Err(TableError::RowLength { table: table(), row, cells: cells.len(), columns });
        }
        for (cell, column) in cells.iter().zip(&self.columns) {
            if cell.kind().is_some_and(|kind| kind != column.kind) {
                return Err(TableError::CellKind {
                    table: table(),
                    row,
                    column: column.name.clone(),
                    cell: cell.clone(),
                });
            }
            if matches!(cell, Cell::Number(number) if !number.is_finite()) {
                return Err(TableError::NotFinite { table: table(), row, column: column.name.clone() });
            }
        }
        Ok(())
    }
}
