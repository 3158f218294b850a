//! A problem of a research file: where it is, what it is, what to do.

use crate::cause::Cause;
use crate::{Lang, shown::shown};

/// Problems that are listed; the rest are counted.
const LISTED_MAX: usize = 1000;

/// One problem of a research file.
///
/// # Example
/// ```
/// use leon_formats::{Lang, research::read_vrplib};
/// let problems = read_vrplib("NAME : a\nDIMENSION : two\n").unwrap_err();
/// assert_eq!(problems[0].message(Lang::En), "line 2: Here stands two. Write something like 101.");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct ResearchProblem {
    /// The line, from 1; none when something is missing from the file as a whole, and within JSON.
    pub line: Option<usize>,
    /// The way to a value within JSON, as `patients[3].time_window`, counting from 0; otherwise empty.
    pub path: String,
    pub cause: Cause,
}

impl ResearchProblem {
    /// The code by which people look it up, as `L602`.
    pub fn code(&self) -> &'static str {
        self.cause.code()
    }

    /// Where it is, what is wrong and what to do, on one line.
    pub fn message(&self, lang: Lang) -> String {
        let what = format!("{} {}", self.cause.text(lang), self.cause.remedy(lang));
        match (self.line, lang) {
            (Some(line), Lang::Da) => format!("linje {line}: {what}"),
            (Some(line), Lang::En) => format!("line {line}: {what}"),
            (None, _) if self.path.is_empty() => what,
            (None, _) => format!("{}: {what}", self.path),
        }
    }
}

/// Collects problems up to a limit.
#[derive(Debug, Default)]
pub(super) struct Found {
    problems: Vec<ResearchProblem>,
    more: usize,
}

impl Found {
    pub(super) fn at_line(&mut self, line: impl Into<Option<usize>>, cause: Cause) {
        self.add(line.into(), String::new(), cause);
    }

    pub(super) fn at_path(&mut self, path: &str, cause: Cause) {
        self.add(None, path.to_owned(), cause);
    }

    /// How many problems there are so far.
    pub(super) fn count(&self) -> usize {
        self.problems.len() + self.more
    }

    fn add(&mut self, line: Option<usize>, path: String, cause: Cause) {
        if self.problems.len() < LISTED_MAX {
            self.problems.push(ResearchProblem { line, path, cause });
        } else {
            self.more += 1;
        }
    }

    /// What was read, unless there were problems; they come in the order of the lines.
    ///
    /// Something that could not be read has a problem, so that `read` is there when there is none.
    pub(super) fn into_result<T>(mut self, read: Option<T>) -> Result<T, Vec<ResearchProblem>> {
        if let (Some(read), true) = (read, self.problems.is_empty()) {
            return Ok(read);
        }
        self.problems.sort_by_key(|it| it.line.unwrap_or(usize::MAX));
        if self.more > 0 {
            let cause = Cause::TooMany { more: self.more };
            self.problems.push(ResearchProblem { line: None, path: String::new(), cause });
        }
        Err(self.problems)
    }
}

/// The cause that a value is not of the kind that should stand there.
pub(super) fn other_kind(found: &str, example: &str) -> Cause {
    Cause::OtherKind { found: shown(found), example: example.to_owned() }
}

/// The number, unless it is too large for Leon to reckon with.
pub(super) fn within_reach(value: f64) -> Result<f64, Cause> {
    if value.abs() <= super::NUMBER_MAX { Ok(value) } else { Err(Cause::NumberTooLarge { value }) }
}
