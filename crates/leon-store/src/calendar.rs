//! The secret address under which a person's calendar is asked for. It opens that calendar and nothing else.

use crate::event::{NewEvent, tell};
use crate::{Person, Store, StoreError, instant, person};
use jiff::Timestamp;
use sqlx::Row;

impl Store {
    /// Gives a person an address; the one they had opens nothing from now on.
    pub async fn give_calendar(&self, person: &Person, token_sha256: &str, at: Timestamp) -> Result<(), StoreError> {
        let mut change = self.begin().await?;
        let name = &person.name;
        // Told first: tellers stand in line, so of two addresses given at once the second is in force.
        tell(&mut change, self, &NewEvent { at, person: name, what: "give-calendar", about: name, detail: "" }).await?;
        sqlx::query("DELETE FROM calendars WHERE person = $1").bind(person.id.as_str()).execute(&mut *change).await?;
        sqlx::query("INSERT INTO calendars VALUES ($1, $2, $3)")
            .bind(person.id.as_str())
            .bind(token_sha256)
            .bind(instant::text(at))
            .execute(&mut *change)
            .await?;
        Ok(change.commit().await?)
    }

    /// Takes a person's address back; `false` when they had none.
    pub async fn take_calendar(&self, person: &Person, at: Timestamp) -> Result<bool, StoreError> {
        let mut change = self.begin().await?;
        let taken = sqlx::query("DELETE FROM calendars WHERE person = $1").bind(person.id.as_str());
        if taken.execute(&mut *change).await?.rows_affected() == 0 {
            return Ok(false);
        }
        let name = &person.name;
        tell(&mut change, self, &NewEvent { at, person: name, what: "end-calendar", about: name, detail: "" }).await?;
        change.commit().await?;
        Ok(true)
    }

    /// Since when a person has an address.
    pub async fn calendar_since(&self, person: &Person) -> Result<Option<Timestamp>, StoreError> {
        let row = sqlx::query("SELECT created_at FROM calendars WHERE person = $1").bind(person.id.as_str());
        row.fetch_optional(&self.pool).await?.map(|row| instant::read(row.try_get(0)?)).transpose()
    }

    /// Whose calendar a token opens.
    pub async fn calendar_of(&self, token_sha256: &str) -> Result<Option<Person>, StoreError> {
        let row = sqlx::query(
            "SELECT people.* FROM calendars JOIN people ON people.id = calendars.person WHERE calendars.token = $1",
        );
        let mut connection = self.pool.acquire().await?;
        match row.bind(token_sha256).fetch_optional(&mut *connection).await? {
            Some(row) => person::read(&mut connection, &row).await.map(Some),
            None => Ok(None),
        }
    }
}
