//! The file being read: its text, its clock and dates, and the problems found so far.

use super::clock::{Clock, Said};
use super::json::Node;
use crate::Lang;
use crate::cause::Cause;
use crate::problem::{Problem, Problems};
use crate::shown::shown;
use jiff::civil::Date;
use leon_model::Moment;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

/// The line, path and text of what was reported.
type Report = (Option<usize>, Option<String>, String);

/// The file being read. Entries share it and report to it.
pub(crate) struct Source<'a> {
    file: &'a str,
    text: &'a str,
    /// Where each line begins.
    lines: Vec<usize>,
    pub(crate) clock: Clock,
    /// The dates on which times of day lie, in order of time.
    pub(crate) dates: Vec<Date>,
    problems: RefCell<Problems>,
    /// What was reported already.
    said: RefCell<BTreeSet<Report>>,
    errors: Cell<usize>,
}

impl<'a> Source<'a> {
    pub(crate) fn new(file: &'a str, text: &'a str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let (clock, dates) = (Clock::copenhagen(), Vec::new());
        let (problems, said) = (RefCell::default(), RefCell::default());
        Self { file, text, lines, clock, dates, problems, said, errors: Cell::new(0) }
    }

    /// The value of the whole file, if it is JSON.
    pub(crate) fn root(&self) -> Option<Node<'a>> {
        Node::parse(self.text).map_err(|fault| self.add(Some(fault.line), "", fault.cause)).ok()
    }

    fn add(&self, line: Option<usize>, path: &str, cause: Cause) {
        if !cause.is_warning() {
            self.errors.set(self.errors.get() + 1);
        }
        let path = Some(path).filter(|it| !it.is_empty());
        // A window that repeats on several dates is read for each.
        let said = match cause {
            // Said once: a date at the top of the file helps all times.
            Cause::TimeWithoutDate { .. } => (None, None, cause.code().to_owned()),
            _ => (line, path.map(str::to_owned), cause.text(Lang::En)),
        };
        if !self.said.borrow_mut().insert(said) {
            return;
        }
        self.problems.borrow_mut().add(self.file, line, path, cause);
    }

    /// The line of a value, from 1.
    pub(crate) fn line(&self, node: Node<'_>) -> usize {
        // A value is a slice of the text.
        let at = (node.written().as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        self.lines.partition_point(|begin| *begin <= at)
    }

    /// Reports a problem of a value.
    pub(crate) fn report(&self, node: Node<'_>, path: &str, cause: Cause) {
        self.add(Some(self.line(node)), path, cause);
    }

    /// Reports a problem of a line that was noted when its value was read.
    pub(crate) fn report_line(&self, line: Option<usize>, path: &str, cause: Cause) {
        self.add(line, path, cause);
    }

    /// How many errors there are so far: who has read something looks whether there are more.
    pub(crate) fn errors(&self) -> usize {
        self.errors.get()
    }

    /// All problems, line by line.
    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner().into_sorted(&[self.file.to_owned()])
    }

    /// A time that is said once: a time of day needs the file's only date.
    pub(crate) fn single_moment(&self, said: Said) -> Result<Moment, Cause> {
        if let (Said::At(time), [_, _, ..]) = (said, self.dates.as_slice()) {
            return Err(Cause::TimeOnSeveralDays { value: time.strftime("%H:%M").to_string() });
        }
        self.clock.moment(said, self.dates.first().copied(), None)
    }

    /// A date as a file says it.
    pub(crate) fn date(&self, node: Node<'_>, path: &str) -> Option<Date> {
        let date = node.text().filter(|it| it.len() == 10).and_then(|it| it.parse().ok());
        if date.is_none() {
            self.report(node, path, Cause::DateUnreadable { value: node.text().map_or(node.brief(), |it| shown(&it)) });
        }
        date
    }
}
