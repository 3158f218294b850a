//! What a roster is good for, in the order that the user wants.

use std::fmt;

/// One thing that a roster can be better or worse at. Less is better for each.
///
/// The exact values stand in `docs/concepts/roster.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RosterGoal {
    /// Person-hours below the minimum, and hours without the mix asked for.
    Cover,
    /// Person-hours below the target or above the surplus limit.
    Target,
    /// Kroner for what is legal at a price.
    Price,
    /// Kroner for hours above and below the norm.
    Cost,
    /// Burden above a fair share, with history, squared hours.
    Burden,
    /// Soft wishes refused, by weight and what was refused before.
    Wishes,
    /// What is advised against, each time 1.
    Health,
    /// Dates that differ from the published roster.
    Stability,
    /// Staff groups together on a kind of shift, beyond one.
    Profiles,
}

impl RosterGoal {
    /// Every goal, in the default order.
    pub const ALL: [Self; 9] = [
        Self::Cover,
        Self::Target,
        Self::Price,
        Self::Cost,
        Self::Burden,
        Self::Wishes,
        Self::Health,
        Self::Stability,
        Self::Profiles,
    ];

    /// The word by which files name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Cover => "cover",
            Self::Target => "target",
            Self::Price => "price",
            Self::Cost => "cost",
            Self::Burden => "burden",
            Self::Wishes => "wishes",
            Self::Health => "health",
            Self::Stability => "stability",
            Self::Profiles => "profiles",
        }
    }

    /// The goal of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|goal| goal.word() == word)
    }
}

impl fmt::Display for RosterGoal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Goals in levels: a better value on an earlier level beats anything on later ones. Goals that share a level are
/// added, each times its weight.
#[derive(Clone, Debug, PartialEq)]
pub struct RosterGoals {
    pub levels: Vec<Vec<(RosterGoal, f64)>>,
}

impl Default for RosterGoals {
    /// Cover first; then the rest together at rates in kroner: an hour beside the target 100, a squared hour of
    /// burden 5, a wish of weight 1 200, what is advised against 150, a changed date 100, a staff group too many 1.
    /// The rates are assumptions that a period file can replace.
    fn default() -> Self {
        Self {
            levels: vec![
                vec![(RosterGoal::Cover, 1.0)],
                vec![
                    (RosterGoal::Target, 100.0),
                    (RosterGoal::Price, 1.0),
                    (RosterGoal::Cost, 1.0),
                    (RosterGoal::Burden, 5.0),
                    (RosterGoal::Wishes, 200.0),
                    (RosterGoal::Health, 150.0),
                    (RosterGoal::Stability, 100.0),
                    (RosterGoal::Profiles, 1.0),
                ],
            ],
        }
    }
}
