//! The search: ruin, recreate, anneal.

mod anneal;
mod neighbours;
mod recreate;
mod ruin;
pub use ruin::Strength;

pub use anneal::{Budget, Progress, Search, Searched};
