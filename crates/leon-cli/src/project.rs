//! Projections: words for assumptions, summary, explanation, page, tables, the folder.

pub mod explanation;
pub mod findings;
pub mod folder;
pub mod page;
pub mod progress;
pub mod read;
pub mod summary;
pub mod tables;
pub mod words;
