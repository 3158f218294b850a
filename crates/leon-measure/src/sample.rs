//! Days drawn for the types of municipality that there are: town, mixed, rural, island.

use crate::take_up::seed_of;
use leon_generate::{DayOptions, GenerateError, Terrain, generate_day_with_errands, terrain_of};
use leon_model::{Case, Day, Moment, Place, PlaceId, PlaceKind, TaskId};

/// A day to be planned twice.
#[derive(Clone, Debug, PartialEq)]
pub struct SampledDay {
    pub municipality: PlaceId,
    pub terrain: Terrain,
    pub day: Day,
    /// By visit: its errands' tasks and their shares of its time.
    pub errands: Vec<Vec<(TaskId, f64)>>,
    /// Of the draws who has taken a measure up.
    pub seed: u64,
}

impl SampledDay {
    /// A day that is given, as a real one: each visit's task is all that it is for.
    pub fn given(municipality: impl Into<PlaceId>, terrain: Terrain, day: Day, seed: u64) -> Self {
        let errands = |it: &leon_model::Visit| it.task.iter().map(|it| (it.0.clone(), 1.0)).collect();
        let errands = day.visits.iter().map(errands).collect();
        Self { municipality: municipality.into(), terrain, day, errands, seed }
    }
}

/// What days are to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct SampleOptions {
    /// Where; days are drawn for each.
    pub municipalities: Vec<PlaceId>,
    /// Days for each municipality.
    pub days: usize,
    /// Visits of each day.
    pub visits: usize,
    pub seed: u64,
    /// Local midnight of every day.
    pub date: Moment,
}

/// Draws days. The same case and options give the same days on every machine, whatever measure they are for.
///
/// # Errors
/// As [`leon_generate::generate_day`].
pub fn draw_days(case: &Case, options: &SampleOptions) -> Result<Vec<SampledDay>, GenerateError> {
    let mut days = Vec::with_capacity(options.municipalities.len() * options.days);
    for municipality in &options.municipalities {
        let terrain = terrain_of(case, municipality);
        let terrain = terrain.ok_or_else(|| GenerateError::UnknownPlace(municipality.clone()))?;
        for number in 0..options.days {
            // Each day of each municipality is drawn apart from all others.
            let seed = seed_of(municipality.as_str(), &number.to_string(), options.seed);
            let day = DayOptions::new(municipality.clone(), options.visits, seed, options.date);
            let made = generate_day_with_errands(case, &day)?;
            let (day, errands) = (made.day, made.errands);
            days.push(SampledDay { municipality: municipality.clone(), terrain, day, errands, seed });
        }
    }
    Ok(days)
}

/// One municipality for each type that the case has: the one in the middle by its citizens of 80 years and more.
pub fn typical_municipalities(case: &Case) -> Vec<PlaceId> {
    let typical = |terrain| {
        let mut places = of_type(case, terrain);
        places.sort_by(|one, other| old(one).total_cmp(&old(other)).then(one.id.cmp(&other.id)));
        places.get(places.len() / 2).map(|it| it.id.clone())
    };
    Terrain::ALL.into_iter().filter_map(typical).collect()
}

/// What a type of municipality weighs: its citizens of 80 years and more, who get most of the care at home.
pub fn weight_of(case: &Case, terrain: Terrain) -> f64 {
    of_type(case, terrain).into_iter().map(old).sum()
}

fn of_type(case: &Case, terrain: Terrain) -> Vec<&Place> {
    let is_one = |it: &&Place| it.kind == PlaceKind::Municipality && terrain_of(case, &it.id) == Some(terrain);
    case.places.iter().filter(is_one).collect()
}

/// Citizens of 80 years and more; where the case does not say, all citizens at one in sixteen.
fn old(place: &Place) -> f64 {
    let all = || place.population.as_ref().map_or(1.0, |it| it.value / 16.0);
    place.population_80_plus.as_ref().map_or_else(all, |it| it.value)
}
