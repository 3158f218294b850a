//! Passwords: kept as argon2id hashes, tried a few at a time, locked after too many wrong ones.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use jiff::{SignedDuration, Timestamp};
use thiserror::Error;

/// Letters of a password at least (NIST SP 800-63B-4, section 3.1.1.2, where it is the only factor: 15; 12 for us,
/// since accounts are locked besides).
pub const LENGTH_MIN: usize = 12;
/// More than anybody types, less than would keep the machine busy.
pub const LENGTH_MAX: usize = 256;

/// Wrong passwords before an account is locked.
const FREE_FAILURES: i64 = 5;
/// How long the first lock holds; each further wrong password doubles it.
const LOCK: SignedDuration = SignedDuration::from_mins(1);
/// How often it is doubled at most: to 64 minutes.
const DOUBLINGS_MAX: i64 = 6;

/// Why a password is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PasswordError {
    #[error("a password has at least {LENGTH_MIN} letters")]
    TooShort,
    #[error("a password has at most {LENGTH_MAX} letters")]
    TooLong,
    #[error("the machine could not hash the password")]
    NotHashed,
}

/// The hash to keep of a new password. Takes some tens of milliseconds and 19 MiB, on purpose.
///
/// # Errors
/// [`PasswordError`].
pub fn hash(password: &str) -> Result<String, PasswordError> {
    match password.chars().count() {
        count if count < LENGTH_MIN => return Err(PasswordError::TooShort),
        count if count > LENGTH_MAX => return Err(PasswordError::TooLong),
        _ => {}
    }
    let hash: Result<PasswordHash, _> = Argon2::default().hash_password(password.as_bytes());
    hash.map(|it| it.to_string()).map_err(|_| PasswordError::NotHashed)
}

/// What is kept of somebody who signs in at a service only: no password is theirs.
pub const NONE: &str = "";

/// Whether a password is the one that was hashed. For nobody's hash the same work is done, so that the time does
/// not tell which names there are.
pub fn is_right(password: &str, hash: Option<&str>) -> bool {
    /// The hash of a password that nobody has, made with the same parameters.
    const NOBODY: &str =
        "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    if password.chars().count() > LENGTH_MAX {
        return false;
    }
    let Ok(kept) = PasswordHash::new(hash.unwrap_or(NOBODY)) else { return false };
    Argon2::default().verify_password(password.as_bytes(), &kept).is_ok() && hash.is_some()
}

/// Until when an account is locked after so many wrong passwords in a row.
pub fn locked_until(failures: i64, now: Timestamp) -> Option<Timestamp> {
    let beyond = failures - FREE_FAILURES;
    (beyond >= 0).then(|| now + LOCK * 2_i32.pow(beyond.min(DOUBLINGS_MAX) as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_password_itself_is_right() {
        let kept = hash("korrekt hest batteri").unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(is_right("korrekt hest batteri", Some(&kept)));
        assert!(!is_right("korrekt hest batteri ", Some(&kept)));
        assert!(!is_right("", Some(&kept)));
        assert!(!is_right("korrekt hest batteri", None));
        assert!(!is_right("korrekt hest batteri", Some("no hash")));
        assert_ne!(kept, hash("korrekt hest batteri").unwrap()); // salted
        assert_eq!(hash("elleve tegn"), Err(PasswordError::TooShort));
        assert_eq!(hash(&"x".repeat(257)), Err(PasswordError::TooLong));
    }

    #[test]
    fn locks_grow() {
        let now: Timestamp = "2026-11-22T12:00:00Z".parse().unwrap();
        let minutes = |failures| locked_until(failures, now).map(|it| it.duration_since(now).as_mins());
        let expected = [(4, None), (5, Some(1)), (6, Some(2)), (9, Some(16)), (11, Some(64)), (1000, Some(64))];
        for (failures, locked) in expected {
            assert_eq!(minutes(failures), locked, "{failures}");
        }
    }
}
