//! The book of events: who did what to what, when. Rows are added and never changed.

use crate::id::hexadecimal;
use crate::{Store, StoreError, instant};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};

/// Something to be told in the book.
#[derive(Clone, Copy, Debug)]
pub struct NewEvent<'a> {
    pub at: Timestamp,
    /// Who did it; empty when nobody is signed in.
    pub person: &'a str,
    /// What was done, as `sign-in` or `publish`.
    pub what: &'a str,
    /// Id or name of what it was done to.
    pub about: &'a str,
    pub detail: &'a str,
}

/// A row of the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub number: i64,
    pub at: Timestamp,
    pub person: String,
    pub what: String,
    pub about: String,
    pub detail: String,
    /// SHA-256 of this row and of the hash before it.
    pub sha256: String,
}

impl Store {
    /// Tells an event that changes nothing else.
    pub async fn tell(&self, event: &NewEvent<'_>) -> Result<(), StoreError> {
        let mut change = self.begin().await?;
        tell(&mut change, self, event).await?;
        Ok(change.commit().await?)
    }

    /// The latest events whose person, deed or object holds a text, newest first. An empty text finds all.
    pub async fn events(&self, text: &str, before: Option<i64>, count: i64) -> Result<Vec<Event>, StoreError> {
        let pattern = format!("%{}%", text.replace(['\\', '%', '_'], "").to_lowercase());
        let rows = sqlx::query(
            "SELECT * FROM events WHERE number < $1 AND (LOWER(person) LIKE $2 OR LOWER(what) LIKE $2 \
             OR LOWER(about) LIKE $2) ORDER BY number DESC LIMIT $3",
        )
        .bind(before.unwrap_or(i64::MAX))
        .bind(pattern)
        .bind(count)
        .fetch_all(&self.pool)
        .await?;
        rows.iter().map(read).collect()
    }

    /// The first row whose hash is not that of itself and the row before it, if any: somebody changed the book.
    pub async fn first_forged_event(&self) -> Result<Option<i64>, StoreError> {
        let rows = sqlx::query("SELECT * FROM events ORDER BY number").fetch_all(&self.pool).await?;
        let mut before = String::new();
        for (index, row) in rows.iter().enumerate() {
            let event = read(row)?;
            let new = NewEvent {
                at: event.at,
                person: &event.person,
                what: &event.what,
                about: &event.about,
                detail: &event.detail,
            };
            if event.number != index as i64 + 1 || event.sha256 != sha256(&before, event.number, &new) {
                return Ok(Some(event.number));
            }
            before = event.sha256;
        }
        Ok(None)
    }
}

/// Tells an event as part of a change.
pub(crate) async fn tell(change: &mut AnyConnection, store: &Store, event: &NewEvent<'_>) -> Result<(), StoreError> {
    if store.engine() == crate::Engine::Postgres {
        // Numbers follow each other without holes, so tellers stand in line.
        sqlx::query("LOCK TABLE events IN EXCLUSIVE MODE").execute(&mut *change).await?;
    }
    let last = sqlx::query("SELECT number, sha256 FROM events ORDER BY number DESC LIMIT 1");
    let last = last.fetch_optional(&mut *change).await?;
    let (number, before): (i64, String) = match last {
        Some(row) => (row.try_get(0)?, row.try_get(1)?),
        None => (0, String::new()),
    };
    sqlx::query("INSERT INTO events VALUES ($1, $2, $3, $4, $5, $6, $7)")
        .bind(number + 1)
        .bind(instant::text(event.at))
        .bind(event.person)
        .bind(event.what)
        .bind(event.about)
        .bind(event.detail)
        .bind(sha256(&before, number + 1, event))
        .execute(change)
        .await?;
    Ok(())
}

fn sha256(before: &str, number: i64, event: &NewEvent<'_>) -> String {
    let mut hash = Sha256::new();
    let number = number.to_string();
    for part in [before, &number, &instant::text(event.at), event.person, event.what, event.about, event.detail] {
        hash.update(format!("{} ", part.len()));
        hash.update(part);
    }
    hexadecimal(&hash.finalize())
}

fn read(row: &AnyRow) -> Result<Event, StoreError> {
    Ok(Event {
        number: row.try_get("number")?,
        at: instant::read(row.try_get("at")?)?,
        person: row.try_get("person")?,
        what: row.try_get("what")?,
        about: row.try_get("about")?,
        detail: row.try_get("detail")?,
        sha256: row.try_get("sha256")?,
    })
}
