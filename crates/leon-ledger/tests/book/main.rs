//! Books of plans: booked by hand, refused, balanced, read back, and compared.

#[path = "../../../leon-check/tests/common/any_plan.rs"]
mod any_plan;
#[path = "../../../leon-check/tests/common/mod.rs"]
mod common;

mod booking;
mod properties;
mod released;
mod rows;
mod unbookable;
