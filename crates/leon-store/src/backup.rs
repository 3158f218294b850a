//! Everything that is kept, as one text: to be put away, and to be brought back into either kind of database.
//!
//! The first line says which step of the migrations it is of, each further line is a row, and the last one holds how
//! many rows there were and the SHA-256 of all lines before it. So a text that was cut off is not brought back, and
//! one from an earlier version passes through the same steps as a database that was opened. Sessions are left out:
//! whoever was signed in signs in again.

use crate::event::{NewEvent, tell};
use crate::id::hexadecimal;
use crate::migrations::{last_step, migrator_to};
use crate::{Engine, Store, StoreError};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use sqlx::any::AnyRow;
use sqlx::{Any, AnyConnection, AssertSqlSafe, Column, Row, Transaction};
use std::collections::BTreeMap;
use std::io::{BufRead, Write};
use thiserror::Error;

/// The tables that are put away, each after those that it refers to.
const TABLES: &[&str] = &[
    "people",
    "grants",
    "documents",
    "answers",
    "publications",
    "events",
    "jobs",
    "wishes",
    "calendars",
    "identities",
];
/// Tables that are made anew.
#[cfg(test)]
const LEFT_OUT: &[&str] = &["sessions", "requests"];
/// Rows read at a time: a document can take megabytes.
const PAGE: i64 = 50;

/// What was put away or brought back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackedUp {
    pub rows: u64,
    /// SHA-256 of every line before the last.
    pub sha256: String,
}

