//! Numbers as people write them: 1.234,5 in Danish, 1,234.5 in English.

use leon_formats::Lang;

/// Stands for a number that is not there.
pub const MISSING: &str = "–";

/// A number with its thousands apart and so many decimals.
///
/// Nothing is shown as `-0`, and what is no number as a dash.
pub fn number(lang: Lang, value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return MISSING.to_owned();
    }
    let (thousands, point) = match lang {
        Lang::Da => ('.', ','),
        Lang::En => (',', '.'),
    };
    let plain = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let is_zero = plain.bytes().all(|b| matches!(b, b'0' | b'.'));
    let mut text = String::new();
    if value < 0.0 && !is_zero {
        text.push('−');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(point);
        text.push_str(fraction);
    }
    text
}

/// A number with its sign, also when it is positive.
pub fn signed(lang: Lang, value: f64, decimals: usize) -> String {
    let text = number(lang, value, decimals);
    let is_positive = value > 0.0 && text != number(lang, 0.0, decimals);
    if is_positive { format!("+{text}") } else { text }
}

/// A share in percent, as `12,5 %`; `12.5%` in English.
pub fn percent(lang: Lang, share: f64, decimals: usize) -> String {
    let text = number(lang, share * 100.0, decimals);
    match lang {
        _ if text == MISSING => text,
        Lang::Da => format!("{text}\u{a0}%"),
        Lang::En => format!("{text}%"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_language() {
        let cases = [
            (0.0, 1, "0,0", "0.0"),
            (-0.04, 1, "0,0", "0.0"),
            (999.95, 1, "1.000,0", "1,000.0"),
            (1234.56, 1, "1.234,6", "1,234.6"),
            (-1_234_567.0, 0, "−1.234.567", "−1,234,567"),
            (12.0, 2, "12,00", "12.00"),
            (f64::NAN, 1, "–", "–"),
            (f64::INFINITY, 1, "–", "–"),
        ];
        for (value, decimals, da, en) in cases {
            assert_eq!(number(Lang::Da, value, decimals), da);
            assert_eq!(number(Lang::En, value, decimals), en);
        }
    }

    #[test]
    fn signs_and_percent() {
        assert_eq!(signed(Lang::Da, 3.0, 0), "+3");
        assert_eq!(signed(Lang::Da, 0.01, 0), "0");
        assert_eq!(signed(Lang::En, -1500.0, 1), "−1,500.0");
        assert_eq!(percent(Lang::Da, 0.1234, 1), "12,3\u{a0}%");
        assert_eq!(percent(Lang::En, 1.0, 0), "100%");
        assert_eq!(percent(Lang::Da, f64::NAN, 1), "–");
    }
}
