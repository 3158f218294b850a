//! The entries of a scenario by name, so that those of two can be put together.

use crate::assumptions::{AssumptionId, education, entry, relocation};
use leon_model::{Scenario, ScenarioList};
use std::collections::BTreeSet;

/// The first scenario with the entries of these ids as the second has them.
pub(crate) fn mixed(a: &Scenario, b: &Scenario, taken: &BTreeSet<AssumptionId>, whole_lists: bool) -> Scenario {
    fn of<T: Clone>(a: &[T], b: &[T], takes: impl Fn(&T) -> bool) -> Vec<T> {
        let mut all: Vec<T> = a.iter().filter(|it| !takes(it)).cloned().collect();
        all.extend(b.iter().filter(|it| takes(it)).cloned());
        all
    }
    let takes = |id: AssumptionId| taken.contains(&named(id, whole_lists));
    use ScenarioList::*;
    Scenario {
        technologies: of(&a.technologies, &b.technologies, |it| takes(change(Technologies, &it.technology))),
        lifts: of(&a.lifts, &b.lifts, |it| takes(change(Lifts, &it.binding))),
        task_shifts: of(&a.task_shifts, &b.task_shifts, |it| takes(shift(it))),
        education: of(&a.education, &b.education, |it| takes(education(&it.group))),
        retention: of(&a.retention, &b.retention, |it| takes(entry(Retention, &it.groups))),
        working_time: of(&a.working_time, &b.working_time, |it| takes(entry(WorkingTime, &it.groups))),
        care_time: of(&a.care_time, &b.care_time, |it| takes(entry(CareTime, &it.settings))),
        need: of(&a.need, &b.need, |it| takes(entry(Need, &it.settings))),
        relocations: of(&a.relocations, &b.relocations, |it| takes(relocation(it))),
        parameters: of(&a.parameters, &b.parameters, |it| takes(change(Parameters, &it.parameter))),
        ..a.clone()
    }
}

/// The ids of all entries that change something.
pub(crate) fn ids(it: &Scenario, whole_lists: bool) -> BTreeSet<AssumptionId> {
    use ScenarioList::*;
    let mut all = BTreeSet::new();
    all.extend(it.technologies.iter().map(|it| change(Technologies, &it.technology)));
    all.extend(it.lifts.iter().map(|it| change(Lifts, &it.binding)));
    all.extend(it.task_shifts.iter().map(shift));
    all.extend(it.education.iter().map(|it| education(&it.group)));
    all.extend(it.retention.iter().map(|it| entry(Retention, &it.groups)));
    all.extend(it.working_time.iter().map(|it| entry(WorkingTime, &it.groups)));
    all.extend(it.care_time.iter().map(|it| entry(CareTime, &it.settings)));
    all.extend(it.need.iter().map(|it| entry(Need, &it.settings)));
    all.extend(it.relocations.iter().map(relocation));
    all.extend(it.parameters.iter().map(|it| change(Parameters, &it.parameter)));
    all.into_iter().map(|id| named(id, whole_lists)).collect()
}

fn change(list: ScenarioList, key: &impl std::fmt::Display) -> AssumptionId {
    AssumptionId::Change(list, key.to_string())
}

fn shift(it: &leon_model::TaskShift) -> AssumptionId {
    change(ScenarioList::TaskShifts, &format!("{}/{}", it.group, it.competence))
}

fn named(id: AssumptionId, whole_lists: bool) -> AssumptionId {
    match id {
        AssumptionId::Change(list, _) if whole_lists => AssumptionId::Change(list, String::new()),
        id => id,
    }
}

/// Both scenarios at once; where they change the same, as the second does.
pub(crate) fn union(a: &Scenario, b: &Scenario) -> Scenario {
    let mut both = mixed(a, b, &ids(b, false), false);
    both.costs.extend(b.costs.iter().cloned());
    both
}
