//! Where people live: a few towns, the k-th a k-th as large as the first, and scattered farms.

use crate::calibration::{self as calibrated};
use crate::random::{Chance, Purpose};
use crate::{DayOptions, GenerateError, Terrain};
use leon_model::{Case, Place, PlaceId, PlaceKind, Point};

/// A point on a plane, in kilometres east and north of the middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Spot {
    pub(crate) east: f64,
    pub(crate) north: f64,
}

impl Spot {
    pub(crate) fn km_to(self, other: Self) -> f64 {
        let (east, north) = (self.east - other.east, self.north - other.north);
        (east * east + north * north).sqrt()
    }

    fn plus(self, other: Self) -> Self {
        Self { east: self.east + other.east, north: self.north + other.north }
    }

    fn times(self, factor: f64) -> Self {
        Self { east: self.east * factor, north: self.north * factor }
    }
}

/// A home: several citizens may live in one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Home {
    pub(crate) spot: Spot,
    pub(crate) farm: bool,
}

/// A municipality's shape.
pub(crate) struct Land {
    pub(crate) terrain: Terrain,
    middle: Point,
    /// Cosine of the latitude: what a degree of longitude is, of a degree of latitude.
    shrink: f64,
    radius_km: f64,
}

/// Danish municipalities that are islands without a bridge, by their codes, and their areas in square kilometres (DAGI
/// 2015, by their outlines; within 1 %). The smaller isles that belong to Ærø are left out.
const ISLANDS: [(&str, f64); 5] = [("400", 581.9), ("492", 89.2), ("563", 59.2), ("741", 113.6), ("825", 116.7)];

/// The area of a municipality that is an island.
fn island(place: &Place) -> Option<f64> {
    let is_one = |it: &&(&str, f64)| place.kind == PlaceKind::Municipality && it.0 == place.id.as_str();
    ISLANDS.iter().find(is_one).map(|it| it.1)
}

/// Kilometres of a degree of latitude on a sphere of 6,371.0088 km.
const KM_PER_DEGREE: f64 = 111.195;

/// Cosine of an angle of up to 90 degrees, by its series, so that every machine gives the same last bit.
fn cosine(degrees: f64) -> f64 {
    let x = degrees * (std::f64::consts::PI / 180.0);
    let mut term = 1.0;
    let mut sum = 1.0;
    for i in 1..12 {
        term *= -x * x / f64::from((2 * i - 1) * (2 * i));
        sum += term;
    }
    sum
}

fn point(place: &Place) -> Option<Point> {
    Some(Point { latitude: place.latitude?, longitude: place.longitude? })
}

/// Area of a municipality, from the mean distance to its three nearest neighbours' midpoints.
fn guess_area(case: &Case, place: &Place) -> Option<f64> {
    let mut km: Vec<f64> = case
        .places
        .iter()
        .filter(|other| other.kind == PlaceKind::Municipality && other.id != place.id)
        .filter_map(|other| {
            let (one, other) = (point(place)?, point(other)?);
            let shrink = cosine((one.latitude + other.latitude) / 2.0);
            let east = (one.longitude - other.longitude) * shrink * KM_PER_DEGREE;
            let north = (one.latitude - other.latitude) * KM_PER_DEGREE;
            Some((east * east + north * north).sqrt())
        })
        .collect();
    km.sort_by(f64::total_cmp);
    km.truncate(3);
    let mean = km.iter().sum::<f64>() / km.len() as f64;
    (!km.is_empty()).then(|| (calibrated::AREA_FACTOR.value * mean * mean).clamp(1.0, calibrated::AREA_MOST.value))
}

/// The area of a municipality as far as it is known.
fn area(case: &Case, place: &Place) -> f64 {
    island(place).or_else(|| guess_area(case, place)).unwrap_or(calibrated::AREA_MOST.value / 4.0)
}

/// What a place of such an area looks like: an island, or by the density of its population.
fn terrain(place: &Place, area: f64) -> Terrain {
    if island(place).is_some() {
        return Terrain::Island;
    }
    match place.population.as_ref().map(|it| it.value / area) {
        Some(density) if density >= calibrated::TOWN_DENSITY.value => Terrain::Town,
        Some(density) if density <= calibrated::RURAL_DENSITY.value => Terrain::Rural,
        _ => Terrain::Mixed,
    }
}

/// What the country looks like in a municipality, where a made-up day is not told: an island, or by the density of its
/// population.
/// `None`: the case has no such place.
pub fn terrain_of(case: &Case, municipality: &PlaceId) -> Option<Terrain> {
    let place = case.places.iter().find(|it| it.id == *municipality)?;
    Some(terrain(place, area(case, place)))
}

