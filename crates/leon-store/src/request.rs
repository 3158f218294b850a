//! Requests that are done once: what was answered to a key is answered again for a day.

use crate::{Store, StoreError, instant};
use jiff::{SignedDuration, Timestamp};
use sqlx::Row;

/// How long an answer is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(24);
/// How long a request is believed to be under way: longer than the server lets any take. One that ended without an
/// answer, because the machine went down, may then be asked again.
const UNDER_WAY: SignedDuration = SignedDuration::from_mins(2);

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptAnswer {
    pub status: u16,
    /// In the server's own words.
    pub headers: String,
    pub body: String,
}

/// What there is of a request that carries a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begun {
    /// It is the first: whoever asks does it, and ends it.
    First,
    /// The same request is being done.
    UnderWay,
    /// The same request was done.
    Done(KeptAnswer),
    /// The key was used for another request.
    Another,
}

impl Store {
    /// Begins a request that its person has given a key. `sha256`: of everything that it asks. Of two at once one is the
    /// first.
    pub async fn begin_request(
        &self,
        person: &str,
        key: &str,
        sha256: &str,
        at: Timestamp,
    ) -> Result<Begun, StoreError> {
        let mut change = self.begin().await?;
        sqlx::query("DELETE FROM requests WHERE begun_at <= $1 OR (status = 0 AND begun_at <= $2)")
            .bind(instant::text(at - KEPT))
            .bind(instant::text(at - UNDER_WAY))
            .execute(&mut *change)
            .await?;
        let inserted = sqlx::query("INSERT INTO requests VALUES ($1, $2, $3, 0, '', '', $4) ON CONFLICT DO NOTHING")
            .bind(person)
            .bind(key)
            .bind(sha256)
            .bind(instant::text(at))
            .execute(&mut *change)
            .await?;
        let row = sqlx::query("SELECT sha256, status, headers, body FROM requests WHERE person = $1 AND request = $2");
        let row = row.bind(person).bind(key).fetch_one(&mut *change).await?;
        let (known, status): (String, i64) = (row.try_get("sha256")?, row.try_get("status")?);
        let begun = match status {
            _ if inserted.rows_affected() == 1 => Begun::First,
            _ if known != sha256 => Begun::Another,
            0 => Begun::UnderWay,
            _ => Begun::Done(KeptAnswer {
                status: u16::try_from(status).map_err(|_| StoreError::NotOurs(format!("'{status}' is no status")))?,
                headers: row.try_get("headers")?,
                body: row.try_get("body")?,
            }),
        };
        change.commit().await?;
        Ok(begun)
    }

    /// Ends the request that was begun at an instant, with what is answered; without an answer it was not done, and may
    /// be asked again.
    pub async fn end_request(
        &self,
        person: &str,
        key: &str,
        begun_at: Timestamp,
        answer: Option<&KeptAnswer>,
    ) -> Result<(), StoreError> {
        let query = match answer {
            Some(it) => sqlx::query(
                "UPDATE requests SET status = $1, headers = $2, body = $3 \
                 WHERE person = $4 AND request = $5 AND begun_at = $6 AND status = 0",
            )
            .bind(i64::from(it.status))
            .bind(&it.headers)
            .bind(&it.body),
            None => {
                sqlx::query("DELETE FROM requests WHERE person = $1 AND request = $2 AND begun_at = $3 AND status = 0")
            }
        };
        query.bind(person).bind(key).bind(instant::text(begun_at)).execute(&self.pool).await?;
        Ok(())
    }
}
