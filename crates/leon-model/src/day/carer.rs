//! Carers: their shifts, what they may do, how they get about.

use crate::{CarPoolId, CarerId, CompetenceId, GroupId, Kroner, LocationId, Minutes, Moment, TransportId};

/// A staff group in a day: its level of care and what an hour costs.
#[derive(Clone, Debug, PartialEq)]
pub struct DayGroup {
    pub id: GroupId,
    /// What people call it, in Danish and English; empty where nothing is said.
    pub name_da: String,
    pub name_en: String,
    /// The level of care (LEON), 1 lowest.
    pub level: u8,
    pub dkk_per_hour: Kroner,
    /// An hour beyond the shift.
    pub overtime_dkk_per_hour: Kroner,
}

/// A carer.
#[derive(Clone, Debug, PartialEq)]
pub struct Carer {
    pub id: CarerId,
    pub group: GroupId,
    pub competences: Vec<CompetenceId>,
    /// Comes along to learn: fills trainee slots only.
    pub trainee: bool,
    /// Burden carried in earlier days above the team's mean (negative: below), for a fair share today.
    pub burden_before: Minutes,
    /// In order of time, without overlap. None: not at work, and here only because visits name the carer.
    pub shifts: Vec<Shift>,
}

/// How a carer works in a shift.
#[derive(Clone, Debug, PartialEq)]
pub enum Work {
    /// Goes from citizen to citizen.
    Visiting(Travelling),
    /// Stays at a screen and does not travel.
    Screen,
}

/// How a visiting carer gets about.
#[derive(Clone, Debug, PartialEq)]
pub struct Travelling {
    pub transport: TransportId,
    /// The transport above is a car from this pool; who gets none goes by `without_car`.
    pub car: Option<PoolCar>,
    /// Where the shift begins; `None`: at the first visit.
    pub from: Option<LocationId>,
    /// Where the shift ends; `None`: at the last visit.
    pub to: Option<LocationId>,
    pub travel_max: Option<Minutes>,
}

/// A car from a pool, which may have fewer cars than carers.
#[derive(Clone, Debug, PartialEq)]
pub struct PoolCar {
    pub pool: CarPoolId,
    /// The transport of who gets no car; `None`: stays at home then.
    pub without_car: Option<TransportId>,
}

/// Cars that several carers share.
#[derive(Clone, Debug, PartialEq)]
pub struct CarPool {
    pub id: CarPoolId,
    pub cars: u32,
}

/// A stretch of work.
#[derive(Clone, Debug, PartialEq)]
pub struct Shift {
    pub start: Moment,
    pub end: Moment,
    /// How long the carer may be kept beyond `end`, as overtime.
    pub overtime_max: Minutes,
    pub work: Work,
    pub visits_max: Option<u32>,
    pub pauses: Vec<Pause>,
}

/// Time of a shift that is not for visits.
#[derive(Clone, Debug, PartialEq)]
pub struct Pause {
    pub kind: PauseKind,
    /// Begins not before, and not after. The same instant twice: fixed.
    pub earliest: Moment,
    pub latest: Moment,
    pub duration: Minutes,
    /// Where; `None`: where the carer happens to be.
    pub location: Option<LocationId>,
    pub paid: bool,
}

/// What a pause is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PauseKind {
    Break,
    /// A meeting, a course, an errand of the carer's own.
    Appointment,
}
