//! Scarcity prices: what one more hour of a group saves, and one less costs, as one-sided derivatives.
//!
//! The least unmet need is a convex, piecewise linear function of the hours at hand. At a corner a dual
//! is any number between its two slopes, so one dual misleads. The slope in a direction is itself a
//! linear programme: the same matrix, with the constraints that bind made to bind at zero, the others
//! dropped, and the direction as right side (the tangent problem; Gal, *Postoptimal Analyses, Parametric
//! Programming, and Related Topics*, 1995, doi 10.1515/9783110871203). Where the optimal basis can move
//! in the direction, the slope is read from it; only where a constraint that binds blocks it is the
//! tangent problem solved, by a few dual simplex steps.

use crate::goals::Failure;
use crate::model::Model;
use crate::parts::Part;
use leon_lp::{Basis, BasisStatus, Lp, Method, Row, Solution, Solver, Status};

/// A change of the first two goals.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Slope {
    pub(crate) weighted_unmet: f64,
    pub(crate) bought_dkk: f64,
}

/// The two slopes in the hours of one capacity row.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Derivative {
    /// Saved by one hour more.
    pub(crate) more: Slope,
    /// What one hour less costs; `None` where there is no hour to take away.
    pub(crate) less: Option<Slope>,
}

/// The slopes of a part's capacity rows.
pub(crate) struct Priced {
    pub(crate) rows: Vec<(Row, Derivative)>,
    pub(crate) solves: usize,
}

/// A value this close to its bound is at it (hours a week).
const AT_BOUND: f64 = 1e-7;
/// A movement smaller than this is none.
const NO_MOVE: f64 = 1e-9;

/// The slopes for each capacity row of a part, at the optimum of its first programme.
pub(crate) fn derivatives(
    model: &Model<'_>,
    part: &Part,
    lp: &Lp,
    solution: &Solution,
    basis: &Basis,
) -> Result<Priced, Failure> {
    let mut tangent = Tangent::new(model, part, lp, solution, basis)?;
    let mut rows = Vec::new();
    for (at, &row) in part.rows.iter().enumerate().filter(|(_, row)| model.capacity_rows.contains(row)) {
        if tangent.lp.row_upper[at] == f64::INFINITY {
            let less = (lp.row_upper[at] > AT_BOUND).then(Slope::default);
            rows.push((row, Derivative { more: Slope::default(), less }));
            continue;
        }
        let more = tangent.slope(at, 1.0)?.map_or(Slope::default(), |it| it.times(-1.0));
        let less = if lp.row_upper[at] > AT_BOUND { tangent.slope(at, -1.0)? } else { None };
        rows.push((row, Derivative { more, less }));
    }
    Ok(Priced { rows, solves: tangent.solves })
}

impl Slope {
    /// Slopes of what is scarce are never negative; what simplex leaves near zero is noise.
    fn times(self, sign: f64) -> Self {
        let clean = |slope: f64| if slope.abs() < NO_MOVE { 0.0 } else { slope * sign };
        Self { weighted_unmet: clean(self.weighted_unmet), bought_dkk: clean(self.bought_dkk) }
    }
}

/// The programme of directions, at its optimum for no direction.
struct Tangent<'m, 'a> {
    model: &'m Model<'a>,
    part: &'m Part,
    lp: Lp,
    solver: Solver,
    basis: Basis,
    solves: usize,
}

impl<'m, 'a> Tangent<'m, 'a> {
    fn new(model: &'m Model<'a>, part: &'m Part, lp: &Lp, solution: &Solution, basis: &Basis) -> Result<Self, Failure> {
        let lp = directions(lp, solution);
        let mut solver = Solver::new(&lp);
        solver.set_basis(basis);
        solver.solve(Method::Dual)?;
        let basis = solver.basis();
        Ok(Self { model, part, lp, solver, basis, solves: 1 })
    }

    /// The change of the goals for one hour more (1) or less (-1) on a capacity row; `None` when no plan
    /// remains in that direction.
    fn slope(&mut self, row: Row, direction: f64) -> Result<Option<Slope>, Failure> {
        if self.basis.rows[row] != BasisStatus::Basic
            && let Some(moves) = self.solver.direction(row)
            && self.is_free(row, direction, &moves)
        {
            return Ok(Some(self.sum(moves.into_iter()).times(direction)));
        }
        self.solver.set_row_bounds(row, f64::NEG_INFINITY, direction);
        let status = self.solver.solve(Method::Dual)?;
        self.solves += 1;
        let moves = self.solver.solution().columns;
        self.basis = self.solver.basis();
        self.solver.set_row_bounds(row, f64::NEG_INFINITY, 0.0);
        self.solver.solve(Method::Dual)?;
        Ok((status == Status::Optimal).then(|| self.sum(moves.into_iter().enumerate()).times(1.0)))
    }

    /// Whether the basis can move in the direction without breaking what binds.
    fn is_free(&self, row: Row, direction: f64, moves: &[(usize, f64)]) -> bool {
        let breaks = |change: f64, lower: f64, upper: f64| {
            (lower == 0.0 && change < -NO_MOVE) || (upper == 0.0 && change > NO_MOVE)
        };
        let mut activity = std::collections::BTreeMap::new();
        for &(column, change) in moves {
            let change = change * direction;
            if breaks(change, self.lp.column_lower[column], self.lp.column_upper[column]) {
                return false;
            }
            for (other, entry) in self.lp.column(column) {
                *activity.entry(other).or_insert(0.0) += entry * change;
            }
        }
        activity.into_iter().all(|(other, change)| {
            let change = if other == row { change - direction } else { change };
            !breaks(change, self.lp.row_lower[other], self.lp.row_upper[other])
        })
    }

    fn sum(&self, moves: impl Iterator<Item = (usize, f64)>) -> Slope {
        let mut slope = Slope::default();
        for (column, change) in moves {
            let column = self.part.columns[column];
            slope.weighted_unmet += self.model.weighted_unmet(column) * change;
            slope.bought_dkk += self.model.bought_dkk(column) * change;
        }
        slope
    }
}

/// What binds at the optimum binds at zero, the rest is free.
fn directions(lp: &Lp, solution: &Solution) -> Lp {
    let mut tangent = lp.clone();
    let direction = |value: f64, lower: f64, upper: f64| {
        let near = |bound: f64| bound.is_finite() && (value - bound).abs() <= AT_BOUND * bound.abs().max(1.0);
        (if near(lower) { 0.0 } else { f64::NEG_INFINITY }, if near(upper) { 0.0 } else { f64::INFINITY })
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
