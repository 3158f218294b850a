//! INRC-II: rostering nurses, the text files of the second international nurse rostering competition.
//!
//! Nurses with skills and contracts cover shifts over four or eight weeks. A scenario holds for all weeks, a history
//! says what was before the first, and each week has data of its own. S. Ceschia et al., *The second international
//! nurse rostering competition*, Annals of Operations Research 274 (2019), doi 10.1007/s10479-018-2816-0; the rules
//! are those of arXiv 1501.04177.

mod history;
mod scenario;
mod sections;
mod solution;
mod week;

pub use history::{read_inrc2_history, write_inrc2_history};
pub use scenario::read_inrc2_scenario;
pub use solution::write_inrc2_solution;
pub use week::read_inrc2_week;

/// The days of a week as the files write them.
pub const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// What holds in all weeks. Read, every index names something of the scenario, and no minimum is above its maximum.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scenario {
    pub id: String,
    pub weeks: usize,
    pub skills: Vec<String>,
    pub shifts: Vec<Shift>,
    /// Shifts of which the second must not follow the first on the next day.
    pub forbidden: Vec<(usize, usize)>,
    pub contracts: Vec<Contract>,
    pub nurses: Vec<Nurse>,
}

/// A shift type.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shift {
    pub name: String,
    /// Days on end with this shift, at least and at most.
    pub run: (u32, u32),
}

/// What a nurse has agreed to. Pairs are at least and at most.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contract {
    pub name: String,
    /// Days worked in all weeks together.
    pub total: (u32, u32),
    /// Days worked on end.
    pub work: (u32, u32),
    /// Days off on end.
    pub off: (u32, u32),
    /// Weekends worked in all weeks, at most.
    pub weekends_max: u32,
    /// Weekends are worked whole or not at all.
    pub complete_weekends: bool,
}

/// A nurse.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Nurse {
    pub name: String,
    pub contract: usize,
    pub skills: Vec<usize>,
}

/// What was before a week.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// How many weeks have been.
    pub week: u32,
    /// In the order of [`Scenario::nurses`].
    pub nurses: Vec<NurseHistory>,
}

/// What a nurse has done before a week.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct NurseHistory {
    pub assignments: u32,
    pub weekends: u32,
    /// The shift of the last day; `None` after a day off.
    pub last: Option<usize>,
    /// Days on end with that shift.
    pub same_shift: u32,
    /// Days on end worked.
    pub work: u32,
    /// Days on end off.
    pub off: u32,
}

/// What a week needs, and what nurses wish.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Week {
    pub requirements: Vec<Requirement>,
    pub requests: Vec<Request>,
}

/// How many nurses a shift needs in a skill.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Requirement {
    pub shift: usize,
    pub skill: usize,
    /// By day from Monday on: the minimum, and the optimum.
    pub nurses: [(u32, u32); 7],
}

/// A shift that a nurse wishes to have off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Request {
    pub nurse: usize,
    /// `None`: any shift.
    pub shift: Option<usize>,
    /// From Monday, 0.
    pub day: usize,
}

/// A nurse at work on a day of a week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Assignment {
    pub nurse: usize,
    /// From Monday, 0.
    pub day: usize,
    pub shift: usize,
    pub skill: usize,
}
