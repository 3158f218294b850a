//! Cases on their way into the store: checked, and kept as the files they came in.

use jiff::Timestamp;
use leon_formats::{CaseFiles, DESCRIPTOR, Folder, Problem, case_sha256, check_case, schema};
use leon_store::{DocumentId, NewDocument, Store, StoreError};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// The kind of document that a case is.
pub const CASE: &str = "case";

/// Why a case is not brought in.
#[derive(Debug, Error)]
pub enum NotImported {
    /// There are errors; the folder is empty for files in memory.
    #[error("the case in '{}' has problems; leon check tells them", .folder.display())]
    Problems { folder: PathBuf, problems: Vec<Problem> },
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Brings in the case of a folder.
pub async fn case_folder(store: &Store, folder: &Path, at: Timestamp) -> Result<DocumentId, NotImported> {
    let on_disk = Folder::new(folder);
    let tables = schema::TABLES.iter().map(|it| format!("{}.csv", it.table.name()));
    let names = [DESCRIPTOR.to_owned()].into_iter().chain(tables);
    let files = names.filter_map(|name| on_disk.read(&name).ok().map(|bytes| (name.clone(), bytes.into_owned())));
    let files: BTreeMap<String, Vec<u8>> = files.collect();
    case(store, &files, "", at).await.map_err(|error| match error {
        NotImported::Problems { problems, .. } => NotImported::Problems { folder: folder.to_owned(), problems },
        other => other,
    })
}

/// Brings in a case that has no errors. The same case is brought in once.
pub async fn case(
    store: &Store,
    files: &BTreeMap<String, Vec<u8>>,
    by: &str,
    at: Timestamp,
) -> Result<DocumentId, NotImported> {
    let checked = check_case(files);
    let wrong = |problems| NotImported::Problems { folder: PathBuf::new(), problems };
    let Some(case) = checked.case else { return Err(wrong(checked.problems)) };
    let Ok(sha256) = case_sha256(&case) else { return Err(wrong(checked.problems)) };
    let texts: BTreeMap<&str, String> =
        files.iter().map(|(name, bytes)| (name.as_str(), String::from_utf8_lossy(bytes).into_owned())).collect();
    let body = serde_json::to_string(&texts).unwrap_or_default();
    let document = NewDocument { kind: CASE, title: &case.title, place: "", sha256: &sha256, body: &body, by, at };
    Ok(store.add_document(&document).await?)
}

/// The files of a case as they were kept.
pub fn files(body: &str) -> Option<BTreeMap<String, Vec<u8>>> {
    let texts: BTreeMap<String, String> = serde_json::from_str(body).ok()?;
    Some(texts.into_iter().map(|(name, text)| (name, text.into_bytes())).collect())
}
