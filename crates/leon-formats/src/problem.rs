//! A problem of an input: where it is, what it is, what to do.

use crate::cause::{CAUSES, Cause};
use crate::{Lang, shown::shown};
use std::fmt::Write as _;

/// Problems of one severity that are listed; the rest are counted.
const LISTED_MAX: usize = 1000;

/// One problem of an input, with where it stands.
///
/// # Example
/// ```
/// use leon_formats::{Cause, Lang, Problem};
/// let problem = Problem {
///     file: "needs.csv".into(),
///     row: Some(14),
///     column: Some("hours_per_week".into()),
///     cause: Cause::DecimalComma { value: "3,5".into(), written: "3.5".into() },
/// };
/// assert_eq!(
///     problem.message(Lang::Da),
///     "needs.csv, række 14, kolonne hours_per_week: '3,5' har decimalkomma. Skriv 3.5."
/// );
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The file within the case's folder; empty when it is the case as a whole.
    pub file: String,
    /// The row as a spreadsheet numbers it: the header is row 1.
    pub row: Option<usize>,
    pub column: Option<String>,
    pub cause: Cause,
}

impl Problem {
    /// The code by which people look it up, as `L202`.
    pub fn code(&self) -> &'static str {
        self.cause.code()
    }

    /// Whether the case can be planned all the same.
    pub fn is_warning(&self) -> bool {
        self.cause.is_warning()
    }

    /// Where it is, in words.
    pub fn place(&self, lang: Lang) -> String {
        let is_table = !self.file.ends_with(".json") && !self.file.ends_with(".toml");
        let (row_word, column_word) = match lang {
            Lang::Da if is_table => ("række", "kolonne"),
            Lang::Da => ("linje", "felt"),
            Lang::En if is_table => ("row", "column"),
            Lang::En => ("line", "key"),
        };
        let mut place = self.file.clone();
        if let Some(row) = self.row {
            let _ = write!(place, ", {row_word} {row}");
        }
        if let Some(column) = &self.column {
            let _ = write!(place, ", {column_word} {column}");
        }
        place
    }

    /// Where it is, what is wrong and what to do, on one line.
    pub fn message(&self, lang: Lang) -> String {
        let what = format!("{} {}", self.cause.text(lang), self.cause.remedy(lang));
        if self.file.is_empty() { what } else { format!("{}: {what}", self.place(lang)) }
    }
}

/// Collects problems up to a limit, errors and warnings apart.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    errors: Vec<Problem>,
    warnings: Vec<Problem>,
    more: usize,
}

impl Problems {
    pub(crate) fn add(&mut self, file: &str, row: Option<usize>, column: Option<&str>, cause: Cause) {
        let list = if cause.is_warning() { &mut self.warnings } else { &mut self.errors };
        if list.len() < LISTED_MAX {
            list.push(Problem { file: shown(file), row, column: column.map(shown), cause });
        } else {
            self.more += 1;
        }
    }

    pub(crate) fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    /// The problems, files in the order given and rows in theirs, then how many more there are.
    pub(crate) fn into_sorted(self, files: &[String]) -> Vec<Problem> {
        let mut all = self.errors;
        all.extend(self.warnings);
        all.sort_by_key(|it| (files.iter().position(|file| *file == it.file), it.row));
        if self.more > 0 {
            let cause = Cause::TooMany { more: self.more };
            all.push(Problem { file: String::new(), row: None, column: None, cause });
        }
        all
    }
}

/// The reference page of problems, as Markdown: each code with its words and its remedy.
pub fn problem_reference() -> String {
    let mut page = String::from(
        "# Problems\n\nGenerated from `crates/leon-formats/src/cause.rs`. `leon check CASE` lists every problem of a \
         case at once, each with its code. A warning does not keep the case from being planned. Words in braces \
         stand for what the case says.\n",
    );
    for row in CAUSES {
        let severity = if row.warning { "warning" } else { "error" };
        let [da, da_remedy] = row.da;
        let [en, en_remedy] = row.en;
        let _ = write!(page, "\n## {} ({severity})\n\n{da} *{da_remedy}*\n\n{en} *{en_remedy}*\n", row.code);
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_differ_and_ascend() {
        assert!(CAUSES.windows(2).all(|pair| pair[0].code < pair[1].code));
    }

    #[test]
    fn beyond_the_limit_problems_are_counted_and_errors_keep_their_room() {
        let mut problems = Problems::default();
        for row in 0..1500 {
            problems.add("a.csv", Some(row), None, Cause::ColumnUnknown { column: "x".into() });
        }
        problems.add("a.csv", Some(2), None, Cause::Empty {});
        let all = problems.into_sorted(&["a.csv".into()]);
        assert_eq!(all.len(), 1002); // 1000 warnings, the error, and the line that says how many more
        assert!(all.iter().any(|it| it.cause == Cause::Empty {}));
        assert_eq!(all[1001].cause, Cause::TooMany { more: 500 });
    }

    #[test]
    fn every_sentence_ends() {
        for row in CAUSES {
            for text in row.da.into_iter().chain(row.en) {
                assert!(text.ends_with('.'), "{}: {text}", row.code);
            }
        }
    }
}
