//! How a value from a file is shown in a message.

use leon_model::looks_like_cpr;

/// Characters of a value that a message repeats at most.
const SHOWN_MAX: usize = 60;

/// The value, shortened, without control characters, and hidden when it looks like a CPR number.
pub(crate) fn shown(value: &str) -> String {
    if looks_like_cpr(value) {
        return "…".to_owned();
    }
    let mut text: String = value.trim().chars().take(SHOWN_MAX).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if value.trim().chars().nth(SHOWN_MAX).is_some() {
        text.push('…');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_shortened_and_a_cpr_number_hidden() {
        assert_eq!(shown(" a\nb "), "a b");
        assert_eq!(shown(&"x".repeat(61)), "x".repeat(60) + "…");
        assert!(!shown("borger 010180-1234").contains("0101"));
    }
}
