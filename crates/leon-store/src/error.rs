//! Why the store did not do what was asked.

use thiserror::Error;

#[derive(Debug, Error)]
pub enum StoreError {
    /// The database is gone, full or locked: try again later.
    #[error("the database did not answer: {0}")]
    Database(#[from] sqlx::Error),
    /// The database was written by another version that cannot be brought up to this one.
    #[error("the database could not be brought up to date: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    #[error("there is already a person called '{0}'")]
    NameTaken(String),
    /// An event could not be written; the same fault as [`StoreError::Database`], told to all who waited for it.
    #[error("{0}")]
    NotTold(String),
    /// Somebody else changed it first.
    #[error("it was changed by somebody else in the meantime")]
    Conflict,
    #[error("the database holds something that Leon did not write: {0}")]
    NotOurs(String),
    #[error("the machine gave no randomness: {0}")]
    Randomness(getrandom::Error),
}

impl From<getrandom::Error> for StoreError {
    fn from(error: getrandom::Error) -> Self {
        Self::Randomness(error)
    }
}

impl StoreError {
    /// Whether a row with the same key was there already.
    pub(crate) fn is_duplicate(error: &sqlx::Error) -> bool {
        error.as_database_error().is_some_and(sqlx::error::DatabaseError::is_unique_violation)
    }
}
