//! The tables of a result folder, asked in SQL. The only part of Leon that knows DataFusion.
//!
//! Each `NAME.parquet` of the folder is a table of that name. Files are read as they are asked for, and of each only the
//! columns and groups of rows that a question needs.

use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::csv::WriterBuilder;
use datafusion::arrow::util::display::FormatOptions;
use datafusion::arrow::util::pretty::pretty_format_batches_with_options;
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::context::SQLOptions;
use datafusion::prelude::{ParquetReadOptions, SessionConfig, SessionContext};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The answer to a question: rows in batches, all of the same columns; one batch at least.
pub struct Answer(Vec<RecordBatch>);

/// Asks a question of the tables in a folder. `show tables` and `describe NAME` say what there is.
///
/// # Errors
/// The folder cannot be read or has no table; the question is no SQL, asks for what is not there, or would change
/// something.
pub async fn ask(folder: &Path, question: &str) -> Result<Answer> {
    let context = SessionContext::new_with_config(SessionConfig::new().with_information_schema(true));
    let tables = tables(folder)?;
    if tables.is_empty() {
        return Err(DataFusionError::Execution(format!("{}: no .parquet", folder.display())));
    }
    for (name, path) in tables {
        context.register_parquet(name, path.to_string_lossy(), ParquetReadOptions::default()).await?;
    }
    let reading = SQLOptions::new().with_allow_ddl(false).with_allow_dml(false).with_allow_statements(false);
    let frame = context.sql_with_options(question, reading).await?;
    let schema = Arc::new(frame.schema().as_arrow().clone());
    let mut batches = frame.collect().await?;
    if batches.is_empty() {
        batches.push(RecordBatch::new_empty(schema));
    }
    Ok(Answer(batches))
}

/// The tables of a folder by name, in the order of names.
fn tables(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let unread = |error| DataFusionError::Execution(format!("{}: {error}", folder.display()));
    let mut tables = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        let name = path.file_stem().and_then(|it| it.to_str()).map(str::to_owned);
        if let Some(name) = name.filter(|_| path.extension().is_some_and(|it| it == "parquet")) {
            tables.push((name, path));
        }
    }
    tables.sort();
    Ok(tables)
}

impl Answer {
    /// The answer as a table with lines, to be read.
    ///
    /// # Errors
    /// A value that cannot be written as text.
    pub fn table(&self) -> Result<String> {
        let options = FormatOptions::default().with_null("–");
        Ok(format!("{}\n", pretty_format_batches_with_options(&self.0, &options)?))
    }

    /// The answer as CSV with a line of names; what is missing is an empty cell.
    ///
    /// # Errors
    /// A value that cannot be written as text.
    pub fn csv(&self) -> Result<Vec<u8>> {
        let mut csv = Vec::new();
        let mut writer = WriterBuilder::new().with_header(true).build(&mut csv);
        for batch in &self.0 {
            writer.write(batch)?;
        }
        drop(writer);
        Ok(csv)
    }
}
