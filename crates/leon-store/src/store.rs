//! The connection to the database.

use crate::StoreError;
use crate::event::Telling;
use crate::migrations::{last_step, migrator_to};
use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::{Any, AnyPool, Executor, Transaction};
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

/// Connections held open at most. SQLite has one writer at a time; readers do not wait for it.
const CONNECTIONS_MAX: u32 = 8;
/// How long a request waits for a database that does not answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// Which database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// What Leon keeps. Cheap to clone; clones share their connections.
#[derive(Clone, Debug)]
pub struct Store {
    pub(crate) pool: AnyPool,
    engine: Engine,
    pub(crate) telling: Arc<Telling>,
}

impl Store {
    /// Opens the database in a file, which is made when it is missing, and brings it up to date.
    ///
    /// # Errors
    /// [`StoreError::Database`] when the file cannot be opened, [`StoreError::Migration`] when it is not Leon's
    /// or newer than this version.
    pub async fn open_file(path: &Path) -> Result<Self, StoreError> {
        Self::open(&Self::address_of(path)).await
    }

    /// The address of the database in a file.
    pub fn address_of(path: &Path) -> String {
        // The path may hold what means something in an address.
        let path = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
        format!("sqlite://{path}?mode=rwc")
    }

    /// Opens a database by its address, `postgres://…` or `sqlite://…`, and brings it up to date.
    ///
    /// # Errors
    /// As [`Store::open_file`].
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let store = Self::connect(url).await?;
        migrator_to(last_step()).run(&store.pool).await?;
        Ok(store)
    }

    /// Opens a database as it is.
    pub(crate) async fn connect(url: &str) -> Result<Self, StoreError> {
        sqlx::any::install_default_drivers();
        let engine = if url.starts_with("sqlite:") { Engine::Sqlite } else { Engine::Postgres };
        let pool = AnyPoolOptions::new().max_connections(CONNECTIONS_MAX).acquire_timeout(PATIENCE);
        let pool = pool.after_connect(move |connection, _| {
            Box::pin(async move {
                if engine == Engine::Sqlite {
                    // Readers beside a writer; an acknowledged write is on the disk.
                    connection.execute("PRAGMA journal_mode = WAL").await?;
                    connection.execute("PRAGMA synchronous = FULL").await?;
                    connection.execute("PRAGMA busy_timeout = 5000").await?;
                    connection.execute("PRAGMA foreign_keys = ON").await?;
                }
                Ok(())
            })
        });
        let pool = pool.connect_with(AnyConnectOptions::from_str(url)?).await?;
        Ok(Self { pool, engine, telling: Arc::default() })
    }

    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Whether the database answers.
    pub async fn is_there(&self) -> bool {
        self.pool.execute("SELECT 1").await.is_ok()
    }

    /// Closes every connection once it is at rest.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    /// Begins a change. SQLite takes its only pen at once, for it cannot change from reading to writing when
    /// another has written in between.
    pub(crate) async fn begin(&self) -> Result<Transaction<'static, Any>, StoreError> {
        let begin = match self.engine {
            Engine::Sqlite => "BEGIN IMMEDIATE",
            Engine::Postgres => "BEGIN",
        };
        Ok(self.pool.begin_with(begin).await?)
    }
}
