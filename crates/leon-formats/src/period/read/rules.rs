//! Reads local agreements; what a clause's parameters are follows from the rule that it replaces.

use crate::cause::Cause;
use crate::day::entry::Entry;
use crate::period::fields::{date, parameters};
use crate::shown::shown;
use leon_model::{Clause, ClauseFault, LocalAgreement, LocalClause, Rule, RuleId, RulePack};

pub(super) fn local_agreement(entry: &Entry<'_, '_>, packs: &[RulePack]) -> LocalAgreement {
    LocalAgreement {
        id: entry.id("id"),
        parties: entry.text("parties").unwrap_or_default(),
        signed: date(entry, "signed").unwrap_or_default(),
        from: date(entry, "from"),
        to: date(entry, "to"),
        units: entry.ids("units"),
        clauses: entry.list("clauses", |_, it| local_clause(it, packs)),
    }
}

fn local_clause(entry: &Entry<'_, '_>, packs: &[RulePack]) -> LocalClause {
    let replaces: RuleId = entry.id("replaces");
    let rule = packs.iter().flat_map(|it| &it.rules).find(|it| it.id == replaces);
    // Without the rule nobody knows what the parameters mean; that it is unknown is said when the period is checked.
    let clause = rule.and_then(|rule| clause(entry, rule));
    LocalClause { replaces, clause }
}

fn clause(entry: &Entry<'_, '_>, rule: &Rule) -> Option<Clause> {
    let values = parameters(entry, "parameters")?;
    let report = |fault| {
        let cause = match fault {
            ClauseFault::Missing { name } => {
                Cause::ParameterMissing { rule: rule.id.to_string(), parameter: name.to_owned() }
            }
            ClauseFault::Unreadable { name } => Cause::ParameterUnreadable { parameter: name.to_owned() },
            ClauseFault::Unknown { name, kind } => {
                let known: Vec<&str> = kind.parameters().iter().map(|it| it.name).collect();
                Cause::ParameterUnknown { parameter: shown(&name), known: known.join(", ") }
            }
        };
        entry.report("parameters", cause);
    };
    Clause::new(rule.kind, &values).map_err(report).ok()
}
