//! What Leon keeps: in a file (SQLite) or in PostgreSQL, by the same migrations and the same statements.
//!
//! Texts are kept as they were given, under their SHA-256; what they mean is other crates' business. Nothing
//! here reads a clock: who calls says what time it is.
//!
//! Every change is one transaction, and is told in the book of [`Event`]s in the same transaction. What was
//! acknowledged is on the disk.

mod answer;
mod backup;
mod calendar;
mod document;
mod error;
mod event;
mod id;
mod identity;
mod instant;
mod job;
mod migrations;
mod person;
mod request;
mod session;
mod store;
mod wish;

pub use answer::{Answer, NewAnswer, Publication};
pub use backup::{BackedUp, BackupError};
pub use document::{Document, DocumentHead, NewDocument};
pub use error::StoreError;
pub use event::{Event, NewEvent};
pub use id::{AnswerId, DocumentId, JobId, PersonId, hexadecimal};
pub use identity::Identity;
pub use job::{Job, JobState, LEASE, NewJob};
pub use person::{Grant, Person};
pub use request::{Begun, KeptAnswer};
pub use session::Session;
pub use store::{Engine, Store};
pub use wish::{NewWish, StatedWish};
