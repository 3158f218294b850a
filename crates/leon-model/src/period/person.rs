//! People: contract, workplaces, considerations, absences, and what came before the period.

use super::civil::{Date, TimeOfDay};
use super::unit::ShiftKind;
use crate::{AgreementId, CompetenceId, GroupId, Hours, Minutes, Moment, PersonId, PoolId, UnitId};

/// Somebody who works shifts. The id is opaque.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    pub id: PersonId,
    pub group: GroupId,
    /// What the person may do beyond the group.
    pub competences: Vec<CompetenceId>,
    pub experience: Experience,
    pub contract: Contract,
    /// At least one. Several: a shared position (delestilling).
    pub workplaces: Vec<Workplace>,
    /// The unit whose leader the person refers to.
    pub leader: Option<UnitId>,
    /// Pools whose units the person may be lent to.
    pub pools: Vec<PoolId>,
    pub considerations: Vec<Consideration>,
    pub absences: Vec<Absence>,
    pub fixed_duties: Vec<FixedDuty>,
    pub history: History,
    pub wish_account: Vec<WishYear>,
}

/// How long somebody has been in the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Experience {
    /// A student or pupil: counts in no cover that does not ask for trainees.
    Trainee,
    Newcomer,
    Experienced,
}

impl Experience {
    pub const ALL: [Self; 3] = [Self::Trainee, Self::Newcomer, Self::Experienced];

    /// The word by which files name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Trainee => "trainee",
            Self::Newcomer => "newcomer",
            Self::Experienced => "experienced",
        }
    }
}

/// Terms of employment.
#[derive(Clone, Debug, PartialEq)]
pub struct Contract {
    pub agreement: AgreementId,
    /// Hours a week on average over the norm period.
    pub hours_per_week: Hours,
    /// Hours a week of a full-time position under the same agreement.
    pub full_time_hours_per_week: Hours,
    pub norm: NormPeriod,
    /// Whether the person has agreed to work more than the average week's limit, where an agreement allows that.
    pub opted_out: bool,
    /// When the position was advertised; `None`: unknown, or before anybody asked.
    pub posted: Option<Date>,
    /// A position in development, research or projects.
    pub project_post: bool,
}

impl Contract {
    /// The part of full time, 1 for full time.
    pub fn part_of_full_time(&self) -> f64 {
        self.hours_per_week.0 / self.full_time_hours_per_week.0
    }

    pub fn is_part_time(&self) -> bool {
        self.hours_per_week < self.full_time_hours_per_week
    }
}

/// The time over which hours are levelled out. Periods follow one another from `first`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NormPeriod {
    /// First day of the norm period that is under way, or begins, when the roster begins.
    pub first: Date,
    pub weeks: u32,
    /// Hours worked or credited from `first` until the roster begins.
    pub worked: Minutes,
}

/// A unit that the person works in.
#[derive(Clone, Debug, PartialEq)]
pub struct Workplace {
    pub unit: UnitId,
    /// Share of the position; the shares add up to 1.
    pub share: f64,
}

/// A consideration for a person: what it keeps them from. The reason is a class only, never a diagnosis.
#[derive(Clone, Debug, PartialEq)]
pub struct Consideration {
    pub reason: Reason,
    pub restriction: Restriction,
}

/// Why a person is considered. Rules may hold for people with a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    Senior,
    Pregnancy,
    Under18,
    Health,
}

impl Reason {
    pub const ALL: [Self; 4] = [Self::Senior, Self::Pregnancy, Self::Under18, Self::Health];

    /// The word by which files name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Senior => "senior",
            Self::Pregnancy => "pregnancy",
            Self::Under18 => "under_18",
            Self::Health => "health",
        }
    }
}

/// What a consideration keeps a person from.
#[derive(Clone, Debug, PartialEq)]
pub enum Restriction {
    /// No rule of its own: the reason matters to rules only.
    None,
    /// No shifts of these kinds.
    NotKinds(Vec<ShiftKind>),
    /// No minute of work between these times of day; an end at or before the start lies on the next day.
    NotBetween { from: TimeOfDay, to: TimeOfDay },
    /// No duty longer than this.
    LengthMax(Minutes),
    /// Never more nights that begin in a calendar week.
    NightsAWeekMax(u32),
    /// At least this between duties.
    RestMin(Minutes),
    /// No more than this part of a fair share of shift burden, from 0 to 1: keeps from no duty, and counts in the goal.
    BurdenShareMax(f64),
}

