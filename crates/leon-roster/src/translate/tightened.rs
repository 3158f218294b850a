//! What a check finds beyond what the numbers say: asked more strictly of single people when the search goes on.

use super::duties::minute;
use leon_check::{Measure, RosterBroken, RosterVerdict, RuleFound};
use leon_model::{ClauseKind, Date, Minutes, Period};
use std::collections::{BTreeMap, BTreeSet};

/// What is asked of single people beyond the numbers of the translation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tightened {
    /// By person: days off on top of those that the rest periods take.
    pub days_off: BTreeMap<usize, i64>,
    /// Person and the Monday of a week in which no rest may be shortened.
    pub whole_rest: BTreeSet<(usize, Date)>,
    /// People whose rests may not be shortened at all.
    pub always_whole_rest: BTreeSet<usize>,
    /// Person, first and last date, and the hours to which the duties between them are held.
    pub hours: BTreeMap<(usize, Date, Date), Minutes>,
    /// By person: by how many days sooner the weekly rest comes.
    pub sooner: BTreeMap<usize, u32>,
}

impl Tightened {
    /// Whether a person's rest before a duty on a date may be shortened, where rules allow it.
    pub fn may_shorten(&self, person: usize, date: Date) -> bool {
        !self.always_whole_rest.contains(&person) && !self.whole_rest.contains(&(person, date.monday()))
    }

    /// For the last search: whoever had a rest shortened too often has none shortened any more.
    pub fn be_strict(&mut self) {
        self.always_whole_rest.extend(self.whole_rest.iter().map(|it| it.0));
    }

    /// Adds what a check found. Whether there was anything that can be asked more strictly.
    pub fn add(&mut self, period: &Period, verdict: &RosterVerdict) -> bool {
        let before = self.clone();
        for broken in &verdict.broken {
            let RosterBroken::Rule(found) = broken else { continue };
            let person = found.person.as_ref().and_then(|it| period.person_index(it));
            if let Some(person) = person {
                self.add_rule(period, person, found);
            }
        }
        *self != before
    }

    fn add_rule(&mut self, period: &Period, person: usize, found: &RuleFound) {
        let (from, to) = (found.from.danish_date(), found.to.danish_date());
        match (found.kind, found.found, found.asked) {
            (ClauseKind::RestPeriods, Measure::Count(found), Measure::Count(asked)) => {
                *self.days_off.entry(person).or_default() += (asked - found).max(1);
            }
            (ClauseKind::DailyRest | ClauseKind::CompensatingRest, ..) => {
                // What else was shortened in that week made it so. A second time is once too often.
                let weeks = [from - 1, to].map(|it| (person, it.monday()));
                let is_known = weeks.iter().any(|it| self.whole_rest.contains(it));
                self.whole_rest.extend(weeks);
                if is_known {
                    self.always_whole_rest.insert(person);
                }
            }
            (ClauseKind::WeeklyRest, ..) => *self.sooner.entry(person).or_default() = 1,
            (ClauseKind::AverageHours | ClauseKind::NightHours, Measure::Time(mean), Measure::Time(asked)) => {
                let (first, last) = (from.max(period.first), (to - 1).min(period.last));
                let all = minute(found.to) - minute(found.from);
                // What the mean is above the limit, over all days that it is taken over, and a little more.
                let per_day = if found.kind == ClauseKind::AverageHours { 7 } else { 1 };
                let above = (mean - asked).0 * all / (1440 * per_day) + 60;
                let worked = self.hours.get(&(person, first, last)).copied();
                let most = worked.unwrap_or(Minutes(i64::MAX / 4)).0.min(asked.0 * all / (1440 * per_day));
                self.hours.insert((person, first, last), Minutes((most - above).max(0)));
            }
            _ => {}
        }
    }
}
