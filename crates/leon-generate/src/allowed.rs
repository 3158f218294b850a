//! Who may do what at home: the groups that `leon match` would let do a task, and who mostly does.

use crate::calibration as calibrated;
use crate::mix::home_settings;
use leon_model::{Binding, Case, Counted, GroupId, Need, PlaceId, Sense, SettingId, StaffKey, Through};

/// Staff groups as a set: bit *i* is the case's *i*-th group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) struct Groups(pub(crate) u64);

impl Groups {
    pub(crate) fn has(self, group: usize) -> bool {
        self.0 >> group & 1 == 1
    }

    pub(crate) fn with(self, group: usize) -> Self {
        Self(self.0 | 1 << group)
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Places of the groups in the case's list, in order.
    pub(crate) fn iter(self) -> impl Iterator<Item = usize> {
        (0..64).filter(move |&group| self.has(group))
    }

    pub(crate) fn ids(self, case: &Case) -> Vec<GroupId> {
        self.iter().map(|group| case.staff_groups[group].id.clone()).collect()
    }

    /// The lowest level among them, 0 if there are none.
    pub(crate) fn lowest_level(self, case: &Case) -> u32 {
        self.iter().map(|group| case.staff_groups[group].level).min().unwrap_or(0)
    }
}

fn key(need: &Need, group: &GroupId) -> StaffKey {
    StaffKey { place: need.place.clone(), setting: need.setting.clone(), group: group.clone() }
}

fn listed<T: PartialEq>(list: &[T], one: &T) -> bool {
    list.is_empty() || list.contains(one)
}

/// Whether a rule closes a need to a group that would come to it this way.
fn closes(case: &Case, binding: &Binding, need: &Need, group: &GroupId, through: Through) -> bool {
    let scope = &binding.scope;
    let task = case.task(&need.task);
    let closing =
        binding.kind.counted == Counted::StaffCare && binding.kind.sense == Sense::AtMost && binding.limit() == 0.0;
    closing
        && (scope.places.is_empty() || scope.places.iter().any(|place| case.is_within(&need.place, place)))
        && listed(&scope.settings, &need.setting)
        && listed(&scope.tasks, &need.task)
        && listed(&scope.task_levels, &task.level)
        && listed(&scope.complexities, &need.complexity)
        && listed(&scope.competences, task.competence(need.complexity))
        && listed(&scope.groups, group)
        && listed(&scope.through, &through)
}

/// The groups that may meet a need: they have hours in its place and setting, hold its competence (or are delegated
/// it by a group that is there, or have learned it), and no binding in force closes it to them.
pub(crate) fn allowed(case: &Case, need: &Need) -> Groups {
    let competence = case.task(&need.task).competence(need.complexity);
    let mut allowed = Groups::default();
    for holding in case.holdings.iter().filter(|it| it.competence == *competence) {
        let there = |group: &GroupId| case.capacity_of(&key(need, group)).is_some();
        let open = !case
            .bindings_in_force(&Default::default())
            .any(|binding| closes(case, binding, need, &holding.group, holding.through));
        if there(&holding.group) && holding.delegator.as_ref().is_none_or(there) && open {
            let group = case.staff_groups.iter().position(|it| it.id == holding.group);
            allowed = group.map_or(allowed, |group| allowed.with(group));
        }
    }
    allowed
}

/// How a need's hours are shared out among some of the groups that may meet it: as today (the case's baseline),
/// else all by the lowest level that has hours there.
pub(crate) fn shares(case: &Case, need: &Need, among: Groups) -> Vec<(usize, f64)> {
    let baseline = case.baseline_of(&need.setting, &need.task, need.complexity);
    let share_of = |group: usize| {
        let rows = baseline.iter().filter(|it| it.group == case.staff_groups[group].id);
        rows.map(|it| it.share.value).sum::<f64>()
    };
    let today: Vec<(usize, f64)> = among.iter().map(|group| (group, share_of(group))).filter(|it| it.1 > 0.0).collect();
    let sum: f64 = today.iter().map(|it| it.1).sum();
    if sum > 0.0 {
        return today.into_iter().map(|(group, share)| (group, share / sum)).collect();
    }
    let has_hours =
        |group: usize| case.capacity_of(&key(need, &case.staff_groups[group].id)).is_some_and(|it| it.fte.value > 0.0);
    let lowest = among.iter().min_by_key(|&group| (!has_hours(group), case.staff_groups[group].level));
    lowest.map(|group| (group, 1.0)).into_iter().collect()
}

/// Groups with people enough in the home settings of a need's place to be there in the evening and at night too.
pub(crate) fn around_the_clock(case: &Case, need: &Need) -> Groups {
    let home = home_settings();
    let rows = || case.capacity.iter().filter(|it| it.place == need.place && home.contains(&it.setting));
    let all: f64 = rows().map(|it| it.fte.value).sum();
    let large = |group: &GroupId| {
        let own: f64 = rows().filter(|it| it.group == *group).map(|it| it.fte.value).sum();
        own >= all * calibrated::DAY_ONLY_BELOW.value
    };
    let groups = case.staff_groups.iter().enumerate().filter(|(_, it)| large(&it.id));
    groups.fold(Groups::default(), |all, (group, _)| all.with(group))
}

/// Share of paid hours that a group gives as care in a place, where the case says.
pub(crate) fn care_share(case: &Case, place: &PlaceId, settings: &[SettingId], group: &GroupId) -> Option<f64> {
    settings.iter().find_map(|setting| {
        let key = StaffKey { place: place.clone(), setting: setting.clone(), group: group.clone() };
        case.capacity_of(&key).map(|it| it.net_care_share.value).filter(|share| *share > 0.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use leon_model::Complexity::{self, High, Low, Medium};

    #[test]
    fn groups_are_those_that_the_case_allows() {
        let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/denmark");
        let case = leon_formats::read_case(&dir).unwrap_or_else(|problems| panic!("{problems:?}"));
        let groups = |setting: &str, task: &str, complexity: Complexity| {
            let of_cell = |it: &&Need| {
                it.place.as_str() == "751"
                    && (it.setting.as_str(), it.task.as_str(), it.complexity) == (setting, task, complexity)
            };
            let need = case.needs.iter().find(of_cell).unwrap_or_else(|| panic!("no {setting} {task} {complexity}"));
            allowed(&case, need).ids(&case).iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
        };
        for (setting, task, complexity, expected) in [
            // Therapists hold it, and a binding leaves it to care staff.
            ("home_care", "personal_hygiene", Low, "unskilled ssh ssa nurse"),
            // The unskilled can learn it, which fear of complaints closes to them.
            ("home_care", "personal_hygiene", Medium, "ssh ssa nurse"),
            ("home_care", "mobility", Medium, "therapist ssa nurse"),
            // Observing its effect is delegated to SSH, which the delegation rules close.
            ("home_care", "med_admin", Medium, "ssa nurse"),
            // Learned by SSA and held by pharmaconomists, and closed to both by bindings.
            ("home_nursing", "iv_treatment", Low, "nurse"),
            ("home_nursing", "wound_care", High, "nurse"),
        ] {
            assert_eq!(groups(setting, task, complexity), expected, "{setting} {task} {complexity}");
        }
    }
}
