//! Lending: hours leave the lender, lose some on the way, and reach a borrower or a screen.

use super::care::Read;
use super::{Unbookable, amount, slack};
use crate::book::Draft;
use crate::fine::Fine;
use crate::{Account, Keys};
use leon_model::{Case, Hours, MatchPlan, Minutes, Pool, PoolId, StaffKey};
use std::collections::{BTreeMap, HashMap};

/// What lending does to the hours at hand of each group.
#[derive(Default)]
pub(super) struct Loans {
    pub lent_out: BTreeMap<StaffKey, Loan>,
    pub lent_in: BTreeMap<StaffKey, Loan>,
}

/// Hours, and the whole minutes that they were booked with.
#[derive(Clone, Copy, Default)]
pub(super) struct Loan {
    pub hours: Fine,
    pub minutes: Minutes,
}

impl Loan {
    pub fn add(&mut self, hours: Fine, minutes: Minutes) {
        self.hours += hours;
        self.minutes += minutes;
    }
}

pub(super) fn book(case: &Case, plan: &MatchPlan, read: &Read, draft: &mut Draft) -> Result<Loans, Unbookable> {
    let pools: HashMap<&PoolId, &Pool> = case.pools.iter().map(|it| (&it.id, it)).collect();
    let mut lent: BTreeMap<(&PoolId, &StaffKey, Option<&StaffKey>), (Fine, Fine)> = BTreeMap::new();
    for lending in &plan.lending {
        let pool = pools.get(&lending.pool).ok_or_else(|| Unbookable::UnknownPool { pool: lending.pool.clone() })?;
        let (hours, lost) = lent.entry((&lending.pool, &lending.from, lending.to.as_ref())).or_default();
        *hours += amount(lending.hours)?;
        *lost += amount(lending.hours * pool.loss_share.value)?;
    }
    let mut loans = Loans::default();
    // What each remote pool has got and not yet used.
    let mut in_pool: BTreeMap<PoolId, Loan> = BTreeMap::new();
    for ((pool, from, to), (hours, lost)) in lent {
        let (minutes, lost_minutes) = (hours.rounded(), lost.rounded());
        let arrives = minutes - lost_minutes;
        let lender = Keys::from(from).in_pool(pool);
        draft.enter(Account::AtHand, Account::LentOut, lender.clone(), minutes);
        draft.enter(Account::LentOut, Account::LostOnTheWay, lender.clone(), lost_minutes);
        draft.enter(Account::LentOut, Account::Pool, lender, arrives);
        loans.lent_out.entry(from.clone()).or_default().add(hours, minutes);
        match to {
            None => in_pool.entry(pool.clone()).or_default().add(hours - lost, arrives),
            Some(to) => {
                let borrower = Keys::from(to).in_pool(pool);
                draft.enter(Account::Pool, Account::LentIn, borrower.clone(), arrives);
                draft.enter(Account::LentIn, Account::AtHand, borrower, arrives);
                loans.lent_in.entry(to.clone()).or_default().add(hours - lost, arrives);
            }
        }
    }
    book_remote(read, &pools, in_pool, draft)?;
    Ok(loans)
}

/// Hours that remote pools work by screen, and what they leave idle.
fn book_remote(
    read: &Read,
    pools: &HashMap<&PoolId, &Pool>,
    mut in_pool: BTreeMap<PoolId, Loan>,
    draft: &mut Draft,
) -> Result<(), Unbookable> {
    let mut used: BTreeMap<&PoolId, Loan> = BTreeMap::new();
    for ((pool, staff), uses) in &read.remote {
        let keys = Keys::from(staff).in_pool(pool);
        let (care, training) = (uses.care_minutes, uses.training.rounded());
        draft.enter(Account::Pool, Account::LentIn, keys.clone(), care + training);
        draft.enter(Account::LentIn, Account::Care, keys.clone(), care);
        draft.enter(Account::LentIn, Account::Training, keys, training);
        used.entry(pool).or_default().add(uses.care + uses.training, care + training);
        in_pool.entry(pool.clone()).or_default();
    }
    for (pool, got) in in_pool {
        let used = used.get(&pool).copied().unwrap_or_default();
        let idle = got.hours - used.hours;
        if Fine::default() - idle > slack(used.hours) {
            let over: Hours = (used.hours - got.hours).hours();
            return Err(Unbookable::PoolOverdrawn { pool, over });
        }
        let group = pools.get(&pool).map(|it| it.group.clone());
        let keys = Keys { group, ..Keys::default() }.in_pool(&pool);
        draft.close(Account::Pool, keys, idle, got.minutes - used.minutes);
    }
    Ok(())
}
