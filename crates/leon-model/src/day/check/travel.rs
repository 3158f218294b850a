//! Checks places and ways: points on the Earth, whole matrices, bands in order.

use super::{At, Checker, LENGTH_MAX};
use crate::{DayFault, DayList, Seconds, Transport, TravelTimes};

impl Checker<'_> {
    pub(super) fn locations(&mut self) {
        let straight = self.tables.transports.iter().find(|it| matches!(it.times, TravelTimes::Straight { .. }));
        for (entry, it) in self.tables.locations.iter().enumerate() {
            let at = At(DayList::Locations, entry);
            self.length(at, "access_seconds", it.access, LENGTH_MAX);
            match (it.point, straight) {
                (Some(point), _) => {
                    self.number(at, "latitude", point.latitude, -90.0, 90.0);
                    self.number(at, "longitude", point.longitude, -180.0, 180.0);
                }
                (None, Some(transport)) => {
                    let (location, transport) = (it.id.to_string(), transport.id.to_string());
                    self.add(at, "latitude", DayFault::PointMissing { location, transport });
                }
                (None, None) => {}
            }
        }
    }

    pub(super) fn transports(&mut self) {
        for (entry, it) in self.tables.transports.iter().enumerate() {
            let at = At(DayList::Transports, entry);
            match &it.times {
                TravelTimes::Matrix(rows) => self.matrix(at, rows),
                TravelTimes::Straight { speed_kmh, detour } => {
                    self.number(at, "speed_kmh", *speed_kmh, 0.1, 1000.0);
                    self.number(at, "detour", *detour, 1.0, 10.0);
                }
            }
            self.bands(at, it);
        }
    }

    fn matrix(&mut self, at: At, rows: &[Vec<Option<Seconds>>]) {
        let expected = self.tables.locations.len();
        if rows.len() != expected {
            self.add(at, "travel_seconds", DayFault::Count { found: rows.len(), expected });
        }
        for (from, row) in rows.iter().enumerate() {
            if row.len() != expected {
                let found = row.len();
                self.add(at, format!("travel_seconds[{from}]"), DayFault::Count { found, expected });
            }
            for (to, seconds) in row.iter().enumerate() {
                let Some(seconds) = *seconds else { continue };
                if !(Seconds::ZERO..=LENGTH_MAX).contains(&seconds) {
                    self.length(at, &format!("travel_seconds[{from}][{to}]"), seconds, LENGTH_MAX);
                }
            }
        }
    }

    fn bands(&mut self, at: At, transport: &Transport) {
        for (index, band) in transport.bands.iter().enumerate() {
            self.moment(at, &format!("bands[{index}].from"), band.from);
            self.number(at, &format!("bands[{index}].factor"), band.factor, 0.01, 100.0);
            if index > 0 && transport.bands[index - 1].from >= band.from {
                self.add(at, format!("bands[{index}].from"), DayFault::Overlap { begin: band.from });
            }
        }
    }
}
