//! Days of visits, for people: what is read, how long is searched, what is shown.

pub mod bounds;
pub mod budget;
pub mod lists;
pub mod progress;
pub mod publish;
pub mod read;
pub mod reasons;
pub mod summary;

pub use leon_pages::route::{broken, figures, page, words};
