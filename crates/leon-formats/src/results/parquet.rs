//! A table as a Parquet file: optional columns, compressed with Snappy.

use super::{Cell, CellKind, ResultTable};
use crate::write::WriteError;
use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;
use std::sync::Arc;

/// Rows of a row group.
const GROUP_ROWS: usize = 1 << 17;

/// The file. The table's rows fit its columns.
pub(super) fn parquet_bytes(table: &ResultTable) -> Result<Vec<u8>, WriteError> {
    let file = |reason: ParquetError| WriteError::Io {
        path: format!("{}.parquet", table.name).into(),
        reason: std::io::Error::other(reason),
    };
    write(table).map_err(file)
}

fn write(table: &ResultTable) -> Result<Vec<u8>, ParquetError> {
    let fields = table.columns.iter().map(field).collect::<Result<_, _>>()?;
    let schema = Type::group_type_builder("schema").with_fields(fields).build()?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(format!("leon {}", env!("CARGO_PKG_VERSION")))
        .build();
    let mut writer = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
    for rows in table.rows.chunks(GROUP_ROWS) {
        let mut group = writer.next_row_group()?;
        for (at, column) in table.columns.iter().enumerate() {
            let Some(mut chunk) = group.next_column()? else { break };
            write_column(&mut chunk, column.kind, rows.iter().map(|row| &row[at]))?;
            chunk.close()?;
        }
        group.close()?;
    }
    writer.into_inner()
}

fn field(column: &super::ResultColumn) -> Result<Arc<Type>, ParquetError> {
    let (physical, logical) = match column.kind {
        CellKind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        CellKind::Number => (Physical::DOUBLE, None),
        CellKind::Integer => (Physical::INT64, None),
        CellKind::Bool => (Physical::BOOLEAN, None),
    };
    let builder = Type::primitive_type_builder(&column.name, physical).with_repetition(Repetition::OPTIONAL);
    builder.with_logical_type(logical).build().map(Arc::new)
}

fn write_column<'a>(
    chunk: &mut SerializedColumnWriter<'_>,
    kind: CellKind,
    cells: impl Iterator<Item = &'a Cell>,
) -> Result<(), ParquetError> {
    match kind {
        CellKind::Text => write_values::<ByteArrayType>(chunk, cells, |cell| match cell {
            Cell::Text(text) if !text.is_empty() => Some(ByteArray::from(text.as_str())),
            _ => None,
        }),
        CellKind::Number => write_values::<DoubleType>(chunk, cells, |cell| match cell {
            Cell::Number(number) => Some(*number),
            _ => None,
        }),
        CellKind::Integer => write_values::<Int64Type>(chunk, cells, |cell| match cell {
            Cell::Integer(number) => Some(*number),
            _ => None,
        }),
        CellKind::Bool => write_values::<BoolType>(chunk, cells, |cell| match cell {
            Cell::Bool(truth) => Some(*truth),
            _ => None,
        }),
    }
}

/// Writes the values that are there; the definition levels say which cells they belong to.
fn write_values<'a, T: DataType>(
    chunk: &mut SerializedColumnWriter<'_>,
    cells: impl Iterator<Item = &'a Cell>,
    value: impl Fn(&Cell) -> Option<T::T>,
) -> Result<(), ParquetError> {
    let cells: Vec<Option<T::T>> = cells.map(value).collect();
    let levels: Vec<i16> = cells.iter().map(|cell| i16::from(cell.is_some())).collect();
    let values: Vec<T::T> = cells.into_iter().flatten().collect();
    chunk.typed::<T>().write_batch(&values, Some(&levels), None).map(|_| ())
}
