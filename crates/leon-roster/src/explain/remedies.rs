//! The cheapest changes that would cover a shift: each is tried for real, and the check has the last word.

use super::AskError;
use super::conflicts::tables_of;
use super::gap::{Fill, Gap};
use super::hindrance::{Hindrance, PersonReason};
use super::outcome::{Before, Outcome};
use super::relaxation::{Relaxation, Temp, fresh, temp_duty, widened};
use crate::change::Alone;
use crate::state::State;
use crate::translate::Translation;
use leon_check::{RosterBroken, RosterVerdict};
use leon_model::{Assignment, Clause, Date, Minutes, Period, Roster, RuleId, UnitId};
use std::collections::{BTreeMap, BTreeSet};

/// A change that covers a shift or some of it, proven by a roster that the independent check passes.
#[derive(Clone, Debug, PartialEq)]
pub struct Remedy {
    /// What of the period is changed first; `None`: nothing, the roster alone is.
    pub relaxation: Option<Relaxation>,
    /// What becomes of the roster. A lowered minimum changes nothing in it, and what is missing is missing all the
    /// same.
    pub outcome: Outcome,
    /// What is still short of the row on the date, in person-minutes.
    pub short: Minutes,
}

/// The most remedies of a kind.
pub(super) const OF_A_KIND: usize = 3;
/// Moves that are handed to the check, for each kind.
pub(super) const TRIED: usize = 4;

/// A gap, and all that is known of it.
pub(crate) struct Remedies<'a, 'p> {
    pub period: &'p Period,
    pub before: &'a Before<'a>,
    pub translation: &'a Translation<'p>,
    pub gap: &'a Gap<'p>,
    pub cover: usize,
    pub people: &'a [(PersonReason, Option<&'a Fill<'p>>)],
    pub alone: &'a [Alone<'p>],
}

impl Remedies<'_, '_> {
    /// Remedies, the cheapest first.
    pub fn find(&self, state: &mut State<'_>) -> Result<Vec<Remedy>, AskError> {
        let mut found = self.moves(state);
        found.extend(self.wishes()?);
        found.extend(self.lent()?);
        found.extend(self.agreements()?);
        found.extend(self.temp()?);
        found.extend(self.lowered()?);
        found.sort_by(|one, other| {
            one.outcome.worse.partial_cmp(&other.outcome.worse).unwrap_or(std::cmp::Ordering::Equal)
        });
        Ok(found)
    }

    /// A remedy, if the check finds nothing broken, nothing else short, and less short here.
    pub(super) fn proven(&self, relaxed: Option<(Relaxation, &Period)>, roster: Roster) -> Option<Remedy> {
        let (relaxation, period) = relaxed.unzip();
        let (outcome, verdict) = self.before.outcome(period, roster).ok()?;
        let short = self.short(&verdict)?;
        let was = self.before.verdict().cover.iter().map(|it| ((it.cover, it.date), it.short));
        let was: BTreeMap<(usize, Date), Minutes> = was.collect();
        let is_worse = |key: (usize, Date), now: Minutes| was.get(&key).is_some_and(|was| now > *was);
        let spoils = verdict.cover.iter().any(|it| is_worse((it.cover, it.date), it.short));
        (short < self.gap.found.short && !spoils).then_some(Remedy { relaxation, outcome, short })
    }

    fn short(&self, verdict: &RosterVerdict) -> Option<Minutes> {
        let here = |it: &&leon_check::CoverFound| it.cover == self.cover && it.date == self.gap.found.date;
        verdict.cover.iter().find(here).map(|it| it.short)
    }

    /// The roster with one duty more.
    pub(super) fn with(&self, duty: Assignment) -> Roster {
        let mut roster = self.before.roster.clone();
        roster.assignments.push(duty);
        roster
    }

