//! Where the files of a case come from: a folder, or memory.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Largest file that is read, in bytes.
pub(crate) const FILE_BYTES_MAX: u64 = 1 << 30;

/// The files of a case, by their path within its folder.
pub trait CaseFiles {
    /// What stands in a file.
    ///
    /// # Errors
    /// [`FileError`] when there is no such file, or it cannot be read.
    fn read(&self, path: &str) -> Result<Cow<'_, [u8]>, FileError>;

    /// Whether there is such a file.
    fn has(&self, path: &str) -> bool;

    /// Whether there is a folder at all.
    fn exists(&self) -> bool;
}

/// Why a file was not read.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    #[error("the file is missing")]
    Missing,
    #[error("the file has {bytes} bytes")]
    TooLarge { bytes: u64 },
    #[error("{0}")]
    Io(std::io::Error),
}

/// A folder on disk.
#[derive(Clone, Debug)]
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(dir: &Path) -> Self {
        Self(dir.to_owned())
    }
}

impl CaseFiles for Folder {
    fn read(&self, path: &str) -> Result<Cow<'_, [u8]>, FileError> {
        let path = self.0.join(path);
        let of_disk = |error: std::io::Error| match error.kind() {
            std::io::ErrorKind::NotFound | std::io::ErrorKind::InvalidInput => FileError::Missing,
            _ => FileError::Io(error),
        };
        let bytes = std::fs::metadata(&path).map_err(of_disk)?.len();
        if bytes > FILE_BYTES_MAX {
            return Err(FileError::TooLarge { bytes });
        }
        std::fs::read(&path).map(Cow::Owned).map_err(of_disk)
    }

    fn has(&self, path: &str) -> bool {
        self.0.join(path).is_file()
    }

    fn exists(&self) -> bool {
        self.0.is_dir()
    }
}

/// Files in memory, by path.
impl CaseFiles for BTreeMap<String, Vec<u8>> {
    fn read(&self, path: &str) -> Result<Cow<'_, [u8]>, FileError> {
        self.get(path).map(|bytes| Cow::Borrowed(bytes.as_slice())).ok_or(FileError::Missing)
    }

    fn has(&self, path: &str) -> bool {
        self.contains_key(path)
    }

    fn exists(&self) -> bool {
        true
    }
}
