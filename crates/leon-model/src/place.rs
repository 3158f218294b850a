//! Places and settings: where care is needed and given.

use crate::task::words;
use crate::{Figure, PlaceId, SettingId};

/// A kind of place, from the country down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceKind {
    Country,
    Region,
    Municipality,
    District,
    Unit,
}

words!(PlaceKind {
    Country => "country",
    Region => "region",
    Municipality => "municipality",
    District => "district",
    Unit => "unit",
});

/// A place in the hierarchy, with a point for maps and distances (WGS 84 degrees).
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub id: PlaceId,
    pub name: String,
    pub kind: PlaceKind,
    pub parent: Option<PlaceId>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub population: Option<Figure>,
    pub population_80_plus: Option<Figure>,
}

impl Place {
    /// Great-circle distance in kilometres to another place, when both have a point.
    pub fn distance_km(&self, other: &Self) -> Option<f64> {
        const EARTH_RADIUS_KM: f64 = 6371.0088;
        let (lat1, lon1) = (self.latitude?.to_radians(), self.longitude?.to_radians());
        let (lat2, lon2) = (other.latitude?.to_radians(), other.longitude?.to_radians());
        let chord = ((lat2 - lat1) / 2.0).sin().powi(2) + lat1.cos() * lat2.cos() * ((lon2 - lon1) / 2.0).sin().powi(2);
        Some(2.0 * EARTH_RADIUS_KM * chord.sqrt().min(1.0).asin())
    }
}

/// A setting (arena): home care, home nursing, nursing home, ward, psychiatry and so on.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    pub id: SettingId,
    pub name_da: String,
    pub name_en: String,
    /// Who runs it: `municipal`, `regional`, `practice`, as the case's author writes it.
    pub sector: String,
}
