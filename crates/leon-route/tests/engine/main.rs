//! The search core against plain recomputation and brute force.

mod plain;
mod random;
mod schedule;
mod search;
