//! The pages, one file each.

pub mod calendar;
pub mod events;
pub mod gap;
pub mod health;
pub mod hours;
pub mod jobs;
pub mod language;
pub mod measures;
pub mod paper;
pub mod people;
pub mod projection;
pub mod provider;
pub mod rosters;
pub mod routes;
pub mod sign_in;
pub mod sources;
pub mod upload;