    /// People whom nothing but one kind of hindrance keeps from it, with the shift; those first who are furthest below
    /// their norm.
    fn only(&self, is_it: impl Fn(&Hindrance) -> bool) -> Vec<(usize, &Fill<'_>, &[Hindrance])> {
        let all = self
            .people
            .iter()
            .enumerate()
            .filter_map(|(row, (reason, fill))| Some((row, (*fill)?, &reason.hindrances[..])));
        let mut all: Vec<_> =
            all.filter(|(_, _, hindrances)| !hindrances.is_empty() && hindrances.iter().all(&is_it)).collect();
        all.sort_by_key(|(row, ..)| (self.above_norm(*row), *row));
        all
    }

    /// A person's hours above the norm.
    fn above_norm(&self, row: usize) -> Minutes {
        let mine = self.before.verdict().norms.iter().filter(|it| it.person == self.period.people[row].id);
        mine.map(|it| it.worked - it.owed).sum()
    }

    /// A hard wish that does not bind any more.
    fn wishes(&self) -> Result<Vec<Remedy>, AskError> {
        let mut found = Vec::new();
        for (row, fill, hindrances) in self.only(|it| matches!(it, Hindrance::HardWish { .. })) {
            let [Hindrance::HardWish { wish }] = hindrances else { continue };
            let relaxation = Relaxation::SoftenWish { wish: wish.clone() };
            let period = relaxation.apply(self.period, self.cover, self.gap.found.date)?;
            let roster = self.with(fill.by(&self.period.people[row].id));
            found.extend(self.proven(Some((relaxation, &period)), roster));
            if found.len() == OF_A_KIND {
                break;
            }
        }
        Ok(found)
    }

    /// Somebody of another unit, lent to this one.
    fn lent(&self) -> Result<Vec<Remedy>, AskError> {
        let mut found = Vec::new();
        let others = self.only(|it| *it == Hindrance::OtherUnit);
        for (row, fill, _) in others.into_iter().take(TRIED) {
            let person = &self.period.people[row].id;
            let relaxation = Relaxation::Lend { person: person.clone(), unit: self.gap.row.unit.clone() };
            let period = relaxation.apply(self.period, self.cover, self.gap.found.date)?;
            found.extend(self.proven(Some((relaxation, &period)), self.with(fill.by(person))));
            if found.len() == OF_A_KIND {
                break;
            }
        }
        Ok(found)
    }

    /// A rule widened by a local agreement, just as far as one person needs.
    fn agreements(&self) -> Result<Vec<Remedy>, AskError> {
        let mut tried: BTreeMap<RuleId, usize> = BTreeMap::new();
        let mut found: BTreeMap<RuleId, Vec<Remedy>> = BTreeMap::new();
        for (row, fill, hindrances) in self.only(|it| matches!(it, Hindrance::Rule(_))) {
            let rules: BTreeSet<&RuleId> = hindrances
                .iter()
                .filter_map(|it| match it {
                    Hindrance::Rule(found) => Some(&found.rule),
                    _ => None,
                })
                .collect();
            let (Some(&rule), 1) = (rules.first(), rules.len()) else { continue };
            let enough = found.get(rule).is_some_and(|it| it.len() == OF_A_KIND);
            if enough || *tried.get(rule).unwrap_or(&0) >= TRIED {
                continue;
            }
            let Some(relaxation) = self.wide_enough(row, fill, rule) else { continue };
            *tried.entry(rule.clone()).or_default() += 1;
            let period = relaxation.apply(self.period, self.cover, self.gap.found.date)?;
            let roster = self.with(fill.by(&self.period.people[row].id));
            let proven = self.proven(Some((relaxation, &period)), roster);
            found.entry(rule.clone()).or_default().extend(proven);
        }
        Ok(found.into_values().flatten().collect())
    }

