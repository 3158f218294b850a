//! The folder of a projection.

use super::tables;
use crate::failure::Failure;
use crate::out;
use crate::texts::Voice;
use leon_formats::WriteError;
use leon_formats::results::{result_files, workbook_bytes};
use leon_pages::projection::findings::Findings;
use leon_pages::projection::page;
use leon_project::Decomposition;
use std::collections::BTreeMap;
use std::path::Path;

/// The table that is too long for a workbook that people open.
const DRAWS: &str = "draws";

/// Writes tables, workbook and page into a folder; `why` is what makes the difference in a comparison.
///
/// # Errors
/// As [`out::replace`].
pub fn write(findings: &Findings<'_>, why: Option<&Decomposition>, dir: &Path, voice: Voice) -> Result<(), Failure> {
    let files = files(findings, why, voice).map_err(|reason| {
        Failure::Internal(voice.text_with("failure-internal", &[("reason", reason.to_string().into())]))
    })?;
    out::replace(&files, dir, |_| false, voice)
}

fn files(
    findings: &Findings<'_>,
    why: Option<&Decomposition>,
    voice: Voice,
) -> Result<BTreeMap<String, Vec<u8>>, WriteError> {
    let case_hash = leon_formats::case_sha256(findings.case)?;
    let mut results = tables::results(findings, why, &case_hash);
    let mut files = result_files(&results)?;
    results.tables.retain(|it| it.name != DRAWS);
    files.insert("result.xlsx".into(), workbook_bytes(&results)?);
    files.insert("report.html".into(), page(findings, why, voice).into_bytes());
    Ok(files)
}
