//! Tests of the formats from outside, in one program.

mod damage;
mod damaged_cases;
mod day;
mod day_files;
mod frictionless;
mod garbage;
mod large;
mod peer;
mod research;
mod results;
mod round_trip;
