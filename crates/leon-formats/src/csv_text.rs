//! The text of a CSV file: its encoding, its quotation marks, and the row on which each record begins.

use crate::cause::Cause;

/// What keeps a file from being read as a table, and the row where it stands.
#[derive(Debug, PartialEq)]
pub(crate) struct TextFault {
    pub(crate) row: Option<usize>,
    pub(crate) cause: Cause,
}

/// The text of a file, without the byte-order mark that spreadsheets put first.
///
/// # Errors
/// The text is not UTF-8, or has a NUL.
pub(crate) fn decode(bytes: &[u8]) -> Result<&str, TextFault> {
    let fault = |cause, at: Option<usize>| {
        let row = at.map(|at| 1 + bytes[..at].iter().filter(|b| **b == b'\n').count());
        TextFault { row, cause }
    };
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(fault(Cause::Utf16 {}, None));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| fault(Cause::NotUtf8 {}, Some(error.valid_up_to())))?;
    if let Some(at) = text.find('\0') {
        return Err(fault(Cause::NulByte {}, Some(at)));
    }
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// The row, as a spreadsheet numbers them, on which each record begins.
///
/// Blank rows count and hold no record; a line break within quotation marks does not begin a row.
///
/// # Errors
/// A quotation mark that never closes, or text after a closing one.
pub(crate) fn record_rows(text: &str) -> Result<Vec<u32>, TextFault> {
    #[derive(PartialEq)]
    enum State {
        FieldStart,
        Plain,
        Quoted,
        QuoteClosed,
    }
    let mut state = State::FieldStart;
    let mut rows = Vec::new();
    let (mut row, mut line_is_blank, mut after_return) = (1_u32, true, false);
    for byte in text.bytes() {
        let line_feed_of_pair = byte == b'\n' && after_return;
        after_return = byte == b'\r' && state != State::Quoted;
        if line_feed_of_pair {
            continue;
        }
        let ends_row = matches!(byte, b'\r' | b'\n') && state != State::Quoted;
        if ends_row {
            (state, line_is_blank) = (State::FieldStart, true);
            row = row.saturating_add(1);
            continue;
        }
        if line_is_blank {
            rows.push(row);
            line_is_blank = false;
        }
        state = match (state, byte) {
            (State::FieldStart | State::QuoteClosed, b'"') => State::Quoted,
            (State::Quoted, b'"') => State::QuoteClosed,
            (State::Quoted, _) => State::Quoted,
            (_, b',') => State::FieldStart,
            (State::QuoteClosed, _) => {
                return Err(TextFault { row: Some(row as usize), cause: Cause::TextAfterQuote {} });
            }
            (State::FieldStart | State::Plain, _) => State::Plain,
        };
    }
    if state == State::Quoted {
        let row = rows.last().map(|row| *row as usize);
        return Err(TextFault { row, cause: Cause::QuoteNotClosed {} });
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_those_of_a_spreadsheet() {
        // Row 3 is blank; the record of row 4 has a line break within quotes; row 5 follows it.
        assert_eq!(record_rows("a,b\r\n1,2\r\n\r\n\"x\ny\",2\r\n5,6").unwrap(), [1, 2, 4, 5]);
        assert_eq!(record_rows("a\n\n\nb\n").unwrap(), [1, 4]);
        assert_eq!(record_rows("a\rb\r").unwrap(), [1, 2]);
        assert_eq!(record_rows("").unwrap(), [] as [u32; 0]);
        assert_eq!(record_rows("a,\"say \"\"no\"\"\",b\n").unwrap(), [1]);
    }

    #[test]
    fn quotes_that_do_not_pair() {
        assert_eq!(record_rows("a\nb,\"c\nd").unwrap_err().row, Some(2));
        assert_eq!(record_rows("a\n\"b\"c\n").unwrap_err().cause, Cause::TextAfterQuote {});
    }

    #[test]
    fn text_is_utf8_with_or_without_a_mark() {
        assert_eq!(decode("\u{feff}æ".as_bytes()), Ok("æ"));
        assert_eq!(decode(b"a\n\xe6").unwrap_err(), TextFault { row: Some(2), cause: Cause::NotUtf8 {} });
        assert_eq!(decode(b"\xff\xfea\0").unwrap_err().cause, Cause::Utf16 {});
        assert_eq!(decode(b"a\n\0").unwrap_err(), TextFault { row: Some(2), cause: Cause::NulByte {} });
    }
}
