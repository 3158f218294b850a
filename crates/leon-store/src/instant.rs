//! Instants as text that sorts.

use crate::StoreError;
use jiff::Timestamp;

/// An instant in UTC to the microsecond, always of the same length.
pub(crate) fn text(at: Timestamp) -> String {
    format!("{at:.6}")
}

/// An instant read back.
pub(crate) fn read(text: &str) -> Result<Timestamp, StoreError> {
    text.parse().map_err(|_| StoreError::NotOurs(format!("'{text}' is no instant")))
}

/// An instant read back that may be missing.
pub(crate) fn read_optional(text: &str) -> Result<Option<Timestamp>, StoreError> {
    if text.is_empty() { Ok(None) } else { read(text).map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_sort_as_text() {
        let instants = ["2026-11-22T13:30:00Z", "2026-11-22T13:30:00.000001Z", "2026-11-22T13:30:01Z"];
        let texts: Vec<_> = instants.iter().map(|it| text(it.parse().unwrap())).collect();
        assert!(texts.is_sorted() && texts.iter().all(|it| it.len() == texts[0].len()), "{texts:?}");
        for (instant, text) in instants.iter().zip(&texts) {
            assert_eq!(read(text).unwrap(), instant.parse::<Timestamp>().unwrap());
        }
        assert!(read("yesterday").is_err());
    }
}
