//! The linear programme of a case: what each column and row means, and which bindings hold them.
//!
//! The programme is built once, with every column that any binding might forbid. A binding in force
//! closes columns (upper bound 0) or switches rows on; lifting it opens and switches off. The model as
//! mathematics stands in `docs/concepts/match.md`.

mod bindings;
mod capacity;
mod care;
mod continuity;
mod index;
mod lending;

use index::Index;
use leon_lp::{Column, Lp, Row};
use leon_model::{BindingId, Case};
use std::collections::BTreeSet;

/// What a column's hours are. Numbers are rows of the case's tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hours {
    /// Care given by staff of the need's own place and setting.
    Care { need: usize, holding: usize },
    /// Care given by screen, by a remote pool.
    Remote { need: usize, pool: usize, holding: usize },
    /// Care taken over by a technology.
    Technology { need: usize, technology: usize },
    Unmet { need: usize },
    /// Bought besides the staff at hand.
    Extra { extra: usize },
    /// Lent from one capacity row to another, or to a remote pool.
    Lent { pool: usize, from: usize, to: Option<usize> },
}

/// The programme and its meaning.
pub(crate) struct Model<'a> {
    pub(crate) case: &'a Case,
    pub(crate) index: Index,
    /// Costs are those of the first goal: severity-weighted unmet hours.
    pub(crate) lp: Lp,
    pub(crate) hours: Vec<Hours>,
    /// The row of each capacity row of the case, in its order.
    pub(crate) capacity_rows: std::ops::Range<Row>,
    /// The unmet column of each need, in the case's order.
    pub(crate) unmet_columns: Vec<Column>,
    /// For each binding of the case, the columns that it closes while in force.
    pub(crate) closes: Vec<Vec<Column>>,
    /// For each binding of the case, the rows that it switches on while in force.
    pub(crate) switches: Vec<Vec<Row>>,
    /// The columns of each row.
    pub(crate) row_columns: Vec<Vec<u32>>,
}

impl<'a> Model<'a> {
    /// Builds the programme. Time and memory grow with needs × groups that may do them.
    pub(crate) fn new(case: &'a Case) -> Self {
        let index = Index::new(case);
        let mut lp = Lp::default();
        for need in &case.needs {
            lp.add_row(need.hours_per_week.value, need.hours_per_week.value);
        }
        let capacity_rows = capacity::add_rows(case, &mut lp);
        let lending_rows = lending::add_rows(case, &index, &mut lp, capacity_rows.start);
        let continuity_rows = continuity::add_rows(case, &index, &mut lp);
        let bindings = bindings::Bindings::add_rows(case, &index, &mut lp);
        let mut builder = Builder {
            case,
            index: &index,
            lp,
            hours: Vec::new(),
            capacity_start: capacity_rows.start,
            lending_rows,
            continuity_rows,
            closes: vec![Vec::new(); case.bindings.len()],
            bindings,
        };
        let unmet_columns = care::add_columns(&mut builder);
        capacity::add_columns(&mut builder);
        lending::add_columns(&mut builder);
        let Builder { lp, hours, closes, bindings, .. } = builder;
        let mut row_columns = vec![Vec::new(); lp.rows()];
        for column in 0..lp.columns() {
            for (row, _) in lp.column(column) {
                row_columns[row].push(column as u32);
            }
        }
        let switches = bindings.into_rows();
        Self { case, index, lp, hours, capacity_rows, unmet_columns, closes, switches, row_columns }
    }

    /// Which columns are open and which rows are on when some bindings are lifted.
    pub(crate) fn rules(&self, lifted: &BTreeSet<BindingId>) -> Rules {
        let mut rules = Rules { closed_by: vec![0; self.lp.columns()], on: vec![true; self.lp.rows()] };
        for (binding, rule) in self.case.bindings.iter().enumerate() {
            let in_force = rule.in_force && !lifted.contains(&rule.id);
            for &column in &self.closes[binding] {
                rules.closed_by[column] += u16::from(in_force);
            }
            for &row in &self.switches[binding] {
                rules.on[row] = in_force;
            }
        }
        rules
    }

    /// Kroner a week of a column: the second goal.
    pub(crate) fn bought_dkk(&self, column: Column) -> f64 {
        match self.hours[column] {
            Hours::Extra { extra } => self.index.extra_price[extra],
            _ => 0.0,
        }
    }

    /// Level of the doing group, technology 0: the third goal.
    pub(crate) fn level(&self, column: Column) -> f64 {
        match self.hours[column] {
            Hours::Care { holding, .. } | Hours::Remote { holding, .. } => {
                f64::from(self.case.staff_groups[self.index.holding_group[holding]].level)
            }
            _ => 0.0,
        }
    }
}

/// The rules as they bear on the programme.
#[derive(Clone)]
pub(crate) struct Rules {
    /// How many bindings in force close each column; 0 is open.
    pub(crate) closed_by: Vec<u16>,
    /// Whether each row holds.
    pub(crate) on: Vec<bool>,
}

impl Rules {
    pub(crate) fn is_open(&self, column: Column) -> bool {
        self.closed_by[column] == 0
    }
}

/// The programme under construction.
struct Builder<'a, 'i> {
    case: &'a Case,
    index: &'i Index,
    lp: Lp,
    hours: Vec<Hours>,
    capacity_start: Row,
    lending_rows: lending::Rows,
    continuity_rows: Vec<Option<Row>>,
    bindings: bindings::Bindings,
    closes: Vec<Vec<Column>>,
}

impl Builder<'_, '_> {
    /// Adds a column, merging entries that fall on one row, and notes the bindings that close it.
    fn add(&mut self, hours: Hours, cost: f64, upper: f64, entries: &mut Vec<(Row, f64)>) -> Column {
        self.bindings.add_entries(self.case, self.index, hours, entries);
        entries.sort_unstable_by_key(|&(row, _)| row);
        entries.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
        entries.retain(|&(_, value)| value != 0.0);
        let column = self.lp.add_column(cost, 0.0, upper, entries);
        self.hours.push(hours);
        for binding in self.bindings.closing(self.case, self.index, hours) {
            self.closes[binding].push(column);
        }
        column
    }

    fn capacity_row(&self, capacity: usize) -> Row {
        self.capacity_start + capacity
    }
}
