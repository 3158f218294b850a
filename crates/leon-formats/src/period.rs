//! A period's files: the period itself, a roster of its shifts, and the rules that hold.

mod packs;

pub use packs::rule_packs;
