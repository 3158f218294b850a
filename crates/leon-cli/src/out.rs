//! The folder of a result: written whole beside its place and then moved there, or not at all.

use crate::failure::Failure;
use crate::findings::Findings;
use crate::report;
use crate::results::{Answer, LEDGER, RUN, results};
use crate::texts::Voice;
use leon_formats::results::{Results, read_result_table, result_files, workbook_bytes};
use leon_formats::{WriteError, case_sha256};
use leon_ledger::book_match;
use std::collections::BTreeMap;
use std::path::Path;

const WORKBOOK: &str = "result.xlsx";
const REPORT: &str = "report.html";

/// Writes the whole answer into a folder.
///
/// # Errors
/// [`Failure::Usage`] when the folder holds something else than an earlier result, [`Failure::Internal`]
/// when the answer cannot be booked or the disk says no.
pub fn write(findings: &Findings<'_>, dir: &Path, voice: Voice) -> Result<(), Failure> {
    let internal = |reason: &dyn std::fmt::Display| {
        Failure::Internal(voice.text_with("failure-internal", &[("reason", reason.to_string().into())]))
    };
    let files = files(findings, voice).map_err(|reason| internal(&reason))?;
    replace(&files, dir, |_| false, voice)
}

/// Puts a result's files into a folder, in place of an earlier result. `is_ours` knows files of an earlier result that
/// are not among the new ones.
///
/// # Errors
/// As [`write()`].
pub fn replace(
    files: &BTreeMap<String, Vec<u8>>,
    dir: &Path,
    is_ours: impl Fn(&str) -> bool,
    voice: Voice,
) -> Result<(), Failure> {
    if !may_replace(dir, |name| files.contains_key(name) || is_ours(name)) {
        let dir = [("dir", dir.display().to_string().into())];
        return Err(Failure::Usage(voice.text_with("failure-foreign-folder", &dir)));
    }
    put(files, dir).map_err(|reason| {
        let variables = [("dir", dir.display().to_string().into()), ("reason", reason.to_string().into())];
        Failure::Internal(voice.text_with("failure-write", &variables))
    })
}

/// Refuses a folder early, before the hours of work are done.
pub fn check_folder(dir: &Path, voice: Voice) -> Result<(), Failure> {
    if is_empty_or_missing(dir) || is_result(dir) {
        return Ok(());
    }
    let dir = [("dir", dir.display().to_string().into())];
    Err(Failure::Usage(voice.text_with("failure-foreign-folder", &dir)))
}

/// Whether a folder holds nothing. One that is not there holds nothing.
pub fn is_empty_or_missing(dir: &Path) -> bool {
    match std::fs::read_dir(dir) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    }
}

fn is_result(dir: &Path) -> bool {
    read_result_table(dir, RUN).is_ok()
}

/// Whether a folder is free, or holds an earlier result and nothing besides.
fn may_replace(dir: &Path, is_ours: impl Fn(&str) -> bool) -> bool {
    is_empty_or_missing(dir) || (is_result(dir) && only_ours(dir, "", &is_ours))
}

/// Whether all files of a folder and its folders are ours, by the way to them.
fn only_ours(dir: &Path, way: &str, is_ours: &impl Fn(&str) -> bool) -> bool {
    std::fs::read_dir(dir).into_iter().flatten().flatten().all(|entry| {
        let Some(name) = entry.file_name().to_str().map(|it| format!("{way}{it}")) else { return false };
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => only_ours(&entry.path(), &format!("{name}/"), is_ours),
            _ => is_ours(&name),
        }
    })
}

/// Why there are no files to write.
#[derive(Debug, thiserror::Error)]
enum NoFiles {
    #[error("{0}")]
    Unbookable(#[from] leon_ledger::Unbookable),
    #[error("the book of hours does not balance: {0}")]
    DoesNotBalance(#[from] leon_ledger::Imbalance),
    #[error("{0}")]
    Write(#[from] WriteError),
}

/// Every file of the result in memory, by name.
fn files(findings: &Findings<'_>, voice: Voice) -> Result<BTreeMap<String, Vec<u8>>, NoFiles> {
    let book = book_match(findings.case, &findings.matched.plan)?;
    book.balances()?;
    let case_hash = case_sha256(findings.case)?;
    let answer = Answer { findings, book: &book, case_hash: &case_hash, lang: voice.lang };
    let results = results(&answer);
    let mut files = result_files(&results)?;
    files.insert(WORKBOOK.into(), workbook_bytes(&for_people(results))?);
    files.insert(REPORT.into(), report::page(findings, voice, &case_hash).into_bytes());
    Ok(files)
}

/// The tables that people open in a spreadsheet: all but the ledger, which is long and has its own command.
fn for_people(mut results: Results) -> Results {
    results.tables.retain(|it| it.name != LEDGER);
    results
}

/// Writes the files into a folder beside the wanted one and then puts it in its place. A failure leaves
/// what was there before.
fn put(files: &BTreeMap<String, Vec<u8>>, dir: &Path) -> std::io::Result<()> {
    let dir = std::path::absolute(dir)?;
    let parent = dir.parent().unwrap_or(&dir);
    std::fs::create_dir_all(parent)?;
    let beside = tempfile::Builder::new().prefix(".leon-").tempdir_in(parent)?;
    let (new, old) = (beside.path().join("new"), beside.path().join("old"));
    std::fs::create_dir(&new)?;
    for (name, bytes) in files {
        let path = new.join(name);
        path.parent().map_or(Ok(()), std::fs::create_dir_all)?;
        std::fs::write(path, bytes)?;
    }
    if dir.exists() {
        std::fs::rename(&dir, &old)?;
    }
    std::fs::rename(&new, &dir).inspect_err(|_| {
        let _ = std::fs::rename(&old, &dir);
    })
}
