//! Rounds of nursing homes by night that become calls, and how many people at work that takes.

use crate::apply_period::{is_at, set_need};
use crate::take_up::draw;
use leon_generate::NightWork;
use leon_model::{Cover, CoverNeed, MeasureId, PeriodTables, ShiftKind};

/// What a measure makes of a home's rounds.
pub(crate) struct Calls {
    /// Of rounds, those that are gone no more.
    pub(crate) dropped: f64,
    /// Minutes of calls for each resident and night.
    pub(crate) minutes: f64,
    /// People who stay by night where there were as many.
    pub(crate) at_least: u32,
}

impl Calls {
    /// Derives the need of a home's nights from rounds and calls; the number of rows that change.
    ///
    /// Today's people at work are those whom the home's night takes: of *n* people the last is needed for a part of the
    /// night that is not known and drawn evenly. With the measure that part, and what is left of the others, is rounded
    /// up to whole people, so that a home releases nobody or somebody, and all homes together what rounds and calls come
    /// to. Who must hold a competence or take a function is asked for as before.
    pub(crate) fn need(&self, tables: &mut PeriodTables, night: &NightWork, measure: &MeasureId, seed: u64) -> usize {
        let (spared, first) = (self.minutes_spared(night, measure, seed), tables.first);
        let last = draw(night.unit.as_str(), "last at work by night", seed);
        let shifts = &tables.shift_types;
        let of_all = |row: &Cover| row.who.competences.is_empty() && row.who.functions.is_empty();
        let mut changed = 0;
        for row in tables.cover.iter_mut().filter(|row| row.unit == night.unit && of_all(row)) {
            let CoverNeed::Table { min, target } = row.need else { continue };
            if !is_at(row, &[ShiftKind::Night], shifts) {
                continue;
            }
            let (from, to) = row.span.on(first);
            let people = spared / (night.filled * (to - from).minutes());
            let [min, target] = [min, target].map(|it| left(it, last, people, self.at_least));
            let need = CoverNeed::Table { min, target };
            changed += usize::from(need != row.need);
            set_need(row, need);
        }
        changed
    }

    /// Minutes of a night that people at work are spared: rounds that are gone no more, less calls.
    fn minutes_spared(&self, night: &NightWork, measure: &MeasureId, seed: u64) -> f64 {
        let is_dropped =
            |number: usize| draw(&format!("{}.{number}", night.unit), measure.as_str(), seed) < self.dropped;
        let dropped = night.rounds.iter().enumerate().filter(|(number, _)| is_dropped(*number));
        dropped.map(|(_, round)| round.minutes).sum::<f64>() - self.minutes * night.residents as f64
    }
}

/// People needed of `count`, the last of them for the part `last` of the night, when the work of `people` is gone.
fn left(count: u32, last: f64, people: f64, at_least: u32) -> u32 {
    if count == 0 {
        return 0;
    }
    let work = f64::from(count - 1) + last - people;
    // A last part of nothing at all is none.
    let whole = (work - 1e-9).ceil().max(0.0) as u32;
    whole.max(at_least.min(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_people_are_left_and_the_mean_is_what_the_work_comes_to() {
        // Of three people the last is needed for a quarter of the night: 2.25 − 0.5 = 1.75, two people; for three
        // quarters: 2.75 − 0.5 = 2.25, three.
        assert_eq!((left(3, 0.25, 0.5, 1), left(3, 0.75, 0.5, 1)), (2, 3));
        // Never below what must be there, and nobody where nobody was.
        assert_eq!((left(3, 0.5, 9.0, 2), left(1, 0.5, 9.0, 2), left(0, 0.5, 9.0, 2)), (2, 1, 0));
        // More calls than rounds take more people.
        assert_eq!(left(2, 0.9, -0.3, 1), 3);
        // Over all parts that the last may be needed for, 0.4 of a person is 0.4 of a person.
        let mean = (0..1000).map(|at| f64::from(left(3, (f64::from(at) + 0.5) / 1000.0, 0.4, 0))).sum::<f64>() / 1000.0;
        assert!((mean - 2.6).abs() < 0.002, "{mean}");
    }
}