    /// The local agreement under which a person may take a shift; `None`: the rule may not be replaced, or no number
    /// of it would do.
    fn wide_enough(&self, row: usize, fill: &Fill<'_>, rule: &RuleId) -> Option<Relaxation> {
        let (person, alone) = (&self.period.people[row], &self.alone[row]);
        let in_force = self.period.rules_on(person, fill.date).find(|it| it.rule.id == *rule)?;
        if !in_force.rule.replaceable {
            return None;
        }
        let units: Vec<UnitId> = person.workplaces.iter().map(|it| it.unit.clone()).collect();
        let from = in_force.clause.clone();
        let mut clause: Clause = from.clone();
        let mut broken = alone.would_break(&alone.and(&fill.by(&person.id)));
        // What else a widened rule finds is smaller each time.
        for _ in 0..8 {
            let found = broken.iter().find_map(|it| match it {
                RosterBroken::Rule(found) if found.rule == *rule => Some(found),
                _ => None,
            })?;
            let to = widened(&clause, found)?;
            let relaxation = Relaxation::LocalAgreement {
                rule: rule.clone(),
                from: from.clone(),
                to: to.clone(),
                units: units.clone(),
            };
            let tables = Period::new(tables_of(self.period, &person.id)).ok()?;
            let relaxed = relaxation.apply(&tables, self.cover, fill.date).ok()?;
            let mine = Roster { assignments: alone.duties.clone(), uncovered: None };
            let relaxed = Alone::new(&relaxed, relaxed.people.first()?, &mine, None);
            broken = relaxed.would_break(&relaxed.and(&fill.by(&person.id)));
            if broken.is_empty() {
                return Some(relaxation);
            }
            clause = to?;
        }
        None
    }

    /// Somebody from outside.
    fn temp(&self) -> Result<Option<Remedy>, AskError> {
        let Some(fill) = self.gap.fills.first() else { return Ok(None) };
        let row = self.gap.row;
        let may = |group: &&leon_model::DayGroup| {
            let lists = [&row.who.groups, &fill.shift.groups];
            let here =
                self.period.people.iter().any(|it| it.group == group.id && self.period.may_work_in(it, &row.unit));
            lists.iter().all(|it| it.is_empty() || it.contains(&group.id)) && here
        };
        let groups = self.period.groups.iter().filter(may);
        let Some(group) = groups.min_by(|one, other| one.dkk_per_hour.0.total_cmp(&other.dkk_per_hour.0)) else {
            return Ok(None);
        };
        let takes = fill.function.as_ref().and_then(|it| self.period.function(it)?.competence.clone());
        let competences: BTreeSet<_> = row.who.competences.iter().cloned().chain(takes).collect();
        let person = fresh("temp", self.period.people.iter().map(|it| it.id.as_str()));
        let temp = Temp {
            person: person.as_str().into(),
            group: group.id.clone(),
            competences: competences.into_iter().collect(),
            unit: row.unit.clone(),
            date: fill.date,
            shift: fill.shift.id.clone(),
            hours: fill.shift.hours(fill.date),
            dkk_per_hour: group.dkk_per_hour,
        };
        let roster = self.with(temp_duty(&temp, fill.function.clone()));
        let relaxation = Relaxation::Temp { temp };
        let period = relaxation.apply(self.period, self.cover, self.gap.found.date)?;
        Ok(self.proven(Some((relaxation, &period)), roster))
    }

    /// Fewer asked for on the date.
    fn lowered(&self) -> Result<Option<Remedy>, AskError> {
        let found = &self.gap.found;
        let relaxation = Relaxation::LowerMinimum { from: found.min, to: found.fewest };
        let period = relaxation.apply(self.period, self.cover, found.date)?;
        let Some(proven) = self.proven_elsewhere(&period) else { return Ok(None) };
        let Ok((outcome, _)) = self.before.outcome(None, self.before.roster.clone()) else { return Ok(None) };
        Ok(Some(Remedy { relaxation: Some(relaxation), outcome, short: proven }))
    }

    /// What the roster as it is leaves short on the date in a period that asks for less.
    fn proven_elsewhere(&self, period: &Period) -> Option<Minutes> {
        let (_, verdict) = self.before.outcome(Some(period), self.before.roster.clone()).ok()?;
        let row = &self.gap.row;
        let here = verdict.cover.iter().filter(|it| it.date == self.gap.found.date);
        let same = here.filter(|it| period.cover[it.cover].unit == row.unit && period.cover[it.cover].span == row.span);
        let same = same.filter(|it| period.cover[it.cover].who == row.who && period.cover[it.cover].kinds == row.kinds);
        same.map(|it| it.short).min()
    }
}
