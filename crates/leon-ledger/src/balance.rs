//! Whether a book balances, to the minute.

use crate::trial_balance::Turnover;
use crate::{Account, Book, Entry, Holder, Keys, Passage};
use leon_model::Minutes;
use std::collections::BTreeMap;
use thiserror::Error;

/// The first thing that keeps a book from balancing, in the order of its accounts and entries.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Imbalance {
    #[error("an entry from {} to {} ({}) has {} minutes", entry.from, entry.to, entry.keys, entry.minutes)]
    NotPositive { entry: Box<Entry> },
    #[error("no minutes go from {} to {} ({})", entry.from, entry.to, entry.keys)]
    WrongWay { entry: Box<Entry> },
    #[error("{account} ({holder}): {entered} minutes entered and {left} left")]
    DoesNotPass { account: Account, holder: Box<Keys>, entered: Minutes, left: Minutes },
    #[error("rounding ({holder}): {minutes} minutes over {entries} entries, more than one an entry")]
    RoundedTooFar { holder: Box<Keys>, minutes: Minutes, entries: usize },
}

impl Book {
    /// Proves that the book balances: minutes pass whole through every transit account, come only from
    /// origins, go only to ends, and rounding is at most one minute an entry.
    ///
    /// # Errors
    /// The first [`Imbalance`].
    pub fn balances(&self) -> Result<(), Imbalance> {
        for entry in self.entries() {
            if entry.minutes <= Minutes(0) {
                return Err(Imbalance::NotPositive { entry: Box::new(entry.clone()) });
            }
            let Entry { from, to, .. } = entry;
            if from.passage() == Passage::End || to.passage() == Passage::Origin || from == to {
                return Err(Imbalance::WrongWay { entry: Box::new(entry.clone()) });
            }
        }
        self.transits_pass()?;
        self.rounding_is_small()
    }

    fn transits_pass(&self) -> Result<(), Imbalance> {
        let mut turnovers: BTreeMap<(Account, Keys), Turnover> = BTreeMap::new();
        let transit = |account: Account, entry: &Entry| {
            (account.passage() == Passage::Transit).then(|| (account, entry.keys.of(account.holder())))
        };
        for entry in self.entries() {
            if let Some(key) = transit(entry.from, entry) {
                turnovers.entry(key).or_default().left += entry.minutes;
            }
            if let Some(key) = transit(entry.to, entry) {
                turnovers.entry(key).or_default().entered += entry.minutes;
            }
        }
        match turnovers.into_iter().find(|(_, turnover)| turnover.net() != Minutes(0)) {
            None => Ok(()),
            Some(((account, holder), Turnover { entered, left })) => {
                Err(Imbalance::DoesNotPass { account, holder: Box::new(holder), entered, left })
            }
        }
    }

    fn rounding_is_small(&self) -> Result<(), Imbalance> {
        let mut rounded: BTreeMap<Keys, (Minutes, usize)> = BTreeMap::new();
        let is_rounding = |it: &&Entry| it.from == Account::Rounding || it.to == Account::Rounding;
        for entry in self.entries().iter().filter(is_rounding) {
            rounded.entry(entry.keys.of(Holder::StaffOrPool)).or_default().0 += entry.minutes;
        }
        for entry in self.entries().iter().filter(|it| !is_rounding(it)) {
            for holder in [Holder::Staff, Holder::Pool] {
                if let Some((_, entries)) = rounded.get_mut(&entry.keys.of(holder)) {
                    *entries += 1;
                }
            }
        }
        let too_far = |(minutes, entries): &(Minutes, usize)| minutes.0 > i64::try_from(*entries).unwrap_or(i64::MAX);
        match rounded.into_iter().find(|(_, it)| too_far(it)) {
            None => Ok(()),
            Some((holder, (minutes, entries))) => {
                Err(Imbalance::RoundedTooFar { holder: Box::new(holder), minutes, entries })
            }
        }
    }
}
