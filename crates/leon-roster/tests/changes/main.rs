//! Rosters that change: repaired after events, with somebody found for an open shift, with duties swapped.

mod recommend;
mod repair;
mod swap;
mod ward;
