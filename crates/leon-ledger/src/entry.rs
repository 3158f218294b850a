//! One entry: minutes leave one account and enter another.

use crate::{Account, Holder};
use leon_model::{Complexity, GroupId, Minutes, NeedKey, PlaceId, PoolId, SettingId, StaffKey, TaskId, TechnologyId};
use std::fmt;

/// What an entry speaks of. Each account reads the keys that tell whose it is, see [`Account::holder`].
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Keys {
    pub place: Option<PlaceId>,
    pub setting: Option<SettingId>,
    pub group: Option<GroupId>,
    pub task: Option<TaskId>,
    pub complexity: Option<Complexity>,
    pub technology: Option<TechnologyId>,
    pub pool: Option<PoolId>,
}

/// Minutes that leave one account and enter another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    pub keys: Keys,
    pub from: Account,
    pub to: Account,
    /// Above 0 in a book that balances.
    pub minutes: Minutes,
}

impl From<&NeedKey> for Keys {
    fn from(need: &NeedKey) -> Self {
        Self {
            place: Some(need.place.clone()),
            setting: Some(need.setting.clone()),
            task: Some(need.task.clone()),
            complexity: Some(need.complexity),
            ..Self::default()
        }
    }
}

impl From<&StaffKey> for Keys {
    fn from(staff: &StaffKey) -> Self {
        Self {
            place: Some(staff.place.clone()),
            setting: Some(staff.setting.clone()),
            group: Some(staff.group.clone()),
            ..Self::default()
        }
    }
}

impl Keys {
    /// The same keys and a pool.
    pub fn in_pool(self, pool: &PoolId) -> Self {
        Self { pool: Some(pool.clone()), ..self }
    }

    /// The need that the keys name, if they name one.
    pub fn need(&self) -> Option<NeedKey> {
        Some(NeedKey {
            place: self.place.clone()?,
            setting: self.setting.clone()?,
            task: self.task.clone()?,
            complexity: self.complexity?,
        })
    }

    /// The keys that tell one account of this kind from another, the rest left out.
    pub(crate) fn of(&self, holder: Holder) -> Self {
        let (place, setting, group) = (self.place.clone(), self.setting.clone(), self.group.clone());
        match holder {
            Holder::Need => {
                Self { place, setting, task: self.task.clone(), complexity: self.complexity, ..Self::default() }
            }
            Holder::Staff => Self { place, setting, group, ..Self::default() },
            Holder::PoolMember => Self { place, setting, group, pool: self.pool.clone(), ..Self::default() },
            Holder::Pool => Self { pool: self.pool.clone(), ..Self::default() },
            Holder::StaffOrPool => self.of(if self.place.is_some() { Holder::Staff } else { Holder::Pool }),
        }
    }

    /// The first key that an account of this holder reads and that is missing.
    pub(crate) fn missing(&self, holder: Holder) -> Option<&'static str> {
        let place = (self.place.is_none(), "place");
        let setting = (self.setting.is_none(), "setting");
        let group = (self.group.is_none(), "group");
        let pool = (self.pool.is_none(), "pool");
        let reads = match holder {
            Holder::Need => {
                vec![place, setting, (self.task.is_none(), "task"), (self.complexity.is_none(), "complexity")]
            }
            Holder::Staff => vec![place, setting, group],
            Holder::PoolMember => vec![place, setting, group, pool],
            Holder::Pool => vec![pool],
            Holder::StaffOrPool => {
                return self.missing(if self.place.is_some() { Holder::Staff } else { Holder::Pool });
            }
        };
        reads.into_iter().find(|(is_missing, _)| *is_missing).map(|(_, name)| name)
    }
}

impl fmt::Display for Keys {
    /// The keys in words, without those that are missing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: [Option<&str>; 7] = [
            self.task.as_ref().map(TaskId::as_str),
            self.complexity.map(Complexity::as_str),
            self.technology.as_ref().map(TechnologyId::as_str),
            self.group.as_ref().map(GroupId::as_str),
            self.setting.as_ref().map(SettingId::as_str),
            self.place.as_ref().map(PlaceId::as_str),
            self.pool.as_ref().map(PoolId::as_str),
        ];
        f.write_str(&words.into_iter().flatten().collect::<Vec<_>>().join(", "))
    }
}
