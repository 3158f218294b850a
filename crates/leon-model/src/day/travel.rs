//! Places on the map, and how long it takes between them.

use crate::{LocationId, Seconds, TransportId};

/// A place on the map where somebody lives or works.
#[derive(Clone, Debug, PartialEq)]
pub struct Location {
    pub id: LocationId,
    /// Degrees, WGS 84. Needed unless every transport has a matrix.
    pub point: Option<Point>,
    /// Parking, stairs, the key: added to each way that ends here and began elsewhere.
    pub access: Seconds,
}

/// Latitude and longitude in degrees, WGS 84.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub latitude: f64,
    pub longitude: f64,
}

/// A way of getting about.
#[derive(Clone, Debug, PartialEq)]
pub struct Transport {
    pub id: TransportId,
    pub kind: TransportKind,
    pub times: TravelTimes,
    /// Travel that depends on the time of day; empty: always the same. In order of time; before the first, 1.
    pub bands: Vec<Band>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransportKind {
    Car,
    Bike,
    Foot,
    Public,
}

/// Where travel times come from.
#[derive(Clone, Debug, PartialEq)]
pub enum TravelTimes {
    /// Row from, column to, in the order of [`DayTables::locations`](super::DayTables::locations); `None`: no way.
    Matrix(Vec<Vec<Option<Seconds>>>),
    /// Great-circle distance × detour factor at a mean speed.
    Straight { speed_kmh: f64, detour: f64 },
}

/// From this time of day until the next band, a way takes `factor` times as long.
///
/// A way under way when a band begins goes on at the new pace, so that who leaves later never arrives earlier
/// (Ichoua, Gendreau and Potvin 2003, doi 10.1016/S0377-2217(02)00147-9).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Where the band begins: an instant of this day.
    pub from: crate::Moment,
    pub factor: f64,
}

/// Mean radius of the Earth in metres (IUGG R1).
pub const EARTH_RADIUS_M: f64 = 6_371_008.8;

impl Point {
    /// Great-circle distance in metres, by the haversine formula.
    ///
    /// ```
    /// use leon_model::Point;
    /// let aarhus = Point { latitude: 56.1572, longitude: 10.2107 };
    /// let odense = Point { latitude: 55.4038, longitude: 10.4024 };
    /// assert!((aarhus.metres_to(odense) - 84_600.0).abs() < 200.0);
    /// ```
    pub fn metres_to(self, other: Self) -> f64 {
        let (phi1, phi2) = (self.latitude.to_radians(), other.latitude.to_radians());
        let (dphi, dlambda) = (phi2 - phi1, (other.longitude - self.longitude).to_radians());
        let h = (dphi / 2.0).sin().powi(2) + phi1.cos() * phi2.cos() * (dlambda / 2.0).sin().powi(2);
        2.0 * EARTH_RADIUS_M * h.sqrt().min(1.0).asin()
    }
}