impl Land {
    /// `part` is how much of the municipality's care the day holds: a day of a tenth is a district of a tenth.
    pub(crate) fn new(case: &Case, options: &DayOptions, part: f64) -> Result<Self, GenerateError> {
        let place = case.place(&options.municipality);
        let middle = case.ancestors(&options.municipality).find_map(|id| point(case.place(id)));
        let middle = middle.ok_or_else(|| GenerateError::NoPoint(options.municipality.clone()))?;
        let area = options.area_km2.unwrap_or_else(|| area(case, place));
        let terrain = options.terrain.unwrap_or_else(|| terrain(place, area));
        let radius_km = (area * part.min(1.0) / std::f64::consts::PI).sqrt();
        Ok(Self { terrain, middle, shrink: cosine(middle.latitude), radius_km })
    }

    /// Towns, share of people on farms, and share of the land that is built up.
    fn shape(&self) -> (usize, f64, f64) {
        let [towns, farms, built] = match self.terrain {
            Terrain::Town => [&calibrated::TOWNS_TOWN, &calibrated::FARMS_TOWN, &calibrated::BUILT_TOWN],
            Terrain::Mixed => [&calibrated::TOWNS_MIXED, &calibrated::FARMS_MIXED, &calibrated::BUILT_MIXED],
            Terrain::Rural | Terrain::Island => {
                [&calibrated::TOWNS_RURAL, &calibrated::FARMS_RURAL, &calibrated::BUILT_RURAL]
            }
        };
        (towns.value as usize, farms.value, built.value)
    }

    /// A home for each citizen, by its place in the list of homes.
    pub(crate) fn settle(&self, citizens: usize, part: f64, seed: u64) -> (Vec<Home>, Vec<usize>) {
        let mut chance = Chance::new(seed, Purpose::Geography);
        let (towns, farms, built) = self.shape();
        let towns = ((towns as f64 * part.min(1.0).sqrt()).round() as usize).max(1);
        let sizes: Vec<f64> = (1..=towns).map(|k| 1.0 / k as f64).collect();
        let all: f64 = sizes.iter().sum();
        // The first town is near the middle; towns of the area built × size share of the land.
        let centres: Vec<(Spot, f64)> = sizes
            .iter()
            .enumerate()
            .map(|(k, size)| {
                let reach = if k == 0 { 0.2 } else { 0.9 };
                (
                    self.stretched(disc(&mut chance)).times(reach * self.radius_km),
                    self.radius_km * (built * size / all).sqrt(),
                )
            })
            .collect();
        let mut homes: Vec<Home> = Vec::new();
        let mut home_of = Vec::with_capacity(citizens);
        for _ in 0..citizens {
            let shared = chance.yes(calibrated::SAME_BUILDING.value);
            if shared && homes.last().is_some_and(|home| !home.farm) {
                home_of.push(homes.len() - 1);
                continue;
            }
            let home = if chance.yes(farms) {
                Home { spot: self.stretched(disc(&mut chance)).times(self.radius_km), farm: true }
            } else {
                let (centre, radius) = centres[chance.weighted(&sizes)];
                // A disc within the town's disc: denser towards the middle.
                let inner = radius * chance.even().sqrt();
                Home { spot: centre.plus(disc(&mut chance).times(inner)), farm: false }
            };
            homes.push(home);
            home_of.push(homes.len() - 1);
        }
        (homes, home_of)
    }

    /// A point of the disc on a land as long as it is: an island is an ellipse from north to south, of the same area.
    fn stretched(&self, spot: Spot) -> Spot {
        if self.terrain != Terrain::Island {
            return spot;
        }
        let stretch = calibrated::ISLAND_LENGTH.value.sqrt();
        Spot { east: spot.east / stretch, north: spot.north * stretch }
    }

    /// The point on the map, to a metre or so.
    pub(crate) fn point(&self, spot: Spot) -> Point {
        let round = |degrees: f64| (degrees * 1e5).round() / 1e5;
        Point {
            latitude: round(self.middle.latitude + spot.north / KM_PER_DEGREE),
            longitude: round(self.middle.longitude + spot.east / (KM_PER_DEGREE * self.shrink)),
        }
    }

    /// Speeds by car and by bike, and the share of carers who drive.
    pub(crate) fn travel(&self) -> (f64, f64, f64) {
        let (car, drivers) = match self.terrain {
            Terrain::Town => (&calibrated::CAR_TOWN, &calibrated::CAR_SHARE_TOWN),
            Terrain::Mixed => (&calibrated::CAR_MIXED, &calibrated::CAR_SHARE_MIXED),
            Terrain::Rural | Terrain::Island => (&calibrated::CAR_RURAL, &calibrated::CAR_SHARE_RURAL),
        };
        (car.value, calibrated::BIKE.value, drivers.value)
    }
}

/// A point of the disc of radius 1, evenly.
fn disc(chance: &mut Chance) -> Spot {
    loop {
        let spot = Spot { east: 2.0 * chance.even() - 1.0, north: 2.0 * chance.even() - 1.0 };
        if spot.km_to(Spot { east: 0.0, north: 0.0 }) <= 1.0 {
            return spot;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_series_is_the_cosine() {
        for degrees in [0.0, 30.0, 54.6, 57.7, 60.0, 89.0] {
            assert!((cosine(degrees) - f64::to_radians(degrees).cos()).abs() < 1e-12, "{degrees}");
        }
    }
}
