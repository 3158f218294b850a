//! Fingerprints of what was read, so that an answer tells what it answers.

use crate::{WriteError, WriteOptions, case_files};
use leon_model::Case;
use sha2::{Digest, Sha256};

/// SHA-256 of the case's tables as Leon writes them, in hexadecimal, so that the same figures give the same hash.
///
/// # Errors
/// [`WriteError`] for a case that cannot be written.
pub fn case_sha256(case: &Case) -> Result<String, WriteError> {
    let mut hash = Sha256::new();
    for (name, bytes) in case_files(case, &WriteOptions::default())? {
        hash.update(format!("{name} {}\n", bytes.len()));
        hash.update(&bytes);
    }
    Ok(hexadecimal(hash))
}

/// SHA-256 of texts one after the other, in hexadecimal.
pub fn sha256(texts: &[&str]) -> String {
    let mut hash = Sha256::new();
    texts.iter().for_each(|it| hash.update(it.as_bytes()));
    hexadecimal(hash)
}

fn hexadecimal(hash: Sha256) -> String {
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
