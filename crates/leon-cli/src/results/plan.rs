//! The plan itself: needs, care, unmet hours, bought hours and lending.

use super::{cell, hours, id, table, text, weighted};
use crate::findings::Findings;
use leon_formats::results::{Cell, ResultColumn, ResultTable};
use leon_model::{Doer, NeedKey, StaffKey};

pub(super) fn tables(findings: &Findings<'_>) -> Vec<ResultTable> {
    vec![needs(findings), care(findings), unmet(findings), bought(findings), lending(findings)]
}

fn need_columns() -> Vec<ResultColumn> {
    vec![
        text("place", "Id of the place."),
        text("setting", "Id of the setting."),
        text("task", "Id of the task."),
        text("complexity", "Complexity of the citizen's whole condition."),
    ]
}

fn need_cells(need: &NeedKey) -> Vec<Cell> {
    vec![id(&need.place), id(&need.setting), id(&need.task), id(&need.complexity)]
}

fn needs(findings: &Findings<'_>) -> ResultTable {
    let mut columns = need_columns();
    columns.extend([
        text("competence", "Id of the competence that the need takes."),
        hours("hours", "Care hours needed."),
        text("evidence", "How well the hours are known."),
        text("source", "Id of their source."),
    ]);
    let rows = findings.case.needs.iter().map(|it| {
        let mut cells = need_cells(&it.key());
        let competence = findings.case.task(&it.task).competence(it.complexity);
        let figure = &it.hours_per_week;
        cells.extend([id(competence), figure.value.into(), id(&figure.class), id(&figure.source)]);
        cells
    });
    table("needs", "The needs that were planned.", columns, rows.collect())
}

fn care(findings: &Findings<'_>) -> ResultTable {
    let mut columns = need_columns();
    columns.extend([
        text("staff_group", "Id of the group that does it."),
        text("through", "How the group comes to the competence: held, delegated or learned."),
        text("pool", "Id of the pool that does it by screen."),
        text("technology", "Id of the technology that does it."),
        hours("hours", "Care hours done."),
    ]);
    let rows = findings.matched.plan.care.iter().map(|it| {
        let (pool, technology) = match &it.doer {
            Doer::Staff { .. } => (None, None),
            Doer::Remote { pool, .. } => (Some(id(pool)), None),
            Doer::Technology(technology) => (None, Some(id(technology))),
        };
        let group = it.doer.group().map(id);
        let through = it.doer.through().map(|it| id(&it));
        let mut cells = need_cells(&it.need);
        cells.extend([group, through, pool, technology].map(|it| it.unwrap_or(Cell::Missing)));
        cells.push(cell(it.hours));
        cells
    });
    table("plan", "Who does the hours of each need.", columns, rows.collect())
}

fn unmet(findings: &Findings<'_>) -> ResultTable {
    let mut columns = need_columns();
    columns.extend([hours("hours", "Care hours done by nobody."), weighted("weighted", "Weighted by severity.")]);
    let rows = findings.matched.plan.unmet.iter().map(|(need, hours)| {
        let severity = findings.case.severity(&need.task, need.complexity);
        let mut cells = need_cells(need);
        cells.extend([cell(*hours), (hours.0 * severity).into()]);
        cells
    });
    table("unmet", "Hours of each need that nobody does.", columns, rows.collect())
}

fn staff_columns(prefix: &str) -> [ResultColumn; 3] {
    [
        text(&format!("{prefix}place"), "Id of the place."),
        text(&format!("{prefix}setting"), "Id of the setting."),
        text(&format!("{prefix}staff_group"), "Id of the staff group."),
    ]
}

fn staff_cells(staff: &StaffKey) -> [Cell; 3] {
    [id(&staff.place), id(&staff.setting), id(&staff.group)]
}

fn bought(findings: &Findings<'_>) -> ResultTable {
    let mut columns: Vec<_> = staff_columns("").into();
    columns.extend([text("kind", "overtime, recruitment or agency."), hours("hours", "Care hours bought.")]);
    let rows = findings.matched.plan.extra.iter().map(|it| {
        let mut cells: Vec<_> = staff_cells(&it.staff).into();
        cells.extend([id(&it.kind), cell(it.hours)]);
        cells
    });
    table("bought_hours", "Hours bought besides the staff at hand.", columns, rows.collect())
}

fn lending(findings: &Findings<'_>) -> ResultTable {
    let mut columns = vec![text("pool", "Id of the pool.")];
    columns.extend(staff_columns("from_"));
    columns.extend(staff_columns("to_"));
    columns.push(hours("hours", "Hours that leave the lender; the pool's loss is taken from them."));
    let rows = findings.matched.plan.lending.iter().map(|it| {
        let mut cells = vec![id(&it.pool)];
        cells.extend(staff_cells(&it.from));
        cells.extend(it.to.as_ref().map_or([Cell::Missing, Cell::Missing, Cell::Missing], staff_cells));
        cells.push(cell(it.hours));
        cells
    });
    table("lending", "Hours lent by pools; no borrower where a pool works by screen.", columns, rows.collect())
}
