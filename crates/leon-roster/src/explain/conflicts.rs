//! Which demands are at odds, where no roster keeps them all.

use super::AskError;
use crate::options::{Iterations, RosterOptions};
use crate::plan_roster::{RosterError, plan_roster};
use leon_check::{RosterBroken, check_roster};
use leon_model::{
    AbsenceKind, Breach, ClauseKind, Date, History, Moment, Period, PeriodTables, Person, PersonId, Reason, Roster,
    RuleId, Strength, Wanted, WishId,
};
use std::collections::BTreeSet;

/// One demand on a person's roster.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim {
    HardWish {
        wish: WishId,
    },
    Absence {
        absence: AbsenceKind,
        from: Moment,
    },
    /// A course, a meeting and the like.
    Settled {
        label: String,
        start: Moment,
    },
    /// A consideration for the person.
    Restriction {
        reason: Reason,
    },
    /// What the person did before the period.
    History,
    Rule {
        rule: RuleId,
    },
}

/// Demands on a person that no roster keeps together; each of them could be kept if one of the others were dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub person: PersonId,
    pub claims: Vec<Claim>,
}

/// What no roster of a period can keep.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflicts {
    /// Broken whatever the roster says: notice given too late, the length of a norm period, who leads whom.
    pub unmendable: Vec<RosterBroken>,
    /// Cover may stay short, so demands are at odds person by person; at most one set for each hard wish.
    pub people: Vec<Conflict>,
}

impl Conflicts {
    /// Whether some roster keeps all demands.
    pub fn is_empty(&self) -> bool {
        self.unmendable.is_empty() && self.people.is_empty()
    }
}

/// The search for one person's roster is over after this: one person's rules are soon kept, if they can be.
const SEARCH: Iterations = Iterations(12_000);

/// For each person whose hard wishes, absences, considerations, settled duties, history and rules no roster keeps
/// together: a set of them that is at odds, without anything that could be left out of it (a deletion filter; J. W.
/// Chinneck and E. W. Dravnieks, ORSA Journal on Computing 3, 1991, doi 10.1287/ijoc.3.2.157).
///
/// That no roster exists is what a search of one person's days has seen, not a proof.
///
/// # Errors
/// [`AskError::TooLarge`].
///
/// # Example
/// ```
/// use leon_model::{Period, PeriodTables};
/// use leon_roster::conflicts;
///
/// let date = "2026-11-23".parse().unwrap();
/// let period = Period::new(PeriodTables::empty(date, date + 27)).unwrap();
/// assert!(conflicts(&period).unwrap().is_empty());
/// ```
pub fn conflicts(period: &Period) -> Result<Conflicts, AskError> {
    let idle = check_roster(period, &Roster::default(), None);
    let unmendable: Vec<RosterBroken> = idle.broken.into_iter().filter(is_unmendable).collect();
    let mut people = Vec::new();
    for person in &period.people {
        let mut tables = tables_of(period, &person.id);
        tables.goals.levels.clear();
        // Each set found loses a wish, so that the next one is another.
        while !is_feasible(&tables)? {
            let claims = at_odds(&tables, person)?;
            let wish = claims.iter().find(|it| matches!(it, Claim::HardWish { .. })).cloned();
            people.push(Conflict { person: person.id.clone(), claims });
            match wish {
                Some(wish) => drop_claim(&mut tables, &wish),
                None => break,
            }
        }
    }
    Ok(Conflicts { unmendable, people })
}

/// The tables of a period with one person only: no cover, no mix, nobody else's wishes.
pub(super) fn tables_of(period: &Period, person: &PersonId) -> PeriodTables {
    let all: &PeriodTables = period;
    PeriodTables {
        people: all.people.iter().filter(|it| it.id == *person).cloned().collect(),
        wishes: all.wishes.iter().filter(|it| it.person == *person).cloned().collect(),
        cover: Vec::new(),
        mix: Vec::new(),
        public_holidays: all.public_holidays.clone(),
        units: all.units.clone(),
        pools: all.pools.clone(),
        groups: all.groups.clone(),
        competences: all.competences.clone(),
        functions: all.functions.clone(),
        shift_types: all.shift_types.clone(),
        packs: all.packs.clone(),
        local_agreements: all.local_agreements.clone(),
        goals: all.goals.clone(),
        ..*all
    }
}

/// Whether a finding stands whatever the roster says.
fn is_unmendable(broken: &RosterBroken) -> bool {
    let RosterBroken::Rule(found) = broken else { return false };
    matches!(
        found.kind,
        ClauseKind::PlanNotice | ClauseKind::NormPeriodLength | ClauseKind::OneLeader | ClauseKind::TimeOffNotice
    )
}

