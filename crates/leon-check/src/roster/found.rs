//! What the check finds in a roster: rules broken, priced or advised against, cover, mix, hours and wishes.

use leon_model::{
    AbsenceKind, Burden, ClauseKind, CompetenceId, Date, FunctionId, GroupId, Kroner, LocalAgreementId, Minutes,
    Moment, PersonId, Reason, RuleId, ShiftKind, ShiftTypeId, UnitId, WishId,
};
use std::fmt;
use thiserror::Error;

/// A duty of the roster, to name it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DutyKey {
    pub person: PersonId,
    pub date: Date,
    pub shift: ShiftTypeId,
}

impl fmt::Display for DutyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} on {}, shift {}", self.person, self.date, self.shift)
    }
}

/// A rule that does not hold somewhere: what was found against what it asks.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleFound {
    pub rule: RuleId,
    pub kind: ClauseKind,
    /// The local agreement that has set the clause.
    pub set_by: Option<LocalAgreementId>,
    /// `None`: the roster as a whole.
    pub person: Option<PersonId>,
    /// When: the duty, the rest or the weeks that the rule speaks of.
    pub from: Moment,
    pub to: Moment,
    pub found: Measure,
    pub asked: Measure,
}

impl fmt::Display for RuleFound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "rule {} ({})", self.rule, self.kind.word())?;
        if let Some(agreement) = &self.set_by {
            write!(f, ", set by {agreement}")?;
        }
        if let Some(person) = &self.person {
            write!(f, ", {person}")?;
        }
        write!(f, ": {} found, {} asked, from {} to {}", self.found, self.asked, Danish(self.from), Danish(self.to))
    }
}

/// An amount that a rule speaks of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measure {
    Time(Minutes),
    Count(i64),
    Share(f64),
    Kind(ShiftKind),
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Time(minutes) => write!(f, "{} h {:02} min", minutes.0 / 60, minutes.0.abs() % 60),
            Self::Count(count) => write!(f, "{count}"),
            Self::Share(share) => write!(f, "{share:.3}"),
            Self::Kind(kind) => f.write_str(kind.word()),
        }
    }
}

/// A rule kept at a price.
#[derive(Clone, Debug, PartialEq)]
pub struct RulePrice {
    pub found: RuleFound,
    /// The time that is paid for.
    pub minutes: Minutes,
    pub dkk: Kroner,
}

/// One thing for which a roster may not stand. Times are Danish.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum RosterBroken {
    #[error("the period has no person {person}")]
    UnknownPerson { person: PersonId },
    #[error("{duty}: the period has no such shift")]
    UnknownShift { duty: DutyKey },
    #[error("{duty}: the date does not lie in the period")]
    OutsidePeriod { duty: DutyKey },
    #[error("{duty}: it cannot be taken with the function {function}")]
    FunctionNotInShift { duty: DutyKey, function: FunctionId },
    #[error("{duty}: the function {function} takes the competence {competence}")]
    CompetenceMissing { duty: DutyKey, function: FunctionId, competence: CompetenceId },
    #[error("{duty}: the shift is not for group {group}")]
    GroupNotAllowed { duty: DutyKey, group: GroupId },
    #[error("{duty}: {unit} is none of the person's units, and no pool lends to it")]
    OtherUnit { duty: DutyKey, unit: UnitId },
    #[error("{duty}: the person works elsewhere at {}", Danish(*at))]
    TwoPlaces { duty: DutyKey, at: Moment },
    #[error("{duty}: the person is away ({})", absence.word())]
    WhileAway { duty: DutyKey, absence: AbsenceKind },
    #[error("{duty}: the person is kept from it ({})", reason.word())]
    Restricted { duty: DutyKey, reason: Reason },
    #[error("the hard wish {wish} of {person} is not kept")]
    HardWish { wish: WishId, person: PersonId },
    #[error("cover row {cover} on {date}: {} person-minutes are said to be uncovered, but {} are", said.0, found.0)]
    WrongUncovered { cover: usize, date: Date, said: Minutes, found: Minutes },
    #[error("{0}")]
    Rule(RuleFound),
}

impl RosterBroken {
    /// Which family of checks says it, in their order.
    pub(super) fn family(&self) -> u8 {
        match self {
            Self::UnknownPerson { .. }
            | Self::UnknownShift { .. }
            | Self::OutsidePeriod { .. }
            | Self::FunctionNotInShift { .. }
            | Self::CompetenceMissing { .. }
            | Self::GroupNotAllowed { .. }
            | Self::OtherUnit { .. } => 0,
            Self::TwoPlaces { .. } | Self::WhileAway { .. } => 1,
            Self::Restricted { .. } => 2,
            Self::Rule(_) => 3,
            Self::WrongUncovered { .. } => 4,
            Self::HardWish { .. } => 5,
        }
    }
}

/// What a cover row finds on a date.
#[derive(Clone, Debug, PartialEq)]
pub struct CoverFound {
    /// Which of the period's cover rows.
    pub cover: usize,
    pub date: Date,
    pub from: Moment,
    pub to: Moment,
    pub min: u32,
    pub target: u32,
    /// The fewest and most people at any minute.
    pub fewest: u32,
    pub most: u32,
    /// Person-minutes below the minimum.
    pub short: Minutes,
    /// Person-minutes between minimum and target that are missing.
    pub below_target: Minutes,
    /// Person-minutes above the surplus limit.
    pub surplus: Minutes,
}

/// What a mix row finds on a date.
#[derive(Clone, Debug, PartialEq)]
pub struct MixFound {
    /// Which of the period's mix rows.
    pub mix: usize,
    pub date: Date,
    /// Minutes in which it is not kept.
    pub missing: Minutes,
}

/// A person's hours in a norm period, as far as the roster reaches.
#[derive(Clone, Debug, PartialEq)]
pub struct NormFound {
    pub person: PersonId,
    pub first: Date,
    /// The norm period's last day, or the roster's if that comes first.
    pub last: Date,
    /// Whether the norm period ends here.
    pub ends: bool,
    pub owed: Minutes,
    pub worked: Minutes,
}

/// A person's shift burden of a kind.
#[derive(Clone, Debug, PartialEq)]
pub struct BurdenFound {
    pub person: PersonId,
    pub kind: Burden,
    /// Carried above a fair share before the period (negative: below).
    pub before: Minutes,
    /// Time on duty of the kind in the roster.
    pub carried: Minutes,
    /// The person's fair share of all people's time of the kind, in hours.
    pub fair_hours: f64,
}

impl BurdenFound {
    /// Hours above the fair share (negative: below), what was before among them.
    pub fn above_hours(&self) -> f64 {
        (self.before + self.carried).to_hours().0 - self.fair_hours
    }
}

/// What became of a wish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WishFound {
    pub wish: WishId,
    pub kept: bool,
}

/// An instant on the Danish clock.
struct Danish(Moment);

impl fmt::Display for Danish {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0.danish_date(), self.0.danish_time())
    }
}
