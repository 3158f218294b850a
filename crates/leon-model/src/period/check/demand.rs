//! Checks what is asked for: cover, mix and wishes.

use super::{AMOUNT_MAX, At, Checker};
use crate::{Cover, CoverNeed, Days, Experience, Mix, PeriodFault, PeriodList, Person, Strength, Wanted, Who};

/// The most people that a row asks for.
const PEOPLE_MAX: f64 = 10_000.0;

impl Checker<'_> {
    pub(super) fn cover(&mut self) {
        for (entry, it) in self.tables.cover.iter().enumerate() {
            let at = At(PeriodList::Cover, entry);
            self.known(at, "unit", PeriodList::Units, it.unit.as_str());
            self.days(at, &it.days);
            self.who(at, "who", &it.who);
            self.number(at, "weight", it.weight, 0.0, AMOUNT_MAX);
            self.need(at, it);
            if it.need.target() > 0 && !self.tables.people.iter().any(|person| self.can_cover(person, it)) {
                self.add(at, "", PeriodFault::NobodyCovers);
            }
        }
    }

    fn can_cover(&self, person: &Person, row: &Cover) -> bool {
        let functions = self.tables.functions.iter().filter(|it| row.who.functions.contains(&it.id));
        let can_function = row.who.functions.is_empty()
            || functions.into_iter().any(|it| it.competence.as_ref().is_none_or(|it| person.competences.contains(it)));
        let experience = match row.who.experience.as_slice() {
            [] => person.experience != Experience::Trainee,
            listed => listed.contains(&person.experience),
        };
        self.may_work_in(person, &row.unit)
            && (row.who.groups.is_empty() || row.who.groups.contains(&person.group))
            && row.who.competences.iter().all(|it| person.competences.contains(it))
            && can_function
            && experience
    }

    fn need(&mut self, at: At, row: &Cover) {
        self.number(at, "min", f64::from(row.need.min()), 0.0, PEOPLE_MAX);
        match row.need {
            CoverNeed::Table { min, target } => {
                self.number(at, "target", f64::from(target), 0.0, PEOPLE_MAX);
                if target < min {
                    self.add(at, "target", PeriodFault::TargetBelowMin { min, target });
                }
            }
            CoverNeed::Demand { mean, standard_deviation, service_level, .. } => {
                self.number(at, "demand.mean", mean, 0.0, PEOPLE_MAX);
                self.number(at, "demand.standard_deviation", standard_deviation, 0.0, PEOPLE_MAX);
                self.number(at, "demand.service_level", service_level, 0.5, 0.9999);
            }
        }
        let target = row.need.target();
        if let Some(surplus) = row.surplus.filter(|it| *it < target) {
            self.add(at, "surplus", PeriodFault::SurplusBelowTarget { target, surplus });
        }
    }

    pub(super) fn mix(&mut self) {
        for (entry, it) in self.tables.mix.iter().enumerate() {
            let at = At(PeriodList::Mix, entry);
            self.known(at, "unit", PeriodList::Units, it.unit.as_str());
            self.days(at, &it.days);
            self.number(at, "weight", it.weight, 0.0, AMOUNT_MAX);
            match &it.mix {
                Mix::AtLeast { count, of } => {
                    self.who(at, "of", of);
                    self.number(at, "at_least", f64::from(*count), 1.0, PEOPLE_MAX);
                }
                Mix::AtMostPer { of, factor, per } => {
                    self.who(at, "of", of);
                    self.who(at, "per", per);
                    self.number(at, "at_most_each", *factor, 0.0, PEOPLE_MAX);
                }
            }
        }
    }

    fn days(&mut self, at: At, days: &Days) {
        if days.weekdays.is_empty() && days.dates.is_empty() {
            self.add(at, "days", PeriodFault::NoDays);
        }
        for date in &days.dates {
            self.inside(at, "days", *date);
        }
    }

    fn who(&mut self, at: At, field: &str, who: &Who) {
        self.all_known(at, &format!("{field}.groups"), PeriodList::Groups, who.groups.iter().map(|it| it.as_str()));
        let competences = who.competences.iter().map(|it| it.as_str());
        self.all_known(at, &format!("{field}.competences"), PeriodList::Competences, competences);
        let functions = who.functions.iter().map(|it| it.as_str());
        self.all_known(at, &format!("{field}.functions"), PeriodList::Functions, functions);
    }

    pub(super) fn wishes(&mut self) {
        if let Some(round) = self.tables.wish_round {
            self.stretch(At(PeriodList::WishRound, 0), "", round.opens, round.closes, 366);
        }
        for (entry, it) in self.tables.wishes.iter().enumerate() {
            let at = At(PeriodList::Wishes, entry);
            self.known(at, "person", PeriodList::People, it.person.as_str());
            self.inside(at, "from", it.from);
            self.inside(at, "to", it.to);
            if it.to < it.from {
                self.add(at, "to", PeriodFault::LastBeforeFirst { first: it.from, last: it.to });
            }
            if let Wanted::Shift(shift) = &it.wanted {
                self.known(at, "shift", PeriodList::ShiftTypes, shift.as_str());
            }
            if let Strength::Soft(weight) = it.strength {
                self.number(at, "weight", weight, 0.0, AMOUNT_MAX);
            }
            if let (Some(round), Some(stated)) = (self.tables.wish_round, it.stated)
                && !(round.opens..=round.closes).contains(&stated)
            {
                self.add(at, "stated", PeriodFault::WishOutsideRound);
            }
        }
        self.wishes_of_the_round();
    }

    fn wishes_of_the_round(&mut self) {
        let Some(round) = self.tables.wish_round else { return };
        for (entry, person) in self.tables.people.iter().enumerate() {
            let at = At(PeriodList::People, entry);
            let wishes = || self.tables.wishes.iter().filter(|it| it.person == person.id);
            let (found, hard) = (wishes().count(), wishes().filter(|it| it.strength == Strength::Hard).count());
            let name = person.id.to_string();
            if found > round.wishes_max as usize {
                let most = round.wishes_max as usize;
                self.add(at, "", PeriodFault::WishesAboveRound { person: name.clone(), found, most });
            }
            if hard > round.hard_max as usize {
                let most = round.hard_max as usize;
                self.add(at, "", PeriodFault::HardWishesAboveRound { person: name, found: hard, most });
            }
        }
    }
}
