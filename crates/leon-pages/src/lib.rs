//! What Leon says and shows, in Danish and English: for the command line, for reports and for the browser.
//!
//! Everything is drawn from answers that planners gave; nothing here plans. [`texts`] holds all words, so
//! that no other crate has a text for people.

pub mod document;
pub mod findings;
pub mod map;
pub mod measure;
pub mod names;
pub mod numbers;
pub mod projection;
pub mod report;
pub mod roster;
pub mod route;
pub mod table;
pub mod texts;
