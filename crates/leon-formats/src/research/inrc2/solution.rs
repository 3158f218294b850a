//! Writes the roster of a week.

use super::{Assignment, DAYS, Scenario};
use std::fmt::Write as _;

/// Writes the roster of a week as the competition's validator reads it; `week` counts from 0.
pub fn write_inrc2_solution(assignments: &[Assignment], week: usize, scenario: &Scenario) -> String {
    let mut text = format!("SOLUTION\n{week} {}\n\nASSIGNMENTS = {}\n", scenario.id, assignments.len());
    for it in assignments {
        let (nurse, shift) = (&scenario.nurses[it.nurse].name, &scenario.shifts[it.shift].name);
        let _ = writeln!(text, "{nurse} {} {shift} {}", DAYS[it.day], scenario.skills[it.skill]);
    }
    text
}
