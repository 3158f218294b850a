//! A day's files: the day itself, a plan of its visits, what happens during it, and lists and maps of a plan.
//!
//! Days, plans and events are JSON with their format and version in the first field. [`read_day`] returns a valid
//! [`leon_model::Day`] or every problem at once, each with its line, the way to its field, its cause and its remedy.
//! The fields are defined once, in `shapes.rs`; what is allowed, the JSON Schema and the reference page follow.

mod clock;
pub(crate) mod entry;
mod events;
mod fault;
pub(crate) mod json;
pub(crate) mod json_schema;
pub(crate) mod lists;
mod origin;
mod out;
mod plan;
pub(crate) mod read;
mod rows;
pub(crate) mod shape;
pub(crate) mod shapes;
pub(crate) mod source;
pub(crate) mod write;

pub use clock::Clock;
pub use events::{EventsRead, read_events, write_events};
pub use fault::day_problem;
pub use json_schema::{day_format_reference, json_schemas};
pub use lists::read_day_lists;
pub use out::{carer_calendar, engagements, plan_map, plan_tables};
pub use plan::{PlanRead, Provenance, read_plan, write_plan};
pub use read::{DayRead, read_day};
pub use write::write_day;

/// A small day that shows every part of the format.
pub const EXAMPLE: &str = include_str!("day/example.json");

/// The same kind of day as two lists: name and text of the list of visits, and of the list of carers.
pub const EXAMPLE_LISTS: [(&str, &str); 2] =
    [("visits.csv", include_str!("day/visits.csv")), ("carers.csv", include_str!("day/carers.csv"))];