/// Time in which the person does not work.
#[derive(Clone, Debug, PartialEq)]
pub struct Absence {
    pub kind: AbsenceKind,
    pub from: Moment,
    pub to: Moment,
    /// Hours of work that it counts as, in the norm.
    pub credited: Minutes,
    /// When the person was told, where rules ask.
    pub told: Option<Moment>,
}

/// Why somebody is away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AbsenceKind {
    /// Annual leave (ferie).
    Holiday,
    Illness,
    /// Time off in lieu (afspadsering).
    TimeOffInLieu,
    /// Parental leave, leave without pay, an elected office and the like.
    Leave,
}

impl AbsenceKind {
    pub const ALL: [Self; 4] = [Self::Holiday, Self::Illness, Self::TimeOffInLieu, Self::Leave];

    /// The word by which files name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Holiday => "holiday",
            Self::Illness => "illness",
            Self::TimeOffInLieu => "time_off_in_lieu",
            Self::Leave => "leave",
        }
    }
}

/// Work that is settled already and is no shift: a course, a meeting, a supervision.
#[derive(Clone, Debug, PartialEq)]
pub struct FixedDuty {
    pub label: String,
    pub start: Moment,
    pub end: Moment,
}

/// What a person did before the period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// The last duties, in order of time. Before the first of them the person counts as at rest; two weeks of duties
    /// are enough for the rules on rest.
    pub duties: Vec<PastDuty>,
    /// Sums by calendar week, in order of time, as far back as averages go. Weeks not listed are unknown and count
    /// in no average.
    pub weeks: Vec<PastWeek>,
    /// Burden carried above a fair share, by kind (negative: below).
    pub burden: BurdenAccount,
}

/// A duty before the period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastDuty {
    pub kind: ShiftKind,
    pub start: Moment,
    pub end: Moment,
}

/// What a person worked in a calendar week, as far as it lies before the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PastWeek {
    pub monday: Date,
    pub hours: Minutes,
    /// Work in the night period, as rules on night work count it.
    pub night_hours: Minutes,
    /// Whether a duty began on Saturday or Sunday.
    pub weekend: bool,
    /// Days of holiday and illness, which count out of averages.
    pub days_away: u8,
}

/// Burden above a fair share (negative: below), by kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BurdenAccount(pub [Minutes; 5]);

/// A kind of shift burden (vagtbyrde).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Burden {
    Evenings,
    Nights,
    Weekends,
    PublicHolidays,
    OnCall,
}

impl Burden {
    pub const ALL: [Self; 5] = [Self::Evenings, Self::Nights, Self::Weekends, Self::PublicHolidays, Self::OnCall];

    /// The word by which files name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Evenings => "evenings",
            Self::Nights => "nights",
            Self::Weekends => "weekends",
            Self::PublicHolidays => "public_holidays",
            Self::OnCall => "on_call",
        }
    }
}

impl BurdenAccount {
    /// What stands on the account for a kind.
    pub fn of(&self, kind: Burden) -> Minutes {
        self.0[kind as usize]
    }
}

/// What became of a person's wishes in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WishYear {
    pub year: i32,
    pub granted: u32,
    pub refused: u32,
    /// Shifts taken that many wished for.
    pub popular: u32,
}

impl Person {
    /// The share of wishes refused in earlier years, from 0 to 1; 0 without any.
    pub fn refused_share(&self) -> f64 {
        let refused: u64 = self.wish_account.iter().map(|it| u64::from(it.refused)).sum();
        let granted: u64 = self.wish_account.iter().map(|it| u64::from(it.granted)).sum();
        if refused == 0 { 0.0 } else { refused as f64 / (refused + granted) as f64 }
    }

    /// Whether the person may be considered for this reason.
    pub fn has_reason(&self, reason: Reason) -> bool {
        self.considerations.iter().any(|it| it.reason == reason)
    }

    /// The part of a fair share of shift burden that the person is to carry: 1 without a consideration.
    pub fn burden_share(&self) -> f64 {
        let shares = self.considerations.iter().filter_map(|it| match it.restriction {
            Restriction::BurdenShareMax(share) => Some(share),
            _ => None,
        });
        shares.fold(1.0, f64::min)
    }

    /// Whether a restriction keeps the person from a kind of shift altogether.
    pub fn is_kept_from(&self, kind: ShiftKind) -> bool {
        self.considerations
            .iter()
            .any(|it| matches!(&it.restriction, Restriction::NotKinds(kinds) if kinds.contains(&kind)))
    }
}
