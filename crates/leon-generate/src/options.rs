//! What can be asked of a made-up day, and why a day or a period may be refused.

use leon_model::{Date, Moment, PackId, PlaceId};
use thiserror::Error;

/// What a made-up day is to be like. `None` leaves a choice to the calibration.
#[derive(Clone, Debug, PartialEq)]
pub struct DayOptions {
    /// The municipality; it has needs of home care or home nursing in the case.
    pub municipality: PlaceId,
    /// Visits in the file, over all days: 20 to 20,000.
    pub visits: usize,
    pub seed: u64,
    /// Carers in the file, screen carers among them and trainees besides; `None`: as many as the work asks for.
    pub carers: Option<usize>,
    /// Local midnight of the first day.
    pub date: Moment,
    /// Days in the file, 1 to 28.
    pub days: usize,
    /// Share of the visits that take two carers.
    pub double_share: Option<f64>,
    /// `None`: an island where the municipality is one, otherwise by the density of the population.
    pub terrain: Option<Terrain>,
    /// Area of the municipality in square kilometres; `None`: that of an island, otherwise guessed from how far its
    /// neighbours are.
    pub area_km2: Option<f64>,
    /// Share of the visits that can be, or are to be, by screen.
    pub screen_share: Option<f64>,
    /// Cars in the pool.
    pub cars: Option<u32>,
    /// Hours on duty above estimated care and travel, as a share of them. Without effect when `carers` are given.
    pub spare_share: Option<f64>,
}

impl DayOptions {
    /// One day of so many visits, everything else by the calibration.
    pub fn new(municipality: impl Into<PlaceId>, visits: usize, seed: u64, date: Moment) -> Self {
        Self {
            municipality: municipality.into(),
            visits,
            seed,
            carers: None,
            date,
            days: 1,
            double_share: None,
            terrain: None,
            area_km2: None,
            screen_share: None,
            cars: None,
            spare_share: None,
        }
    }

    pub(crate) fn check(&self) -> Result<(), GenerateError> {
        in_range("visits", self.visits as f64, 20.0, 20_000.0)?;
        in_range("days", self.days as f64, 1.0, 28.0)?;
        in_range("carers", self.carers.unwrap_or(3) as f64, 3.0, 10_000.0)?;
        in_range("double_share", self.double_share.unwrap_or(0.0), 0.0, 1.0)?;
        in_range("screen_share", self.screen_share.unwrap_or(0.0), 0.0, 1.0)?;
        in_range("spare_share", self.spare_share.unwrap_or(0.0), -0.5, 2.0)?;
        in_range("area_km2", self.area_km2.unwrap_or(1.0), 0.1, 100_000.0)?;
        // The years 1970 to 2199; a day may not lie after 2200.
        in_range("date", self.date.0 as f64, 0.0, 7_250_000_000.0)
    }
}

/// Refuses an option that lies outside its range.
pub(crate) fn in_range(name: &'static str, value: f64, low: f64, high: f64) -> Result<(), GenerateError> {
    if (low..=high).contains(&value) { Ok(()) } else { Err(GenerateError::OutOfRange { name, value, low, high }) }
}

/// What the country looks like, which decides how people get about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Terrain {
    Town,
    Mixed,
    Rural,
    /// A municipality that is an island without a bridge: as the country, but long and narrow, and nobody comes from
    /// the next municipality.
    Island,
}

impl Terrain {
    pub const ALL: [Self; 4] = [Self::Town, Self::Mixed, Self::Rural, Self::Island];

    /// Whether roads are open and ways long: no rush hours, and nobody cycles.
    pub(crate) fn is_country(self) -> bool {
        matches!(self, Self::Rural | Self::Island)
    }

    /// The word by which options name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Town => "town",
            Self::Mixed => "mixed",
            Self::Rural => "rural",
            Self::Island => "island",
        }
    }

    /// The terrain of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|terrain| terrain.word() == word)
    }
}

/// Why there is no day or period.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum GenerateError {
    #[error("the case has no place '{0}'")]
    UnknownPlace(PlaceId),
    #[error("'{0}' has no needs in home care or home nursing that anybody may meet")]
    NoNeeds(PlaceId),
    #[error("neither '{0}' nor a place above it has a point on the map")]
    NoPoint(PlaceId),
    #[error("{name} is {value}, not from {low} to {high}")]
    OutOfRange { name: &'static str, value: f64, low: f64, high: f64 },
    #[error("the case has {0} staff groups, and a day can tell 64 apart")]
    TooManyGroups(usize),
    #[error("{0} is no Monday of the years 1990 to 2190")]
    NotMonday(Date),
    #[error("there is no pack of rules '{0}', or it has no norm period")]
    UnknownPack(PackId),
    #[error("what came out is not valid, which is a fault of Leon: {0}")]
    Faulty(String),
}
