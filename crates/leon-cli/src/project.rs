//! Projections: words for assumptions, rows of lists, summary, explanation, page, tables, the folder.

pub mod explanation;
pub mod findings;
pub mod folder;
pub mod page;
pub mod portfolio;
pub mod progress;
pub mod read;
pub mod rows;
pub mod summary;
pub mod tables;
pub mod words;
