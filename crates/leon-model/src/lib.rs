//! Leon's vocabulary: units, places, tasks, competences, bindings, people's hours, and evidence.
//!
//! A [`Case`] is valid once constructed: every id refers to something, every figure lies within its
//! range and names its source. It knows nothing of files, solvers or pages.

mod binding;
mod case;
mod day;
mod evidence;
mod ids;
pub mod least_squares;
mod measure;
mod moment;
mod period;
mod place;
mod plan;
mod problem;
mod projection;
pub mod rng;
mod roster;
mod rule;
mod scenario;
mod staff;
mod task;
mod technology;
mod units;

pub use binding::{Binding, Cell, Counted, Justified, KINDS, Kind, Scope, Sense, ShareOf, Theme, kind};
pub use case::{Case, Parameters, Tables};
pub use day::{
    Band, CarPool, Carer, Citizen, Day, DayFault, DayGroup, DayList, DayProblem, DayTables, Doing, EARTH_RADIUS_M,
    Event, EventKind, FaceContinuity, Goal, Goals, LeftOut, Location, Meeting, Mode, Necessity, Order, Pause,
    PauseKind, Pin, Point, PoolCar, Route, RoutePlan, Shift, Slot, Stop, Transport, TransportKind, TravelTimes,
    Travelling, Visit, Window, Work,
};
pub use evidence::{EvidenceClass, Figure, Source};
pub use ids::{
    AgreementId, BindingId, CarPoolId, CarerId, CitizenId, CompetenceId, FunctionId, GroupId, LocalAgreementId,
    LocationId, MeasureId, PackId, PersonId, PlaceId, PoolId, RuleId, SettingId, ShiftTypeId, SourceId, TaskId,
    TechnologyId, TransportId, UnitId, VisitId, WishId, looks_like_cpr,
};
pub use measure::{
    Measure, MeasureChange, MeasureCost, MeasureFault, MeasureProblem, MeasureTable, RoundOrder, ScreenStaffing,
};
pub use moment::{Moment, Seconds};
pub use period::{
    Absence, AbsenceKind, Burden, BurdenAccount, Consideration, Contract, Cover, CoverEvidence, CoverNeed, Date, Days,
    Experience, FixedDuty, Function, History, Mix, MixRow, NormPeriod, NotCivil, PastDuty, PastWeek, Period,
    PeriodFault, PeriodList, PeriodProblem, PeriodTables, Person, PublicHoliday, Reason, Restriction, RosterEvent,
    RosterGoal, RosterGoals, ShiftKind, ShiftType, Span, StaffPool, Strength, TimeOfDay, Unit, UnitKind, Wanted,
    Weekday, Who, Wish, WishRound, WishYear, Workplace, normal_quantile,
};
pub use place::{Place, PlaceKind, Setting};
pub use plan::{Care, Doer, Extra, Lending, MatchPlan, NeedKey, Objective, StaffKey};
pub use problem::{CaseProblem, Fault, Table};
pub use projection::{AgeBand, CareUse, FiveYears, Inhabitants, PastInhabitants, StaffFlow, Workforce, Year};
pub use roster::{Assignment, Published, Roster, Uncovered};
pub use rule::{
    Breach, Clause, ClauseFault, ClauseKind, Confidence, LocalAgreement, LocalClause, Parameter, ParameterValue, Rule,
    RuleInForce, RulePack, RuleScope,
};
pub use scenario::{
    CareTime, Cost, Curve, Education, Lift, LocalUptake, NeedTrend, ParameterChange, PublishedFigure, Ramp, Relocation,
    Retention, Scenario, ScenarioFault, ScenarioList, ScenarioParameter, ScenarioProblem, TaskShift, Uptake,
    UptakeEffect, WorkingTime,
};
pub use staff::{
    Baseline, Capacity, Competence, Continuity, ExtraHours, ExtraKind, Holding, Pool, Price, Reach, Recruitment,
    StaffGroup, Through,
};
pub use task::{Complexity, ComplexityWeight, Need, Task, TaskLevel};
pub use technology::{Effect, Technology};
pub use units::{Fte, Hours, Kroner, Minutes};
