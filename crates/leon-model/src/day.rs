//! A day of visits (or several days): what is to be done, who is there, and how they get about.

mod carer;
mod check;
mod event;
mod goal;
mod problem;
mod route_plan;
mod travel;
mod visit;

pub use carer::{CarPool, Carer, DayGroup, Pause, PauseKind, PoolCar, Shift, Travelling, Work};
pub use event::{Event, EventKind};
pub use goal::{Goal, Goals};
pub use problem::{DayFault, DayList, DayProblem};
pub use route_plan::{Doing, LeftOut, Route, RoutePlan, Stop};
pub use travel::{Band, EARTH_RADIUS_M, Location, Point, Transport, TransportKind, TravelTimes};
pub use visit::{Citizen, Meeting, Mode, Necessity, Order, Pin, Slot, Visit, Window};

use crate::{CarerId, CitizenId, GroupId, LocationId, TransportId, VisitId};
use std::collections::BTreeMap;

/// How continuity is counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FaceContinuity {
    /// What a new face counts for a citizen with dementia, where it counts 1 for others.
    pub dementia_weight: f64,
    /// What an unwanted carer counts, in new faces, for each visit.
    pub unwanted: f64,
    /// What a wanted carer takes off, in new faces, for each visit.
    pub wanted: f64,
}

impl Default for FaceContinuity {
    /// Assumptions: dementia counts twice, an unwanted carer one new face, a wanted one takes off a third.
    fn default() -> Self {
        Self { dementia_weight: 2.0, unwanted: 1.0, wanted: 1.0 / 3.0 }
    }
}

/// A day as read, before it is checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DayTables {
    pub groups: Vec<DayGroup>,
    pub locations: Vec<Location>,
    pub transports: Vec<Transport>,
    pub car_pools: Vec<CarPool>,
    pub citizens: Vec<Citizen>,
    pub carers: Vec<Carer>,
    pub visits: Vec<Visit>,
    pub orders: Vec<Order>,
    pub goals: Goals,
    pub continuity: FaceContinuity,
    /// A start that moves by less than this is not a change.
    pub change_tolerance: crate::Minutes,
    /// Made up by a generator, not a real day; faces say so.
    pub synthetic: bool,
}

/// A day that is valid: every id is known, windows open before they close, orders do not run in circles, and no sum of
/// its times overflows.
///
/// Derefs to [`DayTables`] for reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    tables: DayTables,
    visit_of: BTreeMap<VisitId, usize>,
    carer_of: BTreeMap<CarerId, usize>,
    citizen_of: BTreeMap<CitizenId, usize>,
    location_of: BTreeMap<LocationId, usize>,
    transport_of: BTreeMap<TransportId, usize>,
    group_of: BTreeMap<GroupId, usize>,
    warnings: Vec<DayProblem>,
}

impl std::ops::Deref for Day {
    type Target = DayTables;
    fn deref(&self) -> &DayTables {
        &self.tables
    }
}

fn index<Id: Clone + Ord, T>(rows: &[T], id: impl Fn(&T) -> &Id) -> BTreeMap<Id, usize> {
    rows.iter().enumerate().rev().map(|(i, row)| (id(row).clone(), i)).collect()
}

impl Day {
    /// Checks a day.
    ///
    /// # Errors
    /// Every problem that keeps the day from being planned, in the order of lists and entries, warnings among them.
    pub fn new(tables: DayTables) -> Result<Self, Vec<DayProblem>> {
        let mut problems = check::problems(&tables);
        problems.sort_by_key(|problem| (problem.list, problem.entry));
        if problems.iter().any(|problem| !problem.fault.is_warning()) {
            return Err(problems);
        }
        Ok(Self {
            warnings: problems,
            visit_of: index(&tables.visits, |row| &row.id),
            carer_of: index(&tables.carers, |row| &row.id),
            citizen_of: index(&tables.citizens, |row| &row.id),
            location_of: index(&tables.locations, |row| &row.id),
            transport_of: index(&tables.transports, |row| &row.id),
            group_of: index(&tables.groups, |row| &row.id),
            tables,
        })
    }

    /// What is odd but can be planned.
    pub fn warnings(&self) -> &[DayProblem] {
        &self.warnings
    }

    /// Every problem of events that happen one after the other on this day: unknown ids, impossible times.
    pub fn event_problems(&self, events: &[Event]) -> Vec<DayProblem> {
        check::event_problems(self, events)
    }

    /// The tables, to change and check again.
    pub fn into_tables(self) -> DayTables {
        self.tables
    }

    /// Place of a visit in its list; `None` if the day has no such visit.
    pub fn visit_index(&self, id: &VisitId) -> Option<usize> {
        self.visit_of.get(id).copied()
    }

    /// Place of a carer in its list.
    pub fn carer_index(&self, id: &CarerId) -> Option<usize> {
        self.carer_of.get(id).copied()
    }

    /// Place of a citizen in its list.
    pub fn citizen_index(&self, id: &CitizenId) -> Option<usize> {
        self.citizen_of.get(id).copied()
    }

    /// Place of a location in its list.
    pub fn location_index(&self, id: &LocationId) -> Option<usize> {
        self.location_of.get(id).copied()
    }

    /// Place of a transport in its list.
    pub fn transport_index(&self, id: &TransportId) -> Option<usize> {
        self.transport_of.get(id).copied()
    }

    /// Place of a staff group in its list.
    pub fn group_index(&self, id: &GroupId) -> Option<usize> {
        self.group_of.get(id).copied()
    }
}
