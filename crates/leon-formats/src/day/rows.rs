//! The rows of a day file as they are written.

mod carer;
mod visit;

use super::clock::Clock;
pub(super) use carer::CarerRow;
use leon_model::{
    Band, CarPool, Citizen, DayGroup, FaceContinuity, Goal, Location, Order, Seconds, Transport, TransportKind,
    TravelTimes,
};
use serde::{Serialize, Serializer};
pub(super) use visit::VisitRow;

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
    #[serde(skip_serializing_if = "str::is_empty")]
    name_da: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    name_en: &'a str,
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
            name_da: &it.name_da,
            name_en: &it.name_en,
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
