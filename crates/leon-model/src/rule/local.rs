//! Local agreements, which set or replace clauses for some units and some time.

use super::{Clause, is_within};
use crate::{Date, LocalAgreementId, Person, RuleId, UnitId};

/// An agreement between the parties at a workplace (lokalaftale).
#[derive(Clone, Debug, PartialEq)]
pub struct LocalAgreement {
    pub id: LocalAgreementId,
    /// Who has agreed, such as the ward's management and a shop steward's union.
    pub parties: String,
    pub signed: Date,
    /// First and last date on which it holds; `None`: from when it is signed; until further notice.
    pub from: Option<Date>,
    pub to: Option<Date>,
    /// Units for whose people it holds; empty: all of the period.
    pub units: Vec<UnitId>,
    pub clauses: Vec<LocalClause>,
}

/// What a local agreement puts in the place of a rule.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalClause {
    pub replaces: RuleId,
    /// Of the same kind as the rule's. `None`: the rule is not to hold.
    pub clause: Option<Clause>,
}

impl LocalAgreement {
    /// Whether it holds for a person on a date.
    pub fn holds_for(&self, person: &Person, date: Date) -> bool {
        is_within(date, Some(self.from.unwrap_or(self.signed)), self.to)
            && (self.units.is_empty() || person.workplaces.iter().any(|it| self.units.contains(&it.unit)))
    }

    /// What it says about a rule; `None`: nothing.
    pub fn on(&self, rule: &RuleId) -> Option<&LocalClause> {
        self.clauses.iter().find(|it| it.replaces == *rule)
    }
}
