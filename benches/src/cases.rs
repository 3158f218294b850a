//! The cases to measure on: the national one, parts of it, and one of finer detail.

use crate::report::BenchError;
use leon_formats::{Lang, WriteOptions};
use leon_model::{Case, Figure, PlaceKind, Tables, TaskId};
use std::collections::BTreeSet;
use std::path::Path;

pub fn read(folder: &Path) -> Result<Case, BenchError> {
    let first = |problems: Vec<leon_formats::Problem>| {
        BenchError::Case(problems.first().map_or_else(String::new, |it| it.message(Lang::En)))
    };
    leon_formats::read_case(folder).map_err(first)
}

pub fn write(tables: Tables, folder: &Path) -> Result<(), BenchError> {
    let options = WriteOptions { replace: true, ..WriteOptions::default() };
    leon_formats::write_case(&tables, folder, &options).map_err(|error| BenchError::Case(error.to_string()))
}

/// The case with its first municipalities only, and without the regions' hospitals unless all are in.
pub fn municipalities(case: &Case, count: usize) -> Tables {
    let mut tables = case.clone().into_tables();
    let all = tables.places.iter().filter(|it| it.kind == PlaceKind::Municipality);
    let kept: BTreeSet<_> = all.take(count).map(|it| it.id.clone()).collect();
    if kept.len() == case.places.iter().filter(|it| it.kind == PlaceKind::Municipality).count() {
        return tables;
    }
    tables.needs.retain(|it| kept.contains(&it.place));
    tables.capacity.retain(|it| kept.contains(&it.place));
    tables.extra_hours.retain(|it| kept.contains(&it.place));
    tables.name = format!("{}-{count}", tables.name);
    tables
}

/// The case with each task split into several of equal hours.
pub fn split_tasks(case: &Case, into: usize) -> Tables {
    let mut tables = case.clone().into_tables();
    let pieces = |id: &TaskId| (0..into).map(|at| TaskId::from(format!("{id}.{at}"))).collect::<Vec<_>>();
    let all = |ids: &[TaskId]| ids.iter().flat_map(&pieces).collect::<Vec<_>>();
    let share = |figure: &Figure| {
        let part = |value: f64| value / into as f64;
        Figure { value: part(figure.value), low: part(figure.low), high: part(figure.high), ..figure.clone() }
    };
    let split = |task: &leon_model::Task| {
        pieces(&task.id).into_iter().map(|id| leon_model::Task { id, ..task.clone() }).collect::<Vec<_>>()
    };
    tables.tasks = tables.tasks.iter().flat_map(split).collect();
    let split = |need: &leon_model::Need| {
        let one = |task| leon_model::Need { task, hours_per_week: share(&need.hours_per_week), ..need.clone() };
        pieces(&need.task).into_iter().map(one).collect::<Vec<_>>()
    };
    tables.needs = tables.needs.iter().flat_map(split).collect();
    let split = |row: &leon_model::Baseline| {
        pieces(&row.task).into_iter().map(|task| leon_model::Baseline { task, ..row.clone() }).collect::<Vec<_>>()
    };
    tables.baseline = tables.baseline.iter().flat_map(split).collect();
    tables.bindings.iter_mut().for_each(|it| it.scope.tasks = all(&it.scope.tasks));
    tables.technologies.iter_mut().for_each(|it| it.tasks = all(&it.tasks));
    tables.name = format!("{}-x{into}", tables.name);
    tables
}
