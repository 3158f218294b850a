//! Made-up days of home care and home nursing: any size, calibrated to a case, the same for the same seed.
//!
//! No citizen, carer or address is real, and [`DayTables::synthetic`](leon_model::DayTables::synthetic) is set. What
//! a day rests on is listed by [`calibration`]; its limits stand in `docs/concepts/generate.md`.

mod allowed;
mod assemble;
mod calibration;
mod calls;
mod carers;
mod citizens;
mod districts;
mod faces;
mod geography;
mod groups;
mod mix;
mod names;
mod options;
mod period;
mod random;
mod staff;
mod transport;
mod visits;
mod work;

pub use calibration::{Calibrated, calibration};
pub use geography::terrain_of;
pub use options::{DayOptions, GenerateError, Terrain};
pub use period::{
    MadeUpPeriod, NightRound, NightWork, PeriodKind, PeriodOptions, generate_period, generate_period_with_rounds,
};

use calls::Call;
use citizens::{Person, Town};
use leon_model::{Case, Day, TaskId};
use mix::Mix;
use random::{Chance, Purpose};

/// A day of visits in a municipality of a case, with as many visits as asked for.
///
/// The errands follow the case's needs in home care and home nursing: task by complexity, in hours. Groups that may
/// do a visit are those that `leon match` allows, and carers are as many of each as the visits take. The same case
/// and options give the same day on every machine.
///
/// # Errors
/// Options out of their range, a place that the case does not have, that needs nothing at home or lies nowhere.
pub fn generate_day(case: &Case, options: &DayOptions) -> Result<Day, GenerateError> {
    generate_day_with_errands(case, options).map(|made| made.day)
}

/// A made-up day, and what its visits are made of, which the day itself does not say.
#[derive(Clone, Debug, PartialEq)]
pub struct MadeUpDay {
    pub day: Day,
    /// By visit, in the day's order: the task of each errand and its share of the visit's minutes. The shares of a
    /// visit add up to 1.
    pub errands: Vec<Vec<(TaskId, f64)>>,
}

/// As [`generate_day`], with the errands that each visit holds.
///
/// # Errors
/// As [`generate_day`].
pub fn generate_day_with_errands(case: &Case, options: &DayOptions) -> Result<MadeUpDay, GenerateError> {
    options.check()?;
    if case.staff_groups.len() > 64 {
        return Err(GenerateError::TooManyGroups(case.staff_groups.len()));
    }
    let mix = Mix::new(case, options)?;
    let (persons, mut calls) = people(case, &mix, options);
    let share =
        |given: Option<f64>, calibrated: f64| (given.unwrap_or(calibrated) * options.visits as f64).round() as usize;
    let doubles = share(options.double_share, calibration::DOUBLE_SHARE.value);
    calls::double(&mix, &persons, &mut calls, doubles, options.seed);
    let screens = share(options.screen_share, calibration::SCREEN_SHARE.value);
    let screen_group = calls::screen(case, &mix, &mut calls, screens, options.seed);
    let day = assemble::day(case, options, &mix, &persons, &calls, screen_group)?;
    let task = |kind: &usize| mix.kinds[*kind].need.task.clone();
    let errands = |call: &Call| call.kinds.iter().map(task).zip(call.shares.iter().copied()).collect();
    Ok(MadeUpDay { day, errands: calls.iter().map(errands).collect() })
}

/// Citizens until they have as many visits as asked for. The last one's are cut off there.
fn people(case: &Case, mix: &Mix<'_>, options: &DayOptions) -> (Vec<Person>, Vec<Call>) {
    let mut town = Town::new(mix, options.days, options.seed);
    let mut chance = Chance::new(options.seed, Purpose::Times);
    let (mut persons, mut calls) = (Vec::new(), Vec::new());
    while calls.len() < options.visits {
        let person = town.next();
        if !person.errands.is_empty() {
            calls.extend(calls::calls_of(case, mix, &person, persons.len(), options.days, &mut chance));
            persons.push(person);
        }
    }
    calls.truncate(options.visits);
    (persons, calls)
}
