//! Who a person is at a sign-in service.

use crate::event::{NewEvent, tell};
use crate::{Person, Store, StoreError, instant, person};
use jiff::Timestamp;
use sqlx::{AnyConnection, Row};

/// What a person is known by at a sign-in service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// An e-mail, until they have come in once.
    Email(String),
    /// The service's own name for them.
    Subject(String),
}

impl Identity {
    fn parts(&self) -> (&'static str, String) {
        match self {
            Self::Email(email) => ("email", email.trim().to_lowercase()),
            Self::Subject(subject) => ("sub", subject.clone()),
        }
    }

    fn of(claim: &str, value: String) -> Self {
        if claim == "email" { Self::Email(value) } else { Self::Subject(value) }
    }
}

impl Store {
    /// Says who a person is at a service, or that they are nobody there.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when that is somebody else already.
    pub async fn link_person(
        &self,
        person: &Person,
        issuer: &str,
        identity: Option<&Identity>,
        by: &str,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let mut change = self.begin().await?;
        let what = if identity.is_some() { "link-person" } else { "unlink-person" };
        tell(&mut change, self, &NewEvent { at, person: by, what, about: &person.name, detail: issuer }).await?;
        sqlx::query("DELETE FROM identities WHERE issuer = $1 AND person = $2")
            .bind(issuer)
            .bind(person.id.as_str())
            .execute(&mut *change)
            .await?;
        if let Some(identity) = identity {
            let (claim, value) = identity.parts();
            let inserted = sqlx::query("INSERT INTO identities VALUES ($1, $2, $3, $4, $5)")
                .bind(issuer)
                .bind(claim)
                .bind(value)
                .bind(person.id.as_str())
                .bind(instant::text(at))
                .execute(&mut *change)
                .await;
            match inserted {
                Err(error) if StoreError::is_duplicate(&error) => return Err(StoreError::Conflict),
                other => other?,
            };
        }
        Ok(change.commit().await?)
    }

    /// Who a person is at a service.
    pub async fn identity(&self, person: &Person, issuer: &str) -> Result<Option<Identity>, StoreError> {
        let row = sqlx::query("SELECT claim, value FROM identities WHERE issuer = $1 AND person = $2");
        let row = row.bind(issuer).bind(person.id.as_str()).fetch_optional(&self.pool).await?;
        row.map(|row| Ok(Identity::of(row.try_get("claim")?, row.try_get("value")?))).transpose()
    }

    /// The person whom a service knows by its own name for them; else the one with this e-mail, who is known by the
    /// service's name from now on: e-mails are given to others in time.
    pub async fn identify(
        &self,
        issuer: &str,
        subject: &str,
        email: Option<&str>,
        at: Timestamp,
    ) -> Result<Option<Person>, StoreError> {
        let mut change = self.begin().await?;
        if let Some(person) = found(&mut change, issuer, &Identity::Subject(subject.to_owned())).await? {
            return Ok(Some(person));
        }
        let Some(email) = email.map(|it| Identity::Email(it.to_owned())) else { return Ok(None) };
        let Some(person) = found(&mut change, issuer, &email).await? else { return Ok(None) };
        tell(
            &mut change,
            self,
            &NewEvent { at, person: &person.name, what: "identify", about: &person.name, detail: issuer },
        )
        .await?;
        let (claim, value) = email.parts();
        let known = sqlx::query(
            "UPDATE identities SET claim = 'sub', value = $1 WHERE issuer = $2 AND claim = $3 AND value = $4",
        );
        let known = known.bind(subject).bind(issuer).bind(claim).bind(value).execute(&mut *change).await?;
        if known.rows_affected() == 0 {
            // Somebody else came in by the e-mail at the same instant.
            return Ok(None);
        }
        change.commit().await?;
        Ok(Some(person))
    }
}

async fn found(
    connection: &mut AnyConnection,
    issuer: &str,
    identity: &Identity,
) -> Result<Option<Person>, StoreError> {
    let (claim, value) = identity.parts();
    let row = sqlx::query(
        "SELECT people.* FROM identities JOIN people ON people.id = identities.person \
         WHERE identities.issuer = $1 AND identities.claim = $2 AND identities.value = $3",
    );
    match row.bind(issuer).bind(claim).bind(value).fetch_optional(&mut *connection).await? {
        Some(row) => person::read(connection, &row).await.map(Some),
        None => Ok(None),
    }
}
