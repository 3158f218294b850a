//! The search: ruin, recreate, anneal.

mod anneal;
mod hand_over;
mod neighbours;
mod recreate;
mod ruin;
mod scale;

pub use anneal::{Budget, Progress, Search, Searched, Stage};
pub use ruin::Strength;
