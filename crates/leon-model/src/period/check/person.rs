//! Checks people: contract, workplaces, considerations, absences, history.

use super::{AMOUNT_MAX, At, Checker};
use crate::{Consideration, Date, History, PeriodFault, PeriodList, Person, Restriction};
use std::collections::BTreeSet;

/// How long a duty is at most.
const DUTY_DAYS_MAX: i64 = 3;

/// How long an absence is at most: as good as for ever.
const ABSENCE_DAYS_MAX: i64 = 5 * 366;

impl Checker<'_> {
    pub(super) fn people(&mut self) {
        for (entry, it) in self.tables.people.iter().enumerate() {
            let at = At(PeriodList::People, entry);
            self.known(at, "group", PeriodList::Groups, it.group.as_str());
            self.all_known(at, "competences", PeriodList::Competences, it.competences.iter().map(|it| it.as_str()));
            self.all_known(at, "pools", PeriodList::Pools, it.pools.iter().map(|it| it.as_str()));
            self.contract(at, it);
            self.workplaces(at, it);
            for (index, consideration) in it.considerations.iter().enumerate() {
                self.consideration(at, &format!("considerations[{index}]"), consideration);
            }
            self.times(at, it);
            self.history(at, &it.history);
        }
    }

    fn contract(&mut self, at: At, person: &Person) {
        let contract = &person.contract;
        self.id(at, "contract.agreement", contract.agreement.as_str());
        self.number(at, "contract.full_time_hours_per_week", contract.full_time_hours_per_week.0, 1.0, 60.0);
        self.number(at, "contract.hours_per_week", contract.hours_per_week.0, 0.0, 60.0);
        let norm = contract.norm;
        self.date(at, "contract.norm.first", norm.first);
        self.number(at, "contract.norm.weeks", f64::from(norm.weeks), 1.0, 53.0);
        self.number(at, "contract.norm.worked_hours", norm.worked.0 as f64 / 60.0, -1e4, 1e4);
        let end = i64::from(norm.first.0) + 7 * i64::from(norm.weeks);
        if end <= i64::from(self.tables.first.0) || norm.first > self.tables.last {
            let (first, weeks) = (norm.first, norm.weeks);
            self.add(at, "contract.norm", PeriodFault::NormElsewhere { first, weeks });
        }
        if let Some(posted) = contract.posted {
            self.date(at, "contract.posted", posted);
        }
        // A rule that names agreements and not this one leaves somebody without rules by oversight.
        let mut rules =
            self.tables.packs.iter().flat_map(|it| &it.rules).filter(|it| !it.agreements.is_empty()).peekable();
        if rules.peek().is_some() && !rules.any(|it| it.agreements.contains(&contract.agreement)) {
            let agreement = contract.agreement.as_str().to_owned();
            self.add(at, "contract.agreement", PeriodFault::AgreementWithoutRules { agreement });
        }
    }

    fn workplaces(&mut self, at: At, person: &Person) {
        if person.workplaces.is_empty() {
            self.add(at, "workplaces", PeriodFault::Empty);
            return;
        }
        let mut seen = BTreeSet::new();
        for (index, it) in person.workplaces.iter().enumerate() {
            let field = format!("workplaces[{index}]");
            self.known(at, &format!("{field}.unit"), PeriodList::Units, it.unit.as_str());
            self.number(at, &format!("{field}.share"), it.share, 0.0, 1.0);
            if !seen.insert(&it.unit) {
                self.add(at, format!("{field}.unit"), PeriodFault::Repeated { id: it.unit.to_string() });
            }
        }
        let sum: f64 = person.workplaces.iter().map(|it| it.share).sum();
        if (sum - 1.0).abs() > 0.005 {
            self.add(at, "workplaces", PeriodFault::SharesNotWhole { sum });
        }
        if let Some(leader) = &person.leader
            && !person.workplaces.iter().any(|it| it.unit == *leader)
        {
            self.add(at, "leader", PeriodFault::LeaderElsewhere { unit: leader.to_string() });
        }
    }

    fn consideration(&mut self, at: At, field: &str, it: &Consideration) {
        match &it.restriction {
            Restriction::NotKinds(kinds) if kinds.is_empty() => {
                self.add(at, format!("{field}.not_kinds"), PeriodFault::Empty);
            }
            Restriction::LengthMax(most) => {
                self.number(at, &format!("{field}.length_max_hours"), most.0 as f64 / 60.0, 0.0, 72.0);
            }
            Restriction::BurdenShareMax(share) => {
                self.number(at, &format!("{field}.burden_share_max"), *share, 0.0, 1.0);
            }
            Restriction::RestMin(least) => {
                self.number(at, &format!("{field}.rest_min_hours"), least.0 as f64 / 60.0, 0.0, 168.0);
            }
            _ => {}
        }
    }

    fn times(&mut self, at: At, person: &Person) {
        for (index, it) in person.absences.iter().enumerate() {
            let field = format!("absences[{index}].");
            self.stretch(at, &field, it.from, it.to, ABSENCE_DAYS_MAX);
            self.number(at, &format!("{field}credited_hours"), it.credited.0 as f64 / 60.0, 0.0, 1e4);
        }
        for (index, it) in person.fixed_duties.iter().enumerate() {
            let field = format!("fixed_duties[{index}].");
            self.text(at, &format!("{field}label"), &it.label);
            self.stretch(at, &field, it.start, it.end, DUTY_DAYS_MAX);
            if it.end > it.start && it.end <= self.tables.first.midnight() || it.start >= self.tables.span().1 {
                self.add(at, format!("{field}from"), PeriodFault::DateOutside { date: it.start.danish_date() });
            }
        }
    }

    fn history(&mut self, at: At, history: &History) {
        let begins = self.tables.first.midnight();
        for (index, it) in history.duties.iter().enumerate() {
            let field = format!("history.duties[{index}].");
            self.stretch(at, &field, it.start, it.end, DUTY_DAYS_MAX);
            if it.start >= begins {
                self.add(at, format!("{field}from"), PeriodFault::HistoryInPeriod { at: it.start });
            }
            if index > 0 && it.start < history.duties[index - 1].end {
                self.add(at, format!("{field}from"), PeriodFault::Overlap { begin: it.start });
            }
        }
        let mut before: Option<Date> = None;
        for (index, it) in history.weeks.iter().enumerate() {
            let field = format!("history.weeks[{index}]");
            self.date(at, &format!("{field}.monday"), it.monday);
            if it.monday != it.monday.monday() {
                self.add(at, format!("{field}.monday"), PeriodFault::NotMonday { date: it.monday });
            } else if it.monday >= self.tables.first {
                self.add(at, format!("{field}.monday"), PeriodFault::HistoryInPeriod { at: it.monday.midnight() });
            } else if before.is_some_and(|before| it.monday <= before) {
                self.add(at, format!("{field}.monday"), PeriodFault::WeeksUnordered { date: it.monday });
            }
            before = Some(it.monday);
            self.number(at, &format!("{field}.hours"), it.hours.0 as f64 / 60.0, 0.0, 168.0);
            self.number(at, &format!("{field}.night_hours"), it.night_hours.0 as f64 / 60.0, 0.0, 168.0);
            self.number(at, &format!("{field}.days_away"), f64::from(it.days_away), 0.0, 7.0);
        }
        for kind in crate::Burden::ALL {
            let hours = history.burden.of(kind).0 as f64 / 60.0;
            self.number(at, &format!("history.burden_hours.{}", kind.word()), hours, -AMOUNT_MAX, AMOUNT_MAX);
        }
    }
}
