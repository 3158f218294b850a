//! Checks public holidays, units, pools, groups, shift types and goals.

use super::{AMOUNT_MAX, At, Checker, minutes};
use crate::{Date, PeriodFault, PeriodList};
use std::collections::BTreeSet;

impl Checker<'_> {
    pub(super) fn holidays(&mut self) {
        let mut seen = BTreeSet::new();
        for (entry, it) in self.tables.public_holidays.iter().enumerate() {
            let at = At(PeriodList::PublicHolidays, entry);
            self.date(at, "date", it.date);
            self.text(at, "name", &it.name);
            if !seen.insert(it.date) {
                let first = self.tables.public_holidays.iter().position(|other| other.date == it.date).unwrap_or(entry);
                self.add(at, "date", PeriodFault::Duplicate { id: it.date.to_string(), first });
            }
        }
    }

    pub(super) fn units_and_groups(&mut self) {
        for (entry, it) in self.tables.units.iter().enumerate() {
            self.text(At(PeriodList::Units, entry), "name", &it.name);
        }
        for (entry, it) in self.tables.pools.iter().enumerate() {
            let at = At(PeriodList::Pools, entry);
            self.all_known(at, "lends_to", PeriodList::Units, it.lends_to.iter().map(|it| it.as_str()));
        }
        for (entry, it) in self.tables.groups.iter().enumerate() {
            let at = At(PeriodList::Groups, entry);
            self.text(at, "name_da", &it.name_da);
            self.text(at, "name_en", &it.name_en);
            self.number(at, "dkk_per_hour", it.dkk_per_hour.0, 0.0, AMOUNT_MAX);
            self.number(at, "overtime_dkk_per_hour", it.overtime_dkk_per_hour.0, 0.0, AMOUNT_MAX);
        }
        for (entry, it) in self.tables.functions.iter().enumerate() {
            if let Some(competence) = &it.competence {
                let at = At(PeriodList::Functions, entry);
                self.known(at, "competence", PeriodList::Competences, competence.as_str());
            }
        }
    }

    pub(super) fn shift_types(&mut self) {
        for (entry, it) in self.tables.shift_types.iter().enumerate() {
            let at = At(PeriodList::ShiftTypes, entry);
            self.known(at, "unit", PeriodList::Units, it.unit.as_str());
            self.all_known(at, "groups", PeriodList::Groups, it.groups.iter().map(|it| it.as_str()));
            self.all_known(at, "functions", PeriodList::Functions, it.functions.iter().map(|it| it.as_str()));
            self.number(at, "hour_counts", it.hour_counts, 0.0, 1.0);
            self.number(at, "pause_minutes", it.pause.0 as f64, 0.0, 24.0 * 60.0);
            // A date without a clock change says how long the shift is.
            let (begin, end) = it.on(Date(0));
            if it.pause.0 >= minutes(begin, end) {
                let (pause, length) = (it.pause.0, minutes(begin, end));
                self.add(at, "pause_minutes", PeriodFault::PauseFillsShift { pause, length });
            }
            let can = self.tables.people.iter().any(|person| {
                let of_group = it.groups.is_empty() || it.groups.contains(&person.group);
                of_group && self.may_work_in(person, &it.unit) && !person.is_kept_from(it.kind)
            });
            if !can && self.ids[&PeriodList::Units].contains(it.unit.as_str()) {
                self.add(at, "", PeriodFault::NobodyWorks);
            }
        }
    }

    /// Whether a person may work in a unit: their own, or one that a pool of theirs lends to.
    pub(super) fn may_work_in(&self, person: &crate::Person, unit: &crate::UnitId) -> bool {
        let pools = self.tables.pools.iter().filter(|it| person.pools.contains(&it.id));
        person.workplaces.iter().any(|it| it.unit == *unit) || pools.into_iter().any(|it| it.lends_to.contains(unit))
    }

    pub(super) fn goals(&mut self) {
        let mut seen = BTreeSet::new();
        for (entry, level) in self.tables.goals.levels.iter().enumerate() {
            let at = At(PeriodList::Goals, entry);
            if level.is_empty() {
                self.add(at, "", PeriodFault::Empty);
            }
            for (goal, weight) in level {
                self.number(at, goal.word(), *weight, 0.0, AMOUNT_MAX);
                if !seen.insert(*goal) {
                    self.add(at, goal.word(), PeriodFault::GoalTwice { goal: goal.word() });
                }
            }
        }
    }
}
