//! Documents that people bring: cases, days, periods. A document is never changed.

use crate::event::{NewEvent, tell};
use crate::{DocumentId, Store, StoreError, id, instant};
use jiff::Timestamp;
use sqlx::Row;
use sqlx::any::AnyRow;

/// A document to be kept.
#[derive(Clone, Copy, Debug)]
pub struct NewDocument<'a> {
    /// `case`, `day` or `period`.
    pub kind: &'a str,
    pub title: &'a str,
    /// Id of the place it belongs to; empty for the whole country.
    pub place: &'a str,
    pub sha256: &'a str,
    pub body: &'a str,
    pub by: &'a str,
    pub at: Timestamp,
}

/// What a document is, without what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentHead {
    pub id: DocumentId,
    pub kind: String,
    pub title: String,
    pub place: String,
    pub sha256: String,
    pub created_by: String,
    pub created_at: Timestamp,
}

/// A document with what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub head: DocumentHead,
    pub body: String,
}

impl Store {
    /// Keeps a document. The same text of the same kind in the same place is kept once.
    pub async fn add_document(&self, new: &NewDocument<'_>) -> Result<DocumentId, StoreError> {
        let mut change = self.begin().await?;
        let known = sqlx::query("SELECT id FROM documents WHERE kind = $1 AND place = $2 AND sha256 = $3")
            .bind(new.kind)
            .bind(new.place)
            .bind(new.sha256)
            .fetch_optional(&mut *change)
            .await?;
        if let Some(row) = known {
            return Ok(DocumentId(row.try_get(0)?));
        }
        let id = id::random()?;
        sqlx::query("INSERT INTO documents VALUES ($1, $2, $3, $4, $5, $6, $7, $8)")
            .bind(&id)
            .bind(new.kind)
            .bind(new.title)
            .bind(new.place)
            .bind(new.sha256)
            .bind(new.body)
            .bind(new.by)
            .bind(instant::text(new.at))
            .execute(&mut *change)
            .await?;
        let event = NewEvent { at: new.at, person: new.by, what: "add-document", about: &id, detail: new.title };
        tell(&mut change, self, &event).await?;
        change.commit().await?;
        Ok(DocumentId(id))
    }

    /// A document with what stands in it.
    pub async fn document(&self, id: &DocumentId) -> Result<Option<Document>, StoreError> {
        let row = sqlx::query("SELECT * FROM documents WHERE id = $1").bind(id.as_str());
        let row = row.fetch_optional(&self.pool).await?;
        row.map(|row| Ok(Document { head: head(&row)?, body: row.try_get("body")? })).transpose()
    }

    /// Documents of a kind, newest first.
    pub async fn documents(&self, kind: &str) -> Result<Vec<DocumentHead>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, kind, title, place, sha256, created_by, created_at FROM documents WHERE kind = $1 \
             ORDER BY created_at DESC, id",
        );
        rows.bind(kind).fetch_all(&self.pool).await?.iter().map(head).collect()
    }
}

fn head(row: &AnyRow) -> Result<DocumentHead, StoreError> {
    Ok(DocumentHead {
        id: DocumentId(row.try_get("id")?),
        kind: row.try_get("kind")?,
        title: row.try_get("title")?,
        place: row.try_get("place")?,
        sha256: row.try_get("sha256")?,
        created_by: row.try_get("created_by")?,
        created_at: instant::read(row.try_get("created_at")?)?,
    })
}
