//! The programme as data, column by column.

/// Index of a column (a variable) in an [`Lp`].
pub type Column = usize;
/// Index of a row (a constraint) in an [`Lp`].
pub type Row = usize;

/// A linear programme: minimise `costs · x`, with bounds on every column and row. Infinite bounds are
/// [`f64::INFINITY`] and its negative.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lp {
    pub costs: Vec<f64>,
    pub column_lower: Vec<f64>,
    pub column_upper: Vec<f64>,
    pub row_lower: Vec<f64>,
    pub row_upper: Vec<f64>,
    /// Where each column's entries start; one longer than the columns, or empty while there are none.
    starts: Vec<usize>,
    entries: Vec<(u32, f64)>,
}

impl Lp {
    pub fn columns(&self) -> usize {
        self.costs.len()
    }

    pub fn rows(&self) -> usize {
        self.row_lower.len()
    }

    /// Number of entries other than zero in the matrix.
    pub fn nonzeros(&self) -> usize {
        self.entries.len()
    }

    /// A programme with the same rows and no columns yet.
    pub fn same_rows(&self) -> Self {
        Self { row_lower: self.row_lower.clone(), row_upper: self.row_upper.clone(), ..Self::default() }
    }

    /// Adds a row `lower <= (its columns) <= upper`. Rows come before the columns that use them.
    pub fn add_row(&mut self, lower: f64, upper: f64) -> Row {
        self.row_lower.push(lower);
        self.row_upper.push(upper);
        self.row_lower.len() - 1
    }

    /// Adds a column with its entries, at most one a row.
    pub fn add_column(&mut self, cost: f64, lower: f64, upper: f64, entries: &[(Row, f64)]) -> Column {
        self.costs.push(cost);
        self.column_lower.push(lower);
        self.column_upper.push(upper);
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        self.entries.extend(entries.iter().map(|&(row, value)| (row as u32, value)));
        self.starts.push(self.entries.len());
        self.costs.len() - 1
    }

    /// The rows that a column stands in, with its coefficients.
    pub fn column(&self, column: Column) -> impl Iterator<Item = (Row, f64)> + '_ {
        self.entries[self.starts[column]..self.starts[column + 1]].iter().map(|&(row, value)| (row as Row, value))
    }

    /// What a column would cost at these row duals: `cost − y · a`.
    pub fn reduced_cost(&self, column: Column, row_duals: &[f64]) -> f64 {
        self.costs[column] - self.column(column).map(|(row, value)| row_duals[row] * value).sum::<f64>()
    }

    /// The programme over some of the columns and rows, in the order given; entries in other rows fall away.
    pub fn part(&self, columns: &[Column], rows: &[Row]) -> Self {
        let mut renumbered = vec![u32::MAX; self.rows()];
        for (new, &old) in rows.iter().enumerate() {
            renumbered[old] = new as u32;
        }
        let mut part = Self {
            row_lower: rows.iter().map(|&row| self.row_lower[row]).collect(),
            row_upper: rows.iter().map(|&row| self.row_upper[row]).collect(),
            ..Self::default()
        };
        let mut entries = Vec::new();
        for &column in columns {
            entries.clear();
            entries.extend(
                self.column(column)
                    .map(|(row, value)| (renumbered[row] as Row, value))
                    .filter(|&(row, _)| row != u32::MAX as Row),
            );
            part.add_column(self.costs[column], self.column_lower[column], self.column_upper[column], &entries);
        }
        part
    }

    pub(crate) fn matrix(&self) -> (Vec<i32>, Vec<i32>, Vec<f64>) {
        let starts = self.starts.iter().map(|&start| start as i32).collect();
        let (rows, values) = self.entries.iter().map(|&(row, value)| (row as i32, value)).unzip();
        (starts, rows, values)
    }
}
