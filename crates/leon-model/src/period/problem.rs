//! What can be wrong with a period's contents, entry by entry.

use super::civil::Date;
use crate::{ClauseKind, Moment};
use thiserror::Error;

/// The lists of a period file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeriodList {
    /// What stands in the file beside the lists.
    Period,
    PublicHolidays,
    Units,
    Pools,
    Groups,
    Competences,
    Functions,
    ShiftTypes,
    People,
    Cover,
    Mix,
    Wishes,
    WishRound,
    Packs,
    LocalAgreements,
    Goals,
}

impl PeriodList {
    /// The list's name in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Period => "",
            Self::PublicHolidays => "public_holidays",
            Self::Units => "units",
            Self::Pools => "pools",
            Self::Groups => "groups",
            Self::Competences => "competences",
            Self::Functions => "functions",
            Self::ShiftTypes => "shift_types",
            Self::People => "people",
            Self::Cover => "cover",
            Self::Mix => "mix",
            Self::Wishes => "wishes",
            Self::WishRound => "wish_round",
            Self::Packs => "rules",
            Self::LocalAgreements => "local_agreements",
            Self::Goals => "goals",
        }
    }

    /// Where a field of an entry stands in the file.
    ///
    /// ```
    /// use leon_model::PeriodList;
    /// assert_eq!(PeriodList::People.path(3, "history.weeks[0].monday"), "people[3].history.weeks[0].monday");
    /// assert_eq!(PeriodList::Period.path(0, "last"), "last");
    /// ```
    pub fn path(self, entry: usize, field: &str) -> String {
        let dot = if field.is_empty() || field.starts_with('[') { "" } else { "." };
        match self {
            Self::Period => field.to_owned(),
            Self::WishRound => format!("{}{dot}{field}", self.name()),
            _ => format!("{}[{entry}]{dot}{field}", self.name()),
        }
    }
}

/// One thing wrong, with the list, the entry and the field where it stands.
#[derive(Clone, Debug, PartialEq, Error)]
#[error("{}: {fault}", list.path(*entry, field))]
pub struct PeriodProblem {
    pub list: PeriodList,
    /// Index of the entry in its list, from 0.
    pub entry: usize,
    /// Path within the entry, in the names of the period file.
    pub field: String,
    pub fault: PeriodFault,
}

/// The kinds of fault. The reader gives each its code, its words in Danish and English, and a remedy.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum PeriodFault {
    #[error("the list {} has no id '{id}'", list.name())]
    UnknownId { list: PeriodList, id: String },
    #[error("'{id}' stands already in entry {first}")]
    Duplicate { id: String, first: usize },
    #[error("'{id}' stands twice")]
    Repeated { id: String },
    #[error("'{id}' is empty or has a character other than letters, digits, '_', '-', '.' and '/'")]
    BadId { id: String },
    #[error("this looks like a CPR number")]
    CprLike,
    #[error("{value} does not lie within {low} to {high}")]
    OutsideRange { value: f64, low: f64, high: f64 },
    #[error("the list is empty")]
    Empty,
    #[error("the goal {goal} stands twice")]
    GoalTwice { goal: &'static str },

    #[error("{last} comes before {first}")]
    LastBeforeFirst { first: Date, last: Date },
    #[error("the period has {days} days; the most is {most}")]
    PeriodTooLong { days: i64, most: i64 },
    #[error("{date} does not lie in the years 1970 to 2200")]
    DateBeyond { date: Date },
    #[error("{date} does not lie in the period")]
    DateOutside { date: Date },
    #[error("it begins at {} and ends at {}", begin.0, end.0)]
    EndsBeforeBeginning { begin: Moment, end: Moment },
    #[error("it is {days} days long; the most is {most}")]
    LengthBeyond { days: i64, most: i64 },
    #[error("the pause of {pause} minutes is not shorter than the shift of {length}")]
    PauseFillsShift { pause: i64, length: i64 },
    #[error("the shares add up to {sum}")]
    SharesNotWhole { sum: f64 },
    #[error("the norm period from {first}, {weeks} weeks, is over before the period begins, or begins after it")]
    NormElsewhere { first: Date, weeks: u32 },
    #[error("the leader's unit '{unit}' is none of the person's workplaces")]
    LeaderElsewhere { unit: String },
    #[error("it lies at {}, not before the period", at.0)]
    HistoryInPeriod { at: Moment },
    #[error("it begins at {}, before the one before it ends", begin.0)]
    Overlap { begin: Moment },
    #[error("{date} is no Monday")]
    NotMonday { date: Date },
    #[error("the week {date} does not come after the one before it")]
    WeeksUnordered { date: Date },
    #[error("the target {target} is below the minimum {min}")]
    TargetBelowMin { min: u32, target: u32 },
    #[error("the surplus limit {surplus} is below the target {target}")]
    SurplusBelowTarget { target: u32, surplus: u32 },
    #[error("it holds on no date")]
    NoDays,
    #[error("{person} states {found} wishes; the round allows {most}")]
    WishesAboveRound { person: String, found: usize, most: usize },
    #[error("{person} states {found} hard wishes; the round allows {most}")]
    HardWishesAboveRound { person: String, found: usize, most: usize },
    #[error("the wish was stated outside the round")]
    WishOutsideRound,
    #[error("the local agreement may not replace rule {rule}")]
    NotReplaceable { rule: String },
    #[error("rule {rule} is of the kind {}, the clause of {}", asked.word(), found.word())]
    OtherClause { rule: String, asked: ClauseKind, found: ClauseKind },
    #[error("no agreement on working time holds for '{agreement}'")]
    AgreementWithoutRules { agreement: String },
    #[error("nobody can cover it")]
    NobodyCovers,
    #[error("nobody can work the shift")]
    NobodyWorks,
}

impl PeriodFault {
    /// Whether the period can be planned all the same.
    pub fn is_warning(&self) -> bool {
        matches!(
            self,
            Self::WishOutsideRound | Self::AgreementWithoutRules { .. } | Self::NobodyCovers | Self::NobodyWorks
        )
    }
}
