//! The gap along each axis, and who does what.

use super::{GROUPS, cell, hours, id, number, table, text, weighted};
use crate::findings::{Findings, unmet_share};
use crate::names::Names;
use leon_formats::results::{Cell, ResultTable};
use leon_match::{Gap, Who};

pub(super) fn tables(findings: &Findings<'_>, names: Names<'_>) -> Vec<ResultTable> {
    let place = |key: &str| names.place(&key.into());
    let setting = |key: &str| names.setting(&key.into());
    let task = |key: &str| names.task(&key.into());
    let competence = |key: &str| names.competence(&key.into());
    let group = |key: &str| names.group(&key.into());
    vec![
        gap("gap_by_place", "place", "The gap by place; a place holds those under it.", &findings.places, place),
        gap("gap_by_setting", "setting", "The gap by setting.", &findings.settings, setting),
        gap("gap_by_task", "task", "The gap by task.", &findings.tasks, task),
        gap(
            "gap_by_competence",
            "competence",
            "The gap by the competence that the needs take.",
            &findings.competences,
            competence,
        ),
        gap(
            GROUPS,
            "staff_group",
            "The gap by staff group. Needs and unmet hours are those that a group would have as work is shared today.",
            &findings.groups,
            group,
        ),
        who_does_what(findings, names),
    ]
}

fn gap<'a>(name: &str, axis: &str, description: &str, gaps: &[Gap], called: impl Fn(&str) -> &'a str) -> ResultTable {
    let columns = vec![
        text(axis, "Id in the case."),
        text("name", "Its name."),
        hours("need", "Care hours needed."),
        hours("technology", "Done by technology or self-care."),
        hours("staff", "Done by staff."),
        hours("unmet", "Done by nobody."),
        number("unmet_share", "share", "Unmet hours of the need."),
        weighted("weighted_unmet", "Unmet hours weighted by severity."),
    ];
    let row = |it: &Gap| {
        let share = if it.need.0 > 0.0 { Cell::Number(unmet_share(it)) } else { Cell::Missing };
        vec![
            it.key.as_str().into(),
            called(&it.key).into(),
            cell(it.need),
            cell(it.technology),
            cell(it.staff),
            cell(it.unmet),
            share,
            it.weighted_unmet.into(),
        ]
    };
    table(name, description, columns, gaps.iter().map(row).collect())
}

fn who_does_what(findings: &Findings<'_>, names: Names<'_>) -> ResultTable {
    let columns = vec![
        text("setting", "Id of the setting."),
        text("task", "Id of the task."),
        text("doer_kind", "staff_group, technology or unmet."),
        text("doer", "Id of the staff group or technology."),
        text("doer_name", "Its name."),
        hours("before", "As work is shared today."),
        hours("after", "In the plan."),
    ];
    let rows = findings.who.iter().map(|it| {
        let (kind, doer) = match &it.who {
            Who::Group(group) => ("staff_group", id(group)),
            Who::Technology(technology) => ("technology", id(technology)),
            Who::Unmet => ("unmet", Cell::Missing),
        };
        vec![
            id(&it.setting),
            id(&it.task),
            kind.into(),
            doer,
            names.doer(&it.who).into(),
            cell(it.before),
            cell(it.after),
        ]
    });
    table("who_does_what", "Who does what, before and after, over all places.", columns, rows.collect())
}
