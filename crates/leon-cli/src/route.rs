//! Days of visits, for people: what is read, how long is searched, what is shown.

pub mod bounds;
pub mod broken;
pub mod budget;
pub mod figures;
pub mod lists;
pub mod page;
pub mod progress;
pub mod publish;
pub mod read;
pub mod reasons;
pub mod summary;
pub mod words;
