//! The accounts that hours stand on.

use leon_model::ExtraKind;
use std::fmt;

/// Which way minutes go through an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Passage {
    /// Minutes come from here: paid time, technology, or nobody.
    Origin,
    /// Minutes pass: what enters leaves.
    Transit,
    /// Minutes end here.
    End,
    /// Both ways: what rounding or pace adds or takes, and hours of other rosters.
    Either,
}

/// Whose an account is: the keys that tell one such account from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holder {
    /// Place, setting, task and complexity.
    Need,
    /// Place, setting and staff group.
    Staff,
    /// Place, setting, staff group and pool.
    PoolMember,
    /// Pool.
    Pool,
    /// A staff group in its place and setting, or a pool.
    StaffOrPool,
}

macro_rules! accounts {
    ($($(#[$doc:meta])* $variant:ident => $word:literal, $passage:ident, $holder:ident;)+) => {
        /// An account of the book of hours.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Account { $($(#[$doc])* $variant),+ }

        impl Account {
            /// All accounts, in the order in which they are printed.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word that stands in a book's rows.
            pub fn as_str(self) -> &'static str { match self { $(Self::$variant => $word),+ } }

            /// Which way minutes go through it.
            pub fn passage(self) -> Passage { match self { $(Self::$variant => Passage::$passage),+ } }

            /// Whose it is.
            pub fn holder(self) -> Holder { match self { $(Self::$variant => Holder::$holder),+ } }
        }
    };
}

accounts! {
    /// What citizens need (behov).
    Need => "need", End, Need;
    /// A need's minutes, however they are done; what enters is the need.
    Cover => "cover", Transit, Need;
    /// Done by technology or self-care.
    Technology => "technology", Origin, Need;
    /// Done by those on duty (fremmøde), in rosters, which know who is there and not who does what.
    Presence => "presence", Origin, Need;
    /// Done by nobody (udækket).
    Unmet => "unmet", Origin, Need;
    /// What staff take less (or more) than the need says: a group's own time for a visit, or a screen's.
    Pace => "pace", Either, Need;
    /// Care given by staff, from the hours at hand to the need.
    Care => "care", Transit, Staff;
    /// Paid time of the staff at hand.
    Paid => "paid", Origin, Staff;
    /// Overtime of own staff: care hours bought, or time kept beyond a shift.
    Overtime => "overtime", Origin, Staff;
    /// Care hours bought by hiring.
    Recruitment => "recruitment", Origin, Staff;
    /// Care hours bought from an agency.
    Agency => "agency", Origin, Staff;
    /// Staff time: what was paid, bought and borrowed, and what it went to.
    AtHand => "at_hand", Transit, Staff;
    /// Supervision of those to whom a task is delegated.
    Supervision => "supervision", End, Staff;
    /// Training for a competence that is being learned.
    Training => "training", End, Staff;
    /// Running technology: set-up, operation, false alarms.
    TechnologyOperation => "technology_operation", End, Staff;
    /// Time that a member of a pool gives away.
    LentOut => "lent_out", Transit, PoolMember;
    /// Time that a pool has got and hands on.
    Pool => "pool", Transit, Pool;
    /// Time that a borrower gets from a pool.
    LentIn => "lent_in", Transit, PoolMember;
    /// Lent time lost on the way (travel, start-up).
    LostOnTheWay => "lost_on_the_way", End, PoolMember;
    /// Paid time that is not care, where the plan knows it only as a whole.
    OutsideCare => "outside_care", End, Staff;
    /// Travel between citizens (kørsel).
    Travel => "travel", End, Staff;
    /// Waiting between visits, on the way; time between calls at a screen is idle.
    Waiting => "waiting", End, Staff;
    /// Documentation and meetings.
    Documentation => "documentation", End, Staff;
    /// Paid breaks (betalt pause).
    Break => "break", End, Staff;
    /// At work on day shifts (dagvagt).
    DayDuty => "day_duty", End, Staff;
    /// At work on evening shifts (aftenvagt).
    EveningDuty => "evening_duty", End, Staff;
    /// At work on night shifts (nattevagt).
    NightDuty => "night_duty", End, Staff;
    /// On call, as much as it counts in the norm (rådighed).
    OnCall => "on_call", End, Staff;
    /// Settled work that is no shift: courses, meetings, supervision.
    FixedDuty => "fixed_duty", End, Staff;
    /// Paid absence (fravær).
    Absence => "absence", End, Staff;
    /// Hours beside the norm that go on to later rosters, or come from earlier ones.
    Carried => "carried", Either, Staff;
    /// Time at hand that the plan does not use.
    Idle => "idle", End, StaffOrPool;
    /// What whole minutes add to or take from the hours, at most one minute an entry.
    Rounding => "rounding", Either, StaffOrPool;
}

impl Account {
    /// The account with this word, if there is one.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.as_str() == word)
    }

    /// Whether minutes on it are staff time used up: all that ends there, but for idle time.
    pub fn is_staff_time_used(self) -> bool {
        self == Self::Care || (self.passage() == Passage::End && !matches!(self, Self::Need | Self::Idle))
    }
}

impl From<ExtraKind> for Account {
    fn from(kind: ExtraKind) -> Self {
        match kind {
            ExtraKind::Overtime => Self::Overtime,
            ExtraKind::Recruitment => Self::Recruitment,
            ExtraKind::Agency => Self::Agency,
        }
    }
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
