//! Reads and writes what was before a week.

use super::sections::{Line, Sections};
use super::{History, NurseHistory, Scenario};
use crate::cause::Cause;
use crate::research::ResearchProblem;
use crate::research::problem::Found;
use crate::shown::shown;
use std::fmt::Write as _;

const TITLES: &[(&str, &str)] = &[("HISTORY", "HISTORY / 0 n030w4"), ("NURSE_HISTORY", "HN_0 0 0 Late 1 4 0")];

/// Reads a history (`H0-….txt`): a line for every nurse of the scenario.
///
/// # Errors
/// Every problem at once: a nurse that is missing, unknown or stands twice; a shift that the scenario does not have; a
/// line that cannot be read; the history of another scenario.
pub fn read_inrc2_history(text: &str, scenario: &Scenario) -> Result<History, Vec<ResearchProblem>> {
    let mut found = Found::default();
    let sections = Sections::split(text, TITLES, &mut found);
    let week = sections.get("HISTORY").and_then(|it| it.lines.first()).and_then(|line| {
        let id = line.word(1, "0 n030w4", &mut found)?;
        of_scenario(id, line, scenario, &mut found);
        line.whole(0, "0 n030w4", &mut found)
    });
    let mut nurses: Vec<Option<(usize, NurseHistory)>> = vec![None; scenario.nurses.len()];
    let before = found.count();
    for line in sections.get("NURSE_HISTORY").map(|it| it.lines.as_slice()).unwrap_or_default() {
        if let Some((nurse, history)) = nurse(line, scenario, &mut found) {
            if let Some((first, _)) = nurses[nurse] {
                let id = shown(&scenario.nurses[nurse].name);
                found.at_line(line.number, Cause::Duplicate { id, first_row: first.to_string() });
            }
            nurses[nurse] = Some((line.number, history));
        }
    }
    if sections.get("NURSE_HISTORY").is_some() && found.count() == before {
        for missing in scenario.nurses.iter().zip(&nurses).filter(|it| it.1.is_none()).map(|it| it.0) {
            let example = format!("{} 0 0 None 0 0 2", shown(&missing.name));
            found.at_line(None, Cause::KeyMissing { key: shown(&missing.name), example });
        }
    }
    let nurses = nurses.into_iter().map(|it| it.unwrap_or_default().1).collect();
    found.into_result(Some(History { week: week.unwrap_or_default(), nurses }))
}

/// Reports a file of another scenario.
pub(super) fn of_scenario(id: &str, line: &Line, scenario: &Scenario, found: &mut Found) {
    if id != scenario.id {
        let cause = Cause::OtherScenario { found: shown(id), expected: shown(&scenario.id) };
        found.at_line(line.number, cause);
    }
}

fn nurse(line: &Line, scenario: &Scenario, found: &mut Found) -> Option<(usize, NurseHistory)> {
    let example = "HN_0 0 0 Late 1 4 0";
    let nurse = line.listed(line.word(0, example, found)?, scenario.nurses.iter().map(|it| &it.name), "NURSES", found);
    let last = match line.word(3, example, found)? {
        "None" => None,
        shift => Some(line.listed(shift, scenario.shifts.iter().map(|it| &it.name), "SHIFT_TYPES", found)?),
    };
    let history = NurseHistory {
        assignments: line.whole(1, example, found)?,
        weekends: line.whole(2, example, found)?,
        last,
        same_shift: line.whole(4, example, found)?,
        work: line.whole(5, example, found)?,
        off: line.whole(6, example, found)?,
    };
    Some((nurse?, history))
}

/// Writes a history, so that [`read_inrc2_history`] reads it back as it was.
pub fn write_inrc2_history(history: &History, scenario: &Scenario) -> String {
    let mut text = format!("HISTORY\n{} {}\n\nNURSE_HISTORY\n", history.week, scenario.id);
    for (nurse, it) in scenario.nurses.iter().zip(&history.nurses) {
        let last = it.last.map_or("None", |shift| scenario.shifts[shift].name.as_str());
        let (all, weekends) = (it.assignments, it.weekends);
        let _ = writeln!(text, "{} {all} {weekends} {last} {} {} {}", nurse.name, it.same_shift, it.work, it.off);
    }
    text
}
