//! Reads a number, and says what a text is that is not quite one.

use crate::cause::Cause;
use crate::shown::shown;

/// The number in a cell, written with a decimal point and without separators.
///
/// # Errors
/// The cause, with the number as it should be written where that can be told.
pub(crate) fn parse(text: &str) -> Result<f64, Cause> {
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(number),
        Ok(_) => Err(Cause::NotFinite { value: shown(text) }),
        Err(_) => Err(almost_a_number(text)),
    }
}

/// What a text is that cannot be read as a number.
fn almost_a_number(text: &str) -> Cause {
    let value = shown(text);
    if let Some(percent) = text.strip_suffix('%').and_then(|it| it.trim_end().replace(',', ".").parse::<f64>().ok()) {
        return Cause::Percent { value, written: (percent / 100.0).to_string() };
    }
    let not_a_number = Cause::NotANumber { value: value.clone() };
    let is_group_mark = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’');
    let digits = text.strip_prefix('-').unwrap_or(text);
    let numeric = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',') || is_group_mark(c);
    if !digits.starts_with(|c: char| c.is_ascii_digit()) || !digits.chars().all(numeric) {
        return not_a_number;
    }
    let without = |marks: fn(char) -> bool| text.chars().filter(|c| !marks(*c)).collect::<String>();
    let commas = text.matches(',').count();
    let points = text.matches('.').count();
    let grouped = text.contains(is_group_mark);
    let written = match (commas, points) {
        (0, 1) => without(|c| !matches!(c, '-' | '.') && !c.is_ascii_digit()),
        (1, 0) => without(|c| !matches!(c, '-' | ',') && !c.is_ascii_digit()).replace(',', "."),
        (0, _) | (_, 0) => without(|c| c != '-' && !c.is_ascii_digit()),
        // Both marks: the last one is the decimal mark, when it stands once.
        (1, _) if text.rfind(',') > text.rfind('.') => {
            without(|c| !matches!(c, '-' | ',') && !c.is_ascii_digit()).replace(',', ".")
        }
        (_, 1) if text.rfind('.') > text.rfind(',') => without(|c| !matches!(c, '-' | '.') && !c.is_ascii_digit()),
        _ => return not_a_number,
    };
    if written.parse::<f64>().is_err() {
        return not_a_number;
    }
    match (commas, points) {
        (1, 0) if !grouped && thousands_possible(digits) => {
            let whole = without(|c| c == ',');
            Cause::CommaUnclear { value, decimal: written, whole }
        }
        (1, 0) if !grouped => Cause::DecimalComma { value, written },
        _ => Cause::Thousands { value, written },
    }
}

/// Whether the comma of `1,250` may separate thousands: 1 to 3 digits before it, not 0, and 3 after.
fn thousands_possible(digits: &str) -> bool {
    digits
        .split_once(',')
        .is_some_and(|(before, after)| (1..=3).contains(&before.len()) && before != "0" && after.len() == 3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    #[test]
    fn numbers_and_what_is_almost_one() {
        for (text, number) in [("3.5", 3.5), ("-2", -2.0), ("1e3", 1000.0), ("0", 0.0)] {
            assert_eq!(parse(text), Ok(number));
        }
        for (text, code, remedy) in [
            ("3,5", "L202", "Write 3.5."),
            ("-3,5", "L202", "Write -3.5."),
            ("0,125", "L202", "Write 0.125."),
            ("1,250", "L203", "Write 1.250 if it is a decimal comma, 1250 if it separates thousands."),
            ("1.234,5", "L204", "Write 1234.5."),
            ("1,234.5", "L204", "Write 1234.5."),
            ("1 234", "L204", "Write 1234."),
            ("1'234,5", "L204", "Write 1234.5."),
            ("1.234.567", "L204", "Write 1234567."),
            ("1,234,567", "L204", "Write 1234567."),
            ("80 %", "L205", "Write the share: 0.8."),
            ("37,5%", "L205", "Write the share: 0.375."),
        ] {
            let cause = parse(text).unwrap_err();
            assert_eq!((cause.code(), cause.remedy(Lang::En).as_str()), (code, remedy), "{text}");
        }
        for (text, code) in [
            ("inf", "L207"),
            ("NaN", "L207"),
            ("1e999", "L207"),
            ("ca. 3", "L206"),
            ("-", "L206"),
            ("1.2,3.4,5", "L206"),
        ] {
            assert_eq!(parse(text).unwrap_err().code(), code, "{text}");
        }
    }
}
