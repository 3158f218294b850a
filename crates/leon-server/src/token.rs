//! Secrets that a browser or a calendar carries.

use leon_store::hexadecimal;
use sha2::{Digest, Sha256};

/// 256 random bits in hexadecimal.
pub fn new() -> Result<String, getrandom::Error> {
    let mut bits = [0; 32];
    getrandom::fill(&mut bits)?;
    Ok(hexadecimal(&bits))
}

/// What is kept of a token: who reads the store cannot use it.
pub fn sha256(token: impl AsRef<[u8]>) -> String {
    hexadecimal(&Sha256::digest(token))
}
