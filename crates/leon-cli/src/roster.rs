//! Rosters: how a period and a roster are read, and the words for what the check finds.

pub mod bounds;
pub mod read;
pub mod summary;
pub mod words;
