//! The need's side: technology, each group and nobody, and what that asks of the staff.

use super::{Unbookable, amount, training};
use crate::apportion::apportion;
use crate::book::Draft;
use crate::fine::Fine;
use crate::{Account, Keys};
use leon_model::{
    Case, CompetenceId, Doer, Effect, GroupId, Holding, Hours, MatchPlan, Minutes, NeedKey, PoolId, StaffKey,
    TechnologyId, Through,
};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Who does a part of a need.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Technology(TechnologyId),
    Staff(GroupId),
    Remote(GroupId, PoolId),
    Unmet,
}

/// Hours that care asks of a group in a setting of a place.
#[derive(Default)]
pub(super) struct Uses {
    /// Care from the group's own hours at hand.
    pub care: Fine,
    /// The same in whole minutes, after each need's parts were made to add up.
    pub care_minutes: Minutes,
    pub supervision: Fine,
    pub training: Fine,
    pub operation: Fine,
}

/// What a pool does by screen for one setting of one place.
#[derive(Default)]
pub(super) struct RemoteUses {
    pub care: Fine,
    pub care_minutes: Minutes,
    pub training: Fine,
}

/// The plan's care, added up by need and by whose hours it takes.
#[derive(Default)]
pub(super) struct Read {
    pub parts: BTreeMap<NeedKey, BTreeMap<Part, Fine>>,
    pub uses: BTreeMap<StaffKey, Uses>,
    pub remote: BTreeMap<(PoolId, StaffKey), RemoteUses>,
}

pub(super) fn read(case: &Case, plan: &MatchPlan) -> Result<Read, Unbookable> {
    let known: HashMap<NeedKey, &CompetenceId> =
        case.needs.iter().map(|it| (it.key(), case.task(&it.task).competence(it.complexity))).collect();
    let lookup = Lookup::new(case);
    let mut read = Read::default();
    for care in &plan.care {
        let need = &care.need;
        let competence = *known.get(need).ok_or_else(|| Unbookable::UnknownNeed { need: need.clone() })?;
        let hours = amount(care.hours)?;
        let here = |group: &GroupId| StaffKey {
            place: need.place.clone(),
            setting: need.setting.clone(),
            group: group.clone(),
        };
        let part = match &care.doer {
            Doer::Technology(id) => {
                let effect = lookup.effect(id)?;
                let operation = amount(care.hours * effect.own_hours_share.value)?;
                read.uses.entry(here(&effect.own_hours_group)).or_default().operation += operation;
                Part::Technology(id.clone())
            }
            Doer::Staff { group, through } => {
                let holding = lookup.holding(need, group, competence, *through)?;
                let uses = read.uses.entry(here(group)).or_default();
                uses.care += hours;
                uses.training += training(holding, care.hours)?;
                supervise(&mut read, holding, here, care.hours)?;
                Part::Staff(group.clone())
            }
            Doer::Remote { group, pool, through } => {
                let holding = lookup.holding(need, group, competence, *through)?;
                lookup.known_pool(pool)?;
                let uses = read.remote.entry((pool.clone(), here(group))).or_default();
                uses.care += hours;
                uses.training += training(holding, care.hours)?;
                supervise(&mut read, holding, here, care.hours)?;
                Part::Remote(group.clone(), pool.clone())
            }
        };
        *read.parts.entry(need.clone()).or_default().entry(part).or_default() += hours;
    }
    for (need, hours) in &plan.unmet {
        if !known.contains_key(need) {
            return Err(Unbookable::UnknownNeed { need: need.clone() });
        }
        *read.parts.entry(need.clone()).or_default().entry(Part::Unmet).or_default() += amount(*hours)?;
    }
    Ok(read)
}

fn supervise(
    read: &mut Read,
    holding: &Holding,
    here: impl Fn(&GroupId) -> StaffKey,
    hours: Hours,
) -> Result<(), Unbookable> {
    if let (Through::Delegated, Some(delegator), Some(share)) =
        (holding.through, &holding.delegator, &holding.supervision_share)
    {
        read.uses.entry(here(delegator)).or_default().supervision += amount(hours * share.value)?;
    }
    Ok(())
}

