//! The queue of plans to be made: one table, from which any number of workers take.
//!
//! A worker has a job for as long as its lease; it renews the lease as it tells how far it is. When it dies, the lease
//! runs out and another takes the job. The number of the attempt is the fencing token: it grows with each taking, and
//! only who has the latest can end the job. A job's end and its answer are one transaction, so it has one answer.

use crate::answer::{NewAnswer, insert};
use crate::event::{NewEvent, tell};
use crate::{AnswerId, DocumentId, JobId, Store, StoreError, id, instant};
use jiff::{SignedDuration, Timestamp};
use sqlx::Row;
use sqlx::any::AnyRow;

/// How long a worker has a job without a word.
pub const LEASE: SignedDuration = SignedDuration::from_secs(30);
/// Times that a job is begun, when workers die over it.
const ATTEMPTS_MAX: i64 = 3;
/// Why a job failed whose workers all died.
const WORKERS_DIED: &str = "workers-died";

macro_rules! states {
    ($($(#[$doc:meta])* $state:ident => $word:literal,)+) => {
        /// Where a job is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum JobState { $($(#[$doc])* $state,)+ }

        impl JobState {
            /// Its word in the store and in the texts.
            pub fn word(self) -> &'static str {
                match self { $(Self::$state => $word,)+ }
            }

            fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$state),)+ _ => None }
            }
        }
    };
}

states! {
    Waiting => "waiting",
    Running => "running",
    /// It has an answer.
    Done => "done",
    Failed => "failed",
    Cancelled => "cancelled",
}

impl JobState {
    /// Whether nothing more will happen.
    pub fn is_over(self) -> bool {
        !matches!(self, Self::Waiting | Self::Running)
    }
}

/// A plan to be asked for.
#[derive(Clone, Copy, Debug)]
pub struct NewJob<'a> {
    pub document: &'a DocumentId,
    /// `route`, `roster` or `scenario`.
    pub kind: &'a str,
    /// What is asked for beside the document, in the planner's own words.
    pub asked: &'a str,
    pub by: &'a str,
    pub at: Timestamp,
}

/// A plan to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    pub id: JobId,
    pub kind: String,
    pub document: DocumentId,
    pub asked: String,
    pub state: JobState,
    /// Thousandths of the budget spent.
    pub done: i64,
    /// How often it was taken: the fencing token of who took it last.
    pub attempts: i64,
    pub worker: String,
    pub answer: Option<AnswerId>,
    /// Why it failed, in one word; empty otherwise.
    pub failure: String,
    pub created_by: String,
    pub created_at: Timestamp,
}

impl Store {
    /// Asks for a plan. The same question while it is under way is the same job.
    pub async fn add_job(&self, new: &NewJob<'_>) -> Result<JobId, StoreError> {
        let id = id::random()?;
        let mut change = self.begin().await?;
        let inserted = sqlx::query(
            "INSERT INTO jobs VALUES ($1, $2, $3, $4, 'waiting', 0, 1000, 0, '', '', '', '', $5, $6, '') \
             ON CONFLICT DO NOTHING",
        )
        .bind(&id)
        .bind(new.kind)
        .bind(new.document.as_str())
        .bind(new.asked)
        .bind(new.by)
        .bind(instant::text(new.at))
        .execute(&mut *change)
        .await?;
        if inserted.rows_affected() == 0 {
            let row = sqlx::query(
                "SELECT id FROM jobs WHERE document = $1 AND kind = $2 AND asked = $3 \
                 AND state IN ('waiting', 'running')",
            );
            let row = row.bind(new.document.as_str()).bind(new.kind).bind(new.asked).fetch_optional(&mut *change);
            // It may have ended between the two statements: then the question is new after all.
            return row.await?.map_or(Err(StoreError::Conflict), |row| Ok(JobId(row.try_get(0)?)));
        }
        let event = NewEvent { at: new.at, person: new.by, what: "add-job", about: &id, detail: new.kind };
        tell(&mut change, self, &event).await?;
        change.commit().await?;
        Ok(JobId(id))
    }

    pub async fn job(&self, id: &JobId) -> Result<Option<Job>, StoreError> {
        let row = sqlx::query("SELECT * FROM jobs WHERE id = $1").bind(id.as_str());
        row.fetch_optional(&self.pool).await?.as_ref().map(read).transpose()
    }

    /// The latest jobs, newest first; of one document when it is given.
    pub async fn jobs(&self, document: Option<&DocumentId>, count: i64) -> Result<Vec<Job>, StoreError> {
        let rows =
            sqlx::query("SELECT * FROM jobs WHERE document = $1 OR $1 = '' ORDER BY created_at DESC, id LIMIT $2");
        let rows = rows.bind(document.map_or("", DocumentId::as_str)).bind(count).fetch_all(&self.pool).await?;
        rows.iter().map(read).collect()
    }

