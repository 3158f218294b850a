//! The checks that make a scenario fit a case.

use super::*;
use crate::{StaffFlow, Table};
use std::collections::BTreeMap;

pub(super) fn problems(scenario: &Scenario, case: &Case) -> Vec<ScenarioProblem> {
    let mut checker = Checker { scenario, case, problems: Vec::new() };
    checker.technologies();
    checker.rules();
    checker.staff();
    checker.need();
    checker.costs();
    checker.others_reckoned();
    checker.problems.sort_by_key(|it| (it.list, it.entry));
    checker.problems
}

struct Checker<'a> {
    scenario: &'a Scenario,
    case: &'a Case,
    problems: Vec<ScenarioProblem>,
}

/// Where the entry under the lens stands.
#[derive(Clone, Copy)]
struct At(ScenarioList, usize);

/// What values of a figure mean something.
#[derive(Clone, Copy, PartialEq)]
enum Values {
    Share,
    Positive,
    Any,
}

impl Checker<'_> {
    fn add(&mut self, at: At, field: &'static str, fault: ScenarioFault) {
        self.problems.push(ScenarioProblem { list: at.0, entry: at.1, field, fault });
    }

    fn known(&mut self, at: At, field: &'static str, kind: Table, id: &str, is_known: bool) -> bool {
        if !is_known {
            self.add(at, field, ScenarioFault::UnknownId { kind, id: id.to_owned() });
        }
        is_known
    }

    fn group(&mut self, at: At, field: &'static str, id: &GroupId) -> bool {
        let known = self.case.staff_groups.iter().any(|it| it.id == *id);
        self.known(at, field, Table::StaffGroups, id.as_str(), known)
    }

    fn setting(&mut self, at: At, field: &'static str, id: &SettingId) -> bool {
        let known = self.case.settings.iter().any(|it| it.id == *id);
        self.known(at, field, Table::Settings, id.as_str(), known)
    }

    fn task(&mut self, at: At, field: &'static str, id: &TaskId) -> bool {
        let known = self.case.tasks.iter().any(|it| it.id == *id);
        self.known(at, field, Table::Tasks, id.as_str(), known)
    }

    fn year(&mut self, at: At, field: &'static str, year: Year) {
        let years = self.case.population.iter().map(|it| it.year);
        if let (Some(first), Some(last)) = (years.clone().min(), years.max())
            && !(first..=last).contains(&year)
        {
            self.add(at, field, ScenarioFault::YearOutside { year, first, last });
        }
    }

    fn years(&mut self, at: At, from: Year, to: Year) {
        self.year(at, "from", from);
        if from > to {
            self.add(at, "to", ScenarioFault::YearsReversed { from, to });
        }
    }

    fn figure(&mut self, at: At, field: &'static str, figure: &Figure, values: Values) {
        let Figure { value, low, high, .. } = *figure;
        // Also when one of them is not a number.
        if !(low.is_finite() && high.is_finite() && low <= value && value <= high) {
            return self.add(at, field, ScenarioFault::OutsideRange { value, low, high });
        }
        match values {
            Values::Share => {
                if let Some(value) = [low, high].into_iter().find(|it| !(0.0..=1.0).contains(it)) {
                    self.add(at, field, ScenarioFault::NotAShare { value });
                }
            }
            Values::Positive if low <= 0.0 => self.add(at, field, ScenarioFault::NotPositive { value: low }),
            Values::Positive | Values::Any => {}
        }
        let known = self.case.sources.iter().any(|it| it.id == figure.source);
        self.known(at, field, Table::Sources, figure.source.as_str(), known);
    }

    fn twice<K: Ord>(&mut self, list: ScenarioList, field: &'static str, keys: impl Iterator<Item = K>) {
        let mut first = BTreeMap::new();
        for (entry, key) in keys.enumerate() {
            let stands = *first.entry(key).or_insert(entry);
            if stands != entry {
                self.add(At(list, entry), field, ScenarioFault::Twice { first: stands });
            }
        }
    }

    fn technologies(&mut self) {
        if self.case.population.is_empty() {
            self.add(At(ScenarioList::Technologies, 0), "", ScenarioFault::NoPopulation);
        }
        for (entry, it) in self.scenario.technologies.iter().enumerate() {
            let at = At(ScenarioList::Technologies, entry);
            self.figure(at, "ceiling", &it.ceiling, Values::Share);
            self.curve(at, it.curve);
            let found = self.case.technologies.iter().find(|known| known.id == it.technology);
            if !self.known(at, "technology", Table::Technologies, it.technology.as_str(), found.is_some()) {
                continue;
            }
            match &it.effect {
                UptakeEffect::OfCase if found.is_some_and(|it| it.effect.is_none()) => {
                    self.add(at, "effect", ScenarioFault::NoEffect);
                }
                UptakeEffect::OfCase => {}
                UptakeEffect::Claim { own_hours } => {
                    if found.is_some_and(|it| it.claimed_fte.is_none() || it.tasks.is_empty()) {
                        self.add(at, "effect", ScenarioFault::NoClaim);
                    }
                    if let Some((share, group)) = own_hours {
                        self.figure(at, "own_hours_share", share, Values::Any);
                        self.group(at, "own_hours_group", group);
                    }
                }
                UptakeEffect::Other(effect) => {
                    self.figure(at, "eligible_share", &effect.eligible_share, Values::Share);
                    self.figure(at, "adoption", &effect.adoption, Values::Share);
                    self.figure(at, "freed_share", &effect.freed_share, Values::Share);
                    self.figure(at, "own_hours_share", &effect.own_hours_share, Values::Any);
                    self.group(at, "own_hours_group", &effect.own_hours_group);
                }
            }
        }
        let ids = self.scenario.technologies.iter().map(|it| &it.technology);
        self.twice(ScenarioList::Technologies, "technology", ids);
        self.local_uptakes();
    }

    /// Places where technologies spread otherwise, numbered over all technologies.
    fn local_uptakes(&mut self) {
        let list = ScenarioList::LocalUptakes;
        let technologies = self.scenario.technologies.iter();
        let places: Vec<_> = technologies.flat_map(|of| of.places.iter().map(move |it| (&of.technology, it))).collect();
        for (entry, (_, it)) in places.iter().enumerate() {
            let at = At(list, entry);
            let known = self.case.places.iter().any(|place| place.id == it.place);
            self.known(at, "place", Table::Places, it.place.as_str(), known);
            self.figure(at, "ceiling", &it.ceiling, Values::Share);
            self.curve(at, it.curve);
        }
        self.twice(list, "place", places.iter().map(|(technology, it)| (*technology, &it.place)));
    }

    fn curve(&mut self, at: At, curve: Curve) {
        match curve {
            Curve::Linear(ramp) => self.years(at, ramp.from, ramp.to),
            Curve::Logistic { from, half, years_10_to_90 } => {
                self.years(at, from, half);
                self.positive(at, "years_10_to_90", years_10_to_90);
            }
            Curve::Bass { from, innovation, imitation } => {
                self.year(at, "from", from);
                self.positive(at, "innovation", innovation);
                if imitation.is_nan() || imitation < 0.0 {
                    self.add(at, "imitation", ScenarioFault::NotPositive { value: imitation });
                }
            }
        }
    }

    fn positive(&mut self, at: At, field: &'static str, value: f64) {
        if !(value > 0.0 && value.is_finite()) {
            self.add(at, field, ScenarioFault::NotPositive { value });
        }
    }

    fn rules(&mut self) {
        for (entry, it) in self.scenario.lifts.iter().enumerate() {
            let at = At(ScenarioList::Lifts, entry);
            self.year(at, "from", it.from);
            let found = self.case.bindings.iter().find(|known| known.id == it.binding);
            self.known(at, "binding", Table::Bindings, it.binding.as_str(), found.is_some());
            if found.is_some_and(|it| !it.in_force) {
                self.add(at, "binding", ScenarioFault::NotInForce);
            }
        }
        self.twice(ScenarioList::Lifts, "binding", self.scenario.lifts.iter().map(|it| &it.binding));
        for (entry, it) in self.scenario.task_shifts.iter().enumerate() {
            let at = At(ScenarioList::TaskShifts, entry);
            self.year(at, "from", it.from);
            self.group(at, "staff_group", &it.group);
            let known = self.case.competences.iter().any(|known| known.id == it.competence);
            self.known(at, "competence", Table::Competences, it.competence.as_str(), known);
            self.figure(at, "training_share", &it.training_share, Values::Any);
        }
        let keys = self.scenario.task_shifts.iter().map(|it| (&it.group, &it.competence));
        self.twice(ScenarioList::TaskShifts, "competence", keys);
    }

    fn staff(&mut self) {
        for (entry, it) in self.scenario.education.iter().enumerate() {
            let at = At(ScenarioList::Education, entry);
            self.year(at, "from", it.from);
            let has_intake = |row: &crate::Workforce| row.group == it.group && row.flow == StaffFlow::Intake;
            if self.group(at, "staff_group", &it.group) && !self.case.workforce.iter().any(has_intake) {
                self.add(at, "staff_group", ScenarioFault::NoIntake);
            }
            self.figure(at, "intake_change", &it.intake_change, Values::Any);
        }
        for (entry, it) in self.scenario.retention.iter().enumerate() {
            self.ramped(At(ScenarioList::Retention, entry), &it.groups, it.ramp);
            self.figure(At(ScenarioList::Retention, entry), "leaving_factor", &it.leaving_factor, Values::Positive);
        }
        for (entry, it) in self.scenario.working_time.iter().enumerate() {
            self.ramped(At(ScenarioList::WorkingTime, entry), &it.groups, it.ramp);
            self.figure(At(ScenarioList::WorkingTime, entry), "factor", &it.factor, Values::Positive);
        }
    }

    fn ramped(&mut self, at: At, groups: &[GroupId], ramp: Ramp) {
        self.years(at, ramp.from, ramp.to);
        for group in groups {
            self.group(at, "staff_groups", group);
        }
    }

    fn others_reckoned(&mut self) {
        for (entry, it) in self.scenario.parameters.iter().enumerate() {
            let at = At(ScenarioList::Parameters, entry);
            let is_share = it.parameter != ScenarioParameter::StartingGap;
            self.figure(at, "value", &it.value, if is_share { Values::Share } else { Values::Any });
            if it.value.low < 0.0 && !is_share {
                self.add(at, "value", ScenarioFault::NotPositive { value: it.value.low });
            }
        }
        self.twice(ScenarioList::Parameters, "parameter", self.scenario.parameters.iter().map(|it| it.parameter));
        for (entry, it) in self.scenario.published.iter().enumerate() {
            let at = At(ScenarioList::Published, entry);
            self.year(at, "year", it.year);
            for group in &it.groups {
                self.group(at, "staff_groups", group);
            }
            self.figure(at, "missing", &it.missing, Values::Any);
        }
    }

    fn need(&mut self) {
        for (entry, it) in self.scenario.care_time.iter().enumerate() {
            let at = At(ScenarioList::CareTime, entry);
            self.years(at, it.ramp.from, it.ramp.to);
            for setting in &it.settings {
                self.setting(at, "settings", setting);
            }
            self.figure(at, "factor", &it.factor, Values::Positive);
        }
        for (entry, it) in self.scenario.need.iter().enumerate() {
            let at = At(ScenarioList::Need, entry);
            self.year(at, "from", it.from);
            for setting in &it.settings {
                self.setting(at, "settings", setting);
            }
            self.figure(at, "per_year", &it.per_year, Values::Any);
            if it.per_year.low <= -1.0 {
                self.add(at, "per_year", ScenarioFault::NotPositive { value: 1.0 + it.per_year.low });
            }
        }
        for (entry, it) in self.scenario.relocations.iter().enumerate() {
            let at = At(ScenarioList::Relocations, entry);
            self.years(at, it.ramp.from, it.ramp.to);
            self.figure(at, "share", &it.share, Values::Share);
            let ends = [
                ("from_setting", "from_task", &it.from_setting, &it.from_task),
                ("to_setting", "to_task", &it.to_setting, &it.to_task),
            ];
            for (setting_field, task_field, setting, task) in ends {
                let known = self.setting(at, setting_field, setting) & self.task(at, task_field, task);
                if known && !self.case.needs.iter().any(|need| need.setting == *setting && need.task == *task) {
                    self.add(at, task_field, ScenarioFault::NoNeed);
                }
            }
        }
        let from = self.scenario.relocations.iter().map(|it| (&it.from_setting, &it.from_task));
        self.twice(ScenarioList::Relocations, "from_task", from);
        self.circles();
    }

    /// Reports a circle of relocations once, at the first entry on it.
    fn circles(&mut self) {
        let all = &self.scenario.relocations;
        let next = |entry: usize| {
            all.iter().position(|it| it.from_setting == all[entry].to_setting && it.from_task == all[entry].to_task)
        };
        for start in 0..all.len() {
            let mut walked = vec![start];
            let mut here = next(start);
            while let Some(entry) = here.filter(|it| !walked.contains(it)) {
                walked.push(entry);
                here = next(entry);
            }
            if here == Some(start) && walked.iter().all(|it| *it >= start) {
                let name = |entry: &usize| format!("{} {}", all[*entry].from_setting, all[*entry].from_task);
                let chain = walked.iter().chain([&start]).map(name).collect();
                self.add(At(ScenarioList::Relocations, start), "to_task", ScenarioFault::Circle { chain });
            }
        }
    }

    fn costs(&mut self) {
        for (entry, it) in self.scenario.costs.iter().enumerate() {
            let at = At(ScenarioList::Costs, entry);
            self.years(at, it.from, it.to);
            self.figure(at, "dkk_per_year", &it.dkk_per_year, Values::Any);
        }
    }
}
