//! Scarcity prices: what one more hour of a group saves, and one less costs, as one-sided derivatives.
//!
//! The least unmet need is a convex, piecewise linear function of the hours at hand. At a corner a dual
//! is any number between its two slopes, so one dual misleads. The slope in a direction is itself a
//! linear programme: the same matrix, with the constraints that bind made to bind at zero, the others
//! dropped, and the direction as right side (the tangent problem; Gal, *Postoptimal Analyses, Parametric
//! Programming, and Related Topics*, 1995, doi 10.1515/9783110871203). The optimal basis solves it for
//! direction zero, so each price takes a few dual simplex steps.

use crate::goals::Failure;
use crate::model::Model;
use crate::parts::Part;
use leon_lp::{Basis, Lp, Method, Row, Solution, Solver, Status};

/// The two slopes of the first goal in the hours of one capacity row.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Derivative {
    /// Weighted unmet hours saved by one hour more.
    pub(crate) more: f64,
    /// Weighted unmet hours that one hour less costs; `None` where there is no hour to take away.
    pub(crate) less: Option<f64>,
}

/// A value this close to its bound is at it (hours a week).
const AT_BOUND: f64 = 1e-7;

/// The slopes for each capacity row of a part, at the optimum of its first goal.
pub(crate) fn derivatives(
    model: &Model<'_>,
    part: &Part,
    lp: &Lp,
    solution: &Solution,
    basis: &Basis,
) -> Result<Vec<(Row, Derivative)>, Failure> {
    let tangent = tangent(lp, solution);
    let mut solver = Solver::new(&tangent);
    solver.set_basis(basis);
    let mut prices = Vec::new();
    for (at, &row) in part.rows.iter().enumerate().filter(|(_, row)| model.capacity_rows.contains(row)) {
        let hours = lp.row_upper[at];
        let mut slope = |direction: f64| -> Result<Option<f64>, Failure> {
            if tangent.row_upper[at] == f64::INFINITY {
                return Ok(Some(0.0));
            }
            solver.set_row_bounds(at, f64::NEG_INFINITY, direction);
            let status = solver.solve(Method::Dual)?;
            let slope = (status == Status::Optimal).then(|| solver.objective());
            solver.set_row_bounds(at, f64::NEG_INFINITY, 0.0);
            Ok(slope)
        };
        let more = slope(1.0)?.map_or(0.0, |change| clean(-change));
        let less = if hours > AT_BOUND { slope(-1.0)?.map(clean) } else { None };
        prices.push((row, Derivative { more, less }));
    }
    Ok(prices)
}

/// Slopes are never negative: more hours never hurt. What simplex leaves below is noise.
fn clean(slope: f64) -> f64 {
    if slope < 1e-9 { 0.0 } else { slope }
}

/// The programme of directions: what binds at the optimum binds at zero, the rest is free.
fn tangent(lp: &Lp, solution: &Solution) -> Lp {
    let mut tangent = lp.clone();
    let direction = |value: f64, lower: f64, upper: f64| {
        let near = |bound: f64| bound.is_finite() && (value - bound).abs() <= AT_BOUND * bound.abs().max(1.0);
        (
            if near(lower) { 0.0 } else { f64::NEG_INFINITY },
            if near(upper) { 0.0 } else { f64::INFINITY },
        )
    };
    for column in 0..lp.columns() {
        let bounds = direction(solution.columns[column], lp.column_lower[column], lp.column_upper[column]);
        (tangent.column_lower[column], tangent.column_upper[column]) = bounds;
    }
    for row in 0..lp.rows() {
        let bounds = direction(solution.rows[row], lp.row_lower[row], lp.row_upper[row]);
        (tangent.row_lower[row], tangent.row_upper[row]) = bounds;
    }
    tangent
}