/// Why nothing was put away or brought back.
#[derive(Debug, Error)]
pub enum BackupError {
    #[error("{0}")]
    File(#[from] std::io::Error),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("line {line} is not of a backup by Leon: {reason}")]
    Line { line: u64, reason: String },
    #[error("the backup ends before its last line, or was changed")]
    NotWhole,
    #[error("the backup is of a newer version of Leon (step {theirs}, here {ours})")]
    Newer { theirs: i64, ours: i64 },
    #[error("the database is not empty")]
    NotEmpty,
}

impl From<sqlx::Error> for BackupError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct First {
    backup_of: String,
    step: i64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    table: String,
    row: BTreeMap<String, Value>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Last {
    rows: u64,
    sha256: String,
}

/// The tables hold texts and whole numbers and nothing else.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Value {
    Number(i64),
    Text(String),
}

const OURS: &str = "Leon";

impl Store {
    /// Puts everything away as it is at one instant, while others go on reading and writing.
    ///
    /// # Errors
    /// [`BackupError::File`] when it cannot be written, [`BackupError::Store`] when the database does not answer.
    pub async fn back_up(&self, to: &mut dyn Write, by: &str, at: Timestamp) -> Result<BackedUp, BackupError> {
        self.tell(&NewEvent { at, person: by, what: "back-up", about: "", detail: "" }).await?;
        let begin = match self.engine() {
            Engine::Sqlite => "BEGIN",
            Engine::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        let mut snapshot = self.pool.begin_with(begin).await?;
        let mut lines = Lines { to, hash: Sha256::new() };
        lines.put(&First { backup_of: OURS.to_owned(), step: last_step() })?;
        let mut rows = 0;
        for table in TABLES {
            for offset in (0..).step_by(PAGE as usize) {
                let page = page(&mut snapshot, table, offset).await?;
                for row in &page {
                    lines.put(&Line { table: (*table).to_owned(), row: values(row)? })?;
                }
                rows += page.len() as u64;
                if (page.len() as i64) < PAGE {
                    break;
                }
            }
        }
        let sha256 = hexadecimal(&lines.hash.clone().finalize());
        lines.put(&Last { rows, sha256: sha256.clone() })?;
        to.flush()?;
        Ok(BackedUp { rows, sha256 })
    }

    /// Brings everything back into an empty database at an address, and up to this version. All of it, or nothing.
    ///
    /// # Errors
    /// [`BackupError`].
    pub async fn restore(
        url: &str,
        from: &mut dyn BufRead,
        by: &str,
        at: Timestamp,
    ) -> Result<(Self, BackedUp), BackupError> {
        let mut text = Text { from, line: 0, hash: Sha256::new(), bytes: Vec::new() };
        let first: First = text.next()?.ok_or(BackupError::NotWhole)?;
        if first.backup_of != OURS {
            return Err(text.wrong("it is of something else"));
        }
        if !(1..=last_step()).contains(&first.step) {
            return Err(BackupError::Newer { theirs: first.step, ours: last_step() });
        }
        let store = Self::connect(url).await?;
        migrator_to(first.step).run(&store.pool).await.map_err(StoreError::from)?;
        let mut change = store.begin().await?;
        if sqlx::query("SELECT 1 FROM events LIMIT 1").fetch_optional(&mut *change).await?.is_some() {
            return Err(BackupError::NotEmpty);
        }
        let mut rows = 0;
        let sha256 = loop {
            let before = hexadecimal(&text.hash.clone().finalize());
            match text.next::<Either>()?.ok_or(BackupError::NotWhole)? {
                Either::Line(line) => {
                    insert(&mut change, line).await.map_err(|reason| text.wrong(&reason))?;
                    rows += 1;
                }
                Either::Last(last) if last.rows == rows && last.sha256 == before => break before,
                Either::Last(_) => return Err(BackupError::NotWhole),
            }
        };
        change.commit().await?;
        migrator_to(last_step()).run(&store.pool).await.map_err(StoreError::from)?;
        let mut change = store.begin().await?;
        tell(&mut change, &store, &NewEvent { at, person: by, what: "restore", about: &sha256, detail: "" }).await?;
        change.commit().await?;
        Ok((store, BackedUp { rows, sha256 }))
    }
}

/// A line is a row, or the last one.
#[derive(Deserialize)]
#[serde(untagged)]
enum Either {
    Line(Line),
    Last(Last),
}

async fn page(snapshot: &mut Transaction<'static, Any>, table: &str, offset: i64) -> Result<Vec<AnyRow>, sqlx::Error> {
    // Every table's key lies within its first three columns.
    let select = format!("SELECT * FROM {table} ORDER BY 1, 2, 3 LIMIT {PAGE} OFFSET {offset}");
    sqlx::query(AssertSqlSafe(select)).fetch_all(&mut **snapshot).await
}

fn values(row: &AnyRow) -> Result<BTreeMap<String, Value>, sqlx::Error> {
    let value = |index: usize| match row.try_get::<i64, _>(index) {
        Ok(number) => Ok(Value::Number(number)),
        Err(_) => row.try_get::<String, _>(index).map(Value::Text),
    };
    row.columns().iter().map(|it| Ok((it.name().to_owned(), value(it.ordinal())?))).collect()
}

/// Puts a row into its table. What the line says becomes names in a statement only if they look like Leon's.
async fn insert(change: &mut AnyConnection, line: Line) -> Result<(), String> {
    let is_name = |name: &String| {
        !name.is_empty() && name.bytes().all(|it| it.is_ascii_lowercase() || it == b'_' || it.is_ascii_digit())
    };
    if !TABLES.contains(&line.table.as_str()) || line.row.is_empty() || !line.row.keys().all(is_name) {
        return Err(format!("there is no such table or column in '{}'", line.table));
    }
    let names: Vec<&str> = line.row.keys().map(String::as_str).collect();
    let places: Vec<String> = (1..=names.len()).map(|it| format!("${it}")).collect();
    let insert = format!("INSERT INTO {} ({}) VALUES ({})", line.table, names.join(", "), places.join(", "));
    let mut query = sqlx::query(AssertSqlSafe(insert));
    for value in line.row.values() {
        query = match value {
            Value::Number(number) => query.bind(*number),
            Value::Text(text) => query.bind(text.as_str()),
        };
    }
    query.execute(change).await.map(drop).map_err(|error| error.to_string())
}

struct Lines<'a> {
    to: &'a mut dyn Write,
    hash: Sha256,
}

impl Lines<'_> {
    fn put(&mut self, line: &impl Serialize) -> std::io::Result<()> {
        let mut text = serde_json::to_vec(line)?;
        text.push(b'\n');
        self.hash.update(&text);
        self.to.write_all(&text)
    }
}

struct Text<'a> {
    from: &'a mut dyn BufRead,
    line: u64,
    /// Of every line that was read.
    hash: Sha256,
    bytes: Vec<u8>,
}

impl Text<'_> {
    /// The next line, if there is one.
    fn next<T: for<'a> Deserialize<'a>>(&mut self) -> Result<Option<T>, BackupError> {
        self.bytes.clear();
        if self.from.read_until(b'\n', &mut self.bytes)? == 0 {
            return Ok(None);
        }
        self.line += 1;
        self.hash.update(&self.bytes);
        let read = serde_json::from_slice(&self.bytes);
        Ok(Some(read.map_err(|error| self.wrong(&format!("{:?} at column {}", error.classify(), error.column())))?))
    }

    fn wrong(&self, reason: &str) -> BackupError {
        BackupError::Line { line: self.line, reason: reason.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_table_is_put_away_or_left_out_on_purpose() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let folder = tempfile::tempdir().unwrap();
        runtime.block_on(async {
            let store = Store::open_file(&folder.path().join("leon.db")).await.unwrap();
            let names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'";
            let rows = sqlx::query(names).fetch_all(&store.pool).await.unwrap();
            let tables: BTreeSet<String> = rows.iter().map(|row| row.get(0)).collect();
            let known: BTreeSet<String> = TABLES.iter().chain(LEFT_OUT).map(|it| (*it).to_owned()).collect();
            assert_eq!(tables, known);
        });
    }
}
