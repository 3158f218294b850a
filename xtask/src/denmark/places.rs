//! The country, its regions and its municipalities.

use super::input::{InputError, rows};
use leon_model::{EvidenceClass, Figure, Place, PlaceId, PlaceKind};
use std::path::Path;

const POPULATION: &str = "dst-pop";

pub(super) struct Municipality {
    pub(super) id: PlaceId,
    pub(super) name: String,
    pub(super) region: PlaceId,
    pub(super) latitude: f64,
    pub(super) longitude: f64,
    pub(super) population: f64,
    pub(super) population_65_79: f64,
    pub(super) population_80_plus: f64,
}

pub(super) struct Country {
    pub(super) regions: Vec<(PlaceId, String)>,
    pub(super) municipalities: Vec<Municipality>,
}

pub(super) fn read(inputs: &Path) -> Result<Country, InputError> {
    let municipality = |row: super::input::Row| {
        Ok(Municipality {
            id: row.word("code")?,
            name: row.word("name")?,
            region: row.word("region")?,
            latitude: row.number("latitude")?,
            longitude: row.number("longitude")?,
            population: row.number("population")?,
            population_65_79: row.number("population_65_79")?,
            population_80_plus: row.number("population_80_plus")?,
        })
    };
    let regions = rows(inputs, "regions.csv")?;
    Ok(Country {
        regions: regions.iter().map(|row| Ok((row.word("code")?, row.word("name")?))).collect::<Result<_, _>>()?,
        municipalities: rows(inputs, "municipalities.csv")?.into_iter().map(municipality).collect::<Result<_, _>>()?,
    })
}

impl Country {
    /// The places table: the country, the regions, the municipalities.
    ///
    /// A municipality's point is its area's centroid; a region's and the country's are the mean of
    /// their municipalities' points, weighted by population, so that a map shows where people live.
    pub(super) fn places(&self) -> Vec<Place> {
        let all: Vec<_> = self.municipalities.iter().collect();
        let mut places = vec![whole("dk".into(), "Danmark", PlaceKind::Country, None, &all)];
        places.extend(self.regions.iter().map(|(id, name)| {
            let inside: Vec<_> = self.municipalities.iter().filter(|it| it.region == *id).collect();
            whole(id.clone(), name, PlaceKind::Region, Some("dk".into()), &inside)
        }));
        places.extend(
            self.municipalities
                .iter()
                .map(|it| whole(it.id.clone(), &it.name, PlaceKind::Municipality, Some(it.region.clone()), &[it])),
        );
        places
    }
}

fn whole(id: PlaceId, name: &str, kind: PlaceKind, parent: Option<PlaceId>, inside: &[&Municipality]) -> Place {
    let sum = |of: fn(&Municipality) -> f64| inside.iter().map(|it| of(it)).sum::<f64>();
    let population = sum(|it| it.population);
    let mean = |of_all: f64| Some((of_all / population * 10_000.0).round() / 10_000.0);
    let register = |persons| Some(Figure::exact(persons, EvidenceClass::Register, POPULATION));
    Place {
        id,
        name: name.to_owned(),
        kind,
        parent,
        latitude: mean(sum(|it| it.latitude * it.population)),
        longitude: mean(sum(|it| it.longitude * it.population)),
        population: register(population),
        population_80_plus: register(sum(|it| it.population_80_plus)),
    }
}
