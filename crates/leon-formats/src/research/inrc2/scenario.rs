//! Reads a scenario.

use super::sections::{Line, Sections, once};
use super::{Contract, Nurse, Scenario, Shift};
use crate::cause::Cause;
use crate::research::ResearchProblem;
use crate::research::problem::{Found, other_kind};

const TITLES: &[(&str, &str)] = &[
    ("SCENARIO", "SCENARIO = n030w4"),
    ("WEEKS", "WEEKS = 4"),
    ("SKILLS", "SKILLS = 2"),
    ("SHIFT_TYPES", "SHIFT_TYPES = 4"),
    ("FORBIDDEN_SHIFT_TYPES_SUCCESSIONS", "FORBIDDEN_SHIFT_TYPES_SUCCESSIONS"),
    ("CONTRACTS", "CONTRACTS = 3"),
    ("NURSES", "NURSES = 30"),
];

/// Reads a scenario (`Sc-….txt`).
///
/// # Errors
/// Every problem at once: a section that is missing, stands twice or has another number of lines than its title says;
/// a name that stands twice or nowhere; a minimum above its maximum; no skills, shifts or nurses.
pub fn read_inrc2_scenario(text: &str) -> Result<Scenario, Vec<ResearchProblem>> {
    let mut found = Found::default();
    let sections = Sections::split(text, TITLES, &mut found);
    let mut scenario = Scenario::default();
    if let Some(section) = sections.get("SCENARIO") {
        scenario.id = section.value.to_owned();
        if section.value.is_empty() {
            found.at_line(section.number, other_kind("SCENARIO", "SCENARIO = n030w4"));
        }
    }
    scenario.weeks = sections.number("WEEKS", &mut found).unwrap_or_default() as usize;
    let before = found.count();
    scenario.skills = named(&sections, "SKILLS", &mut found, |line, found| line.name(0, "Nurse", found), |it| it);
    scenario.shifts = named(&sections, "SHIFT_TYPES", &mut found, shift, |it| &it.name);
    scenario.contracts = named(&sections, "CONTRACTS", &mut found, contract, |it| &it.name);
    if found.count() > before
        || scenario.skills.is_empty()
        || scenario.shifts.is_empty()
        || scenario.contracts.is_empty()
    {
        // While a list is damaged, nothing can be said about what refers to it.
        return found.into_result(None);
    }
    scenario.forbidden = forbidden(&sections, &scenario.shifts, &mut found);
    let (skills, contracts) = (&scenario.skills, &scenario.contracts);
    let nurses =
        named(&sections, "NURSES", &mut found, |line, found| nurse(line, skills, contracts, found), |it| &it.name);
    scenario.nurses = nurses;
    // A duty is a shift in a skill, or a day off; it is kept as one byte.
    let duties = scenario.shifts.len() * scenario.skills.len();
    if duties > 250 {
        found.at_line(None, Cause::TooManyDuties { duties, most: 250 });
    }
    found.into_result(Some(scenario))
}

/// What stands on the lines of a section; at least one, with names that differ.
fn named<T>(
    sections: &Sections,
    title: &str,
    found: &mut Found,
    mut read: impl FnMut(&Line, &mut Found) -> Option<T>,
    name: impl Fn(&T) -> &String,
) -> Vec<T> {
    let lines = sections.counted(title, found);
    let all: Vec<(usize, T)> = lines.iter().filter_map(|line| Some((line.number, read(line, found)?))).collect();
    once(all.iter().map(|(line, it)| (*line, name(it))), found);
    if let (true, Some(section)) = (lines.is_empty(), sections.get(title)) {
        found.at_line(section.number, Cause::CountDiffers { found: 0, expected: 1 });
    }
    all.into_iter().map(|it| it.1).collect()
}

fn shift(line: &Line, found: &mut Found) -> Option<Shift> {
    let example = "Early (2,5)";
    Some(Shift { name: line.name(0, example, found)?, run: line.pair(1, example, found)? })
}

fn contract(line: &Line, found: &mut Found) -> Option<Contract> {
    let example = "FullTime (15,22) (3,5) (2,3) 2 1";
    Some(Contract {
        name: line.name(0, example, found)?,
        total: line.pair(1, example, found)?,
        work: line.pair(2, example, found)?,
        off: line.pair(3, example, found)?,
        weekends_max: line.whole(4, example, found)?,
        complete_weekends: line.whole(5, example, found)? == 1,
    })
}

fn forbidden(sections: &Sections, shifts: &[Shift], found: &mut Found) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let lines = sections.get("FORBIDDEN_SHIFT_TYPES_SUCCESSIONS").map(|it| it.lines.as_slice()).unwrap_or_default();
    for line in lines {
        let names = || shifts.iter().map(|it| &it.name);
        let example = "Late 2 Early Day";
        let Some(first) = line.words.first().and_then(|it| line.listed(it, names(), "SHIFT_TYPES", found)) else {
            continue;
        };
        let Some(expected) = line.whole(1, example, found) else { continue };
        let after = &line.words[2..];
        if after.len() != expected as usize {
            found.at_line(line.number, Cause::CountDiffers { found: after.len(), expected: expected as usize });
        }
        let after = after.iter().filter_map(|it| line.listed(it, names(), "SHIFT_TYPES", found));
        pairs.extend(after.map(|second| (first, second)));
    }
    pairs
}

fn nurse(line: &Line, skills: &[String], contracts: &[Contract], found: &mut Found) -> Option<Nurse> {
    let example = "HN_0 FullTime 2 HeadNurse Nurse";
    let name = line.name(0, example, found)?;
    let contract = line.word(1, example, found)?;
    let contract = line.listed(contract, contracts.iter().map(|it| &it.name), "CONTRACTS", found);
    let expected = line.whole(2, example, found)? as usize;
    let own = &line.words[3..];
    if own.len() != expected || own.is_empty() {
        found.at_line(line.number, Cause::CountDiffers { found: own.len(), expected: expected.max(1) });
    }
    let mut own: Vec<usize> = own.iter().filter_map(|it| line.listed(it, skills, "SKILLS", found)).collect();
    own.sort_unstable();
    own.dedup();
    Some(Nurse { name, contract: contract?, skills: own })
}
