//! Texts in CSV files that a spreadsheet would run as formulas.

use std::borrow::Cow;

/// A text as it stands in a file: one that a spreadsheet would take for a formula has an apostrophe before it, which
/// says there that words follow.
pub(crate) fn defused(text: &str) -> Cow<'_, str> {
    if is_formula(text.trim_start_matches('\'')) { format!("'{text}").into() } else { text.into() }
}

/// The text that [`defused`] wrote.
pub(crate) fn as_meant(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_formula(rest.trim_start_matches('\'')) => rest,
        _ => text,
    }
}

/// Whether a spreadsheet reckons with it, after the [list of OWASP](https://owasp.org/www-community/attacks/CSV_Injection).
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_words_and_comes_back() {
        for text in ["=1+1", "@SUM(A1)", "-2", "'=1", "''+1", "\t=1", "Ærø", "'s-Gravenhage", "", "'"] {
            assert!(!is_formula(&defused(text)), "{text}");
            assert_eq!(as_meant(&defused(text)), text);
        }
        assert_eq!(defused("=1+1"), "'=1+1");
        assert_eq!(defused("'s-Gravenhage"), "'s-Gravenhage");
    }
}