    /// Takes the job that has waited longest, for as long as a lease. One whose worker is silent counts as waiting,
    /// until it has been begun three times.
    pub async fn take_job(&self, worker: &str, at: Timestamp) -> Result<Option<Job>, StoreError> {
        let now = instant::text(at);
        loop {
            let next = sqlx::query(
                "SELECT id, attempts, state FROM jobs WHERE state = 'waiting' OR (state = 'running' AND leased_until <= $1) \
                 ORDER BY created_at, id LIMIT 1",
            );
            let Some(row) = next.bind(&now).fetch_optional(&self.pool).await? else { return Ok(None) };
            let (id, attempts, state): (String, i64, String) = (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
            let is_left = state == JobState::Running.word();
            if is_left && attempts >= ATTEMPTS_MAX {
                self.fail(&id, attempts, worker, WORKERS_DIED, at).await?;
                continue;
            }
            // Another may have been quicker: then nothing is updated.
            let taken = sqlx::query(
                "UPDATE jobs SET state = 'running', worker = $1, leased_until = $2, attempts = attempts + 1, done = 0 \
                 WHERE id = $3 AND attempts = $4 AND \
                 (state = 'waiting' OR (state = 'running' AND leased_until <= $5))",
            )
            .bind(worker)
            .bind(instant::text(at + LEASE))
            .bind(&id)
            .bind(attempts)
            .bind(&now)
            .execute(&self.pool)
            .await?;
            if taken.rows_affected() == 1 {
                return self.job(&JobId(id)).await;
            }
        }
    }

    /// Tells how far a taken job is, in thousandths, and renews its lease. `false`: it was cancelled, or another has
    /// taken it.
    pub async fn job_is_at(&self, taken: &Job, done: i64, at: Timestamp) -> Result<bool, StoreError> {
        let told = sqlx::query(
            "UPDATE jobs SET done = $1, leased_until = $2 WHERE id = $3 AND attempts = $4 AND state = 'running'",
        )
        .bind(done)
        .bind(instant::text(at + LEASE))
        .bind(taken.id.as_str())
        .bind(taken.attempts)
        .execute(&self.pool)
        .await?;
        Ok(told.rows_affected() == 1)
    }

    /// Ends a taken job with its answer, both or neither.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when it was cancelled or another has taken it.
    pub async fn end_job(&self, taken: &Job, answer: &NewAnswer<'_>) -> Result<AnswerId, StoreError> {
        let mut change = self.begin().await?;
        let answer_id = insert(&mut change, self, answer).await?;
        let ended = sqlx::query(
            "UPDATE jobs SET state = 'done', done = total, answer = $1, ended_at = $2 \
             WHERE id = $3 AND attempts = $4 AND state = 'running'",
        )
        .bind(answer_id.as_str())
        .bind(instant::text(answer.at))
        .bind(taken.id.as_str())
        .bind(taken.attempts)
        .execute(&mut *change)
        .await?;
        if ended.rows_affected() != 1 {
            return Err(StoreError::Conflict);
        }
        change.commit().await?;
        Ok(answer_id)
    }

    /// Ends a taken job that cannot be done, with why in one word.
    pub async fn fail_job(&self, taken: &Job, why: &str, at: Timestamp) -> Result<(), StoreError> {
        self.fail(taken.id.as_str(), taken.attempts, &taken.worker, why, at).await
    }

    /// Puts a taken job back in the queue, because its worker closes.
    pub async fn give_back_job(&self, taken: &Job) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE jobs SET state = 'waiting', done = 0, leased_until = '' \
             WHERE id = $1 AND attempts = $2 AND state = 'running'",
        )
        .bind(taken.id.as_str())
        .bind(taken.attempts)
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Cancels a job that is not over; `false` when it is. Its worker learns of it when it next tells how far it is.
    pub async fn cancel_job(&self, id: &JobId, by: &str, at: Timestamp) -> Result<bool, StoreError> {
        let mut change = self.begin().await?;
        let cancelled = sqlx::query(
            "UPDATE jobs SET state = 'cancelled', ended_at = $1 WHERE id = $2 AND state IN ('waiting', 'running')",
        )
        .bind(instant::text(at))
        .bind(id.as_str())
        .execute(&mut *change)
        .await?;
        if cancelled.rows_affected() == 0 {
            return Ok(false);
        }
        let event = NewEvent { at, person: by, what: "cancel-job", about: id.as_str(), detail: "" };
        tell(&mut change, self, &event).await?;
        change.commit().await?;
        Ok(true)
    }

    async fn fail(&self, id: &str, token: i64, worker: &str, why: &str, at: Timestamp) -> Result<(), StoreError> {
        let mut change = self.begin().await?;
        let failed = sqlx::query(
            "UPDATE jobs SET state = 'failed', failure = $1, ended_at = $2 \
             WHERE id = $3 AND attempts = $4 AND state = 'running'",
        )
        .bind(why)
        .bind(instant::text(at))
        .bind(id)
        .bind(token)
        .execute(&mut *change)
        .await?;
        if failed.rows_affected() == 1 {
            let event = NewEvent { at, person: worker, what: "fail-job", about: id, detail: why };
            tell(&mut change, self, &event).await?;
            change.commit().await?;
        }
        Ok(())
    }
}

fn read(row: &AnyRow) -> Result<Job, StoreError> {
    let word: String = row.try_get("state")?;
    let answer: String = row.try_get("answer")?;
    Ok(Job {
        id: JobId(row.try_get("id")?),
        kind: row.try_get("kind")?,
        document: DocumentId(row.try_get("document")?),
        asked: row.try_get("asked")?,
        state: JobState::parse(&word).ok_or_else(|| StoreError::NotOurs(format!("'{word}' is no state of a job")))?,
        done: row.try_get("done")?,
        attempts: row.try_get("attempts")?,
        worker: row.try_get("worker")?,
        answer: (!answer.is_empty()).then_some(AnswerId(answer)),
        failure: row.try_get("failure")?,
        created_by: row.try_get("created_by")?,
        created_at: instant::read(row.try_get("created_at")?)?,
    })
}
