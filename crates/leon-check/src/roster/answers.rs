//! Where the rules' answers go: illegal, legal at a price, advised against.

use super::found::{Measure, RosterBroken, RuleFound, RulePrice};
use leon_model::{Breach, Kroner, Minutes, Moment, PersonId, RuleInForce};

#[derive(Default)]
pub(super) struct Answers {
    pub broken: Vec<RosterBroken>,
    pub priced: Vec<RulePrice>,
    pub advised: Vec<RuleFound>,
}

/// What a rule has found, and when.
pub(super) struct Finding<'a> {
    pub rule: RuleInForce<'a>,
    pub person: Option<&'a PersonId>,
    pub from: Moment,
    pub to: Moment,
    pub found: Measure,
    pub asked: Measure,
}

impl Answers {
    /// A rule that does not hold and names no price itself.
    pub fn add(&mut self, finding: Finding<'_>) {
        self.add_at(finding, Minutes(0), Kroner(0.0));
    }

    /// A rule that does not hold, with what it costs.
    pub fn add_at(&mut self, it: Finding<'_>, minutes: Minutes, dkk: Kroner) {
        let found = RuleFound {
            rule: it.rule.rule.id.clone(),
            kind: it.rule.rule.kind,
            set_by: it.rule.set_by.map(|it| it.id.clone()),
            person: it.person.cloned(),
            from: it.from,
            to: it.to,
            found: it.found,
            asked: it.asked,
        };
        match it.rule.rule.breach {
            Breach::Illegal => self.broken.push(RosterBroken::Rule(found)),
            Breach::Priced => self.priced.push(RulePrice { found, minutes, dkk }),
            Breach::AdvisedAgainst => self.advised.push(found),
        }
    }
}
