//! Explanations of rosters: on a ward of a few people with the arithmetic at hand, and on made-up wards.

mod conflicts;
mod differences;
mod made_up;
mod uncovered;
mod ward;
mod wishes;
