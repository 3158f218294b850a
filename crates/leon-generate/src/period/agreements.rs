//! Local agreements: how often there is weekend duty, a shorter rest now and then, and what public holidays take off
//! the norm where the agreement at hand does not say.

use super::PeriodOptions;
use super::trades::Team;
use leon_model::*;

/// The agreement of a period's workplaces.
pub(super) fn local(options: &PeriodOptions, team: &Team, every: u32, packs: &[RulePack]) -> Vec<LocalAgreement> {
    let set = |rule: &str, clause| LocalClause { replaces: rule.into(), clause: Some(clause) };
    let mut clauses = vec![
        set(team.weekends, Clause::WeekendFrequency { every }),
        // Both paragraphs are open until an agreement says how often: once a week.
        set("L2", Clause::ReducedRest { rest: Minutes(8 * 60), per_week: 1 }),
        set("L3", Clause::ReducedRest { rest: Minutes(8 * 60), per_week: 1 }),
    ];
    let own = packs.iter().find(|it| it.id.as_str() == team.agreements).into_iter().flat_map(|it| &it.rules);
    for rule in own.filter(|it| it.kind == ClauseKind::NormHours && it.clause.is_none()) {
        clauses.push(set(rule.id.as_str(), Clause::NormHours { holiday: super::HOLIDAY_HOURS }));
    }
    vec![LocalAgreement {
        id: "lokal-1".into(),
        parties: "Ledelsen og tillidsrepræsentanterne".to_owned(),
        signed: options.first - 400,
        from: None,
        to: None,
        units: Vec::new(),
        clauses,
    }]
}
