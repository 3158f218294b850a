//! Books of plans: booked by hand, refused, balanced, read back, and compared.

#[path = "../../../leon-check/tests/common/any_plan.rs"]
mod any_plan;
#[path = "../../../leon-check/tests/common/mod.rs"]
mod common;
#[path = "../../../leon-check/tests/common/tiny_day.rs"]
mod tiny_day;
#[path = "../../../leon-check/tests/roster/tiny.rs"]
mod tiny_period;

mod booking;
mod properties;
mod released;
mod roster;
mod roster_properties;
mod route;
mod route_properties;
mod rows;
mod unbookable;
