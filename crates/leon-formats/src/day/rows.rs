//! The rows of a day file as they are written.

use super::clock::Clock;
use leon_model::{
    Band, CarPool, Carer, Citizen, DayGroup, FaceContinuity, Goal, Location, Meeting, Mode, Necessity, Order, Pause,
    PauseKind, Pin, Seconds, Shift, Slot, Transport, TransportKind, TravelTimes, Visit, Window, Work,
};
use serde::{Serialize, Serializer};

/// Whether a value is the one that a reader puts in when it is left out.
fn is_false(it: &bool) -> bool {
    !*it
}
fn is_true(it: &bool) -> bool {
    *it
}
fn is_zero(it: &i64) -> bool {
    *it == 0
}
fn is_zero_minutes(it: &f64) -> bool {
    *it == 0.0
}
fn is_one(it: &f64) -> bool {
    *it == 1.0
}
fn is_empty<T>(it: &[T]) -> bool {
    it.is_empty()
}

/// A length in minutes, which the reader rounds to the second it came from.
fn fine(length: Seconds) -> f64 {
    length.minutes()
}

#[derive(Serialize)]
pub(super) struct GroupRow<'a> {
    id: &'a str,
    level: u8,
    dkk_per_hour: f64,
    overtime_dkk_per_hour: f64,
}

#[derive(Serialize)]
pub(super) struct LocationRow<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    latitude: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    longitude: Option<f64>,
    #[serde(skip_serializing_if = "is_zero")]
    access_seconds: i64,
}

#[derive(Serialize)]
pub(super) struct TransportRow<'a> {
    id: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    speed_kmh: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    detour: Option<f64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    bands: Vec<BandRow>,
    #[serde(skip_serializing_if = "Option::is_none")]
    travel_seconds: Option<Vec<Vec<Option<i64>>>>,
}

#[derive(Serialize)]
struct BandRow {
    from: String,
    factor: f64,
}

#[derive(Serialize)]
pub(super) struct CarPoolRow<'a> {
    id: &'a str,
    cars: u32,
}

#[derive(Serialize)]
pub(super) struct CitizenRow<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "is_false")]
    dementia: bool,
    #[serde(skip_serializing_if = "ByName::is_empty")]
    faces: ByName<'a, u32>,
}

#[derive(Serialize)]
pub(super) struct CarerRow<'a> {
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

#[derive(Serialize)]
pub(super) struct VisitRow<'a> {
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

#[derive(Serialize)]
pub(super) struct OrderRow<'a> {
    first: &'a str,
    second: &'a str,
    #[serde(skip_serializing_if = "is_zero_minutes")]
    gap_min_minutes: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    gap_max_minutes: Option<f64>,
}

/// An object of names and numbers, in their order.
pub(super) struct ByName<'a, N>(Vec<(&'a str, N)>);

impl<N: Serialize> Serialize for ByName<'_, N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, number)| (*name, number)))
    }
}

impl<N> ByName<'_, N> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> GroupRow<'a> {
    pub(super) fn new(it: &'a DayGroup) -> Self {
        Self {
            id: it.id.as_str(),
            level: it.level,
            dkk_per_hour: it.dkk_per_hour.0,
            overtime_dkk_per_hour: it.overtime_dkk_per_hour.0,
        }
    }
}

impl<'a> LocationRow<'a> {
    pub(super) fn new(it: &'a Location) -> Self {
        Self {
            id: it.id.as_str(),
            latitude: it.point.map(|it| it.latitude),
            longitude: it.point.map(|it| it.longitude),
            access_seconds: it.access.0,
        }
    }
}

impl<'a> TransportRow<'a> {
    pub(super) fn new(it: &'a Transport, clock: &Clock) -> Self {
        let (matrix, straight) = match &it.times {
            TravelTimes::Matrix(rows) => (Some(rows), None),
            TravelTimes::Straight { speed_kmh, detour } => (None, Some((*speed_kmh, *detour))),
        };
        let seconds = |row: &Vec<Option<Seconds>>| row.iter().map(|it| it.map(|it| it.0)).collect();
        let band = |it: &Band| BandRow { from: clock.label(it.from), factor: it.factor };
        Self {
            id: it.id.as_str(),
            kind: transport_kind(it.kind),
            speed_kmh: straight.map(|it| it.0),
            detour: straight.map(|it| it.1),
            bands: it.bands.iter().map(band).collect(),
            travel_seconds: matrix.map(|rows| rows.iter().map(seconds).collect()),
        }
    }
}

fn transport_kind(kind: TransportKind) -> &'static str {
    match kind {
        TransportKind::Car => "car",
        TransportKind::Bike => "bike",
        TransportKind::Foot => "foot",
        TransportKind::Public => "public",
    }
}

impl<'a> CarPoolRow<'a> {
    pub(super) fn new(it: &'a CarPool) -> Self {
        Self { id: it.id.as_str(), cars: it.cars }
    }
}

impl<'a> CitizenRow<'a> {
    pub(super) fn new(it: &'a Citizen) -> Self {
        let faces = ByName(it.faces.iter().map(|(carer, visits)| (carer.as_str(), *visits)).collect());
        Self { id: it.id.as_str(), dementia: it.dementia, faces }
    }
}

impl<'a> CarerRow<'a> {
    pub(super) fn new(it: &'a Carer, clock: &Clock) -> Self {
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

impl<'a> VisitRow<'a> {
    pub(super) fn new(it: &'a Visit, clock: &Clock) -> Self {
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

impl<'a> OrderRow<'a> {
    pub(super) fn new(it: &'a Order) -> Self {
        Self {
            first: it.first.as_str(),
            second: it.second.as_str(),
            gap_min_minutes: fine(it.gap_min),
            gap_max_minutes: it.gap_max.map(fine),
        }
    }
}

/// A level of goals: one goal, or several with their weights.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum LevelRow {
    One(&'static str),
    Weighted(ByName<'static, f64>),
}

impl LevelRow {
    pub(super) fn new(level: &[(Goal, f64)]) -> Self {
        match level {
            [(goal, 1.0)] => Self::One(goal.word()),
            _ => Self::Weighted(ByName(level.iter().map(|(goal, weight)| (goal.word(), *weight)).collect())),
        }
    }
}

#[derive(Serialize)]
pub(super) struct ContinuityRow {
    dementia_weight: f64,
    unwanted: f64,
    wanted: f64,
}

impl ContinuityRow {
    pub(super) fn new(it: FaceContinuity) -> Self {
        Self { dementia_weight: it.dementia_weight, unwanted: it.unwanted, wanted: it.wanted }
    }
}
