//! The check of rosters: rules by cases in words, everything else by tiny periods.

mod any_roster;
mod borders;
mod case;
mod cases;
mod duties;
mod goals;
mod known;
mod packs;
mod tiny;
