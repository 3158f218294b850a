//! Linear programmes: `min c·x` with bounds on columns and rows, solved by [HiGHS](https://highs.dev).
//!
//! An [`Lp`] is data. A [`Solver`] is a live instance: change costs or bounds, give it a basis, and
//! solve again from where it stood. One thread a solver; the same calls give the same answer.
//!
//! ```
//! use leon_lp::{Lp, Method, Solver, Status};
//! // Least unmet of 10 hours of need, with 7 hours of staff at hand.
//! let mut lp = Lp::default();
//! let need = lp.add_row(10.0, 10.0);
//! let capacity = lp.add_row(f64::NEG_INFINITY, 7.0);
//! lp.add_column(0.0, 0.0, f64::INFINITY, &[(need, 1.0), (capacity, 1.0)]);
//! lp.add_column(1.0, 0.0, f64::INFINITY, &[(need, 1.0)]);
//! let mut solver = Solver::new(&lp);
//! assert_eq!(solver.solve(Method::Choose)?, Status::Optimal);
//! assert_eq!(solver.objective(), 3.0);
//! assert_eq!(solver.solution().row_duals[capacity], -1.0); // one more hour, one unmet hour fewer
//! let mut moves = solver.direction(capacity).unwrap();
//! moves.sort_by_key(|it| it.0);
//! assert_eq!(moves, [(0, 1.0), (1, -1.0)]); // an hour of care more, an unmet one less
//! # Ok::<(), leon_lp::SolverFailed>(())
//! ```

mod ffi;
mod lp;
mod solver;

pub use lp::{Column, Lp, Row};
pub use solver::{Basis, BasisStatus, Method, Solution, Solver, SolverFailed, Status};
