//! The rules in force for each person on each day.

use leon_model::{Breach, ClauseKind, Period, Rule, RuleInForce};

pub(super) struct Law<'p> {
    /// By person and day.
    rules: Vec<Vec<RuleInForce<'p>>>,
    days: usize,
}

/// What a breach counts, one of a rule on rest or rhythm: smaller ones add up.
pub(super) const BREACH: i64 = 10;

impl<'p> Law<'p> {
    pub fn new(period: &'p Period) -> Self {
        let mut days = Vec::new();
        for person in &period.people {
            let rules: Vec<&Rule> = period.rules_for(person).collect();
            let on = |date| rules.iter().filter_map(|rule| period.in_force(rule, person, date)).collect();
            days.extend(period.dates().map(on));
        }
        Self { rules: days, days: period.dates().count() }
    }

    /// The rules of a kind for a person on a day.
    pub fn of(&self, person: usize, day: usize, kind: ClauseKind) -> impl Iterator<Item = &RuleInForce<'p>> {
        self.on(person, day).iter().filter(move |it| it.rule.kind == kind)
    }

    /// All rules for a person on a day.
    pub fn on(&self, person: usize, day: usize) -> &[RuleInForce<'p>] {
        &self.rules[person * self.days + day]
    }
}

/// Whether a roster that breaks the rule may not stand.
pub(super) fn is_illegal(rule: &Rule) -> bool {
    rule.breach == Breach::Illegal
}
