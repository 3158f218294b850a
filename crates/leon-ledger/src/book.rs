//! A book: entries in one order, whatever order they were written in.

use crate::fine::Fine;
use crate::{Account, Entry, Keys};
use leon_model::{Minutes, NeedKey};
use std::collections::BTreeMap;

/// A book of hours: the minutes of a week of care or of a day of visits, entry by entry.
///
/// Two books of the same hours are equal, whatever order their entries came in: entries between the
/// same accounts with the same keys are one, those of no minutes are none, and all stand sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    entries: Vec<Entry>,
}

impl Book {
    /// Writes entries into a book. Whether it balances is for [`Book::balances`] to say.
    pub fn new(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut entries: Vec<Entry> = entries.into_iter().collect();
        entries.sort_unstable();
        let mut merged: Vec<Entry> = Vec::with_capacity(entries.len());
        for entry in entries {
            match merged.last_mut() {
                Some(last) if (last.from, last.to) == (entry.from, entry.to) && last.keys == entry.keys => {
                    last.minutes += entry.minutes;
                }
                _ => merged.push(entry),
            }
        }
        merged.retain(|it| it.minutes != Minutes(0));
        Self { entries: merged }
    }

    /// The entries, by place, setting, group, task, complexity and accounts.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The needs that the book covers, in id order.
    pub fn needs(&self) -> BTreeMap<NeedKey, Minutes> {
        self.by_need(|it| it.to == Account::Need)
    }

    /// Minutes of each need that nobody does, in id order.
    pub fn unmet(&self) -> BTreeMap<NeedKey, Minutes> {
        self.by_need(|it| it.from == Account::Unmet)
    }

    fn by_need(&self, wanted: impl Fn(&Entry) -> bool) -> BTreeMap<NeedKey, Minutes> {
        let mut needs = BTreeMap::new();
        for entry in self.entries.iter().filter(|it| wanted(it)) {
            if let Some(need) = entry.keys.need() {
                *needs.entry(need).or_default() += entry.minutes;
            }
        }
        needs
    }
}

/// Entries in the making.
#[derive(Default)]
pub(crate) struct Draft(Vec<Entry>);

impl Draft {
    pub fn enter(&mut self, from: Account, to: Account, keys: Keys, minutes: Minutes) {
        self.0.push(Entry { keys, from, to, minutes });
    }

    /// Closes what is left on a transit account: idle time, and what rounding made of the rest.
    pub fn close(&mut self, account: Account, keys: Keys, idle: Fine, left: Minutes) {
        let idle = idle.max(Fine::default()).rounded();
        let rounding = left - idle;
        self.enter(account, Account::Idle, keys.clone(), idle);
        if rounding > Minutes(0) {
            self.enter(account, Account::Rounding, keys, rounding);
        } else {
            self.enter(Account::Rounding, account, keys, -rounding);
        }
    }

    pub fn book(self) -> Book {
        Book::new(self.0)
    }
}