/// A set of claims that are at odds, none of which can be left out.
fn at_odds(tables: &PeriodTables, person: &Person) -> Result<Vec<Claim>, AskError> {
    let mut tables = tables.clone();
    let all = claims(&tables, person);
    // Most rules have no part in it: all that are of no use are dropped in halves before single ones.
    let mut part = all.len();
    let mut left = all;
    while part >= 1 {
        let mut kept = Vec::new();
        for some in left.chunks(part) {
            let mut without = tables.clone();
            some.iter().for_each(|it| drop_claim(&mut without, it));
            if is_feasible(&without)? {
                kept.extend(some.iter().cloned());
            } else {
                tables = without;
            }
        }
        left = kept;
        part /= 2;
    }
    Ok(left)
}

/// All demands on a person; those that come first are dropped first.
fn claims(tables: &PeriodTables, person: &Person) -> Vec<Claim> {
    let dates: Vec<Date> = tables.dates().collect();
    let holds = |rule: &leon_model::Rule| dates.iter().any(|date| rule.holds_for(person, *date));
    let rules = tables.packs.iter().flat_map(|it| &it.rules).filter(|it| it.breach == Breach::Illegal && holds(it));
    let mut claims: Vec<Claim> = rules.map(|it| Claim::Rule { rule: it.id.clone() }).collect();
    claims.push(Claim::History);
    let reasons: BTreeSet<Reason> = person.considerations.iter().map(|it| it.reason).collect();
    claims.extend(reasons.into_iter().map(|reason| Claim::Restriction { reason }));
    let settled = person.fixed_duties.iter();
    claims.extend(settled.map(|it| Claim::Settled { label: it.label.clone(), start: it.start }));
    claims.extend(person.absences.iter().map(|it| Claim::Absence { absence: it.kind, from: it.from }));
    let hard = tables.wishes.iter().filter(|it| it.strength == Strength::Hard);
    claims.extend(hard.map(|it| Claim::HardWish { wish: it.id.clone() }));
    claims
}

fn drop_claim(tables: &mut PeriodTables, claim: &Claim) {
    let mut person = tables.people.first_mut();
    match claim {
        Claim::HardWish { wish } => tables.wishes.retain(|it| it.id != *wish),
        Claim::Rule { rule } => {
            tables.packs.iter_mut().for_each(|pack| pack.rules.retain(|it| it.id != *rule));
            for agreement in &mut tables.local_agreements {
                agreement.clauses.retain(|it| it.replaces != *rule);
            }
            tables.local_agreements.retain(|it| !it.clauses.is_empty());
        }
        Claim::Absence { absence, from } => {
            person.iter_mut().for_each(|it| it.absences.retain(|it| it.kind != *absence || it.from != *from));
        }
        Claim::Settled { start, .. } => {
            person.iter_mut().for_each(|it| it.fixed_duties.retain(|it| it.start != *start));
        }
        Claim::Restriction { reason } => {
            person.iter_mut().for_each(|it| it.considerations.retain(|it| it.reason != *reason));
        }
        Claim::History => person.iter_mut().for_each(|it| it.history = History::default()),
    }
}

/// Whether the only person of a period has a roster that keeps everything that a roster can.
fn is_feasible(tables: &PeriodTables) -> Result<bool, AskError> {
    let period = Period::new(tables.clone()).map_err(AskError::NoPeriod)?;
    let keeps_all = |broken: &[RosterBroken]| broken.iter().all(is_unmendable);
    // Days off break fewer rules than work does: who need not work has a roster.
    let idle = check_roster(&period, &Roster::default(), None);
    if keeps_all(&idle.broken) {
        return Ok(true);
    }
    let wants_duty =
        |it: &leon_model::Wish| it.strength == Strength::Hard && !matches!(it.wanted, Wanted::Off | Wanted::NotKind(_));
    let share = |it: &RosterBroken| {
        matches!(it, RosterBroken::Rule(found)
            if matches!(found.kind, ClauseKind::WardShare | ClauseKind::ClinicalShare))
    };
    if !period.wishes.iter().any(wants_duty) && !idle.broken.iter().any(share) {
        return Ok(false);
    }
    let planned = plan_roster(&period, &RosterOptions::new(&SEARCH)).map_err(|RosterError::TooLarge(it)| it)?;
    Ok(keeps_all(&planned.verdict.broken))
}
