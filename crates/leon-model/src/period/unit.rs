//! Units, and the shifts and functions that people work there.

use super::civil::{Date, TimeOfDay};
use crate::{CompetenceId, FunctionId, GroupId, Minutes, Moment, PoolId, ShiftTypeId, UnitId};

/// What kind of place a unit is, where rules ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitKind {
    /// A ward with beds (sengeafsnit).
    Ward,
    /// An outpatient clinic (ambulatorium).
    Outpatient,
    /// Home care or home nursing.
    HomeCare,
    /// A team that comes when called.
    AcuteTeam,
    /// A nursing home (plejecenter).
    NursingHome,
    /// Development, research, projects: work that is not clinical.
    Office,
}

impl UnitKind {
    pub const ALL: [Self; 6] =
        [Self::Ward, Self::Outpatient, Self::HomeCare, Self::AcuteTeam, Self::NursingHome, Self::Office];

    /// The word by which files name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ward => "ward",
            Self::Outpatient => "outpatient",
            Self::HomeCare => "home_care",
            Self::AcuteTeam => "acute_team",
            Self::NursingHome => "nursing_home",
            Self::Office => "office",
        }
    }
}

/// A unit (afsnit, gruppe) with a roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    pub id: UnitId,
    pub name: String,
    pub kind: UnitKind,
}

/// People who may be lent to other units (personalepulje).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffPool {
    pub id: PoolId,
    /// Units that the pool's members may work in, beside their own.
    pub lends_to: Vec<UnitId>,
}

/// When and how a shift is worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ShiftKind {
    Day,
    Evening,
    Night,
    /// On call, at the workplace (vagt fra tjenestestedet).
    OnCallAtWork,
    /// On call, elsewhere (rådighedsvagt fra bolig).
    OnCallAtHome,
}

impl ShiftKind {
    /// Every kind; the first three in the order in which a rotation goes forward.
    pub const ALL: [Self; 5] = [Self::Day, Self::Evening, Self::Night, Self::OnCallAtWork, Self::OnCallAtHome];

    /// The word by which files name it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Evening => "evening",
            Self::Night => "night",
            Self::OnCallAtWork => "on_call_at_work",
            Self::OnCallAtHome => "on_call_at_home",
        }
    }

    pub fn is_on_call(self) -> bool {
        matches!(self, Self::OnCallAtWork | Self::OnCallAtHome)
    }
}

/// A shift of a unit, at the same times of day on every date on which it is worked.
#[derive(Clone, Debug, PartialEq)]
pub struct ShiftType {
    pub id: ShiftTypeId,
    pub unit: UnitId,
    pub kind: ShiftKind,
    pub start: TimeOfDay,
    /// At or before `start`: on the next day.
    pub end: TimeOfDay,
    pub pause: Minutes,
    /// Whether the pause counts as hours of work.
    pub pause_paid: bool,
    /// What an hour of it counts as hours of work: 1, or less on call.
    pub hour_counts: f64,
    /// Staff groups that may work it; empty: all.
    pub groups: Vec<GroupId>,
    /// Functions that can be taken in it.
    pub functions: Vec<FunctionId>,
}

impl ShiftType {
    /// Start and end on a date.
    ///
    /// ```
    /// # use leon_model::*;
    /// let night = ShiftType {
    ///     id: "n".into(), unit: "m1".into(), kind: ShiftKind::Night, start: TimeOfDay(23 * 60), end: TimeOfDay(7 * 60),
    ///     pause: Minutes(0), pause_paid: true, hour_counts: 1.0, groups: vec![], functions: vec![],
    /// };
    /// let (start, end) = night.on("2026-10-24".parse().unwrap());
    /// assert_eq!(end - start, Seconds(9 * 3600)); // the clock is set back
    /// assert_eq!(night.hours("2026-10-24".parse().unwrap()), Minutes(540));
    /// ```
    pub fn on(&self, date: Date) -> (Moment, Moment) {
        let last = if self.end <= self.start { date + 1 } else { date };
        (date.at(self.start), last.at(self.end))
    }

    /// Hours of work on a date: length less an unpaid pause, times what an hour counts, to the nearest minute.
    pub fn hours(&self, date: Date) -> Minutes {
        let (start, end) = self.on(date);
        let pause = if self.pause_paid { 0 } else { self.pause.0 };
        let minutes = (end - start).0 / 60 - pause;
        Minutes((minutes as f64 * self.hour_counts).round() as i64)
    }
}

/// A function taken in a shift, such as coordinating it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function {
    pub id: FunctionId,
    /// What it takes; `None`: nothing special.
    pub competence: Option<CompetenceId>,
}
