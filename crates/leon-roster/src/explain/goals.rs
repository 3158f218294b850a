//! What a roster is worth, goal by goal and rule by rule, and from what.

use leon_check::{RosterBroken, RosterGoalPart, RosterVerdict, check_roster};
use leon_model::{Kroner, Period, Published, Roster, RosterGoal, RuleId};
use std::collections::BTreeMap;

/// A goal's value with its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalReason {
    pub goal: RosterGoal,
    pub value: f64,
    /// What it is made of, the largest first; they add up to the value.
    pub parts: Vec<RosterGoalPart>,
}

/// How often a rule does not hold as it stands, and what that costs.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleCount {
    pub rule: RuleId,
    /// Times broken, kept at a price, advised against.
    pub broken: usize,
    pub priced: usize,
    pub advised: usize,
    /// What keeping it costs.
    pub dkk: Kroner,
}

/// A roster's value, goal by goal and rule by rule.
#[derive(Clone, Debug, PartialEq)]
pub struct RosterWorth {
    /// Every goal, in the order of [`RosterGoal::ALL`].
    pub goals: Vec<GoalReason>,
    /// Every rule that something was found of, in the period's order.
    pub rules: Vec<RuleCount>,
}

/// For each goal its value and what it is made of, the largest parts first; for each rule how often it is broken, kept
/// at a price or advises against something.
///
/// # Example
/// ```
/// use leon_model::{Period, PeriodTables, Roster, RosterGoal};
/// use leon_roster::explain_goals;
///
/// let date = "2026-11-23".parse().unwrap();
/// let period = Period::new(PeriodTables::empty(date, date + 27)).unwrap();
/// let worth = explain_goals(&period, &Roster::default(), None);
/// assert_eq!(worth.goals.len(), RosterGoal::ALL.len());
/// assert!(worth.goals.iter().all(|it| it.value == 0.0 && it.parts.is_empty()));
/// ```
pub fn explain_goals(period: &Period, roster: &Roster, published: Option<&Published>) -> RosterWorth {
    let verdict = check_roster(period, roster, published);
    let reason = |goal: RosterGoal| {
        let mut parts: Vec<RosterGoalPart> = verdict.parts_of(goal).cloned().collect();
        parts.sort_by(|one, other| other.amount.total_cmp(&one.amount).then_with(|| one.of.cmp(&other.of)));
        GoalReason { goal, value: verdict.value(goal), parts }
    };
    RosterWorth { goals: RosterGoal::ALL.map(reason).into(), rules: rules(period, &verdict) }
}

fn rules(period: &Period, verdict: &RosterVerdict) -> Vec<RuleCount> {
    let mut counts: BTreeMap<&RuleId, RuleCount> = BTreeMap::new();
    let none = |rule: &RuleId| RuleCount { rule: rule.clone(), broken: 0, priced: 0, advised: 0, dkk: Kroner(0.0) };
    for broken in &verdict.broken {
        if let RosterBroken::Rule(found) = broken {
            counts.entry(&found.rule).or_insert_with(|| none(&found.rule)).broken += 1;
        }
    }
    for it in &verdict.priced {
        let count = counts.entry(&it.found.rule).or_insert_with(|| none(&it.found.rule));
        count.priced += 1;
        count.dkk += it.dkk;
    }
    for found in &verdict.advised {
        counts.entry(&found.rule).or_insert_with(|| none(&found.rule)).advised += 1;
    }
    let rules = period.packs.iter().flat_map(|it| &it.rules);
    rules.filter_map(|rule| counts.remove(&rule.id)).collect()
}
