//! Carers, their shifts and pauses as rows.

use super::{is_false, is_true, is_zero};
use crate::day::clock::Clock;
use leon_model::{Carer, Pause, PauseKind, Shift, Work};
use serde::Serialize;

#[derive(Serialize)]
pub(in crate::day) struct CarerRow<'a> {
    id: &'a str,
    group: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    competences: Vec<&'a str>,
    #[serde(skip_serializing_if = "is_false")]
    trainee: bool,
    #[serde(skip_serializing_if = "is_zero")]
    burden_before_minutes: i64,
    shifts: Vec<ShiftRow<'a>>,
}

#[derive(Serialize)]
struct ShiftRow<'a> {
    start: String,
    end: String,
    #[serde(skip_serializing_if = "is_zero")]
    overtime_max_minutes: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    work: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    transport: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    car_pool: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    without_car: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    travel_max_minutes: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    visits_max: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pauses: Vec<PauseRow<'a>>,
}

#[derive(Serialize)]
struct PauseRow<'a> {
    kind: &'static str,
    earliest: String,
    latest: String,
    minutes: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<&'a str>,
    #[serde(skip_serializing_if = "is_true")]
    paid: bool,
}

impl<'a> CarerRow<'a> {
    pub(in crate::day) fn new(it: &'a Carer, clock: &Clock) -> Self {
        Self {
            id: it.id.as_str(),
            group: it.group.as_str(),
            competences: it.competences.iter().map(|it| it.as_str()).collect(),
            trainee: it.trainee,
            burden_before_minutes: it.burden_before.0,
            shifts: it.shifts.iter().map(|it| ShiftRow::new(it, clock)).collect(),
        }
    }
}

impl<'a> ShiftRow<'a> {
    fn new(it: &'a Shift, clock: &Clock) -> Self {
        let travelling = match &it.work {
            Work::Visiting(travelling) => Some(travelling),
            Work::Screen => None,
        };
        let car = travelling.and_then(|it| it.car.as_ref());
        Self {
            start: clock.label(it.start),
            end: clock.label(it.end),
            overtime_max_minutes: it.overtime_max.0,
            work: travelling.is_none().then_some("screen"),
            transport: travelling.map(|it| it.transport.as_str()),
            car_pool: car.map(|it| it.pool.as_str()),
            without_car: car.and_then(|it| it.without_car.as_ref()).map(|it| it.as_str()),
            from: travelling.and_then(|it| it.from.as_ref()).map(|it| it.as_str()),
            to: travelling.and_then(|it| it.to.as_ref()).map(|it| it.as_str()),
            travel_max_minutes: travelling.and_then(|it| it.travel_max).map(|it| it.0),
            visits_max: it.visits_max,
            pauses: it.pauses.iter().map(|it| PauseRow::new(it, clock)).collect(),
        }
    }
}

impl<'a> PauseRow<'a> {
    fn new(it: &'a Pause, clock: &Clock) -> Self {
        Self {
            kind: match it.kind {
                PauseKind::Break => "break",
                PauseKind::Appointment => "appointment",
            },
            earliest: clock.label(it.earliest),
            latest: clock.label(it.latest),
            minutes: it.duration.0,
            location: it.location.as_ref().map(|it| it.as_str()),
            paid: it.paid,
        }
    }
}
