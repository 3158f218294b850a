//! Tests of whole projections: closed forms on tiny cases, and the national case.

mod denmark;
mod plans;
mod properties;
mod tiny;
mod years;
