//! What projections need: inhabitants by age to 2045, who uses care, and how staff come and go.
//!
//! Statistics Denmark's municipal projection is at hand to 2040. For 2045 each municipality's 2040 is carried on
//! with the nation's growth by age in an older projection (UN 2019), and with half of its own deviation from
//! the nation's growth of the five years before. The same rule from 2035 to 2040, against what Statistics
//! Denmark says of 2040, gives its error.

use super::input::{InputError, Row, rows};
use super::sources::Assumptions;
use leon_model::{
    AgeBand, CareUse, EvidenceClass, Figure, FiveYears, Inhabitants, PastInhabitants, PlaceId, StaffFlow, Workforce,
    Year,
};
use std::collections::BTreeMap;
use std::path::Path;

const BASE: Year = Year(2026);
const LAST_PUBLISHED: Year = Year(2040);
const EXTENDED: Year = Year(2045);
const BANDS: usize = AgeBand::ALL.len();

type Bands = [f64; BANDS];

/// Inhabitants of each municipality, by year, as published.
struct Published(BTreeMap<PlaceId, BTreeMap<Year, Bands>>);

/// The table of inhabitants: what is published, and 2045.
pub(super) fn population(inputs: &Path, assumptions: &Assumptions) -> Result<Vec<Inhabitants>, InputError> {
    let published = Published::read(inputs)?;
    let growth = un_growth(inputs)?;
    let error_a_year = AgeBand::ALL.iter().map(|age| {
        let id = if *age >= AgeBand::From65 { "population_error_from_65" } else { "population_error_to_64" };
        assumptions.value(id)
    });
    let error_a_year: Vec<f64> = error_a_year.collect();
    let error = published.extension_error(growth[0]);
    let mut table = Vec::new();
    for (place, years) in &published.0 {
        for (&year, bands) in years {
            let error = |band: usize| error_a_year[band] * f64::from(year.since(BASE));
            table.extend(inhabitants(place, year, bands, EvidenceClass::Register, source(year), error));
        }
    }
    let extended = published.extended(LAST_PUBLISHED, growth[1]);
    for (place, bands) in &extended {
        let error = |band: usize| error[band] + error_a_year[band] * f64::from(EXTENDED.since(BASE));
        table.extend(inhabitants(place, EXTENDED, bands, EvidenceClass::Assumption, "a-pop-2045", error));
    }
    Ok(table)
}

fn source(year: Year) -> &'static str {
    if year == BASE { "dst-pop" } else { "dst-frkm126" }
}

fn inhabitants(
    place: &PlaceId,
    year: Year,
    bands: &Bands,
    class: EvidenceClass,
    source: &str,
    error: impl Fn(usize) -> f64,
) -> Vec<Inhabitants> {
    let row = |(band, &age): (usize, &AgeBand)| {
        let value = bands[band].round();
        let (low, high) = ((value * (1.0 - error(band))).round(), (value * (1.0 + error(band))).round());
        let persons = Figure { value, low, high, class, source: source.into() };
        Inhabitants { place: place.clone(), year, age, persons }
    };
    AgeBand::ALL.iter().enumerate().map(row).collect()
}

impl Published {
    fn read(inputs: &Path) -> Result<Self, InputError> {
        let mut all: BTreeMap<PlaceId, BTreeMap<Year, Bands>> = BTreeMap::new();
        for row in rows(inputs, "population.csv")? {
            let mut bands = [0.0; BANDS];
            for (band, age) in AgeBand::ALL.iter().enumerate() {
                bands[band] = row.number(age.as_str())?;
            }
            let year = Year(row.number("year")? as u32);
            all.entry(row.word("code")?).or_default().insert(year, bands);
        }
        Ok(Self(all))
    }

    /// Inhabitants of all municipalities in a year.
    fn national(&self, year: Year) -> Bands {
        let mut sum = [0.0; BANDS];
        for bands in self.0.values().filter_map(|years| years.get(&year)) {
            sum.iter_mut().zip(bands).for_each(|(sum, it)| *sum += it);
        }
        sum
    }

    /// Each municipality five years on: the nation's growth, and half of its own deviation in the five years before;
    /// made to add up to the nation.
    fn extended(&self, from: Year, growth: Bands) -> BTreeMap<PlaceId, Bands> {
        let before = Year(from.0 - 5);
        let (now, then) = (self.national(from), self.national(before));
        let carried = |years: &BTreeMap<Year, Bands>| -> Bands {
            std::array::from_fn(|band| {
                let own = years[&from][band] / years[&before][band].max(1.0);
                let deviation = own / (now[band] / then[band]);
                years[&from][band] * growth[band] * deviation.sqrt()
            })
        };
        let mut places: BTreeMap<PlaceId, Bands> =
            self.0.iter().map(|(place, years)| (place.clone(), carried(years))).collect();
        let sum = |band: usize| places.values().map(|bands| bands[band]).sum::<f64>();
        let to_nation: Bands = std::array::from_fn(|band| now[band] * growth[band] / sum(band));
        for bands in places.values_mut() {
            bands.iter_mut().zip(&to_nation).for_each(|(it, factor)| *it *= factor);
        }
        places
    }

