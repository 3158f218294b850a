//! Everything that Leon keeps, put away in a file and brought back, on the machine itself.

use crate::app::{OpenError, Settings, open_store};
pub use leon_store::BackedUp;
use leon_store::{BackupError, Store};
use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;
use thiserror::Error;

/// Why nothing was put away or brought back.
#[derive(Debug, Error)]
pub enum KeepError {
    #[error("'{}' is there already", .0.display())]
    There(PathBuf),
    #[error("{}: {error}", .path.display())]
    File { path: PathBuf, error: std::io::Error },
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Backup(#[from] BackupError),
    #[error("{0}")]
    Runtime(std::io::Error),
}

/// Puts everything away in a new file, which only its owner may read: it holds what the database holds. Leon may be
/// open meanwhile.
///
/// # Errors
/// [`KeepError`]; the file is then not there.
pub fn back_up(settings: &Settings, path: &Path) -> Result<BackedUp, KeepError> {
    if path.exists() {
        return Err(KeepError::There(path.to_owned()));
    }
    let refused = |error| KeepError::File { path: path.to_owned(), error };
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let file = NamedTempFile::new_in(folder).map_err(refused)?;
    let done = runtime()?.block_on(async {
        let store = open_store(settings).await?;
        let done = store.back_up(&mut BufWriter::new(file.as_file()), "", settings.clock.now()).await;
        store.close().await;
        Ok::<_, KeepError>(done?)
    })?;
    file.as_file().sync_all().map_err(refused)?;
    file.persist_noclobber(path).map_err(|it| refused(it.error))?;
    Ok(done)
}

/// Brings back what [`back_up`] has put away, into an empty database.
///
/// # Errors
/// [`KeepError`]; the database is then empty.
pub fn restore(settings: &Settings, path: &Path) -> Result<BackedUp, KeepError> {
    let file = File::open(path).map_err(|error| KeepError::File { path: path.to_owned(), error })?;
    let address = settings.address()?;
    runtime()?.block_on(async {
        let (store, done) = Store::restore(&address, &mut BufReader::new(file), "", settings.clock.now()).await?;
        store.close().await;
        Ok(done)
    })
}

fn runtime() -> Result<tokio::runtime::Runtime, KeepError> {
    tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(KeepError::Runtime)
}
