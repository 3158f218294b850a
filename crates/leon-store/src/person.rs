//! People with an account here, and what they may do where.

use crate::event::{NewEvent, tell};
use crate::{PersonId, Store, StoreError, id, instant};
use jiff::Timestamp;
use sqlx::{AnyConnection, Row};

/// A role in a place and all that lies under it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Grant {
    pub role: String,
    /// Empty for everywhere.
    pub place: String,
}

/// A person with an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
    /// The password's hash with how it was made; empty for somebody who has none.
    pub password: String,
    /// Wrong passwords since the last right one.
    pub failures: i64,
    /// Until when no password is tried.
    pub locked_until: Option<Timestamp>,
    pub grants: Vec<Grant>,
}

impl Store {
    /// Gives a person an account.
    ///
    /// # Errors
    /// [`StoreError::NameTaken`].
    pub async fn add_person(
        &self,
        name: &str,
        password: &str,
        grants: &[Grant],
        by: &str,
        at: Timestamp,
    ) -> Result<PersonId, StoreError> {
        let mut change = self.begin().await?;
        let id = id::random()?;
        let inserted = sqlx::query("INSERT INTO people VALUES ($1, $2, $3, 0, '', $4)")
            .bind(&id)
            .bind(name)
            .bind(password)
            .bind(instant::text(at))
            .execute(&mut *change)
            .await;
        match inserted {
            Err(error) if StoreError::is_duplicate(&error) => return Err(StoreError::NameTaken(name.to_owned())),
            other => other?,
        };
        let mut detail = Vec::new();
        for it in grants {
            sqlx::query("INSERT INTO grants VALUES ($1, $2, $3)")
                .bind(&id)
                .bind(&it.role)
                .bind(&it.place)
                .execute(&mut *change)
                .await?;
            detail.push(format!("{} {}", it.role, it.place));
        }
        let event = NewEvent { at, person: by, what: "add-person", about: name, detail: &detail.join(", ") };
        tell(&mut change, self, &event).await?;
        change.commit().await?;
        Ok(PersonId(id))
    }

    /// The person with this name.
    pub async fn person_called(&self, name: &str) -> Result<Option<Person>, StoreError> {
        let row = sqlx::query("SELECT * FROM people WHERE name = $1").bind(name).fetch_optional(&self.pool).await?;
        let Some(row) = row else { return Ok(None) };
        let mut connection = self.pool.acquire().await?;
        read(&mut connection, &row).await.map(Some)
    }

    /// Everybody with an account, by name.
    pub async fn people(&self) -> Result<Vec<Person>, StoreError> {
        let rows = sqlx::query("SELECT * FROM people ORDER BY name").fetch_all(&self.pool).await?;
        let mut connection = self.pool.acquire().await?;
        let mut people = Vec::new();
        for row in &rows {
            people.push(read(&mut connection, row).await?);
        }
        Ok(people)
    }

    /// Whether anybody has an account.
    pub async fn has_people(&self) -> Result<bool, StoreError> {
        Ok(sqlx::query("SELECT 1 FROM people LIMIT 1").fetch_optional(&self.pool).await?.is_some())
    }

    /// Counts a wrong password, and locks the account when `lock` says until when for so many.
    pub async fn wrong_password(
        &self,
        person: &Person,
        at: Timestamp,
        lock: impl Fn(i64) -> Option<Timestamp>,
    ) -> Result<(), StoreError> {
        let mut change = self.begin().await?;
        sqlx::query("UPDATE people SET failures = failures + 1 WHERE id = $1")
            .bind(person.id.as_str())
            .execute(&mut *change)
            .await?;
        let row = sqlx::query("SELECT failures FROM people WHERE id = $1").bind(person.id.as_str());
        let failures: i64 = row.fetch_one(&mut *change).await?.try_get(0)?;
        if let Some(until) = lock(failures) {
            sqlx::query("UPDATE people SET locked_until = $1 WHERE id = $2")
                .bind(instant::text(until))
                .bind(person.id.as_str())
                .execute(&mut *change)
                .await?;
        }
        let event = NewEvent { at, person: "", what: "wrong-password", about: &person.name, detail: "" };
        tell(&mut change, self, &event).await?;
        Ok(change.commit().await?)
    }
}

pub(crate) async fn grants(connection: &mut AnyConnection, person: &str) -> Result<Vec<Grant>, StoreError> {
    let rows = sqlx::query("SELECT role, place FROM grants WHERE person = $1 ORDER BY role, place");
    let rows = rows.bind(person).fetch_all(connection).await?;
    rows.iter().map(|row| Ok(Grant { role: row.try_get(0)?, place: row.try_get(1)? })).collect()
}

pub(crate) async fn read(connection: &mut AnyConnection, row: &sqlx::any::AnyRow) -> Result<Person, StoreError> {
    let id: String = row.try_get("id")?;
    Ok(Person {
        name: row.try_get("name")?,
        password: row.try_get("password")?,
        failures: row.try_get("failures")?,
        locked_until: instant::read_optional(row.try_get("locked_until")?)?,
        grants: grants(connection, &id).await?,
        id: PersonId(id),
    })
}