/// Rows of the case by what plans call them by.
struct Lookup<'a> {
    holdings: HashMap<(&'a GroupId, &'a CompetenceId, Through), &'a Holding>,
    effects: HashMap<&'a TechnologyId, &'a Effect>,
    pools: HashSet<&'a PoolId>,
}

impl<'a> Lookup<'a> {
    fn new(case: &'a Case) -> Self {
        Self {
            holdings: case.holdings.iter().map(|it| ((&it.group, &it.competence, it.through), it)).collect(),
            effects: case.technologies.iter().filter_map(|it| Some((&it.id, it.effect.as_ref()?))).collect(),
            pools: case.pools.iter().map(|it| &it.id).collect(),
        }
    }

    fn holding(
        &self,
        need: &NeedKey,
        group: &GroupId,
        competence: &CompetenceId,
        through: Through,
    ) -> Result<&'a Holding, Unbookable> {
        self.holdings.get(&(group, competence, through)).copied().ok_or_else(|| Unbookable::NoCompetence {
            group: group.clone(),
            task: need.task.clone(),
            complexity: need.complexity,
            through,
        })
    }

    fn effect(&self, id: &TechnologyId) -> Result<&'a Effect, Unbookable> {
        self.effects.get(id).copied().ok_or_else(|| Unbookable::UnknownTechnology { technology: id.clone() })
    }

    fn known_pool(&self, id: &PoolId) -> Result<(), Unbookable> {
        if self.pools.contains(id) { Ok(()) } else { Err(Unbookable::UnknownPool { pool: id.clone() }) }
    }
}

/// Enters every need: what was needed, and the parts that cover it, in minutes that add up.
pub(super) fn book(case: &Case, read: &mut Read, draft: &mut Draft) -> Result<(), Unbookable> {
    for row in &case.needs {
        let need = row.key();
        let needed = amount(Hours(row.hours_per_week.value))?;
        let parts = read.parts.remove(&need).unwrap_or_default();
        let hours: Vec<Fine> = parts.values().copied().collect();
        let sum: Fine = hours.iter().copied().sum();
        let minutes = apportion(needed.rounded(), &hours)
            .filter(|_| (sum - needed).abs() <= Fine::HALF_A_MINUTE)
            .ok_or_else(|| Unbookable::NotCovered { need: need.clone(), needed: needed.hours(), parts: sum.hours() })?;
        draft.enter(Account::Cover, Account::Need, Keys::from(&need), needed.rounded());
        for (part, minutes) in parts.into_keys().zip(minutes) {
            book_part(&need, part, minutes, read, draft);
        }
    }
    Ok(())
}

fn book_part(need: &NeedKey, part: Part, minutes: Minutes, read: &mut Read, draft: &mut Draft) {
    let keys = Keys::from(need);
    let here = |group: GroupId| StaffKey { place: need.place.clone(), setting: need.setting.clone(), group };
    match part {
        Part::Unmet => draft.enter(Account::Unmet, Account::Cover, keys, minutes),
        Part::Technology(id) => {
            let keys = Keys { technology: Some(id), ..keys };
            draft.enter(Account::Technology, Account::Cover, keys, minutes);
        }
        Part::Staff(group) => {
            let keys = Keys { group: Some(group.clone()), ..keys };
            draft.enter(Account::Care, Account::Cover, keys, minutes);
            read.uses.entry(here(group)).or_default().care_minutes += minutes;
        }
        Part::Remote(group, pool) => {
            let keys = Keys { group: Some(group.clone()), ..keys }.in_pool(&pool);
            draft.enter(Account::Care, Account::Cover, keys, minutes);
            read.remote.entry((pool, here(group))).or_default().care_minutes += minutes;
        }
    }
}
