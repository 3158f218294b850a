//! The gap (kompetencegab): need that the hours at hand cannot meet under the bindings in force.

use leon_model::{Case, Complexity, GroupId, Hours, MatchPlan, NeedKey, SettingId, TaskId};
use std::collections::{BTreeMap, HashMap};

/// What a gap is shown by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// Places, each with what lies under it.
    Place,
    Setting,
    Task,
    Competence,
    /// The groups that do the need's hours today; where the baseline says nothing, the lowest level that may.
    StaffGroup,
}

/// Need and how it is met, for one place, setting, task, competence or group.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// Id of the place, setting and so on.
    pub key: String,
    pub need: Hours,
    pub technology: Hours,
    pub staff: Hours,
    pub unmet: Hours,
    /// Unmet hours weighted by severity.
    pub weighted_unmet: f64,
}

/// The gap along an axis, in the order of the case's tables; keys without need are left out.
pub fn gap_by(case: &Case, plan: &MatchPlan, axis: Axis) -> Vec<Gap> {
    let order: Vec<&str> = match axis {
        Axis::Place => case.places.iter().map(|it| it.id.as_str()).collect(),
        Axis::Setting => case.settings.iter().map(|it| it.id.as_str()).collect(),
        Axis::Task => case.tasks.iter().map(|it| it.id.as_str()).collect(),
        Axis::Competence => case.competences.iter().map(|it| it.id.as_str()).collect(),
        Axis::StaffGroup => case.staff_groups.iter().map(|it| it.id.as_str()).collect(),
    };
    let mut gaps: HashMap<&str, Gap> = HashMap::new();
    let by_task = if axis == Axis::StaffGroup { attribution(case) } else { Attribution::new() };
    for met in needs_met(case, plan) {
        let need = met.need;
        let keys: Vec<(&str, f64)> = match axis {
            Axis::Place => case.ancestors(&need.place).map(|id| (id.as_str(), 1.0)).collect(),
            Axis::Setting => vec![(need.setting.as_str(), 1.0)],
            Axis::Task => vec![(need.task.as_str(), 1.0)],
            Axis::Competence => vec![(case.task(&need.task).competence(need.complexity).as_str(), 1.0)],
            Axis::StaffGroup => by_task[&(&need.setting, &need.task, need.complexity)]
                .iter()
                .map(|(group, share)| (group.as_str(), *share))
                .collect(),
        };
        for (key, share) in keys {
            let gap = gaps.entry(key).or_insert_with(|| Gap {
                key: key.to_owned(),
                need: Hours(0.0),
                technology: Hours(0.0),
                staff: Hours(0.0),
                unmet: Hours(0.0),
                weighted_unmet: 0.0,
            });
            gap.need += met.hours * share;
            gap.technology += met.technology * share;
            gap.staff += met.staff * share;
            gap.unmet += met.unmet * share;
            gap.weighted_unmet += met.unmet.0 * share * case.severity(&need.task, need.complexity);
        }
    }
    order.into_iter().filter_map(|key| gaps.remove(key)).collect()
}

/// A need and how it is met.
struct Met<'a> {
    need: &'a leon_model::Need,
    hours: Hours,
    technology: Hours,
    staff: Hours,
    unmet: Hours,
}

/// Every need with how it is met, in the case's order.
fn needs_met<'a>(case: &'a Case, plan: &MatchPlan) -> Vec<Met<'a>> {
    let mut done: HashMap<&NeedKey, (Hours, Hours)> = HashMap::new();
    for care in &plan.care {
        let (technology, staff) = done.entry(&care.need).or_default();
        *if care.doer.group().is_some() { staff } else { technology } += care.hours;
    }
    let unmet: HashMap<&NeedKey, Hours> = plan.unmet.iter().map(|(key, hours)| (key, *hours)).collect();
    case.needs
        .iter()
        .map(|need| {
            let key = need.key();
            let (technology, staff) = done.get(&key).copied().unwrap_or_default();
            let unmet = unmet.get(&key).copied().unwrap_or_default();
            Met { need, hours: Hours(need.hours_per_week.value), technology, staff, unmet }
        })
        .collect()
}

/// Whose a need is: for each setting, task and complexity that is needed, groups and their shares.
pub type Attribution<'a> = BTreeMap<(&'a SettingId, &'a TaskId, Complexity), Vec<(&'a GroupId, f64)>>;

/// Today's shares, made to add up to 1; where there are none, the lowest level that may do it, if any.
pub fn attribution(case: &Case) -> Attribution<'_> {
    let mut shares = BTreeMap::new();
    for need in &case.needs {
        shares.entry((&need.setting, &need.task, need.complexity)).or_insert_with(|| {
            let today = case.baseline_of(&need.setting, &need.task, need.complexity);
            let sum: f64 = today.iter().map(|it| it.share.value).sum();
            if sum > 0.0 {
                return today.iter().map(|it| (&it.group, it.share.value / sum)).collect();
            }
            let competence = case.task(&need.task).competence(need.complexity);
            let able = case.holdings.iter().filter(|it| it.competence == *competence).map(|it| &it.group);
            able.min_by_key(|id| case.group(id).level).map(|id| (id, 1.0)).into_iter().collect()
        });
    }
    shares
}