    /// The relative error of the rule from 2035 to 2040: the root of the mean square over municipalities, by age.
    fn extension_error(&self, growth: Bands) -> Bands {
        let extended = self.extended(Year(LAST_PUBLISHED.0 - 5), growth);
        std::array::from_fn(|band| {
            let squares = extended.iter().map(|(place, bands)| {
                let published = self.0[place][&LAST_PUBLISHED][band];
                ((bands[band] - published) / published.max(1.0)).powi(2)
            });
            (squares.sum::<f64>() / extended.len() as f64).sqrt()
        })
    }
}

/// The nation's growth by age in the older projection: from 2035 to 2040, and from 2040 to 2045.
fn un_growth(inputs: &Path) -> Result<[Bands; 2], InputError> {
    let mut sums = [[0.0; BANDS]; 3];
    for row in rows(inputs, "population_un.csv")? {
        let age: String = row.word("age")?;
        let from: u32 = age.split(['-', '+']).next().and_then(|it| it.parse().ok()).unwrap_or(0);
        for (year, column) in ["2035", "2040", "2045"].into_iter().enumerate() {
            let persons = row.number(column)?;
            // Five ages alike, each to its band.
            for age in from..from + 5 {
                sums[year][band_of(age)] += persons / 5.0;
            }
        }
    }
    let growth = |from: usize| std::array::from_fn(|band| sums[from + 1][band] / sums[from][band]);
    Ok([growth(0), growth(1)])
}

fn band_of(age: u32) -> usize {
    [6, 17, 20, 35, 65, 80].iter().filter(|from| age >= **from).count()
}

/// The nation as it was counted since 1986.
pub(super) fn history(inputs: &Path) -> Result<Vec<PastInhabitants>, InputError> {
    let of_row = |row: Row| -> Result<Vec<PastInhabitants>, InputError> {
        let year = Year(row.number("year")? as u32);
        let counted = |age: &FiveYears| {
            let persons = Figure::exact(row.number(age.as_str())?, EvidenceClass::Register, "dst-befolk2");
            Ok(PastInhabitants { place: "dk".into(), year, age: *age, persons })
        };
        FiveYears::ALL.iter().map(counted).collect()
    };
    Ok(rows(inputs, "population_history.csv")?.into_iter().map(of_row).collect::<Result<Vec<_>, _>>()?.concat())
}

/// Who uses care: the weights by which the nation's hours are spread over places, with their range.
pub(super) fn care_use(inputs: &Path) -> Result<Vec<CareUse>, InputError> {
    let of_row = |row: Row| -> Result<Vec<CareUse>, InputError> {
        let columns: [(&str, &[AgeBand]); 3] =
            [("by_80_plus", &[AgeBand::From80]), ("by_65_79", &[AgeBand::From65]), ("by_population", &[])];
        let mut uses = Vec::new();
        for (column, ages) in columns {
            let value = row.number(column)?;
            if value > 0.0 {
                let (low, high) = (round(value * 0.8), round((value * 1.2).min(1.0)));
                let share = Figure::assumed(value, low, high, row.text("source")?);
                uses.push(CareUse { setting: row.word("setting")?, ages: ages.to_vec(), share });
            }
        }
        // A setting with one kind of users has no range: the shares add up to 1.
        if let [only] = &mut uses[..] {
            (only.share.low, only.share.high) = (only.share.value, only.share.value);
        }
        Ok(uses)
    };
    Ok(rows(inputs, "spread.csv")?.into_iter().map(of_row).collect::<Result<Vec<_>, _>>()?.concat())
}

fn round(share: f64) -> f64 {
    (share * 10_000.0).round() / 10_000.0
}

/// How staff come, age and go.
pub(super) fn workforce(inputs: &Path) -> Result<Vec<Workforce>, InputError> {
    let row = |row: Row| {
        Ok(Workforce {
            group: row.word("staff_group")?,
            flow: row.parse("flow", StaffFlow::parse)?,
            age_from: row.optional_number("age_from")?.map(|age| age as u32),
            value: row.figure()?,
        })
    };
    rows(inputs, "workforce.csv")?.into_iter().map(row).collect()
}
