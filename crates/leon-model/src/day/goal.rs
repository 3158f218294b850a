//! What a plan of visits is good for, in the order that the user wants.

use std::fmt;

/// One thing that a plan of visits can be better or worse at. Less is better for each.
///
/// The exact values stand in `docs/concepts/route.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Goal {
    /// Mandatory visits left out: Σ priority. Optional ones left out count under paid time, with their worth.
    LeftOut,
    /// Minutes after the soft closing × their weight.
    Lateness,
    /// Minutes of care × levels above the lowest level present that may do it.
    Level,
    /// Minutes of travel, waiting and overtime (overtime at its price relative to an ordinary minute), and the
    /// worth of optional visits left out.
    PaidTime,
    /// New faces, with dementia's weight, and unwanted carers; wanted carers count against.
    Continuity,
    /// Burden above a fair share, with history, squared: two hours too much weigh more than one hour for two.
    Fairness,
    /// Visits with another carer or a noticeably other time than in the published plan.
    Changes,
}

impl Goal {
    /// Every goal, in the default order.
    pub const ALL: [Self; 7] =
        [Self::LeftOut, Self::Lateness, Self::Level, Self::PaidTime, Self::Continuity, Self::Fairness, Self::Changes];

    /// The word by which files name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::LeftOut => "left_out",
            Self::Lateness => "lateness",
            Self::Level => "level",
            Self::PaidTime => "paid_time",
            Self::Continuity => "continuity",
            Self::Fairness => "fairness",
            Self::Changes => "changes",
        }
    }

    /// The goal of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|goal| goal.word() == word)
    }
}

impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Goals in levels: a better value on an earlier level beats anything on later ones. Goals that share a level are
/// added, each times its weight.
#[derive(Clone, Debug, PartialEq)]
pub struct Goals {
    pub levels: Vec<Vec<(Goal, f64)>>,
}

impl Default for Goals {
    /// Nobody left out, then nobody late, then the lowest level; then paid time, continuity, fairness and changes
    /// together, at rates in minutes: a new face 15, a point of unevenness 0.1, a change 5. The rates are
    /// assumptions that a day file can replace. Strictly one after the other, continuity would never cost a
    /// second of travel, and so hardly ever count.
    fn default() -> Self {
        Self {
            levels: vec![
                vec![(Goal::LeftOut, 1.0)],
                vec![(Goal::Lateness, 1.0)],
                vec![(Goal::Level, 1.0)],
                vec![(Goal::PaidTime, 1.0), (Goal::Continuity, 15.0), (Goal::Fairness, 0.1), (Goal::Changes, 5.0)],
            ],
        }
    }
}
