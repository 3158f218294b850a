//! Secrets that a browser or a calendar carries.

use sha2::{Digest, Sha256};

/// 256 random bits in hexadecimal.
pub fn new() -> Result<String, getrandom::Error> {
    let mut bits = [0; 32];
    getrandom::fill(&mut bits)?;
    Ok(hexadecimal(&bits))
}

/// What is kept of a token: who reads the store cannot use it.
pub fn sha256(token: &str) -> String {
    hexadecimal(&Sha256::digest(token))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
