//! Rules on work, as dated data with citation: what law and agreements ask of a roster.

mod clause;
mod local;
mod parameter;

use crate::{AgreementId, Date, GroupId, PackId, Person, Reason, RuleId};
pub use clause::{Clause, ClauseFault, ClauseKind};
pub use local::{LocalAgreement, LocalClause};
pub use parameter::{Parameter, ParameterValue};

/// Rules from one source, such as a statute or a collective agreement.
#[derive(Clone, Debug, PartialEq)]
pub struct RulePack {
    pub id: PackId,
    pub title_da: String,
    pub title_en: String,
    pub rules: Vec<Rule>,
}

/// One rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    pub id: RuleId,
    pub kind: ClauseKind,
    /// `None`: open. It asks nothing until a local agreement sets it.
    pub clause: Option<Clause>,
    pub scope: RuleScope,
    /// Whether a local agreement may replace it.
    pub replaceable: bool,
    /// Agreements for whose people it holds; empty: all.
    pub agreements: Vec<AgreementId>,
    /// Staff groups for which it holds; empty: all.
    pub groups: Vec<GroupId>,
    /// Holds for people with one of these reasons only; empty: everybody.
    pub reasons: Vec<Reason>,
    /// First and last date on which it holds.
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub breach: Breach,
    pub confidence: Confidence,
    pub paragraph: String,
    /// Where it was read.
    pub source: String,
    pub text_da: String,
    pub text_en: String,
}

/// Who has made a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleScope {
    Law,
    Agreement,
    LocalAgreement,
    /// An employer's principle for its own units.
    Unit,
    /// Advice of health authorities and research.
    Guidance,
}

impl RuleScope {
    pub const ALL: [Self; 5] = [Self::Law, Self::Agreement, Self::LocalAgreement, Self::Unit, Self::Guidance];

    /// The word by which files name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Agreement => "agreement",
            Self::LocalAgreement => "local_agreement",
            Self::Unit => "unit",
            Self::Guidance => "guidance",
        }
    }
}

/// What a breach is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Breach {
    /// The roster may not stand.
    Illegal,
    /// It may stand, at the price that the clause gives.
    Priced,
    /// It may stand, and counts against healthy rhythm.
    AdvisedAgainst,
}

impl Breach {
    pub const ALL: [Self; 3] = [Self::Illegal, Self::Priced, Self::AdvisedAgainst];

    /// The word by which files name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Illegal => "illegal",
            Self::Priced => "priced",
            Self::AdvisedAgainst => "advised_against",
        }
    }
}

/// How sure it is that the rule says this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Read in the law, with the authority, in an award or with a party to the agreement.
    A,
    /// Read in a secondary or an old source.
    B,
    /// From memory: no value enters, the rule is open.
    C,
}

impl Confidence {
    pub const ALL: [Self; 3] = [Self::A, Self::B, Self::C];

    /// The word by which files name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        }
    }
}

impl Rule {
    /// Whether the rule holds for a person on a date, as far as its own scope says.
    pub fn holds_for(&self, person: &Person, date: Date) -> bool {
        self.holds_on(date) && self.is_for(person)
    }

    /// Whether the rule holds on a date, for whom it is for.
    pub fn holds_on(&self, date: Date) -> bool {
        is_within(date, self.from, self.to)
    }

    /// Whether the rule is for a person, while it holds.
    pub fn is_for(&self, person: &Person) -> bool {
        (self.agreements.is_empty() || self.agreements.contains(&person.contract.agreement))
            && (self.groups.is_empty() || self.groups.contains(&person.group))
            && (self.reasons.is_empty() || self.reasons.iter().any(|it| person.has_reason(*it)))
    }
}

/// Whether a date lies between two, both of which may be missing.
fn is_within(date: Date, from: Option<Date>, to: Option<Date>) -> bool {
    from.is_none_or(|it| it <= date) && to.is_none_or(|it| date <= it)
}

/// A rule as it holds for a person on a date: by its own clause, or by a local agreement's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RuleInForce<'a> {
    pub rule: &'a Rule,
    pub clause: &'a Clause,
    /// The local agreement that has set the clause.
    pub set_by: Option<&'a LocalAgreement>,
}
