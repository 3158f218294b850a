//! Names of rows that nobody can guess.

use crate::StoreError;
use std::fmt;

/// 128 random bits in hexadecimal.
pub(crate) fn random() -> Result<String, StoreError> {
    let mut bits = [0; 16];
    getrandom::fill(&mut bits)?;
    Ok(hexadecimal(&bits))
}

/// Bytes as text, two digits each.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident,)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub String);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    )+};
}

ids! {
    /// An answer.
    AnswerId,
    /// A document.
    DocumentId,
    /// A job.
    JobId,
    /// A person with an account.
    PersonId,
}
