//! The calls into the HiGHS C interface, each wrapped once; everything unsafe in Leon stands here.

use crate::Lp;
use highs_sys as c;
use std::ffi::{CStr, c_void};

/// An owned HiGHS instance.
pub(crate) struct Highs {
    instance: *mut c_void,
    columns: usize,
    rows: usize,
}

// SAFETY: an instance has no ties to the thread that made it; `&mut self` keeps calls one at a time.
unsafe impl Send for Highs {}

impl Drop for Highs {
    fn drop(&mut self) {
        // SAFETY: the instance came from Highs_create and is destroyed once.
        unsafe { c::Highs_destroy(self.instance) }
    }
}

impl Highs {
    pub(crate) fn new(lp: &Lp) -> Self {
        let (starts, rows, values) = lp.matrix();
        // SAFETY: every array has the length that its count says and lives through the call; HiGHS copies them.
        unsafe {
            let mut highs = Self { instance: c::Highs_create(), columns: lp.columns(), rows: lp.rows() };
            highs.bool_option(c"output_flag", false);
            highs.int_option(c"threads", 1);
            highs.string_option(c"parallel", c"off");
            let status = c::Highs_passLp(
                highs.instance,
                lp.columns() as i32,
                lp.rows() as i32,
                values.len() as i32,
                c::kHighsMatrixFormatColwise,
                c::kHighsObjSenseMinimize,
                0.0,
                lp.costs.as_ptr(),
                lp.column_lower.as_ptr(),
                lp.column_upper.as_ptr(),
                lp.row_lower.as_ptr(),
                lp.row_upper.as_ptr(),
                starts.as_ptr(),
                rows.as_ptr(),
                values.as_ptr(),
            );
            assert_ne!(status, c::kHighsStatusError, "HiGHS refused a programme of {} columns", lp.columns());
            highs
        }
    }

    /// Adds the columns of a programme over the same rows.
    pub(crate) fn add_columns(&mut self, lp: &Lp) {
        assert_eq!(lp.rows(), self.rows);
        if lp.columns() == 0 {
            return;
        }
        let (starts, rows, values) = lp.matrix();
        // SAFETY: every array has the length that its count says and lives through the call; HiGHS copies them.
        let status = unsafe {
            c::Highs_addCols(
                self.instance,
                lp.columns() as i32,
                lp.costs.as_ptr(),
                lp.column_lower.as_ptr(),
                lp.column_upper.as_ptr(),
                values.len() as i32,
                starts.as_ptr(),
                rows.as_ptr(),
                values.as_ptr(),
            )
        };
        assert_ne!(status, c::kHighsStatusError, "HiGHS refused {} columns", lp.columns());
        self.columns += lp.columns();
    }

    fn bool_option(&mut self, name: &CStr, value: bool) {
        // SAFETY: the name ends in NUL and lives through the call.
        let status = unsafe { c::Highs_setBoolOptionValue(self.instance, name.as_ptr(), value.into()) };
        assert_eq!(status, c::kHighsStatusOk, "{name:?}");
    }

    pub(crate) fn int_option(&mut self, name: &CStr, value: i32) {
        // SAFETY: the name ends in NUL and lives through the call.
        let status = unsafe { c::Highs_setIntOptionValue(self.instance, name.as_ptr(), value) };
        assert_eq!(status, c::kHighsStatusOk, "{name:?}");
    }

    pub(crate) fn string_option(&mut self, name: &CStr, value: &CStr) {
        // SAFETY: both texts end in NUL and live through the call.
        let status = unsafe { c::Highs_setStringOptionValue(self.instance, name.as_ptr(), value.as_ptr()) };
        assert_eq!(status, c::kHighsStatusOk, "{name:?}");
    }

    pub(crate) fn change_costs(&mut self, costs: &[f64]) {
        assert_eq!(costs.len(), self.columns);
        if costs.is_empty() {
            return;
        }
        // SAFETY: one cost a column.
        let status =
            unsafe { c::Highs_changeColsCostByRange(self.instance, 0, self.columns as i32 - 1, costs.as_ptr()) };
        assert_ne!(status, c::kHighsStatusError);
    }

