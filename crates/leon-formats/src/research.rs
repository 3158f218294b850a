//! Files of the research community, for measuring Leon on the field's own problems.
//!
//! Each format is its contents as plain structs: read strictly, with every problem at once, and written so
//! that it reads back as it was. What a planner makes of them stands elsewhere.
//!
//! | format | instance | solution |
//! |---|---|---|
//! | HHCRSP-JSON: visits at home with skills and synchronised visits | [`read_hhcrsp`] | [`write_hhcrsp_solution`] |
//! | VRPLIB: vehicle routing with time windows | [`read_vrplib`] | [`write_sol`] |
//! | INRC-II: nurses' rosters week by week | [`read_inrc2_scenario`] and its kin | [`write_inrc2_solution`] |
//! | Curtois & Qu: shift scheduling | [`read_shiftsched`] | [`write_shiftsched_solution`] |

pub mod hhcrsp;
pub mod inrc2;
mod json;
mod problem;
pub mod shiftsched;
pub mod vrplib;

pub use hhcrsp::{read_hhcrsp, read_hhcrsp_solution, write_hhcrsp, write_hhcrsp_solution};
pub use inrc2::{read_inrc2_history, read_inrc2_scenario, read_inrc2_week, write_inrc2_history, write_inrc2_solution};
pub use problem::ResearchProblem;
pub use shiftsched::{read_shiftsched, write_shiftsched_solution};
pub use vrplib::{read_sol, read_vrplib, write_sol, write_vrplib};

/// The largest number that is read, either sign: beyond it, sums of a plan would no longer be exact.
const NUMBER_MAX: f64 = 1e12;
