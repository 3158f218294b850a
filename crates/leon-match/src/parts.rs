//! The parts of a programme that share no hours: each can be solved alone.

use crate::model::{Model, Rules};
use leon_lp::{Column, Row};

/// Columns and rows of one part, in ascending order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Part {
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
}

/// Finds the parts reached from some rows, over open columns and rows that are on.
pub(crate) struct Finder<'m, 'a> {
    model: &'m Model<'a>,
    seen_rows: Vec<bool>,
    seen_columns: Vec<bool>,
}

impl<'m, 'a> Finder<'m, 'a> {
    pub(crate) fn new(model: &'m Model<'a>) -> Self {
        Self { model, seen_rows: vec![false; model.lp.rows()], seen_columns: vec![false; model.lp.columns()] }
    }

    /// The part that a row belongs to, unless it was found before or is off.
    /// Takes time in proportion to the part's entries.
    pub(crate) fn part_of(&mut self, row: Row, on: &[bool], active: &[bool]) -> Option<Part> {
        if self.seen_rows[row] || !on[row] {
            return None;
        }
        let mut part = Part::default();
        let mut waiting = vec![row];
        self.seen_rows[row] = true;
        while let Some(row) = waiting.pop() {
            part.rows.push(row);
            for &column in &self.model.row_columns[row] {
                let column = column as Column;
                if !active[column] || std::mem::replace(&mut self.seen_columns[column], true) {
                    continue;
                }
                part.columns.push(column);
                for (other, _) in self.model.lp.column(column) {
                    if on[other] && !std::mem::replace(&mut self.seen_rows[other], true) {
                        waiting.push(other);
                    }
                }
            }
        }
        part.columns.sort_unstable();
        part.rows.sort_unstable();
        Some(part)
    }
}

/// All parts with columns, in the order of their first rows.
pub(crate) fn parts(model: &Model<'_>, rules: &Rules) -> Vec<Part> {
    let active: Vec<bool> = (0..model.lp.columns()).map(|column| model.is_open(rules, column)).collect();
    let mut finder = Finder::new(model);
    (0..model.lp.rows())
        .filter_map(|row| finder.part_of(row, &rules.on, &active))
        .filter(|part| !part.columns.is_empty())
        .collect()
}
