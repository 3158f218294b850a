//! Tests of the formats from outside, in one program.

mod damage;
mod damaged_cases;
mod damaged_days;
mod damaged_periods;
mod day;
mod day_files;
mod day_garbage;
mod day_lists;
mod day_out;
mod day_schema;
mod demand_lists;
mod frictionless;
mod garbage;
mod large;
mod peer;
mod period;
mod research;
mod results;
mod roster_out;
mod rosters;
mod round_trip;
mod scenarios;
mod statbank;
mod subscriptions;
mod told;
