//! Who does what: hours of each task by staff group and technology, today and in the plan.

use leon_model::{Case, Doer, GroupId, Hours, MatchPlan, SettingId, TaskId, TechnologyId};
use std::collections::{BTreeMap, HashMap};

/// Who or what does hours, or nobody.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    Group(GroupId),
    Technology(TechnologyId),
    Unmet,
}

/// Hours a week of a task in a setting, over all places and complexities.
#[derive(Clone, Debug, PartialEq)]
pub struct WhoDoesWhat {
    pub setting: SettingId,
    pub task: TaskId,
    pub who: Who,
    /// Today: the baseline's share of the need; what it leaves is unmet.
    pub before: Hours,
    pub after: Hours,
}

/// Every task's doers before and after, in the order of the tables: settings, tasks, staff groups.
pub fn who_does_what(case: &Case, plan: &MatchPlan) -> Vec<WhoDoesWhat> {
    let mut hours: BTreeMap<(&SettingId, &TaskId, Who), (Hours, Hours)> = BTreeMap::new();
    let mut today = BTreeMap::new();
    for need in &case.needs {
        let needed = Hours(need.hours_per_week.value);
        let shares = today
            .entry((&need.setting, &need.task, need.complexity))
            .or_insert_with(|| case.baseline_of(&need.setting, &need.task, need.complexity));
        let mut left = needed;
        for it in shares.iter() {
            let done = needed * it.share.value;
            left -= done;
            hours.entry((&need.setting, &need.task, Who::Group(it.group.clone()))).or_default().0 += done;
        }
        hours.entry((&need.setting, &need.task, Who::Unmet)).or_default().0 += Hours(left.0.max(0.0));
    }
    for care in &plan.care {
        let who = match &care.doer {
            Doer::Staff { group, .. } | Doer::Remote { group, .. } => Who::Group(group.clone()),
            Doer::Technology(id) => Who::Technology(id.clone()),
        };
        hours.entry((&care.need.setting, &care.need.task, who)).or_default().1 += care.hours;
    }
    for (key, unmet) in &plan.unmet {
        hours.entry((&key.setting, &key.task, Who::Unmet)).or_default().1 += *unmet;
    }
    let mut rows: Vec<_> = hours
        .into_iter()
        .filter(|(_, (before, after))| before.0 > 1e-6 || after.0 > 1e-6)
        .map(|((setting, task, who), (before, after))| WhoDoesWhat {
            setting: setting.clone(),
            task: task.clone(),
            who,
            before,
            after,
        })
        .collect();
    let groups = numbers(case.staff_groups.iter().map(|it| it.id.as_str()));
    let technologies = numbers(case.technologies.iter().map(|it| it.id.as_str()));
    let settings = numbers(case.settings.iter().map(|it| it.id.as_str()));
    let tasks = numbers(case.tasks.iter().map(|it| it.id.as_str()));
    rows.sort_by_key(|row| {
        let who = match &row.who {
            Who::Group(id) => (0, groups.get(id.as_str())),
            Who::Technology(id) => (1, technologies.get(id.as_str())),
            Who::Unmet => (2, None),
        };
        (settings.get(row.setting.as_str()), tasks.get(row.task.as_str()), who)
    });
    rows
}

/// The place of each id in its table.
fn numbers<'a>(ids: impl Iterator<Item = &'a str>) -> HashMap<&'a str, usize> {
    ids.enumerate().map(|(at, id)| (id, at)).collect()
}
