//! The day's locations that a part of it needs, numbered, and the ways between them.

use crate::problem::{NO_WAY, NONE, Travel};
use leon_model::{Day, Moment, Transport, TravelTimes};

/// Locations as places of a problem.
#[derive(Clone, Debug)]
pub(super) struct Map {
    /// By location of the day.
    number: Vec<u32>,
    places: Vec<usize>,
}

/// What arithmetic with fractions may be off by, in seconds, before a time is cut up.
const NOISE: f64 = 1e-6;

impl Map {
    pub fn new(day: &Day) -> Self {
        Self { number: vec![NONE; day.locations.len()], places: Vec::new() }
    }

    /// The place of a location.
    pub fn place(&mut self, location: usize) -> u32 {
        if self.number[location] == NONE {
            self.number[location] = self.places.len() as u32;
            self.places.push(location);
        }
        self.number[location]
    }

    /// One table for each transport of the day.
    pub fn tables(&self, day: &Day, tick: &dyn Fn(Moment) -> i32) -> Vec<Travel> {
        day.transports.iter().map(|transport| self.table(day, transport, tick)).collect()
    }

    fn table(&self, day: &Day, transport: &Transport, tick: &dyn Fn(Moment) -> i32) -> Travel {
        let access: Vec<i32> = self.places.iter().map(|&it| super::length(day.locations[it].access.0)).collect();
        let pairs =
            self.places.iter().flat_map(|&from| self.places.iter().enumerate().map(move |(b, &to)| (from, b, to)));
        let ticks = pairs.map(|(from, b, to)| match driven_seconds(day, transport, from, to) {
            _ if from == to => 0,
            Some(way) => way.saturating_add(access[b]).min(NO_WAY),
            None => NO_WAY,
        });
        let ticks = ticks.collect();
        let bands = transport.bands.iter().map(|band| (tick(band.from), band.factor)).collect();
        Travel::new(self.places.len(), ticks, access, bands)
    }
}

/// Seconds between two locations, without access and bands; `None`: no way.
pub(crate) fn driven_seconds(day: &Day, transport: &Transport, from: usize, to: usize) -> Option<i32> {
    match &transport.times {
        TravelTimes::Matrix(rows) => rows[from][to].map(|way| super::length(way.0)),
        TravelTimes::Straight { speed_kmh, detour } => {
            let metres = day.locations[from].point?.metres_to(day.locations[to].point?);
            Some((metres * detour * 3.6 / speed_kmh - NOISE).ceil().clamp(0.0, f64::from(NO_WAY)) as i32)
        }
    }
}
