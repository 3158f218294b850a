//! Checks local agreements against the rules that they replace.

use super::{At, Checker};
use crate::{LocalAgreement, PeriodFault, PeriodList};

impl Checker<'_> {
    pub(super) fn local_agreements(&mut self) {
        for (entry, it) in self.tables.local_agreements.iter().enumerate() {
            let at = At(PeriodList::LocalAgreements, entry);
            self.text(at, "parties", &it.parties);
            self.date(at, "signed", it.signed);
            self.all_known(at, "units", PeriodList::Units, it.units.iter().map(|it| it.as_str()));
            if let (Some(first), Some(last)) = (it.from, it.to)
                && last < first
            {
                self.add(at, "to", PeriodFault::LastBeforeFirst { first, last });
            }
            if it.clauses.is_empty() {
                self.add(at, "clauses", PeriodFault::Empty);
            }
            self.clauses(at, it);
        }
    }

    fn clauses(&mut self, at: At, agreement: &LocalAgreement) {
        let rules = || self.tables.packs.iter().flat_map(|it| &it.rules);
        for (index, it) in agreement.clauses.iter().enumerate() {
            let field = format!("clauses[{index}]");
            let id = it.replaces.as_str().to_owned();
            let Some(rule) = rules().find(|rule| rule.id == it.replaces) else {
                self.add(at, format!("{field}.replaces"), PeriodFault::UnknownId { list: PeriodList::Packs, id });
                continue;
            };
            if !rule.replaceable {
                self.add(at, format!("{field}.replaces"), PeriodFault::NotReplaceable { rule: id });
            } else if let Some(clause) = it.clause.as_ref().filter(|clause| clause.kind() != rule.kind) {
                let fault = PeriodFault::OtherClause { rule: id, asked: rule.kind, found: clause.kind() };
                self.add(at, field, fault);
            }
        }
    }
}
