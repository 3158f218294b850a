//! Rounds of nursing homes by night: whom people at work look in on, and how long it takes.

use super::calibration as calibrated;
use super::{PeriodKind, PeriodOptions, names};
use crate::random::{Chance, Purpose};
use leon_model::UnitId;

/// A nursing home's usual night.
#[derive(Clone, Debug, PartialEq)]
pub struct NightWork {
    pub unit: UnitId,
    pub residents: usize,
    /// Every look in on a resident, those of a resident beside each other.
    pub rounds: Vec<NightRound>,
    /// Of a night at work, what can be filled with residents.
    pub filled: f64,
}

/// One look in on one resident.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NightRound {
    /// From 0.
    pub resident: usize,
    pub minutes: f64,
}

/// The usual night of each nursing home of a period; other units go no rounds.
pub(super) fn night_work(options: &PeriodOptions, code: &str) -> Vec<NightWork> {
    if options.kind != PeriodKind::NursingHome {
        return Vec::new();
    }
    let mut chance = Chance::new(options.seed, Purpose::NightRounds);
    let people = options.people as f64 / options.teams() as f64;
    let home = |at: usize| {
        let residents = (people * calibrated::NIGHT_RESIDENTS.value).round() as usize;
        let mut rounds = Vec::new();
        for resident in 0..residents {
            let mean = 2.0 * chance.even() * calibrated::NIGHT_ROUNDS.value;
            for _ in 0..chance.whole(mean) {
                let minutes = (0.5 + chance.even()) * calibrated::NIGHT_ROUND_MINUTES.value;
                rounds.push(NightRound { resident, minutes });
            }
        }
        NightWork { unit: names::unit(code, at), residents, rounds, filled: calibrated::NIGHT_FILLED.value }
    };
    (0..options.teams()).map(home).collect()
}
