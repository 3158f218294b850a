//! The search: annealing over changes of one row, and over exchanges between two.

mod anneal;
mod change;
mod exchange;

pub use anneal::{Search, Searched};
