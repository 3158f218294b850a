//! Projections: summary, explanation, portfolio, tables, the folder. Words, lists and pages are in `leon-pages`.

pub mod explanation;
pub mod folder;
pub mod portfolio;
pub mod progress;
pub mod read;
pub mod summary;
pub mod tables;
