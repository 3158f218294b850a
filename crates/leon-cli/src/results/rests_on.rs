//! Mature technologies by task, and what the answer rests on.

use super::{cell, hours, id, number, table, text};
use crate::findings::Findings;
use leon_formats::results::{Cell, ResultTable};
use leon_match::EvidenceOf;

pub(super) fn tables(findings: &Findings<'_>) -> Vec<ResultTable> {
    vec![maturity(findings), evidence(findings)]
}

fn maturity(findings: &Findings<'_>) -> ResultTable {
    let columns = vec![
        text("task", "Id of the task."),
        text("name_da", "Its name in Danish."),
        text("name_en", "Its name in English."),
        hours("need", "Care hours needed."),
        text("technology", "Id of the most mature technology that covers it."),
        number("maturity", "", "Its maturity, from 0 to 5."),
        hours("taken_over", "Hours that technology takes over in the plan."),
        number("score", "hours/week", "Need × maturity / 5."),
    ];
    let rows = findings.maturity.iter().map(|it| {
        let task = findings.case.task(&it.task);
        vec![
            id(&it.task),
            task.name_da.as_str().into(),
            task.name_en.as_str().into(),
            cell(it.need),
            it.technology.as_ref().map_or(Cell::Missing, id),
            it.maturity.into(),
            cell(it.taken_over),
            it.score.into(),
        ]
    });
    table("maturity", "Task volume by the maturity of technology.", columns, rows.collect())
}

fn evidence(findings: &Findings<'_>) -> ResultTable {
    let columns = vec![
        text("hours_of", "need, staff_hours, technology or unmet."),
        text("evidence", "How well the hours are known."),
        hours("hours", "Hours of this class."),
        number("share", "share", "Their share of all such hours."),
    ];
    let rows = findings.evidence.iter().map(|it| {
        let of = match it.of {
            EvidenceOf::Need => "need",
            EvidenceOf::StaffHours => "staff_hours",
            EvidenceOf::Technology => "technology",
            EvidenceOf::Unmet => "unmet",
        };
        vec![of.into(), id(&it.class), cell(it.hours), it.share.into()]
    });
    table("evidence", "The share of hours by evidence class.", columns, rows.collect())
}
