//! Travel times between points, from a road service over HTTP.
//!
//! [`Roads::matrix`] asks a service that speaks as [OSRM](https://project-osrm.org/docs/v5.24.0/api/#table-service)
//! or [Valhalla](https://valhalla.github.io/valhalla/api/matrix/api-reference/) does. What is asked about are
//! citizens' addresses: they go to the service that is named and nowhere else (no redirect, no proxy), and
//! neither they nor the service's address stand in an error or in the cache.

mod cache;
mod error;
mod osrm;
mod transport;
mod valhalla;

pub use error::{NoConnection, RoadsError};

use cache::Cached;
use std::fmt;
use std::path::PathBuf;
use std::time::Duration;
use transport::Transport;

/// From and to in one request at most: so many of each, as OSRM takes 100 points and Valhalla 2500 pairs
/// unless their keeper has set it otherwise.
const BLOCK: usize = 50;

/// A point on Earth, in degrees (WGS 84).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub lat: f64,
    pub lon: f64,
}

/// How a service wants to be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Service {
    /// `GET {url}/table/v1/{profile}/…`. An OSRM service mostly knows the one profile that it was built for.
    Osrm,
    /// `POST {url}/sources_to_targets`, the profile as `costing`: `auto`, `bicycle`, `pedestrian`.
    Valhalla,
}

/// A road service, and how patiently it is asked.
///
/// # Example
/// ```no_run
/// use leon_roads::{Point, Roads, Service};
/// let roads = Roads::new(Service::Valhalla, "http://localhost:8002", "bicycle");
/// let home = Point { lat: 55.676, lon: 12.568 };
/// let office = Point { lat: 55.686, lon: 12.563 };
/// let seconds = roads.matrix(&[home, office])?;
/// match seconds[0][1] {
///     Some(seconds) => println!("{seconds} s from home to the office"),
///     None => println!("no way from home to the office"),
/// }
/// # Ok::<(), leon_roads::RoadsError>(())
/// ```
#[derive(Clone, PartialEq)]
pub struct Roads {
    pub service: Service,
    /// Where it is, as `http://localhost:5000`.
    pub url: String,
    /// The way of travelling, in the service's own word: `driving`, `bicycle`, …
    pub profile: String,
    /// The longest that one request may take, answer and all.
    pub timeout: Duration,
    /// How many times a request is made again when the service hangs, breaks off or is overloaded.
    pub retries: u32,
    /// The pause before the first new attempt; each later one is twice as long.
    pub pause: Duration,
    /// A folder for what was answered, made when it is missing. What stands in it holds until it is deleted,
    /// so delete it when the service has new roads.
    pub cache: Option<PathBuf>,
}

impl Roads {
    /// A service that is given 30 seconds for a request, and asked three times more after 1, 2 and 4 seconds.
    pub fn new(service: Service, url: &str, profile: &str) -> Self {
        Self {
            service,
            url: url.to_owned(),
            profile: profile.to_owned(),
            timeout: Duration::from_secs(30),
            retries: 3,
            pause: Duration::from_secs(1),
            cache: None,
        }
    }

    /// The travel time from each point (row) to each point (column), in whole seconds; `None` where there is
    /// no way. The same point may stand in the list more than once.
    ///
    /// # Errors
    /// [`RoadsError`]; a matrix comes whole or not at all.
    pub fn matrix(&self, points: &[Point]) -> Result<Vec<Vec<Option<u32>>>, RoadsError> {
        self.check(points)?;
        let cached = self.cache.as_deref().map(|dir| Cached::open(dir, self, points)).transpose()?;
        if let Some(seconds) = cached.as_ref().and_then(|it| it.read(points.len())) {
            return Ok(seconds);
        }
        let transport = Transport::new(self);
        let mut seconds = vec![Vec::with_capacity(points.len()); points.len()];
        for (block, from) in points.chunks(BLOCK).enumerate() {
            for to in points.chunks(BLOCK) {
                let answer = match self.service {
                    Service::Osrm => osrm::block(self, &transport, from, to)?,
                    Service::Valhalla => valhalla::block(self, &transport, from, to)?,
                };
                for (row, times) in seconds[block * BLOCK..].iter_mut().zip(answer) {
                    row.extend(times);
                }
            }
        }
        if let Some(cached) = cached {
            cached.write(&seconds)?;
        }
        Ok(seconds)
    }

    fn check(&self, points: &[Point]) -> Result<(), RoadsError> {
        if !["http://", "https://"].iter().any(|it| self.url.starts_with(it)) {
            return Err(RoadsError::BadUrl);
        }
        let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        if self.profile.is_empty() || !self.profile.chars().all(is_word) {
            return Err(RoadsError::BadProfile);
        }
        let on_earth = |it: &Point| it.lat.abs() <= 90.0 && it.lon.abs() <= 180.0; // false for NaN
        match points.iter().position(|it| !on_earth(it)) {
            Some(index) => Err(RoadsError::BadPoint { index }),
            None => Ok(()),
        }
    }

    /// The address of something at the service.
    fn address(&self, path: &str) -> String {
        format!("{}/{path}", self.url.trim_end_matches('/'))
    }
}

/// Without the address, which may hold a password.
impl fmt::Debug for Roads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { service, url: _, profile, timeout, retries, pause, cache } = self;
        f.debug_struct("Roads")
            .field("service", service)
            .field("profile", profile)
            .field("timeout", timeout)
            .field("retries", retries)
            .field("pause", pause)
            .field("cache", cache)
            .finish_non_exhaustive()
    }
}

/// A time as a service gives it, in whole seconds.
fn whole_seconds(time: f64) -> Result<u32, RoadsError> {
    let seconds = time.round();
    if (0.0..=f64::from(u32::MAX)).contains(&seconds) { Ok(seconds as u32) } else { Err(RoadsError::BadTime) }
}

/// The times of a block, which must have a row for each point from and a column for each point to.
fn sized(rows: Vec<Vec<Option<f64>>>, from: &[Point], to: &[Point]) -> Result<Vec<Vec<Option<u32>>>, RoadsError> {
    let wrong =
        |found, expected| if found == expected { Ok(()) } else { Err(RoadsError::WrongSize { found, expected }) };
    wrong(rows.len(), from.len())?;
    let times = |row: Vec<Option<f64>>| {
        wrong(row.len(), to.len())?;
        row.into_iter().map(|time| time.map(whole_seconds).transpose()).collect()
    };
    rows.into_iter().map(times).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_rounded_to_the_second_and_must_be_one() {
        for (time, seconds) in [(0.0, 0), (-0.4, 0), (59.5, 60), (4_294_967_295.0, u32::MAX)] {
            assert_eq!(whole_seconds(time), Ok(seconds), "{time}");
        }
        for time in [-1.0, f64::NAN, f64::INFINITY, 1e10] {
            assert_eq!(whole_seconds(time), Err(RoadsError::BadTime), "{time}");
        }
    }

    #[test]
    fn the_address_of_the_service_is_never_shown() {
        let roads = Roads::new(Service::Osrm, "http://planner:secret@roads.example.org", "driving");
        assert!(!format!("{roads:?}").contains("secret"));
    }
}
