//! A budget of disturbances: how many changes citizens and carers can be asked to bear.

use super::Change;
use crate::problem::NONE;
use crate::translate::{JobKey, Translation};
use leon_model::{CarerId, CitizenId, Day, RoutePlan, VisitId};
use std::collections::{BTreeMap, BTreeSet};

/// How many changes there may be; `None`: as many as it takes.
///
/// A citizen's changed visits are those that were promised and now have another carer, a noticeably other time, or
/// nobody. A carer's are those that come onto, leave, or move within the carer's list, new visits included. What
/// somebody sick leaves to others, and visits cancelled, disturb nobody at their end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Disturbance {
    /// Most changed visits of one citizen.
    pub per_citizen: Option<usize>,
    /// Most changed visits of one carer.
    pub per_carer: Option<usize>,
    /// Most citizens with a changed visit.
    pub citizens: Option<usize>,
}

/// What a budget is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Disturbed {
    Citizen(CitizenId),
    Carer(CarerId),
    /// All citizens together.
    Citizens,
}

/// A budget that could not be kept: with less, a mandatory visit would be left out, or the event itself asks for more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exceeded {
    pub of: Disturbed,
    pub most: usize,
    pub changes: usize,
}

impl Disturbance {
    /// Whether there is no limit.
    pub fn is_unlimited(&self) -> bool {
        *self == Self::default()
    }
}

/// Counts changes, each visit once.
#[derive(Clone, Debug, Default)]
pub(super) struct Counts {
    citizens: BTreeMap<CitizenId, BTreeSet<VisitId>>,
    carers: BTreeMap<CarerId, BTreeSet<VisitId>>,
}

impl Counts {
    /// Counts what changes mean to people; `excused` carers are asked nothing.
    pub fn of<'a>(day: &Day, changes: impl Iterator<Item = &'a Change>, excused: &BTreeSet<CarerId>) -> Self {
        let mut counts = Self::default();
        changes.for_each(|change| counts.add(day, change, excused));
        counts
    }

    pub fn add(&mut self, day: &Day, change: &Change, excused: &BTreeSet<CarerId>) {
        let Some(row) = day.visit_index(&change.visit) else { return };
        if change.before.is_some() {
            let citizen = day.visits[row].citizen.clone();
            self.citizens.entry(citizen).or_default().insert(change.visit.clone());
        }
        for (carer, _) in change.before.iter().chain(&change.after).filter(|(carer, _)| !excused.contains(carer)) {
            self.carers.entry(carer.clone()).or_default().insert(change.visit.clone());
        }
    }

    /// Every budget that is exceeded.
    pub fn exceeded(&self, budget: &Disturbance) -> Vec<Exceeded> {
        let mut exceeded = Vec::new();
        let mut add = |of: Disturbed, changes: usize, most: Option<usize>| {
            if let Some(most) = most.filter(|&most| changes > most) {
                exceeded.push(Exceeded { of, most, changes });
            }
        };
        for (citizen, visits) in &self.citizens {
            add(Disturbed::Citizen(citizen.clone()), visits.len(), budget.per_citizen);
        }
        for (carer, visits) in &self.carers {
            add(Disturbed::Carer(carer.clone()), visits.len(), budget.per_carer);
        }
        add(Disturbed::Citizens, self.citizens.len(), budget.citizens);
        exceeded
    }

    /// By how many changes budgets are exceeded, all together.
    pub fn excess(&self, budget: &Disturbance) -> usize {
        self.exceeded(budget).iter().map(|it| it.changes - it.most).sum()
    }

    /// A carer's changed visits.
    pub fn of_carer(&self, carer: &CarerId) -> impl Iterator<Item = &VisitId> {
        self.carers.get(carer).into_iter().flatten()
    }
}

/// Makes changes dear, but for some visits: dearer than anything except leaving out a mandatory visit.
pub(super) fn hold(rest: &mut Translation, published: &RoutePlan, allowed: &BTreeSet<VisitId>) {
    let price = price(rest);
    let old = rest.problem.change;
    let tours = rest.problem.tours.len();
    let promised: BTreeSet<(&VisitId, usize)> = published.visits().map(|(_, _, visit, slot)| (visit, slot)).collect();
    for job in 0..rest.keys.len() {
        let JobKey::Slot { visit, slot } = rest.keys[job] else { continue };
        let id = &rest.day.visits[visit].id;
        let Some((carer, _)) = rest.problem.published[job].filter(|_| promised.contains(&(id, slot))) else { continue };
        if allowed.contains(id) || carer == NONE {
            rest.problem.published[job] = None;
            continue;
        }
        for tour in 0..tours {
            if rest.problem.tours[tour].carer != carer {
                rest.problem.doing[job * tours + tour] += price - old;
            }
        }
        let index = rest.visit_of[visit] as usize;
        rest.problem.visits[index].left_out += price;
    }
    rest.problem.change = price;
}

/// Makes it dear that a carer takes on visits.
pub(super) fn bar(rest: &mut Translation, carer: usize, keep: &BTreeSet<VisitId>) {
    let price = price(rest);
    let tours = rest.problem.tours.len();
    for job in 0..rest.keys.len() {
        let JobKey::Slot { visit, .. } = rest.keys[job] else { continue };
        let is_own = |tour: &usize| rest.part.shifts[*tour].0 == carer;
        let number = (0..tours).find(is_own).map(|tour| rest.problem.tours[tour].carer);
        let stays = rest.problem.published[job].is_some_and(|(before, _)| Some(before) == number);
        if stays || keep.contains(&rest.day.visits[visit].id) {
            continue;
        }
        for tour in (0..tours).filter(is_own) {
            rest.problem.doing[job * tours + tour] += price;
        }
    }
}

/// A quarter of the cheapest mandatory visit.
fn price(rest: &Translation) -> i64 {
    let rows = rest.part.visits.iter().zip(&rest.problem.visits);
    let mandatory = rows.filter(|&(&row, _)| super::new_day::is_mandatory(rest.day.visits[row].necessity));
    let least = mandatory.map(|(_, entry)| entry.left_out).filter(|&cost| cost > 0).min();
    (least.unwrap_or(1_000_000_000_000) / 4).max(rest.problem.change)
}
