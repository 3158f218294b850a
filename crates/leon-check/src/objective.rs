//! The plan's worth under each goal, added up again.

use crate::rows::{NeedRow, Rows, finite_or_zero, total};
use crate::tolerance::differs;
use crate::{Goal, Violation};
use leon_model::{Extra, GroupId, Objective};
use std::collections::{BTreeMap, HashMap};

/// Recomputes the objective and compares it with the plan's own.
pub(crate) fn check(rows: &Rows<'_>, violations: &mut Vec<Violation>) -> Objective {
    let found = Objective {
        weighted_unmet: total(rows.unmet.iter().map(|(need, hours)| rows.severity(*need) * hours)),
        bought_dkk: bought_dkk(rows),
        level_hours: level_hours(rows),
        moved_hours: moved_hours(rows),
    };
    let said = rows.plan.objective;
    let goals = [
        (Goal::WeightedUnmet, said.weighted_unmet, found.weighted_unmet),
        (Goal::BoughtDkk, said.bought_dkk, found.bought_dkk),
        (Goal::LevelHours, said.level_hours, found.level_hours),
        (Goal::MovedHours, said.moved_hours, found.moved_hours),
    ];
    for (goal, said, found) in goals {
        if !said.is_finite() || differs(said, found) {
            violations.push(Violation::WrongObjective { goal, said, found });
        }
    }
    found
}

/// Hours without a price are reported by `extra` and cost nothing here.
fn bought_dkk(rows: &Rows<'_>) -> f64 {
    let cost = |it: &Extra| rows.price(&it.staff.group, it.kind).unwrap_or(0.0) * finite_or_zero(it.hours);
    total(rows.plan.extra.iter().map(cost))
}

fn level_hours(rows: &Rows<'_>) -> f64 {
    let levels: HashMap<&GroupId, u32> = rows.case.staff_groups.iter().map(|it| (&it.id, it.level)).collect();
    let level = |group| levels.get(group).copied().map_or(0.0, f64::from);
    total(rows.done.iter().filter_map(|it| Some(level(it.group()?) * it.hours)))
}

/// Hours that a group does beyond what it does of the need today.
fn moved_hours(rows: &Rows<'_>) -> f64 {
    let mut by_group: BTreeMap<(NeedRow, &GroupId), f64> = BTreeMap::new();
    for done in &rows.done {
        if let Some(group) = done.group() {
            *by_group.entry((done.need, group)).or_default() += done.hours;
        }
    }
    let moved = |((need, group), hours): ((NeedRow, &GroupId), f64)| {
        let today = rows.baseline(need).iter().find(|it| it.group == *group).map_or(0.0, |it| it.share.value);
        (hours - today * rows.case.needs[need].hours_per_week.value).max(0.0)
    };
    total(by_group.into_iter().map(moved))
}
