//! The book of events: who did what to what, when. Rows are added and never changed.

use crate::id::hexadecimal;
use crate::{Store, StoreError, instant};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::sync::oneshot::{self, error::TryRecvError};

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

/// Events that wait to be written together.
#[derive(Debug, Default)]
pub(crate) struct Telling {
    waiting: Mutex<Vec<(Waiting, Teller)>>,
    /// Held by whoever writes.
    pen: tokio::sync::Mutex<()>,
}

/// An event that waits; its texts are those of [`NewEvent`].
#[derive(Debug)]
struct Waiting {
    at: Timestamp,
    texts: [String; 4],
}

/// Tells who waits whether it is written, or why not.
type Teller = oneshot::Sender<Result<(), String>>;

impl Telling {
    fn waiting(&self) -> MutexGuard<'_, Vec<(Waiting, Teller)>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Waiting {
    fn of(event: &NewEvent<'_>) -> Self {
        Self { at: event.at, texts: [event.person, event.what, event.about, event.detail].map(str::to_owned) }
    }

    fn event(&self) -> NewEvent<'_> {
        let [person, what, about, detail] = self.texts.each_ref().map(String::as_str);
        NewEvent { at: self.at, person, what, about, detail }
    }
}

impl Store {
    /// Tells an event that changes nothing else. Those who tell at the same time share a transaction: whoever comes first
    /// writes for all who have come meanwhile, so that many readers of what is told wait for the disk together.
    pub async fn tell(&self, event: &NewEvent<'_>) -> Result<(), StoreError> {
        loop {
            let (teller, mut told) = oneshot::channel();
            self.telling.waiting().push((Waiting::of(event), teller));
            let pen = self.telling.pen.lock().await;
            let all = match told.try_recv() {
                // Somebody has written it, or has tried.
                Ok(written) => return written.map_err(StoreError::NotTold),
                // Who was to write it has gone away.
                Err(TryRecvError::Closed) => continue,
                Err(TryRecvError::Empty) => std::mem::take(&mut *self.telling.waiting()),
            };
            let written = self.write(&all).await;
            drop(pen);
            for (_, teller) in all {
                // Who told may have gone away.
                let _ = teller.send(written.as_ref().copied().map_err(ToString::to_string));
            }
            return written;
        }
    }

    async fn write(&self, all: &[(Waiting, Teller)]) -> Result<(), StoreError> {
        let mut change = self.begin().await?;
        for (event, _) in all {
            tell(&mut change, self, &event.event()).await?;
        }
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
