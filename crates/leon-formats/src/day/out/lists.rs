//! A plan as lists: a row a stop, a row a route, a row a slot left out.

use super::{found, shift_of};
use crate::day::Clock;
use crate::results::column::{count, number, text};
use crate::results::{Cell, ResultColumn, ResultTable, Results};
use leon_model::{Day, Doing, Moment, PauseKind, Route, RoutePlan, Seconds, Stop, Visit};

/// The lists of a plan: tables `stops`, `routes` and `left_out`, to be written as CSV, Parquet or a workbook.
///
/// Times are those of the clock. What the day does not have, since the plan is of another day, is missing.
pub fn plan_tables(day: &Day, plan: &RoutePlan, clock: &Clock) -> Results {
    Results {
        name: "plan-of-visits".to_owned(),
        title: "A plan of visits".to_owned(),
        description: "Who goes where, when; the time of each carer; and what is left out.".to_owned(),
        tables: vec![stops(day, plan, clock), routes(day, plan, clock), left_out(day, plan)],
    }
}

fn minutes(name: &str, description: &str) -> ResultColumn {
    number(name, "min", description)
}

/// Minutes with two decimals; missing where there is no length.
fn length(of: impl Into<Option<Seconds>>) -> Cell {
    of.into().map(|it: Seconds| (it.minutes() * 100.0).round() / 100.0).into()
}

fn between(from: Moment, to: Moment) -> Seconds {
    Seconds(to.0.saturating_sub(from.0))
}

fn stops(day: &Day, plan: &RoutePlan, clock: &Clock) -> ResultTable {
    let columns = vec![
        text("carer", "Who."),
        count("shift", "Which of the carer's shifts, from 0."),
        count("stop", "Its place in the route, from 1."),
        text("kind", "visit, break or appointment."),
        text("visit", "The visit."),
        count("slot", "The slot of the visit, from 0."),
        text("citizen", "The citizen's id."),
        text("location", "Where."),
        text("label", "What it is."),
        text("date", "The date when it starts."),
        text("arrive", "When the carer is there."),
        text("start", "When it begins."),
        text("end", "When it ends."),
        minutes("travel_minutes", "Travel from the stop before, access included."),
        minutes("wait_minutes", "From arrival to start."),
        minutes("minutes", "From start to end."),
        minutes("late_minutes", "How long after the soft closing of its window it begins."),
    ];
    let rows = plan
        .routes
        .iter()
        .flat_map(|route| route.stops.iter().enumerate().map(move |(at, stop)| stop_row(day, route, at, stop, clock)));
    ResultTable {
        name: "stops".to_owned(),
        description: "A row for each stop, route by route.".to_owned(),
        columns,
        rows: rows.collect(),
    }
}

fn stop_row(day: &Day, route: &Route, at: usize, stop: &Stop, clock: &Clock) -> Vec<Cell> {
    let it = found(day, route, stop);
    let kind = match (&stop.doing, it.pause.map(|it| it.kind)) {
        (Doing::Visit { .. }, _) => "visit",
        (Doing::Pause { .. }, Some(PauseKind::Appointment)) => "appointment",
        (Doing::Pause { .. }, _) => "break",
    };
    let (visit, slot) = match &stop.doing {
        Doing::Visit { visit, slot } => (visit.as_str().into(), (*slot).into()),
        Doing::Pause { .. } => (Cell::Missing, Cell::Missing),
    };
    let place = it.visit.map(|it| &it.location).or(it.pause.and_then(|it| it.location.as_ref()));
    vec![
        route.carer.as_str().into(),
        route.shift.into(),
        (at + 1).into(),
        kind.into(),
        visit,
        slot,
        it.visit.map(|it| it.citizen.as_str()).into(),
        place.map(|it| it.as_str()).into(),
        it.visit.map(|it| it.label.as_str()).into(),
        clock.date(stop.start).into(),
        clock.time_of_day(stop.arrive).into(),
        clock.time_of_day(stop.start).into(),
        clock.time_of_day(stop.end).into(),
        length(stop.travel),
        length(between(stop.arrive, stop.start)),
        length(between(stop.start, stop.end)),
        length(it.visit.and_then(|it| late(it, stop.start))),
    ]
}

/// How long after the soft closing of its window a start lies; `None` outside all windows.
fn late(visit: &Visit, start: Moment) -> Option<Seconds> {
    let window = visit.windows.iter().find(|it| (it.open..=it.close).contains(&start))?;
    Some(window.soft_close.map_or(Seconds::ZERO, |soft| between(soft, start).max(Seconds::ZERO)))
}

fn routes(day: &Day, plan: &RoutePlan, clock: &Clock) -> ResultTable {
    let columns = vec![
        text("carer", "Who."),
        count("shift", "Which of the carer's shifts, from 0."),
        text("transport", "How the carer gets about; missing at a screen."),
        text("date", "The date of leaving."),
        text("leave", "When the carer sets out."),
        text("done", "When the carer is done."),
        count("visits", "Slots of visits."),
        minutes("care_minutes", "Time at citizens'."),
        minutes("travel_minutes", "Travel, the way home included."),
        minutes("wait_minutes", "Waiting for visits to begin."),
        minutes("pause_minutes", "Breaks and appointments."),
        minutes("overtime_minutes", "From the end of the shift to done."),
    ];
    ResultTable {
        name: "routes".to_owned(),
        description: "A row for each route.".to_owned(),
        columns,
        rows: plan.routes.iter().map(|it| route_row(day, it, clock)).collect(),
    }
}

fn route_row(day: &Day, route: &Route, clock: &Clock) -> Vec<Cell> {
    let is_visit = |it: &&Stop| matches!(it.doing, Doing::Visit { .. });
    let spent = |it: &Stop| between(it.start, it.end);
    let care: Seconds = route.stops.iter().filter(is_visit).map(spent).sum();
    let pauses: Seconds = route.stops.iter().filter(|it| !is_visit(it)).map(spent).sum();
    let travel = route.stops.iter().map(|it| it.travel).sum::<Seconds>() + route.travel_home;
    let wait: Seconds = route.stops.iter().map(|it| between(it.arrive, it.start)).sum();
    let overtime = shift_of(day, route).map(|it| between(it.end, route.done).max(Seconds::ZERO));
    vec![
        route.carer.as_str().into(),
        route.shift.into(),
        route.transport.as_ref().map(|it| it.as_str()).into(),
        clock.date(route.leave).into(),
        clock.time_of_day(route.leave).into(),
        clock.time_of_day(route.done).into(),
        route.stops.iter().filter(is_visit).count().into(),
        length(care),
        length(travel),
        length(wait),
        length(pauses),
        length(overtime),
    ]
}

fn left_out(day: &Day, plan: &RoutePlan) -> ResultTable {
    let columns = vec![
        text("visit", "The visit."),
        count("slot", "The slot of the visit, from 0."),
        text("citizen", "The citizen's id."),
        text("label", "What it is."),
    ];
    let row = |it: &leon_model::LeftOut| {
        let visit = day.visit_index(&it.visit).map(|at| &day.visits[at]);
        vec![
            it.visit.as_str().into(),
            it.slot.into(),
            visit.map(|it| it.citizen.as_str()).into(),
            visit.map(|it| it.label.as_str()).into(),
        ]
    };
    ResultTable {
        name: "left_out".to_owned(),
        description: "A row for each slot that nobody fills.".to_owned(),
        columns,
        rows: plan.left_out.iter().map(row).collect(),
    }
}
