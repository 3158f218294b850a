//! Where in the file the entries of a day come from, to say where the model's problems stand.

use super::entry::Entry;
use leon_model::{DayList, DayProblem};
use std::collections::{BTreeMap, BTreeSet};

/// Where an entry of a list comes from.
#[derive(Default)]
pub(super) struct Origin {
    /// Its index in the file's list, where entries that could not be read count.
    index: usize,
    line: Option<usize>,
    /// Places within it that stand elsewhere in the file: one window on two dates becomes two.
    moved: Vec<(String, String)>,
}

/// Where the entries of all lists come from.
#[derive(Default)]
pub(super) struct Origins {
    of: BTreeMap<DayList, Vec<Origin>>,
    /// Lists of which an entry could not be read.
    pub(super) unread: BTreeSet<DayList>,
}

impl Origin {
    pub(super) fn moved(&mut self, from: String, to: String) {
        if from != to {
            self.moved.push((from, to));
        }
    }

    /// What moved stands within a field.
    pub(super) fn within(&mut self, field: &str) {
        for (from, to) in &mut self.moved {
            (*from, *to) = (format!("{field}.{from}"), format!("{field}.{to}"));
        }
    }
}

impl Origins {
    /// Reads each entry of one of the day's lists, and keeps where it comes from.
    pub(super) fn read<'a, 's, T>(
        &mut self,
        day: &Entry<'a, 's>,
        list: DayList,
        mut read: impl FnMut(&Entry<'a, 's>, &mut Origin) -> T,
    ) -> Vec<T> {
        let errors = day.source.errors();
        let rows = day.list(list.name(), |index, entry| {
            let mut origin = Origin { index, line: Some(entry.line()), moved: Vec::new() };
            let row = read(entry, &mut origin);
            (row, origin)
        });
        let is_required_and_missing = !day.has(list.name()) && day.requires(list.name());
        if day.source.errors() > errors || is_required_and_missing {
            self.unread.insert(list);
        }
        let (rows, origins): (Vec<T>, Vec<Origin>) = rows.into_iter().unzip();
        self.of.insert(list, origins);
        rows
    }

    /// Keeps the lines of entries that are read by other means.
    pub(super) fn note_lines(&mut self, list: DayList, lines: impl Iterator<Item = usize>) {
        let origin = |(index, line)| Origin { index, line: Some(line), moved: Vec::new() };
        self.of.insert(list, lines.enumerate().map(origin).collect());
    }

    /// The line and the path of a problem.
    pub(super) fn place(&self, problem: &DayProblem) -> (Option<usize>, String) {
        let origin = self.of.get(&problem.list).and_then(|it| it.get(problem.entry));
        let mut field = problem.field.clone();
        for (from, to) in origin.map(|it| it.moved.as_slice()).unwrap_or_default() {
            if let Some(rest) = field.strip_prefix(from.as_str()) {
                field = format!("{to}{rest}");
                break;
            }
        }
        let index = origin.map_or(problem.entry, |it| it.index);
        (origin.and_then(|it| it.line), problem.list.path(index, &field))
    }

    /// The path of an entry.
    pub(super) fn path(&self, list: DayList, entry: usize) -> String {
        let index = self.of.get(&list).and_then(|it| it.get(entry)).map_or(entry, |it| it.index);
        list.path(index, "")
    }
}
