//! Tests of the roads from outside, against small services on this machine.

mod answers;
mod cache;
mod server;
mod trouble;
