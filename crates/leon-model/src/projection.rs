//! What a projection rests on: inhabitants by age, who uses care, and how staff come, age and go.

use crate::task::words;
use crate::{Figure, GroupId, PlaceId, SettingId};
use std::fmt;

/// A calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(pub u32);

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Year {
    /// Whole years from another to this one; 0 when the other is later.
    pub fn since(self, other: Self) -> u32 {
        self.0.saturating_sub(other.0)
    }

    /// Every year from this one to the last, both with.
    pub fn to(self, last: Self) -> impl DoubleEndedIterator<Item = Self> + Clone {
        (self.0..last.0.saturating_add(1)).map(Self)
    }
}

/// Ages, in the bands of Statistics Denmark's municipal projection (FRKM).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AgeBand {
    From0,
    From6,
    From17,
    From20,
    From35,
    From65,
    From80,
}
words!(AgeBand {
    From0 => "0-5",
    From6 => "6-16",
    From17 => "17-19",
    From20 => "20-34",
    From35 => "35-64",
    From65 => "65-79",
    From80 => "80+",
});

/// Ages by five years, as Statistics Denmark counts inhabitants (BEFOLK2); the last has no end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FiveYears {
    From0,
    From5,
    From10,
    From15,
    From20,
    From25,
    From30,
    From35,
    From40,
    From45,
    From50,
    From55,
    From60,
    From65,
    From70,
    From75,
    From80,
    From85,
}
words!(FiveYears {
    From0 => "0-4",
    From5 => "5-9",
    From10 => "10-14",
    From15 => "15-19",
    From20 => "20-24",
    From25 => "25-29",
    From30 => "30-34",
    From35 => "35-39",
    From40 => "40-44",
    From45 => "45-49",
    From50 => "50-54",
    From55 => "55-59",
    From60 => "60-64",
    From65 => "65-69",
    From70 => "70-74",
    From75 => "75-79",
    From80 => "80-84",
    From85 => "85+",
});

/// Inhabitants of a place on 1 January of a year, by some division into ages.
#[derive(Clone, Debug, PartialEq)]
pub struct Inhabitants<Age = AgeBand> {
    pub place: PlaceId,
    pub year: Year,
    pub age: Age,
    pub persons: Figure,
}

/// Inhabitants as they were counted.
pub type PastInhabitants = Inhabitants<FiveYears>;

/// Who uses the care of a setting: the share of its hours that goes to people of some ages.
#[derive(Clone, Debug, PartialEq)]
pub struct CareUse {
    pub setting: SettingId,
    /// All ages when empty.
    pub ages: Vec<AgeBand>,
    /// Shares of a setting add up to 1.
    pub share: Figure,
}

/// One thing that is known or assumed of how a staff group comes, ages and goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StaffFlow {
    /// Share of the group that is of this age and up to the next age given, in the first year.
    AgeShare,
    /// Share that retires in a year, from this age to the next age given.
    Retirement,
    /// Share that leaves the settings of the case in a year, before retirement.
    Leaving,
    /// Educated people below 65 outside the settings of the case, for each one inside, in the first year.
    Outside,
    /// Share of those outside that comes back in a year.
    Return,
    /// People who begin the education a year.
    Intake,
    /// Share of those who begin that finish.
    Completion,
    /// Years from beginning to finishing.
    StudyYears,
    /// Age at which graduates begin to work.
    GraduateAge,
    /// Share of graduates who take work in the settings of the case.
    TakenUp,
    /// Full-time equivalents for each person employed.
    WorkingTime,
    /// Groups without an intake: share of those who leave or retire that is replaced.
    Replaced,
}
words!(StaffFlow {
    AgeShare => "age_share",
    Retirement => "retirement",
    Leaving => "leaving",
    Outside => "outside",
    Return => "return",
    Intake => "intake",
    Completion => "completion",
    StudyYears => "study_years",
    GraduateAge => "graduate_age",
    TakenUp => "taken_up",
    WorkingTime => "working_time",
    Replaced => "replaced",
});

impl StaffFlow {
    /// Whether each age has a value of its own.
    pub fn is_by_age(self) -> bool {
        matches!(self, Self::AgeShare | Self::Retirement)
    }

    /// Whether its value is a share from 0 to 1.
    pub fn is_share(self) -> bool {
        !matches!(self, Self::Outside | Self::Intake | Self::StudyYears | Self::GraduateAge | Self::Replaced)
    }
}

/// A figure on how a staff group comes, ages or goes.
#[derive(Clone, Debug, PartialEq)]
pub struct Workforce {
    pub group: GroupId,
    pub flow: StaffFlow,
    /// The age from which it holds, for the flows that are by age.
    pub age_from: Option<u32>,
    pub value: Figure,
}
