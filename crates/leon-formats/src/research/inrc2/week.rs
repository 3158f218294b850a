//! Reads what a week needs.

use super::history::of_scenario;
use super::sections::{Line, Sections};
use super::{DAYS, Request, Requirement, Scenario, Week};
use crate::cause::Cause;
use crate::research::ResearchProblem;
use crate::research::problem::{Found, other_kind};
use crate::shown::shown;
use std::collections::BTreeMap;

const TITLES: &[(&str, &str)] = &[
    ("WEEK_DATA", "WEEK_DATA / n030w4"),
    ("REQUIREMENTS", "Early Nurse (1,1) (1,2) (1,1) (1,1) (1,1) (0,1) (0,1)"),
    ("SHIFT_OFF_REQUESTS", "SHIFT_OFF_REQUESTS = 0"),
];

/// Reads the data of a week (`WD-….txt`).
///
/// # Errors
/// Every problem at once: a name that the scenario does not have, a minimum above its optimum, a requirement that
/// stands twice, a line that cannot be read, the week of another scenario.
pub fn read_inrc2_week(text: &str, scenario: &Scenario) -> Result<Week, Vec<ResearchProblem>> {
    let mut found = Found::default();
    let sections = Sections::split(text, TITLES, &mut found);
    if let Some(line) = sections.get("WEEK_DATA").and_then(|it| it.lines.first())
        && let Some(id) = line.word(0, "n030w4", &mut found)
    {
        of_scenario(id, line, scenario, &mut found);
    }
    let mut requirements = Vec::new();
    let mut first_of = BTreeMap::new();
    for line in sections.get("REQUIREMENTS").map(|it| it.lines.as_slice()).unwrap_or_default() {
        let Some(requirement) = requirement(line, scenario, &mut found) else { continue };
        if let Some(first) = first_of.insert((requirement.shift, requirement.skill), line.number) {
            let id = shown(&line.words[..2].join(" "));
            found.at_line(line.number, Cause::Duplicate { id, first_row: first.to_string() });
        }
        requirements.push(requirement);
    }
    let requests = sections.counted("SHIFT_OFF_REQUESTS", &mut found);
    let requests = requests.iter().filter_map(|line| request(line, scenario, &mut found)).collect();
    found.into_result(Some(Week { requirements, requests }))
}

fn requirement(line: &Line, scenario: &Scenario, found: &mut Found) -> Option<Requirement> {
    let example = TITLES[1].1;
    let shifts = scenario.shifts.iter().map(|it| &it.name);
    let shift = line.listed(line.word(0, example, found)?, shifts, "SHIFT_TYPES", found);
    let skill = line.listed(line.word(1, example, found)?, &scenario.skills, "SKILLS", found);
    let mut nurses = [(0, 0); 7];
    for (day, nurses) in nurses.iter_mut().enumerate() {
        *nurses = line.pair(2 + day, example, found)?;
    }
    Some(Requirement { shift: shift?, skill: skill?, nurses })
}

fn request(line: &Line, scenario: &Scenario, found: &mut Found) -> Option<Request> {
    let example = "HN_0 Any Thu";
    let nurse = line.listed(line.word(0, example, found)?, scenario.nurses.iter().map(|it| &it.name), "NURSES", found);
    let shift = match line.word(1, example, found)? {
        "Any" => None,
        shift => Some(line.listed(shift, scenario.shifts.iter().map(|it| &it.name), "SHIFT_TYPES", found)?),
    };
    let day = line.word(2, example, found)?;
    let index = DAYS.iter().position(|it| *it == day);
    if index.is_none() {
        found.at_line(line.number, other_kind(day, &DAYS.join(", ")));
    }
    Some(Request { nurse: nurse?, shift, day: index? })
}
