//! Each page's main job, done in Chromium as a planner would: in Danish and in English, with the mouse where a planner
//! would drag, and by keyboard alone. Where there is no Chromium nothing is tested, which only `LEON_REQUIRE_PEERS`
//! forbids. `LEON_PICTURES=folder` keeps what the pages look like, as PNG in base64; two of them stand in the README.
//!
//! A test of the keyboard reaches everything by Tab and never sets the focus itself. All share one demo and one house
//! with accounts; what a test changes is of a document or an account of its own.

mod api;
mod events;
mod gap;
mod house;
mod jobs;
mod maps;
mod measures;
mod menu;
mod overview;
mod own;
mod people;
mod print;
mod projection;
mod rosters;
mod routes;
mod sign_in;
mod sources;
mod upload;
mod visitor;
mod wishes;
