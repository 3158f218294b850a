//! Answers of planners with how they came about, and which of them people work by.

use crate::event::{NewEvent, tell};
use crate::{AnswerId, DocumentId, Store, StoreError, id, instant};
use jiff::Timestamp;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};
use std::collections::BTreeMap;

/// An answer to be kept.
#[derive(Clone, Copy, Debug)]
pub struct NewAnswer<'a> {
    pub document: &'a DocumentId,
    /// `match`, `project`, `route`, `roster` or `scenario`.
    pub kind: &'a str,
    /// What was asked for beside the document, in the planner's own words.
    pub asked: &'a str,
    pub input_sha256: &'a str,
    /// Leon's version.
    pub version: &'a str,
    /// Empty where no chance is used.
    pub seed: &'a str,
    /// How long was searched, in iterations or seconds; empty where the answer is the best there is.
    pub budget: &'a str,
    pub body: &'a str,
    pub by: &'a str,
    pub at: Timestamp,
}

/// An answer with how it came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub id: AnswerId,
    pub document: DocumentId,
    pub kind: String,
    pub asked: String,
    pub input_sha256: String,
    pub version: String,
    pub seed: String,
    pub budget: String,
    pub body: String,
    pub made_by: String,
    pub made_at: Timestamp,
}

/// An answer that people work by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// From 1, for each document.
    pub number: i64,
    pub answer: AnswerId,
    pub published_by: String,
    pub published_at: Timestamp,
}

impl Store {
    /// Keeps an answer.
    pub async fn add_answer(&self, new: &NewAnswer<'_>) -> Result<AnswerId, StoreError> {
        let mut change = self.begin().await?;
        let id = insert(&mut change, self, new).await?;
        change.commit().await?;
        Ok(id)
    }

    pub async fn answer(&self, id: &AnswerId) -> Result<Option<Answer>, StoreError> {
        let row = sqlx::query("SELECT * FROM answers WHERE id = $1").bind(id.as_str());
        row.fetch_optional(&self.pool).await?.as_ref().map(read).transpose()
    }

    /// The answers to a document, newest first.
    pub async fn answers(&self, document: &DocumentId) -> Result<Vec<Answer>, StoreError> {
        let rows = sqlx::query("SELECT * FROM answers WHERE document = $1 ORDER BY made_at DESC, id");
        rows.bind(document.as_str()).fetch_all(&self.pool).await?.iter().map(read).collect()
    }

    /// The first answer of this version to the same question, if it was asked before.
    pub async fn answer_to(
        &self,
        document: &DocumentId,
        kind: &str,
        asked: &str,
        version: &str,
    ) -> Result<Option<AnswerId>, StoreError> {
        let row = sqlx::query(
            "SELECT id FROM answers WHERE document = $1 AND kind = $2 AND asked = $3 AND version = $4 \
             ORDER BY made_at, id LIMIT 1",
        );
        let row = row.bind(document.as_str()).bind(kind).bind(asked).bind(version).fetch_optional(&self.pool).await?;
        row.map(|row| Ok(AnswerId(row.try_get(0)?))).transpose()
    }

    /// Makes an answer the one that people work by, when `after` is still the number of the last publication
    /// of its document (0 when there is none). Gives the new number.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when somebody else published in the meantime.
    pub async fn publish(&self, answer: &AnswerId, after: i64, by: &str, at: Timestamp) -> Result<i64, StoreError> {
        let mut change = self.begin().await?;
        let row = sqlx::query("SELECT document FROM answers WHERE id = $1").bind(answer.as_str());
        let document: String = row.fetch_one(&mut *change).await?.try_get(0)?;
        let last = sqlx::query("SELECT COALESCE(MAX(number), 0) FROM publications WHERE document = $1");
        let last: i64 = last.bind(&document).fetch_one(&mut *change).await?.try_get(0)?;
        if last != after {
            return Err(StoreError::Conflict);
        }
        let inserted = sqlx::query("INSERT INTO publications VALUES ($1, $2, $3, $4, $5)")
            .bind(&document)
            .bind(last + 1)
            .bind(answer.as_str())
            .bind(by)
            .bind(instant::text(at))
            .execute(&mut *change)
            .await;
        match inserted {
            Err(error) if StoreError::is_duplicate(&error) => return Err(StoreError::Conflict),
            other => other?,
        };
        let event = NewEvent { at, person: by, what: "publish", about: answer.as_str(), detail: &document };
        tell(&mut change, self, &event).await?;
        change.commit().await?;
        Ok(last + 1)
    }

    /// Everything that was published for a document, first to last.
    pub async fn publications(&self, document: &DocumentId) -> Result<Vec<Publication>, StoreError> {
        let rows = sqlx::query("SELECT * FROM publications WHERE document = $1 ORDER BY number");
        let rows = rows.bind(document.as_str()).fetch_all(&self.pool).await?;
        rows.iter().map(publication).collect()
    }

    /// The publications that people work by, of every document of a kind that has one.
    pub async fn last_publications(&self, kind: &str) -> Result<BTreeMap<DocumentId, Publication>, StoreError> {
        let rows = sqlx::query(
            "SELECT it.* FROM publications it JOIN documents ON documents.id = it.document WHERE documents.kind = $1 \
             AND it.number = (SELECT MAX(number) FROM publications WHERE document = it.document)",
        );
        let rows = rows.bind(kind).fetch_all(&self.pool).await?;
        rows.iter().map(|row| Ok((DocumentId(row.try_get("document")?), publication(row)?))).collect()
    }
}

fn publication(row: &AnyRow) -> Result<Publication, StoreError> {
    Ok(Publication {
        number: row.try_get("number")?,
        answer: AnswerId(row.try_get("answer")?),
        published_by: row.try_get("published_by")?,
        published_at: instant::read(row.try_get("published_at")?)?,
    })
}

pub(crate) async fn insert(
    change: &mut AnyConnection,
    store: &Store,
    new: &NewAnswer<'_>,
) -> Result<AnswerId, StoreError> {
    let id = id::random()?;
    sqlx::query("INSERT INTO answers VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)")
        .bind(&id)
        .bind(new.document.as_str())
        .bind(new.kind)
        .bind(new.asked)
        .bind(new.input_sha256)
        .bind(new.version)
        .bind(new.seed)
        .bind(new.budget)
        .bind(new.body)
        .bind(new.by)
        .bind(instant::text(new.at))
        .execute(&mut *change)
        .await?;
    let event = NewEvent { at: new.at, person: new.by, what: "answer", about: &id, detail: new.kind };
    tell(change, store, &event).await?;
    Ok(AnswerId(id))
}

fn read(row: &AnyRow) -> Result<Answer, StoreError> {
    Ok(Answer {
        id: AnswerId(row.try_get("id")?),
        document: DocumentId(row.try_get("document")?),
        kind: row.try_get("kind")?,
        asked: row.try_get("asked")?,
        input_sha256: row.try_get("input_sha256")?,
        version: row.try_get("version")?,
        seed: row.try_get("seed")?,
        budget: row.try_get("budget")?,
        body: row.try_get("body")?,
        made_by: row.try_get("made_by")?,
        made_at: instant::read(row.try_get("made_at")?)?,
    })
}
