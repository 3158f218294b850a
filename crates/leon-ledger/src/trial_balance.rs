//! The trial balance: what entered and what left each account.

use crate::{Account, Book, Keys};
use leon_model::{GroupId, Minutes, PlaceId, SettingId};
use std::collections::BTreeMap;

/// Minutes that entered and that left an account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turnover {
    pub entered: Minutes,
    pub left: Minutes,
}

impl Turnover {
    /// Minutes through the account: what entered, or what left it when nothing enters.
    pub fn minutes(self) -> Minutes {
        self.entered.max(self.left)
    }

    /// What entered and did not leave; negative for minutes that come from here.
    pub fn net(self) -> Minutes {
        self.entered - self.left
    }
}

/// What entered and what left each account, in the accounts' order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrialBalance(BTreeMap<Account, Turnover>);

impl TrialBalance {
    /// The turnover of an account; nothing when no entry touches it.
    pub fn of(&self, account: Account) -> Turnover {
        self.0.get(&account).copied().unwrap_or_default()
    }

    /// The accounts that entries touch.
    pub fn iter(&self) -> impl Iterator<Item = (Account, Turnover)> + '_ {
        self.0.iter().map(|(account, turnover)| (*account, *turnover))
    }

    fn add(&mut self, from: Account, to: Account, minutes: Minutes) {
        self.0.entry(from).or_default().left += minutes;
        self.0.entry(to).or_default().entered += minutes;
    }
}

impl Book {
    /// The trial balance of the whole book.
    pub fn trial_balance(&self) -> TrialBalance {
        let mut balance = TrialBalance::default();
        for entry in self.entries() {
            balance.add(entry.from, entry.to, entry.minutes);
        }
        balance
    }

    /// A trial balance for each place. Minutes that pass through a pool are seen at both ends of the loan.
    pub fn by_place(&self) -> BTreeMap<PlaceId, TrialBalance> {
        self.by(|keys| keys.place.as_ref())
    }

    /// A trial balance for each setting.
    pub fn by_setting(&self) -> BTreeMap<SettingId, TrialBalance> {
        self.by(|keys| keys.setting.as_ref())
    }

    /// A trial balance for each staff group; needs, unmet hours and technology belong to none.
    pub fn by_group(&self) -> BTreeMap<GroupId, TrialBalance> {
        self.by(|keys| keys.group.as_ref())
    }

    fn by<K: Ord + Clone>(&self, key: impl Fn(&Keys) -> Option<&K>) -> BTreeMap<K, TrialBalance> {
        let mut balances: BTreeMap<K, TrialBalance> = BTreeMap::new();
        for entry in self.entries() {
            let Some(key) = key(&entry.keys) else { continue };
            if let Some(balance) = balances.get_mut(key) {
                balance.add(entry.from, entry.to, entry.minutes);
            } else {
                balances.entry(key.clone()).or_default().add(entry.from, entry.to, entry.minutes);
            }
        }
        balances
    }
}
