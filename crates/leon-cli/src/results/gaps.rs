//! The gap along each axis, and who does what.

use super::{GROUPS, PLACES, SETTINGS, TASKS, cell, hours, id, number, table, text, weighted};
use crate::findings::{Findings, unmet_share};
use leon_formats::results::{Cell, ResultTable};
use leon_match::{Gap, Who};

pub(super) fn tables(findings: &Findings<'_>) -> Vec<ResultTable> {
    let case = findings.case;
    let setting = |id: &str| {
        let it = case.setting(&id.into());
        [it.name_da.as_str(), &it.name_en]
    };
    let task = |id: &str| {
        let it = case.task(&id.into());
        [it.name_da.as_str(), &it.name_en]
    };
    let competence = |id: &str| {
        let it = case.competence(&id.into());
        [it.name_da.as_str(), &it.name_en]
    };
    let group = |id: &str| {
        let it = case.group(&id.into());
        [it.name_da.as_str(), &it.name_en]
    };
    let by_place = "The gap by place; a place holds those under it.";
    let by_competence = "The gap by the competence that the needs take.";
    let by_group =
        "The gap by staff group. Needs and unmet hours are those that a group would have as work is shared today.";
    vec![
        gap(PLACES, "place", by_place, &findings.places, |id| [case.place(&id.into()).name.as_str(); 2]),
        gap(SETTINGS, "setting", "The gap by setting.", &findings.settings, setting),
        gap(TASKS, "task", "The gap by task.", &findings.tasks, task),
        gap("gap_by_competence", "competence", by_competence, &findings.competences, competence),
        gap(GROUPS, "staff_group", by_group, &findings.groups, group),
        who_does_what(findings),
    ]
}

fn gap<'a>(
    name: &str,
    axis: &str,
    description: &str,
    gaps: &[Gap],
    names: impl Fn(&str) -> [&'a str; 2],
) -> ResultTable {
    let columns = vec![
        text(axis, "Id in the case."),
        text("name_da", "Its name in Danish."),
        text("name_en", "Its name in English."),
        hours("need", "Care hours needed."),
        hours("technology", "Done by technology or self-care."),
        hours("staff", "Done by staff."),
        hours("unmet", "Done by nobody."),
        number("unmet_share", "share", "Unmet hours of the need."),
        weighted("weighted_unmet", "Unmet hours weighted by severity."),
    ];
    let row = |it: &Gap| {
        let share = if it.need.0 > 0.0 { Cell::Number(unmet_share(it)) } else { Cell::Missing };
        let [da, en] = names(&it.key);
        let mut cells = vec![it.key.as_str().into(), da.into(), en.into()];
        cells.extend([it.need, it.technology, it.staff, it.unmet].map(cell));
        cells.extend([share, it.weighted_unmet.into()]);
        cells
    };
    table(name, description, columns, gaps.iter().map(row).collect())
}

fn who_does_what(findings: &Findings<'_>) -> ResultTable {
    let columns = vec![
        text("setting", "Id of the setting."),
        text("task", "Id of the task."),
        text("who", "staff_group, technology or unmet."),
        text("id", "Id of the staff group or technology."),
        hours("before", "As work is shared today."),
        hours("after", "In the plan."),
    ];
    let rows = findings.who.iter().map(|it| {
        let (who, by) = match &it.who {
            Who::Group(group) => ("staff_group", id(group)),
            Who::Technology(technology) => ("technology", id(technology)),
            Who::Unmet => ("unmet", Cell::Missing),
        };
        vec![id(&it.setting), id(&it.task), who.into(), by, cell(it.before), cell(it.after)]
    });
    table("who_does_what", "Who does what, before and after, over all places.", columns, rows.collect())
}
