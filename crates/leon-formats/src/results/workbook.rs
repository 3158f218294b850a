//! A result as an XLSX workbook: a sheet that says what the columns are, and one for each table.

use super::{Cell, CellKind, ResultColumn, ResultTable, Results};
use crate::write::WriteError;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::path::Path;

/// The sheet that says what the columns are.
const CONTENTS: &str = "Contents";

/// Rows that are looked at to find how wide a column is.
const WIDTH_ROWS: usize = 200;

/// Writes a result as a workbook. A file of the same name is replaced.
///
/// # Errors
/// [`WriteError::Table`] when a row does not fit its columns, [`WriteError::Workbook`] when a table is
/// longer than a sheet (1,048,575 rows) or a text longer than a cell (32,767 characters),
/// [`WriteError::Io`] when the disk says no.
pub fn write_workbook(results: &Results, path: &Path) -> Result<(), WriteError> {
    std::fs::write(path, workbook_bytes(results)?).map_err(WriteError::io(path))
}

/// The workbook in memory. Texts stay texts: one that begins with `=` is not a formula.
///
/// # Errors
/// As for [`write_workbook`], but for the disk.
pub fn workbook_bytes(results: &Results) -> Result<Vec<u8>, WriteError> {
    let mut workbook = new_workbook(&results.title)?;
    add_tables(&mut workbook, results)?;
    Ok(workbook.save_to_buffer()?)
}

/// A workbook without sheets.
pub(crate) fn new_workbook(title: &str) -> Result<Workbook, WriteError> {
    let mut workbook = Workbook::new();
    // A fixed date, so that the same result gives the same bytes.
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&date));
    Ok(workbook)
}

/// Adds a sheet that says what the columns are, and one for each table.
pub(crate) fn add_tables(workbook: &mut Workbook, results: &Results) -> Result<(), WriteError> {
    results.check()?;
    let header = Format::new().set_bold().set_background_color(0x00DC_E6F1_u32).set_text_wrap();
    contents(workbook.add_worksheet(), results, &header)?;
    for table in &results.tables {
        sheet(workbook.add_worksheet(), table, &header)?;
    }
    Ok(())
}

fn contents(sheet: &mut Worksheet, results: &Results, header: &Format) -> Result<(), XlsxError> {
    sheet.set_name(CONTENTS)?;
    sheet.write_string_with_format(0, 0, &results.title, &Format::new().set_bold().set_font_size(14))?;
    sheet.write_string(1, 0, &results.description)?;
    for (at, (name, width)) in [("table", 24), ("column", 28), ("unit", 16), ("meaning", 80)].into_iter().enumerate() {
        sheet.write_string_with_format(3, at as u16, name, header)?;
        sheet.set_column_width(at as u16, width)?;
    }
    let mut row = 4;
    for table in &results.tables {
        sheet.write_string(row, 0, &table.name)?;
        sheet.write_string(row, 3, &table.description)?;
        row += 1;
        for column in &table.columns {
            for (at, text) in [(0, &table.name), (1, &column.name), (2, &column.unit), (3, &column.description)] {
                sheet.write_string(row, at, text)?;
            }
            row += 1;
        }
    }
    Ok(())
}

fn sheet(sheet: &mut Worksheet, table: &ResultTable, header: &Format) -> Result<(), XlsxError> {
    sheet.set_name(&table.name)?;
    for (at, column) in (0_u16..).zip(&table.columns) {
        sheet.write_string_with_format(0, at, &column.name, header)?;
        let texts = table.rows.iter().take(WIDTH_ROWS).map(|row| width(&row[usize::from(at)]));
        let widest = texts.chain([column.name.chars().count() + 3]).max().unwrap_or_default();
        sheet.set_column_width(at, widest.clamp(8, 60) as u32)?;
    }
    let formats: Vec<Format> = table.columns.iter().map(number_format).collect();
    for (row, cells) in (1_u32..).zip(&table.rows) {
        for ((at, cell), format) in (0_u16..).zip(cells).zip(&formats) {
            match cell {
                Cell::Text(text) => sheet.write_string(row, at, text)?,
                Cell::Number(number) => sheet.write_number_with_format(row, at, *number, format)?,
                Cell::Integer(number) => sheet.write_number_with_format(row, at, *number as f64, format)?,
                Cell::Bool(truth) => sheet.write_boolean(row, at, *truth)?,
                Cell::Missing => continue,
            };
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    if let Some(last) = table.columns.len().checked_sub(1) {
        sheet.autofilter(0, 0, table.rows.len() as u32, last as u16)?;
    }
    Ok(())
}

/// Characters that a cell takes, about.
fn width(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) => text.chars().count() + 1,
        Cell::Number(number) => format!("{number:.2}").len() + 3,
        Cell::Integer(number) => number.to_string().len() + 3,
        Cell::Bool(_) => 6,
        Cell::Missing => 0,
    }
}

/// Shares as per cent, quantities with two decimals, counts without; whole numbers without a unit, as
/// years, as they are.
fn number_format(column: &ResultColumn) -> Format {
    let format = match (column.kind, column.unit.as_str()) {
        (CellKind::Number, "share") => "0.0%",
        (CellKind::Number, "DKK") => "#,##0",
        (CellKind::Number, _) => "#,##0.00",
        (CellKind::Integer, "") => "0",
        (CellKind::Integer, _) => "#,##0",
        (CellKind::Text | CellKind::Bool, _) => "General",
    };
    Format::new().set_num_format(format)
}
