//! Visits, their windows and slots as rows.

use super::{ByName, fine, is_empty, is_false, is_one, is_true};
use crate::day::clock::Clock;
use leon_model::{Meeting, Mode, Necessity, Pin, Slot, Visit, Window};
use serde::Serialize;

#[derive(Serialize)]
pub(in crate::day) struct VisitRow<'a> {
    id: &'a str,
    citizen: &'a str,
    location: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    label: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    task: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    complexity: Option<&'static str>,
    windows: Vec<WindowRow>,
    slots: Vec<SlotRow<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    meetings: Vec<MeetingRow>,
    mode: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    priority: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    optional_worth_minutes: Option<i64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    wanted: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unwanted: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    forbidden: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pin: Option<PinRow<'a>>,
}

#[derive(Serialize)]
struct WindowRow {
    open: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    soft_close: Option<String>,
    close: String,
    #[serde(skip_serializing_if = "is_one")]
    late_weight: f64,
}

#[derive(Serialize)]
struct SlotRow<'a> {
    minutes: i64,
    #[serde(skip_serializing_if = "ByName::is_empty")]
    minutes_by_group: ByName<'a, i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes_by_screen: Option<i64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    competences: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    groups: Vec<&'a str>,
    #[serde(skip_serializing_if = "is_true")]
    needed: bool,
    #[serde(skip_serializing_if = "is_false")]
    trainee: bool,
}

#[derive(Serialize)]
struct MeetingRow {
    from_minutes: f64,
    to_minutes: f64,
}

#[derive(Serialize)]
struct PinRow<'a> {
    #[serde(skip_serializing_if = "is_empty")]
    carers: Vec<Option<&'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<String>,
}

impl<'a> VisitRow<'a> {
    pub(in crate::day) fn new(it: &'a Visit, clock: &Clock) -> Self {
        let (priority, worth) = match it.necessity {
            Necessity::Mandatory { priority } => (Some(priority), None),
            Necessity::Optional { worth } => (None, Some(worth.0)),
        };
        Self {
            id: it.id.as_str(),
            citizen: it.citizen.as_str(),
            location: it.location.as_str(),
            label: &it.label,
            task: it.task.as_ref().map(|(task, _)| task.as_str()),
            complexity: it.task.as_ref().map(|(_, complexity)| complexity.as_str()),
            windows: it.windows.iter().map(|it| WindowRow::new(it, clock)).collect(),
            slots: it.slots.iter().map(SlotRow::new).collect(),
            meetings: it.meetings.iter().map(MeetingRow::new).collect(),
            mode: match it.mode {
                Mode::Physical => "physical",
                Mode::Screen => "screen",
                Mode::Either => "either",
            },
            priority,
            optional_worth_minutes: worth,
            wanted: it.wanted.iter().map(|it| it.as_str()).collect(),
            unwanted: it.unwanted.iter().map(|it| it.as_str()).collect(),
            forbidden: it.forbidden.iter().map(|it| it.as_str()).collect(),
            pin: Some(&it.pin).filter(|it| **it != Pin::default()).map(|it| PinRow {
                carers: it.carers.iter().map(|it| it.as_ref().map(|it| it.as_str())).collect(),
                start: it.start.map(|it| clock.label(it)),
            }),
        }
    }
}

impl WindowRow {
    fn new(it: &Window, clock: &Clock) -> Self {
        Self {
            open: clock.label(it.open),
            soft_close: it.soft_close.map(|it| clock.label(it)),
            close: clock.label(it.close),
            late_weight: it.late_weight,
        }
    }
}

impl<'a> SlotRow<'a> {
    fn new(it: &'a Slot) -> Self {
        Self {
            minutes: it.duration.0,
            minutes_by_group: ByName(it.duration_by_group.iter().map(|(group, it)| (group.as_str(), it.0)).collect()),
            minutes_by_screen: it.duration_by_screen.map(|it| it.0),
            competences: it.competences.iter().map(|it| it.as_str()).collect(),
            groups: it.groups.iter().map(|it| it.as_str()).collect(),
            needed: it.needed,
            trainee: it.trainee,
        }
    }
}

impl MeetingRow {
    fn new(it: &Meeting) -> Self {
        Self { from_minutes: fine(it.from), to_minutes: fine(it.to) }
    }
}
