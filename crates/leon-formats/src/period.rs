//! A period's files: the period itself, a roster of its shifts, and the rules that hold.
//!
//! Periods and rosters are JSON with their format and version in the first field. [`read_period`] returns a valid
//! [`leon_model::Period`] or every problem at once, each with its line, the way to its field, its cause and its remedy.
//! The fields are defined once, in `shapes.rs`; what is allowed, the JSON Schema and the reference page follow.

mod demand_list;
mod events;
mod fault;
mod fields;
mod out;
mod packs;
mod read;
mod reference;
mod roster;
mod row;
mod shapes;
mod write;

pub use demand_list::{DemandRead, DemandRow, read_demand};
pub use events::{RosterEventsRead, read_roster_events};
pub use fault::period_problem;
pub use out::{PayCategory, PayFound, duty_table, engagements, pay_table, person_calendar, roster_workbook};
pub use packs::rule_packs;
pub use read::{PeriodRead, read_period};
pub use reference::{period_format_reference, period_json_schemas, rule_reference};
pub use roster::{RosterProvenance, RosterRead, read_roster, write_roster};
pub use write::write_period;

/// A small ward in five professions that shows every part of the format. It is made up.
pub const EXAMPLE: &str = include_str!("period/example.json");
