//! Where each carer's time goes.

use super::Summary;
use crate::grid::Lean;
use crate::route::figures::RouteFigures;
use leon_model::Route;

const COLUMNS: [(Lean, &str); 9] = [
    (Lean::Words, "column-carer"),
    (Lean::Words, "column-group"),
    (Lean::Words, "column-time"),
    (Lean::Number, "column-visits"),
    (Lean::Number, "column-care"),
    (Lean::Number, "column-travel"),
    (Lean::Number, "column-waiting"),
    (Lean::Number, "column-pauses"),
    (Lean::Number, "column-overtime"),
];

pub(super) fn section(summary: &Summary<'_>) -> String {
    let (words, day) = (&summary.words, summary.words.day);
    let mut all = RouteFigures::default();
    let numbers = |it: RouteFigures| {
        let times = [it.care, it.travel, it.waiting, it.pauses, it.overtime];
        [words.voice.count(it.visits)].into_iter().chain(times.map(|it| words.length(it))).collect::<Vec<_>>()
    };
    let mut row = |route: &Route| {
        let figures = RouteFigures::of(day, route);
        all += figures;
        let group = day.carer_index(&route.carer).map_or_else(String::new, |row| day.carers[row].group.to_string());
        let mut cells = vec![route.carer.to_string(), group, words.span(route.leave, route.done)];
        cells.extend(numbers(figures));
        cells
    };
    let rows: Vec<_> = summary.plan.routes.iter().map(&mut row).collect();
    if rows.is_empty() {
        return String::new();
    }
    let mut total = vec![words.voice.text("route-sum"), String::new(), String::new()];
    total.extend(numbers(all));
    summary.list("route-carers", &COLUMNS, [vec![total], rows].concat())
}
