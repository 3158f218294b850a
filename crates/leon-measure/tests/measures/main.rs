//! Measures with known answers: nothing, and arithmetic on a star of equal legs.

mod placebo;
mod rosters;
mod scaled;
mod star;
#[path = "../../../leon-check/tests/common/tiny_day.rs"]
mod tiny_day;
