//! Who is signed in. Only the hash of a token is kept, so that who reads the database cannot sign in with it.

use crate::event::{NewEvent, tell};
use crate::person::grants;
use crate::{Grant, Person, PersonId, Store, StoreError, instant};
use jiff::Timestamp;
use sqlx::{AnyConnection, Row};

/// Somebody who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub person: PersonId,
    pub name: String,
    pub grants: Vec<Grant>,
}

impl Store {
    /// Signs a person in until an instant, and forgets their wrong passwords and everybody's ended sessions.
    pub async fn start_session(
        &self,
        person: &Person,
        token_sha256: &str,
        at: Timestamp,
        until: Timestamp,
    ) -> Result<(), StoreError> {
        let mut change = self.begin().await?;
        sqlx::query("DELETE FROM sessions WHERE expires_at <= $1")
            .bind(instant::text(at))
            .execute(&mut *change)
            .await?;
        sqlx::query("UPDATE people SET failures = 0, locked_until = '' WHERE id = $1")
            .bind(person.id.as_str())
            .execute(&mut *change)
            .await?;
        insert(&mut change, person, token_sha256, at, until).await?;
        let event = NewEvent { at, person: &person.name, what: "sign-in", about: &person.name, detail: "" };
        tell(&mut change, self, &event).await?;
        Ok(change.commit().await?)
    }

    /// Gives a person a token for programs until an instant.
    pub async fn give_token(
        &self,
        person: &Person,
        token_sha256: &str,
        at: Timestamp,
        until: Timestamp,
    ) -> Result<(), StoreError> {
        let mut change = self.begin().await?;
        insert(&mut change, person, token_sha256, at, until).await?;
        let until = instant::text(until);
        let event = NewEvent { at, person: "", what: "give-token", about: &person.name, detail: &until };
        tell(&mut change, self, &event).await?;
        Ok(change.commit().await?)
    }

    /// Signs a person out everywhere, and takes every token back, that of their calendar too.
    pub async fn end_sessions(&self, person: &Person, at: Timestamp) -> Result<(), StoreError> {
        let mut change = self.begin().await?;
        sqlx::query("DELETE FROM sessions WHERE person = $1").bind(person.id.as_str()).execute(&mut *change).await?;
        sqlx::query("DELETE FROM calendars WHERE person = $1").bind(person.id.as_str()).execute(&mut *change).await?;
        tell(&mut change, self, &NewEvent { at, person: "", what: "end-sessions", about: &person.name, detail: "" })
            .await?;
        Ok(change.commit().await?)
    }

    /// Who is signed in by a token at an instant.
    pub async fn session(&self, token_sha256: &str, at: Timestamp) -> Result<Option<Session>, StoreError> {
        let row = sqlx::query(
            "SELECT people.id, people.name FROM sessions JOIN people ON people.id = sessions.person \
             WHERE sessions.token = $1 AND sessions.expires_at > $2",
        );
        let mut connection = self.pool.acquire().await?;
        let row = row.bind(token_sha256).bind(instant::text(at)).fetch_optional(&mut *connection).await?;
        let Some(row) = row else { return Ok(None) };
        let id: String = row.try_get(0)?;
        let grants = grants(&mut connection, &id).await?;
        Ok(Some(Session { person: PersonId(id), name: row.try_get(1)?, grants }))
    }

    /// Signs out.
    pub async fn end_session(&self, token_sha256: &str) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM sessions WHERE token = $1").bind(token_sha256).execute(&self.pool).await?;
        Ok(())
    }
}

async fn insert(
    change: &mut AnyConnection,
    person: &Person,
    token_sha256: &str,
    at: Timestamp,
    until: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO sessions VALUES ($1, $2, $3, $4)")
        .bind(token_sha256)
        .bind(person.id.as_str())
        .bind(instant::text(at))
        .bind(instant::text(until))
        .execute(change)
        .await?;
    Ok(())
}
