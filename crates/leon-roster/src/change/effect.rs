//! What a change does to one person: law, pay, hours, wishes, burden.

use super::Changed;
use leon_check::{Measure, PersonVerdict, RosterBroken, RuleFound, RulePrice};
use leon_model::{Burden, Date, Kroner, Minutes, PersonId, WishId};

/// What a change does to one person, against the roster that people know.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    pub person: PersonId,
    /// The person's dates that change, in order.
    pub changes: Vec<Changed>,
    /// What the change breaks, or breaks more than before; empty: it is legal.
    pub broken: Vec<RosterBroken>,
    /// What becomes legal at a price, or dearer.
    pub priced: Vec<RulePrice>,
    /// What becomes advised against.
    pub advised: Vec<RuleFound>,
    /// What rules cost more (negative: less): supplements and overtime.
    pub dkk: Kroner,
    /// Norm periods in which the hours change.
    pub hours: Vec<NormChange>,
    pub burden: Vec<BurdenChange>,
    /// Wishes kept before and no longer.
    pub refused: Vec<WishId>,
    /// Wishes kept now and not before.
    pub granted: Vec<WishId>,
}

impl Effect {
    /// Whether the person may work so.
    pub fn is_legal(&self) -> bool {
        self.broken.is_empty()
    }
}

/// A person's hours in a norm period, before and after a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NormChange {
    /// The norm period's first date.
    pub first: Date,
    pub last: Date,
    pub owed: Minutes,
    pub before: Minutes,
    pub after: Minutes,
}

/// What a change adds to a kind of burden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BurdenChange {
    pub kind: Burden,
    /// Below zero: less is carried.
    pub added: Minutes,
    /// What the person carries above a fair share after it, with history (negative: below).
    pub above: Minutes,
}

/// Two verdicts on one person, before and after.
pub(super) fn compare(before: &PersonVerdict, after: &PersonVerdict, mut changes: Vec<Changed>) -> Effect {
    changes.sort();
    let is_dearer = |it: &&RulePrice| {
        let same = before.priced.iter().find(|old| is_same(&old.found, &it.found));
        same.is_none_or(|old| old.dkk.0 < it.dkk.0)
    };
    let hours = before.norms.iter().zip(&after.norms).filter(|(old, new)| old.worked != new.worked);
    let wishes = || before.wishes.iter().zip(&after.wishes);
    let known = |kept: bool| {
        let turned = wishes().filter(move |(old, new)| old.kept == kept && new.kept != kept);
        turned.map(|(old, _)| old.wish.clone()).collect()
    };
    Effect {
        person: after.person.clone(),
        changes,
        broken: worse(&before.broken, &after.broken),
        priced: after.priced.iter().filter(is_dearer).cloned().collect(),
        advised: more(&before.advised, &after.advised),
        dkk: after.dkk() - before.dkk(),
        hours: hours
            .map(|(old, new)| NormChange {
                first: new.first,
                last: new.last,
                owed: new.owed,
                before: old.worked,
                after: new.worked,
            })
            .collect(),
        burden: Vec::new(),
        refused: known(true),
        granted: known(false),
    }
}

/// What is broken after that was not before, or not as far.
pub(crate) fn worse(before: &[RosterBroken], after: &[RosterBroken]) -> Vec<RosterBroken> {
    let is_new = |it: &&RosterBroken| match it {
        RosterBroken::Rule(found) => {
            let rules = before.iter().filter_map(|it| match it {
                RosterBroken::Rule(old) => Some(old),
                _ => None,
            });
            let mut same = rules.filter(|old| is_same(old, found));
            same.all(|old| gap(old) < gap(found))
        }
        other => !before.contains(other),
    };
    after.iter().filter(is_new).cloned().collect()
}

/// What a list has more often than another.
fn more(before: &[RuleFound], after: &[RuleFound]) -> Vec<RuleFound> {
    let is_new = |it: &&RuleFound| !before.iter().any(|old| is_same(old, it) && gap(old) >= gap(it));
    after.iter().filter(is_new).cloned().collect()
}

/// Whether a rule speaks of the same person and time.
fn is_same(one: &RuleFound, other: &RuleFound) -> bool {
    let key = |it: &RuleFound| (it.rule.clone(), it.person.clone(), it.from, it.to);
    key(one) == key(other)
}

/// How far what was found is from what is asked.
fn gap(it: &RuleFound) -> f64 {
    match (it.found, it.asked) {
        (Measure::Time(found), Measure::Time(asked)) => (found - asked).0.abs() as f64,
        (Measure::Count(found), Measure::Count(asked)) => (found - asked).abs() as f64,
        (Measure::Share(found), Measure::Share(asked)) => (found - asked).abs(),
        _ => 0.0,
    }
}