    pub(crate) fn change_column_bounds(&mut self, column: usize, lower: f64, upper: f64) {
        assert!(column < self.columns);
        // SAFETY: the column exists.
        let status = unsafe { c::Highs_changeColBounds(self.instance, column as i32, lower, upper) };
        assert_ne!(status, c::kHighsStatusError);
    }

    pub(crate) fn change_row_bounds(&mut self, row: usize, lower: f64, upper: f64) {
        assert!(row < self.rows);
        // SAFETY: the row exists.
        let status = unsafe { c::Highs_changeRowBounds(self.instance, row as i32, lower, upper) };
        assert_ne!(status, c::kHighsStatusError);
    }

    /// Forgets basis, factors and solution, so that the next run starts afresh.
    pub(crate) fn forget(&mut self) {
        // SAFETY: the instance is alive.
        let status = unsafe { c::Highs_clearSolver(self.instance) };
        assert_ne!(status, c::kHighsStatusError);
    }

    /// Whether the run itself went through, and the status of the model.
    pub(crate) fn run(&mut self) -> (bool, i32) {
        // SAFETY: the instance is alive.
        unsafe { (c::Highs_run(self.instance) != c::kHighsStatusError, c::Highs_getModelStatus(self.instance)) }
    }

    pub(crate) fn objective(&self) -> f64 {
        // SAFETY: the instance is alive.
        unsafe { c::Highs_getObjectiveValue(self.instance) }
    }

    /// Column values and duals, row values and duals.
    pub(crate) fn solution(&self) -> [Vec<f64>; 4] {
        let mut parts = [self.columns, self.columns, self.rows, self.rows].map(|length| vec![0.0; length]);
        let [column_values, column_duals, row_values, row_duals] = &mut parts;
        // SAFETY: each array has the length that HiGHS writes.
        let status = unsafe {
            c::Highs_getSolution(
                self.instance,
                column_values.as_mut_ptr(),
                column_duals.as_mut_ptr(),
                row_values.as_mut_ptr(),
                row_duals.as_mut_ptr(),
            )
        };
        assert_ne!(status, c::kHighsStatusError);
        parts
    }

    pub(crate) fn basis(&self) -> (Vec<i32>, Vec<i32>) {
        let (mut columns, mut rows) = (vec![0; self.columns], vec![0; self.rows]);
        // SAFETY: each array has the length that HiGHS writes.
        let status = unsafe { c::Highs_getBasis(self.instance, columns.as_mut_ptr(), rows.as_mut_ptr()) };
        assert_ne!(status, c::kHighsStatusError);
        (columns, rows)
    }

    pub(crate) fn set_basis(&mut self, columns: &[i32], rows: &[i32]) -> bool {
        assert_eq!((columns.len(), rows.len()), (self.columns, self.rows));
        // SAFETY: one status a column and a row.
        unsafe { c::Highs_setBasis(self.instance, columns.as_ptr(), rows.as_ptr()) != c::kHighsStatusError }
    }

    /// The basic variables, columns as they are and rows as `-row - 1`, and a column of the inverse of
    /// their matrix; `None` while there is no factorised basis.
    pub(crate) fn basis_inverse_column(&self, row: usize) -> Option<Vec<(i32, f64)>> {
        assert!(row < self.rows);
        let mut basic = vec![0; self.rows];
        let (mut values, mut places, mut count) = (vec![0.0; self.rows], vec![0; self.rows], 0);
        // SAFETY: each array has one place a row, as HiGHS asks.
        let status = unsafe {
            if c::Highs_getBasicVariables(self.instance, basic.as_mut_ptr()) == c::kHighsStatusError {
                return None;
            }
            c::Highs_getBasisInverseCol(self.instance, row as i32, values.as_mut_ptr(), &mut count, places.as_mut_ptr())
        };
        let at = |&place: &i32| (basic[place as usize], values[place as usize]);
        (status != c::kHighsStatusError).then(|| places[..count as usize].iter().map(at).collect())
    }

    /// Simplex iterations of the last run.
    pub(crate) fn iterations(&self) -> u64 {
        let mut count = 0;
        // SAFETY: the name ends in NUL; HiGHS writes one integer.
        unsafe { c::Highs_getIntInfoValue(self.instance, c"simplex_iteration_count".as_ptr(), &mut count) };
        count.max(0) as u64
    }
}
