//! Answers kept on disk, found again by what was asked.
//!
//! A file's name is the SHA-256 of the question (service, address, profile, points); in it stand the times
//! and the SHA-256 of them. It is written beside its place and moved there, so it is whole or not there. One
//! that was damaged is as good as none.

use crate::{Point, Roads, RoadsError};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// The first thing hashed: another form of the file is another question.
const FORM: &str = "leon-roads 1";

/// The place of one matrix in the cache.
pub(crate) struct Cached {
    dir: PathBuf,
    name: String,
}

impl Cached {
    /// The place for the times between these points. Makes the folder.
    pub(crate) fn open(dir: &Path, roads: &Roads, points: &[Point]) -> Result<Self, RoadsError> {
        fs::create_dir_all(dir).map_err(failed)?;
        let mut hash = Sha256::new();
        for text in [FORM, &format!("{:?}", roads.service), &roads.url, &roads.profile] {
            hash.update((text.len() as u64).to_le_bytes());
            hash.update(text);
        }
        for point in points {
            hash.update(point.lat.to_le_bytes());
            hash.update(point.lon.to_le_bytes());
        }
        Ok(Self { dir: dir.to_owned(), name: format!("{:x}.json", hash.finalize()) })
    }

    /// The times between so many points, unless they are not there or damaged.
    pub(crate) fn read(&self, points: usize) -> Option<Vec<Vec<Option<u32>>>> {
        let text = fs::read_to_string(self.dir.join(&self.name)).ok()?;
        let (hash, times) = text.split_once('\n')?;
        if hash != sum(times) {
            return None;
        }
        let rows: Vec<Vec<Option<u32>>> = serde_json::from_str(times).ok()?;
        (rows.len() == points && rows.iter().all(|it| it.len() == points)).then_some(rows)
    }

    pub(crate) fn write(&self, seconds: &[Vec<Option<u32>>]) -> Result<(), RoadsError> {
        let times = serde_json::to_string(seconds).map_err(|error| failed(error.into()))?;
        let mut file = NamedTempFile::new_in(&self.dir).map_err(failed)?;
        write!(file, "{}\n{times}", sum(&times)).map_err(failed)?;
        file.as_file().sync_all().map_err(failed)?;
        file.persist(self.dir.join(&self.name)).map_err(|error| failed(error.error))?;
        Ok(())
    }
}

fn sum(times: &str) -> String {
    format!("{:x}", Sha256::digest(times))
}

fn failed(error: io::Error) -> RoadsError {
    RoadsError::Cache(error.kind())
}
