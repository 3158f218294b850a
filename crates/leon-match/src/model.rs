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
    Care {
        need: usize,
        holding: usize,
    },
    /// Care given by screen, by a remote pool.
    Remote {
        need: usize,
        pool: usize,
        holding: usize,
    },
    /// Care taken over by a technology.
    Technology {
        need: usize,
        technology: usize,
    },
    Unmet {
        need: usize,
    },
    /// Bought besides the staff at hand.
    Extra {
        extra: usize,
    },
    /// Lent from one capacity row to another, or to a remote pool.
    Lent {
        pool: usize,
        from: usize,
        to: Option<usize>,
    },
}

/// The programme and its meaning.
pub(crate) struct Model<'a> {
    pub(crate) case: &'a Case,
    pub(crate) index: Index,
    /// Costs are those of the first two goals: severity-weighted unmet hours, and bought kroner at
    /// [`dkk_weight`].
    pub(crate) lp: Lp,
    pub(crate) hours: Vec<Hours>,
    /// The row of each capacity row of the case, in its order.
    pub(crate) capacity_rows: std::ops::Range<Row>,
    /// For each binding of the case, the columns that it closes while in force.
    pub(crate) closes: Vec<Vec<Column>>,
    /// For each binding of the case, the rows that it switches on while in force.
    pub(crate) switches: Vec<Vec<Row>>,
    /// The columns of each row.
    pub(crate) row_columns: Vec<Vec<u32>>,
    /// Rows whose upper bound is a share of somebody's own hours: row, capacity row of the case, share.
    pub(crate) own_hours_rows: Vec<(Row, usize, f64)>,
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
            dkk_weight: dkk_weight(case),
            hours: Vec::new(),
            capacity_start: capacity_rows.start,
            lending_rows,
            continuity_rows,
            closes: vec![Vec::new(); case.bindings.len()],
            bindings,
        };
        care::add_columns(&mut builder);
        capacity::add_columns(&mut builder);
        lending::add_columns(&mut builder);
        let Builder { lp, hours, closes, bindings, lending_rows, .. } = builder;
        let mut row_columns = vec![Vec::new(); lp.rows()];
        for column in 0..lp.columns() {
            for (row, _) in lp.column(column) {
                row_columns[row].push(column as u32);
            }
        }
        let mut own_hours_rows = bindings.of_own_hours();
        own_hours_rows.extend(lending_rows.of_own_hours(case));
        own_hours_rows.sort_unstable_by_key(|&(row, ..)| row);
        let switches = bindings.into_rows();
        Self { case, index, lp, hours, capacity_rows, closes, switches, row_columns, own_hours_rows }
    }

    /// Which columns are open and which rows are on when some bindings are lifted.
    pub(crate) fn rules(&self, lifted: &BTreeSet<BindingId>) -> Rules {
        let mut rules = Rules {
            closed_by: vec![0; self.lp.columns()],
            on: vec![true; self.lp.rows()],
            lends: vec![false; self.case.pools.len()],
        };
        for (binding, rule) in self.case.bindings.iter().enumerate() {
            let in_force = rule.in_force && !lifted.contains(&rule.id);
            for &column in &self.closes[binding] {
                rules.closed_by[column] += u16::from(in_force);
            }
            for &row in &self.switches[binding] {
                rules.on[row] = in_force;
            }
        }
        for (column, hours) in self.hours.iter().enumerate() {
            if let Hours::Lent { pool, .. } = hours {
                rules.lends[*pool] |= rules.closed_by[column] == 0;
            }
        }
        rules
    }

    /// The bindings in force when some are lifted: those that can be lifted too, in the case's order.
    pub(crate) fn in_force(&self, lifted: &BTreeSet<BindingId>) -> Vec<usize> {
        let bindings = self.case.bindings.iter().enumerate();
        bindings.filter(|(_, it)| it.in_force && !lifted.contains(&it.id)).map(|(at, _)| at).collect()
    }

    /// Whether the rules leave a column to plan with.
    pub(crate) fn is_open(&self, rules: &Rules, column: Column) -> bool {
        let has_hours = |hours| match hours {
            Hours::Remote { pool, .. } => rules.lends[pool],
            _ => true,
        };
        rules.closed_by[column] == 0 && has_hours(self.hours[column])
    }

    /// Lifts one binding; returns the columns that open.
    pub(crate) fn lift(&self, rules: &mut Rules, binding: usize) -> Vec<Column> {
        let mut opened = Vec::new();
        let mut woken = vec![false; self.case.pools.len()];
        for &column in &self.closes[binding] {
            rules.closed_by[column] -= 1;
            if self.is_open(rules, column) {
                opened.push(column);
                if let Hours::Lent { pool, .. } = self.hours[column] {
                    woken[pool] = !rules.lends[pool];
                }
            }
        }
        for (pool, woken) in woken.into_iter().enumerate().filter(|(_, woken)| *woken) {
            rules.lends[pool] = woken;
            let of_pool =
                |&column: &Column| matches!(self.hours[column], Hours::Remote { pool: own, .. } if own == pool);
            opened.extend((0..self.hours.len()).filter(of_pool).filter(|&column| self.is_open(rules, column)));
        }
        for &row in &self.switches[binding] {
            rules.on[row] = false;
        }
        opened
    }

    /// Whether a column's hours are unmet or bought, which the first two goals weigh.
    pub(crate) fn weighs(&self, column: Column) -> bool {
        matches!(self.hours[column], Hours::Unmet { .. } | Hours::Extra { .. })
    }

    /// What a column adds to the first goal: severity, for unmet hours.
    pub(crate) fn weighted_unmet(&self, column: Column) -> f64 {
        match self.hours[column] {
            Hours::Unmet { .. } => self.lp.costs[column],
            _ => 0.0,
        }
    }

    /// What a column adds to the second goal: kroner, for bought hours.
    pub(crate) fn bought_dkk(&self, column: Column) -> f64 {
        match self.hours[column] {
            Hours::Extra { extra } => self.index.extra_price[extra],
            _ => 0.0,
        }
    }

    /// What a column adds to the third goal: the level of the doing group, technology 0.
    pub(crate) fn level(&self, column: Column) -> f64 {
        match self.hours[column] {
            Hours::Care { holding, .. } | Hours::Remote { holding, .. } => {
                f64::from(self.case.staff_groups[self.index.holding_group[holding]].level)
            }
            _ => 0.0,
        }
    }
}

/// Weight of a krone for bought hours beside a weighted unmet hour: so small that the dearest hour counts
/// less than a hundredth of the mildest unmet one. The first two goals are then one programme, whose
/// duals and one-sided slopes carry both.
fn dkk_weight(case: &Case) -> f64 {
    let severities = case.needs.iter().map(|it| case.severity(&it.task, it.complexity)).filter(|it| *it > 0.0);
    let mildest = severities.fold(f64::INFINITY, f64::min);
    let dearest = case.prices.iter().map(|it| it.dkk_per_hour.value).fold(1.0, f64::max);
    if mildest.is_finite() { 0.01 * mildest / dearest } else { 0.01 / dearest }
}

/// The rules as they bear on the programme.
#[derive(Clone)]
pub(crate) struct Rules {
    /// How many bindings in force close each column.
    closed_by: Vec<u16>,
    /// Whether each row holds.
    pub(crate) on: Vec<bool>,
    /// Whether any member of each pool may lend; the screen visits of one that cannot are closed.
    lends: Vec<bool>,
}

/// The programme under construction.
struct Builder<'a, 'i> {
    case: &'a Case,
    index: &'i Index,
    lp: Lp,
    dkk_weight: f64,
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
