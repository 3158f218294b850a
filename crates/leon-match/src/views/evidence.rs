//! What share of a result rests on how good evidence.

use leon_model::{Case, Doer, EvidenceClass, Hours, MatchPlan, TechnologyId};
use std::collections::BTreeMap;

/// What the evidence is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceOf {
    /// Needed hours, by the class of each need's figure.
    Need,
    /// Care hours at hand, by the weaker class of FTE and net care share.
    StaffHours,
    /// Hours that technologies take over, by the weakest class of the effect's figures.
    Technology,
    /// Unmet hours, by the class of each need's figure.
    Unmet,
}

/// Hours that rest on one class of evidence, and their share of all such hours.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidenceShare {
    pub of: EvidenceOf,
    pub class: EvidenceClass,
    pub hours: Hours,
    pub share: f64,
}

/// How much of needs, staff hours, technology and the gap rests on each class; classes without hours are
/// left out.
pub fn evidence_shares(case: &Case, plan: &MatchPlan) -> Vec<EvidenceShare> {
    let mut hours: BTreeMap<(EvidenceOf, EvidenceClass), f64> = BTreeMap::new();
    let mut add = |of, class, more: f64| *hours.entry((of, class)).or_default() += more;
    let mut class_of = BTreeMap::new();
    for need in &case.needs {
        let figure = &need.hours_per_week;
        add(EvidenceOf::Need, figure.class, figure.value);
        class_of.insert(need.key(), figure.class);
    }
    for (key, unmet) in &plan.unmet {
        if let Some(&class) = class_of.get(key) {
            add(EvidenceOf::Unmet, class, unmet.0);
        }
    }
    for capacity in &case.capacity {
        let class = capacity.fte.class.max(capacity.net_care_share.class);
        add(EvidenceOf::StaffHours, class, case.care_hours(capacity).0);
    }
    let weakest = |id: &TechnologyId| {
        let effect = case.technologies.iter().find(|it| it.id == *id)?.effect.as_ref()?;
        let figures = [&effect.eligible_share, &effect.adoption, &effect.freed_share, &effect.own_hours_share];
        figures.into_iter().map(|it| it.class).max()
    };
    for care in &plan.care {
        if let Doer::Technology(id) = &care.doer
            && let Some(class) = weakest(id)
        {
            add(EvidenceOf::Technology, class, care.hours.0);
        }
    }
    let total =
        |of| hours.range((of, EvidenceClass::Measured)..=(of, EvidenceClass::Assumption)).map(|(_, it)| it).sum();
    let share = |(&(of, class), &value): (&(EvidenceOf, EvidenceClass), &f64)| {
        let all: f64 = total(of);
        EvidenceShare { of, class, hours: Hours(value), share: if all > 0.0 { value / all } else { 0.0 } }
    };
    hours.iter().filter(|(_, value)| **value > 0.0).map(share).collect()
}
