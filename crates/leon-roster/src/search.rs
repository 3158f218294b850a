//! The search: annealing over changes of one row, and over exchanges between two.

mod anneal;
mod change;
mod exchange;
mod rotate;
mod scale;

pub use anneal::{Search, Searched};
