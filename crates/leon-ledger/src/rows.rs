//! A book as plain rows, to be stored and read back.

use crate::{Account, Book, Entry, Keys};
use leon_model::{Complexity, Minutes};
use thiserror::Error;

/// One entry in words. A key that does not apply is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub from: String,
    pub to: String,
    pub place: String,
    pub setting: String,
    pub group: String,
    pub task: String,
    pub complexity: String,
    pub technology: String,
    pub pool: String,
    pub minutes: i64,
}

/// A row that is no entry.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("row {row}: {fault}")]
pub struct RowProblem {
    /// Index of the row, from 0.
    pub row: usize,
    pub fault: RowFault,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RowFault {
    #[error("there is no account '{word}'")]
    UnknownAccount { word: String },
    #[error("there is no complexity '{word}'")]
    UnknownComplexity { word: String },
    #[error("the account {account} needs a {key}")]
    KeyMissing { account: Account, key: &'static str },
    #[error("an entry of {minutes} minutes; minutes are above 0")]
    NotPositive { minutes: i64 },
    #[error("the minutes up to here are more than a book can hold")]
    TooMany,
}

impl Row {
    /// The columns, in the order of [`Row::cells`].
    pub const COLUMNS: [&'static str; 10] =
        ["from", "to", "place", "setting", "staff_group", "task", "complexity", "technology", "pool", "minutes"];

    /// The row's cells.
    pub fn cells(&self) -> [String; 10] {
        [
            self.from.clone(),
            self.to.clone(),
            self.place.clone(),
            self.setting.clone(),
            self.group.clone(),
            self.task.clone(),
            self.complexity.clone(),
            self.technology.clone(),
            self.pool.clone(),
            self.minutes.to_string(),
        ]
    }

    fn entry(&self) -> Result<Entry, RowFault> {
        let account =
            |word: &str| Account::parse(word).ok_or_else(|| RowFault::UnknownAccount { word: word.to_owned() });
        let (from, to) = (account(&self.from)?, account(&self.to)?);
        let complexity = match self.complexity.as_str() {
            "" => None,
            word => match Complexity::parse(word) {
                None => return Err(RowFault::UnknownComplexity { word: word.to_owned() }),
                some => some,
            },
        };
        let keys = Keys {
            place: id(&self.place),
            setting: id(&self.setting),
            group: id(&self.group),
            task: id(&self.task),
            complexity,
            technology: id(&self.technology),
            pool: id(&self.pool),
        };
        for account in [from, to] {
            if let Some(key) = keys.missing(account.holder()) {
                return Err(RowFault::KeyMissing { account, key });
            }
        }
        if self.minutes <= 0 {
            return Err(RowFault::NotPositive { minutes: self.minutes });
        }
        Ok(Entry { keys, from, to, minutes: Minutes(self.minutes) })
    }
}

fn id<'a, Id: From<&'a str>>(word: &'a str) -> Option<Id> {
    (!word.is_empty()).then(|| Id::from(word))
}

impl From<&Entry> for Row {
    fn from(entry: &Entry) -> Self {
        fn word(id: Option<&impl ToString>) -> String {
            id.map(ToString::to_string).unwrap_or_default()
        }
        let keys = &entry.keys;
        Self {
            from: entry.from.to_string(),
            to: entry.to.to_string(),
            place: word(keys.place.as_ref()),
            setting: word(keys.setting.as_ref()),
            group: word(keys.group.as_ref()),
            task: word(keys.task.as_ref()),
            complexity: word(keys.complexity.as_ref()),
            technology: word(keys.technology.as_ref()),
            pool: word(keys.pool.as_ref()),
            minutes: entry.minutes.0,
        }
    }
}

impl Book {
    /// The entries as plain rows, in their order.
    pub fn rows(&self) -> impl Iterator<Item = Row> + '_ {
        self.entries().iter().map(Row::from)
    }

    /// Reads a book back. It need not balance; ask [`Book::balances`].
    ///
    /// # Errors
    /// Every row that is no entry, in row order.
    pub fn from_rows(rows: impl IntoIterator<Item = Row>) -> Result<Self, Vec<RowProblem>> {
        let (mut entries, mut problems, mut total) = (Vec::new(), Vec::new(), 0_i64);
        for (row, it) in rows.into_iter().enumerate() {
            match (it.entry(), total.checked_add(it.minutes.max(0))) {
                (Err(fault), _) => problems.push(RowProblem { row, fault }),
                (Ok(_), None) => problems.push(RowProblem { row, fault: RowFault::TooMany }),
                (Ok(entry), Some(sum)) => {
                    total = sum;
                    entries.push(entry);
                }
            }
        }
        if problems.is_empty() { Ok(Self::new(entries)) } else { Err(problems) }
    }
}
