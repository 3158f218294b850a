//! What is done today, against the hours at hand and the rules in force.

use crate::{CASE, assert_close};
use leon_model::{Binding, Counted, GroupId, Need, Sense, ShareOf, TaskLevel, Through};
use std::collections::BTreeMap;

/// The needs with the hours of each group in them, were they all met as today.
fn done() -> impl Iterator<Item = (&'static Need, &'static GroupId, f64)> {
    CASE.needs.iter().flat_map(|need| {
        let groups = CASE.baseline_of(&need.setting, &need.task, need.complexity);
        groups.into_iter().map(move |it| (need, &it.group, it.share.value * need.hours_per_week.value))
    })
}

#[test]
fn shares_add_up_to_one_wherever_there_is_need() {
    for need in &CASE.needs {
        let shares = CASE.baseline_of(&need.setting, &need.task, need.complexity);
        assert_close(shares.iter().map(|it| it.share.value).sum(), 1.0, 1e-9);
    }
}

/// Nobody has idle hours beyond rounding, and none lacks or buys more than 12 % of its own nationally.
#[test]
fn every_group_spends_its_hours() {
    let mut hours: BTreeMap<_, (f64, f64)> = BTreeMap::new();
    for (need, group, done) in done() {
        hours.entry((&need.setting, group)).or_default().0 += done;
    }
    for capacity in CASE.capacity.iter().filter(|it| it.fte.value > 0.0) {
        hours.entry((&capacity.setting, &capacity.group)).or_default().1 += CASE.care_hours(capacity).0;
    }
    for ((setting, group), (done, at_hand)) in hours {
        assert!((0.985..1.12).contains(&(done / at_hand)), "{group} in {setting}: {:.3}", done / at_hand);
    }
}

/// "Around 10 per cent" of nurses' time on wards goes to administrative tasks and odd jobs (section 2.2).
#[test]
fn ward_nurses_spend_about_a_tenth_on_odd_jobs() {
    for setting in ["medical_ward", "surgical_ward"] {
        let nurses = || done().filter(|(need, group, _)| need.setting.as_str() == setting && group.as_str() == "nurse");
        let odd_jobs = nurses().filter(|(need, ..)| CASE.task(&need.task).level == TaskLevel::OddJob);
        let share = odd_jobs.map(|it| it.2).sum::<f64>() / nurses().map(|it| it.2).sum::<f64>();
        assert_close(share, 0.1, 0.02);
    }
}

/// SSA spend more of their time on personal hygiene than SSH in home care, and others on practical help
/// (text to figure 2.14).
#[test]
fn who_does_most_of_what_follows_the_text() {
    let share = |group: &str, tasks: &[&str]| {
        let own = || done().filter(|(need, it, _)| need.setting.as_str() == "home_care" && it.as_str() == group);
        let of_tasks = own().filter(|(need, ..)| tasks.contains(&need.task.as_str()));
        of_tasks.map(|it| it.2).sum::<f64>() / own().map(|it| it.2).sum::<f64>()
    };
    assert!(share("ssa", &["personal_hygiene"]) > share("ssh", &["personal_hygiene"]));
    let practical = ["cleaning", "laundry", "shopping"];
    assert!(share("unskilled", &practical) > 2.0 * share("ssh", &practical));
}

/// Missing hours tilt the mix of tasks a little from today's, hence the half per cent.
#[test]
fn today_keeps_every_binding_in_force() {
    for binding in CASE.bindings.iter().filter(|it| it.in_force && it.kind.counted == Counted::StaffCare) {
        let mut cells: BTreeMap<_, (f64, f64)> = BTreeMap::new();
        for (need, group, hours) in done().filter(|(need, ..)| covers(binding, need)) {
            let (own, all) = cells.entry((&need.setting, need.complexity)).or_default();
            *all += hours;
            *own += if binding.scope.groups.is_empty() || binding.scope.groups.contains(group) { hours } else { 0.0 };
        }
        for ((setting, complexity), (own, all)) in merged(binding, cells) {
            let value = if binding.kind.share_of == ShareOf::Hours { own } else { own / all };
            let keeps = match binding.kind.sense {
                Sense::AtMost => value <= binding.limit() + 0.005,
                Sense::AtLeast => value >= binding.limit() - 0.005,
            };
            assert!(keeps, "{} in {setting} {complexity}: {value:.4}, limit {:.4}", binding.id, binding.limit());
        }
    }
}

/// Whether a need's hours, done as today with what groups hold by education, are in scope.
fn covers(binding: &Binding, need: &Need) -> bool {
    fn any<T: PartialEq>(list: &[T], it: &T) -> bool {
        list.is_empty() || list.contains(it)
    }
    let (scope, task) = (&binding.scope, CASE.task(&need.task));
    any(&scope.settings, &need.setting)
        && any(&scope.tasks, &need.task)
        && any(&scope.task_levels, &task.level)
        && any(&scope.complexities, &need.complexity)
        && any(&scope.competences, task.competence(need.complexity))
        && any(&scope.through, &Through::Held)
}

type Cells<'a> = BTreeMap<(&'a leon_model::SettingId, leon_model::Complexity), (f64, f64)>;

/// The complexities of a setting taken together, for a kind that holds in the setting as a whole.
fn merged<'a>(binding: &Binding, cells: Cells<'a>) -> Cells<'a> {
    if binding.kind.cell == leon_model::Cell::PlaceSettingComplexity {
        return cells;
    }
    let mut merged = Cells::new();
    for ((setting, _), (own, all)) in cells {
        let sum = merged.entry((setting, leon_model::Complexity::Low)).or_default();
        *sum = (sum.0 + own, sum.1 + all);
    }
    merged
}

#[test]
fn today_keeps_the_continuity() {
    for rule in &CASE.continuity {
        let all = || done().filter(|(need, ..)| need.setting == rule.setting && need.complexity == rule.complexity);
        let own = all().filter(|(_, group, _)| rule.groups.contains(group));
        let share = own.map(|it| it.2).sum::<f64>() / all().map(|it| it.2).sum::<f64>();
        assert!(share >= rule.share_min.value, "{} {}: {share:.3}", rule.setting, rule.complexity);
    }
}
