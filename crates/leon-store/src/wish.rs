//! What employees wish of a period before its roster is made.

use crate::event::{NewEvent, tell};
use crate::{DocumentId, Store, StoreError, id, instant};
use jiff::Timestamp;
use sqlx::Row;
use sqlx::any::AnyRow;

/// A wish to be stated.
#[derive(Clone, Copy, Debug)]
pub struct NewWish<'a> {
    /// The period.
    pub document: &'a DocumentId,
    /// Who wishes.
    pub person: &'a str,
    /// What for, as a word.
    pub wanted: &'a str,
    /// The first and the last date, as `2026-11-30`.
    pub first: &'a str,
    pub last: &'a str,
    pub at: Timestamp,
}

/// A wish that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedWish {
    pub id: String,
    pub person: String,
    pub wanted: String,
    pub first: String,
    pub last: String,
    pub stated_at: Timestamp,
}

impl Store {
    /// States a wish, unless the person has so many for the period already: then nothing is stated, and `None`.
    pub async fn add_wish(&self, new: &NewWish<'_>, most: i64) -> Result<Option<String>, StoreError> {
        let mut change = self.begin().await?;
        let event = NewEvent {
            at: new.at,
            person: new.person,
            what: "add-wish",
            about: new.document.as_str(),
            detail: new.wanted,
        };
        // Told first: tellers stand in line, so two wishes at once are counted one after the other.
        tell(&mut change, self, &event).await?;
        let row = sqlx::query("SELECT COUNT(*) FROM wishes WHERE document = $1 AND person = $2 AND withdrawn_at = ''");
        let row = row.bind(new.document.as_str()).bind(new.person).fetch_one(&mut *change).await?;
        if row.try_get::<i64, _>(0)? >= most {
            return Ok(None);
        }
        let id = id::random()?;
        sqlx::query("INSERT INTO wishes VALUES ($1, $2, $3, $4, $5, $6, $7, '')")
            .bind(&id)
            .bind(new.document.as_str())
            .bind(new.person)
            .bind(new.wanted)
            .bind(new.first)
            .bind(new.last)
            .bind(instant::text(new.at))
            .execute(&mut *change)
            .await?;
        change.commit().await?;
        Ok(Some(id))
    }

    /// Withdraws somebody's own wish; `false` when there is none such.
    pub async fn withdraw_wish(&self, id: &str, person: &str, at: Timestamp) -> Result<bool, StoreError> {
        let mut change = self.begin().await?;
        let withdrawn =
            sqlx::query("UPDATE wishes SET withdrawn_at = $1 WHERE id = $2 AND person = $3 AND withdrawn_at = ''");
        let withdrawn = withdrawn.bind(instant::text(at)).bind(id).bind(person).execute(&mut *change).await?;
        if withdrawn.rows_affected() == 0 {
            return Ok(false);
        }
        let event = NewEvent { at, person, what: "withdraw-wish", about: id, detail: "" };
        tell(&mut change, self, &event).await?;
        change.commit().await?;
        Ok(true)
    }

    /// The wishes for a period that stand, in the order in which they were stated.
    pub async fn wishes(&self, document: &DocumentId) -> Result<Vec<StatedWish>, StoreError> {
        let rows = sqlx::query("SELECT * FROM wishes WHERE document = $1 AND withdrawn_at = '' ORDER BY stated_at, id");
        rows.bind(document.as_str()).fetch_all(&self.pool).await?.iter().map(read).collect()
    }
}

fn read(row: &AnyRow) -> Result<StatedWish, StoreError> {
    Ok(StatedWish {
        id: row.try_get("id")?,
        person: row.try_get("person")?,
        wanted: row.try_get("wanted")?,
        first: row.try_get("first_date")?,
        last: row.try_get("last_date")?,
        stated_at: instant::read(row.try_get("stated_at")?)?,
    })
}
