//! HHCRSP-JSON: home health care routing and scheduling, the basic formulation.
//!
//! Caregivers leave one office at time 0, give services to patients and come back. A patient needs one
//! service, or two by two people: at the same time, or one after the other within a gap. Time windows are
//! soft at their end. Instances and the format: F. Mankowska et al., *The home health care routing and
//! scheduling problem with interdependent services*, Health Care Management Science 17 (2014), doi
//! 10.1007/s10729-013-9243-1; S. Ceschia et al., *Multi-neighborhood simulated annealing for the home
//! healthcare routing and scheduling problem*, International Transactions in Operational Research (2024),
//! doi 10.1111/itor.13585.

mod read;
mod solution;
mod write;

pub use read::read_hhcrsp;
pub use solution::{Route, Solution, Stop, read_hhcrsp_solution, write_hhcrsp_solution};
pub use write::write_hhcrsp;

/// What stands in an instance. Times and distances are in the file's own unit, mostly minutes.
///
/// Read, it is whole: ids differ, services and abilities name a service of [`Instance::services`], and
/// [`Instance::distances`] has a row and a column for the office and each patient.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Instance {
    pub name: Option<String>,
    pub office: Office,
    /// The patients, in the order of the rows of [`Instance::distances`] from row 1 on.
    pub patients: Vec<Patient>,
    pub caregivers: Vec<Caregiver>,
    pub services: Vec<Service>,
    /// Travel time, which is also its cost, from row to column; row and column 0 are the office.
    pub distances: Vec<Vec<f64>>,
}

/// Where every caregiver starts and ends.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Office {
    pub id: String,
    pub location: Option<(f64, f64)>,
}

/// Someone who is visited.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Patient {
    pub id: String,
    /// As the file gives it: on a plane, or longitude and latitude.
    pub location: Option<(f64, f64)>,
    /// No service starts before the first; a start after the second is late.
    pub window: (f64, f64),
    /// One or two services, in the order listed.
    pub services: Vec<Needed>,
    /// With two services: the second starts at least and at most so long after the first. `(0, 0)` when they
    /// are simultaneous.
    pub gap: Option<(f64, f64)>,
}

/// A service that a patient needs, and how long it takes there.
#[derive(Clone, Debug, PartialEq)]
pub struct Needed {
    pub service: String,
    pub duration: f64,
}

/// Someone who visits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Caregiver {
    pub id: String,
    /// Ids of the services that this caregiver can give.
    pub abilities: Vec<String>,
}

/// A kind of care.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Service {
    pub id: String,
    /// How long it takes where a patient does not say otherwise.
    pub default_duration: Option<f64>,
}
