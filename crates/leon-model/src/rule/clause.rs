//! Every kind of rule that Leon can check, with its parameters. **Define a kind here**; the reader, the reference page
//! and the check follow. The exact meaning stands in `docs/concepts/roster.md`.

use super::parameter::{Parameter, ParameterType, ParameterValue};
use crate::{Date, Kroner, Minutes, TimeOfDay};
use std::collections::BTreeMap;
use thiserror::Error;

macro_rules! clauses {
    ($(
        $(#[doc = $doc:literal])+
        $variant:ident $word:literal {
            $( $(#[doc = $field_doc:literal])+ $field:ident: $type:ty = $name:literal, )*
        }
    )+) => {
        /// What a rule asks, with its parameters.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Clause {
            $(
                $(#[doc = $doc])+
                $variant { $( $(#[doc = $field_doc])+ $field: $type ),* },
            )+
        }

        /// A kind of clause, without parameters.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ClauseKind {
            $( $(#[doc = $doc])+ $variant, )+
        }

        impl ClauseKind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$( Self::$variant ),+];

            /// The word by which files name it.
            pub fn word(self) -> &'static str {
                match self { $( Self::$variant => $word, )+ }
            }

            /// What it asks, in a sentence.
            pub fn doc(self) -> &'static str {
                match self { $( Self::$variant => concat!($($doc),+).trim_ascii(), )+ }
            }

            /// Its parameters, each needed.
            pub fn parameters(self) -> &'static [Parameter] {
                match self { $(
                    Self::$variant => {
                        const { &[$( Parameter { name: $name, doc: concat!($($field_doc),+).trim_ascii() } ),*] }
                    }
                )+ }
            }
        }

        impl Clause {
            /// A clause of a kind from parameters by name.
            ///
            /// # Errors
            /// The first parameter that is missing, unreadable or not one of the kind's.
            pub fn new(kind: ClauseKind, values: &BTreeMap<String, ParameterValue>) -> Result<Self, ClauseFault> {
                let known = kind.parameters();
                if let Some(name) = values.keys().find(|name| !known.iter().any(|it| it.name == *name)) {
                    return Err(ClauseFault::Unknown { name: name.clone(), kind });
                }
                match kind { $(
                    ClauseKind::$variant => Ok(Self::$variant { $( $field: read(values, $name)? ),* }),
                )+ }
            }

            /// Its kind.
            pub fn kind(&self) -> ClauseKind {
                match self { $( Self::$variant { .. } => ClauseKind::$variant, )+ }
            }

            /// Its parameters by name, as files say them.
            pub fn values(&self) -> Vec<(&'static str, ParameterValue)> {
                match self { $(
                    Self::$variant { $( $field ),* } => vec![$( ($name, $field.write($name)) ),*],
                )+ }
            }
        }
    };
}

/// What is wrong with the parameters of a clause.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ClauseFault {
    #[error("the parameter '{name}' is missing")]
    Missing { name: &'static str },
    #[error("the parameter '{name}' cannot be read")]
    Unreadable { name: &'static str },
    #[error("{} has no parameter '{name}'", kind.word())]
    Unknown { name: String, kind: ClauseKind },
}

fn read<T: ParameterType>(values: &BTreeMap<String, ParameterValue>, name: &'static str) -> Result<T, ClauseFault> {
    let value = values.get(name).ok_or(ClauseFault::Missing { name })?;
    T::read(name, value).ok_or(ClauseFault::Unreadable { name })
}

impl ClauseKind {
    /// The kind of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.word() == word)
    }
}

clauses! {
    /// An unbroken rest in the time that ends with any minute of work.
    DailyRest "daily_rest" {
        /// The rest.
        rest: Minutes = "rest_hours",
        /// The time looked back.
        within: Minutes = "within_hours",
    }
    /// The daily rest may be shorter now and then, not on two days running.
    ReducedRest "reduced_rest" {
        /// The rest that must be left.
        rest: Minutes = "rest_hours",
        /// How often in a calendar week.
        per_week: u32 = "times_a_week",
    }
    /// What is missing of a daily rest is added to the rest right after.
    CompensatingRest "compensating_rest" {}
    /// A long rest, so many days after the last one at most.
    WeeklyRest "weekly_rest" {
        /// A rest day with the daily rest beside it.
        rest: Minutes = "rest_hours",
        /// Days between two such rests.
        days_between: u32 = "days_between",
    }
    /// Rest periods (fridøgn), so many a week on average over the period.
    RestPeriods "rest_periods" {
        /// A rest that counts as one.
        short: Minutes = "short_hours",
        /// A rest that counts as two.
        long: Minutes = "long_hours",
        /// Beyond `long_hours`, each further such time counts as one more.
        further: Minutes = "further_hours",
        /// Rest periods a week.
        per_week: f64 = "per_week",
    }
    /// Hours a week on average, overtime among them.
    AverageHours "average_hours" {
        /// The most.
        per_week: Minutes = "a_week_hours",
        /// Months over which the average is taken.
        months: u32 = "months",
        /// Whether a person may have agreed to more.
        opt_out: bool = "opt_out",
    }
    /// A night worker's hours a day on average, with one rest day a week counted out.
    NightHours "night_hours" {
        /// The most.
        per_day: Minutes = "a_day_hours",
        /// Months over which the average is taken.
        months: u32 = "months",
        /// When the night begins.
        from: TimeOfDay = "night_from",
        /// When it ends.
        to: TimeOfDay = "night_to",
        /// Hours of night a year that make a night worker.
        yearly: Minutes = "night_worker_a_year_hours",
    }
    /// How long a duty is.
    ShiftLength "shift_length" {
        /// At least, for people in full-time positions.
        least: Minutes = "least_hours",
        /// At most.
        most: Minutes = "most_hours",
        /// More than that where the clock is set back.
        autumn_extra: Minutes = "autumn_extra_hours",
        /// Whether it speaks of duties on call at the workplace, and not of other duties.
        on_call: bool = "on_call",
    }
    /// A pause in a long duty.
    Break "break" {
        /// Duties longer than this.
        over: Minutes = "over_hours",
        /// The pause at least.
        least: Minutes = "least_minutes",
    }
    /// What a full position's public holiday takes off the norm.
    NormHours "norm_hours" {
        /// For each public holiday on a weekday, by part of full time.
        holiday: Minutes = "holiday_hours",
    }
    /// How long a norm period is.
    NormPeriodLength "norm_period" {
        /// Weeks.
        weeks: u32 = "weeks",
    }
    /// What hours above the norm cost.
    Overtime "overtime" {
        /// Whether it counts from the person's own norm, and not from a full-timer's.
        own_norm: bool = "own_norm",
        /// The supplement as a share of the hour's price.
        supplement: f64 = "supplement_share",
    }
    /// How long before it begins a roster is known.
    PlanNotice "plan_notice" {
        /// Days.
        days: u32 = "days",
    }
    /// A duty moved at short notice costs a supplement.
    MovedDuty "moved_duty" {
        /// Notice that costs nothing.
        notice: Minutes = "notice_hours",
        /// The supplement for an hour.
        dkk_per_hour: Kroner = "dkk_per_hour",
        /// Counted for each begun time of this length.
        step: Minutes = "step_minutes",
    }
    /// How long before time off in lieu is told.
    TimeOffNotice "time_off_notice" {
        /// Notice.
        notice: Minutes = "notice_hours",
    }
    /// One weekend with duty in so many.
    WeekendFrequency "weekend_frequency" {
        /// Weekends in a row.
        every: u32 = "every_weekends",
    }
    /// Nights in a row.
    ConsecutiveNights "consecutive_nights" {
        /// At most.
        most: u32 = "most",
    }
    /// How long a night is.
    NightLength "night_length" {
        /// At most.
        most: Minutes = "most_hours",
    }
    /// Nights that begin in a calendar week.
    NightsAWeek "nights_a_week" {
        /// At most.
        most: u32 = "most",
    }
    /// Time between two duties.
    QuickReturn "quick_return" {
        /// At least.
        least: Minutes = "least_hours",
    }
    /// From one date to the next, shifts come later in the day, not earlier.
    ForwardRotation "forward_rotation" {}
    /// A share of the hours lies on a ward, or on evenings, nights and weekends elsewhere.
    WardShare "ward_share" {
        /// At least.
        share: f64 = "share",
        /// For posts advertised after this.
        posted_after: Date = "posted_after",
    }
    /// A share of a project post's hours is clinical.
    ClinicalShare "clinical_share" {
        /// At least.
        share: f64 = "share",
        /// For posts advertised after this.
        posted_after: Date = "posted_after",
    }
    /// A person refers to one leader, in the unit with the largest share of the position.
    OneLeader "one_leader" {
        /// For posts advertised after this.
        posted_after: Date = "posted_after",
    }
    /// Whether time on call counts as rest.
    OnCallRest "on_call_rest" {
        /// On call at the workplace.
        at_work: bool = "at_work_is_rest",
        /// On call elsewhere.
        at_home: bool = "at_home_is_rest",
    }
}
