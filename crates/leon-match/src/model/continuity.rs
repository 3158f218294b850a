//! Continuity: of the care that staff give a citizen group, at least a share is given by those who may
//! coordinate its course. A redistribution that breaks this is not a plan.

use super::index::Index;
use leon_lp::{Lp, Row};
use leon_model::{Case, Complexity, Continuity, GroupId, Need};

fn rule<'a>(case: &'a Case, setting: &leon_model::SettingId, complexity: Complexity) -> Option<&'a Continuity> {
    case.continuity.iter().find(|it| it.setting == *setting && it.complexity == complexity)
}

/// A row `hours of those who may coordinate − share × all staff hours >= 0` for each cell and complexity
/// that has a rule; found at `3 × cell + complexity`.
pub(super) fn add_rows(case: &Case, index: &Index, lp: &mut Lp) -> Vec<Option<Row>> {
    let mut add = |setting: usize, complexity: Complexity| {
        rule(case, &case.settings[setting].id, complexity).map(|_| lp.add_row(0.0, f64::INFINITY))
    };
    let mut rows = Vec::new();
    for &(_, setting) in &index.cells {
        rows.extend(Complexity::ALL.iter().map(|&complexity| add(setting, complexity)));
    }
    rows
}

/// What an hour of a group's care adds to its row.
pub(super) fn coefficient(case: &Case, need: &Need, group: &GroupId) -> f64 {
    let Some(rule) = rule(case, &need.setting, need.complexity) else { return 0.0 };
    f64::from(u8::from(rule.groups.contains(group))) - rule.share_min.value
}
