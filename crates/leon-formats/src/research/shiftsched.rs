//! The shift scheduling benchmark: the text files of T. Curtois and R. Qu, *Computational results on new staff
//! scheduling benchmark instances* (2014), schedulingbenchmarks.org.
//!
//! Employees work at most one shift a day over some weeks from a Monday on. What they may do is hard; requests and
//! cover are paid for.

mod read;

pub use read::read_shiftsched;

use std::fmt::Write as _;

/// What stands in an instance. Read, every index names something of the instance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Instance {
    pub days: usize,
    pub shifts: Vec<Shift>,
    pub staff: Vec<Employee>,
    pub requests: Vec<Request>,
    pub cover: Vec<Cover>,
}

/// A shift.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shift {
    pub id: String,
    pub minutes: u32,
    /// Shifts that must not follow on the next day.
    pub not_next: Vec<usize>,
}

/// Someone who works, with what must hold for them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Employee {
    pub id: String,
    /// By shift: how many at most, where the file says so.
    pub shifts_max: Vec<Option<u32>>,
    /// Minutes worked, at least and at most.
    pub minutes: (u32, u32),
    /// Days worked on end, at least and at most.
    pub work: (u32, u32),
    /// Days off on end, at least.
    pub off_min: u32,
    pub weekends_max: u32,
    pub days_off: Vec<usize>,
}

/// A shift that an employee asks for, or asks not to have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Request {
    pub employee: usize,
    pub day: usize,
    pub shift: usize,
    pub weight: u32,
    /// Asked for.
    pub is_on: bool,
}

/// How many are wanted for a shift on a day, and what each one missing or too many costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cover {
    pub day: usize,
    pub shift: usize,
    pub wanted: u32,
    pub under: u32,
    pub over: u32,
}

/// Writes who works what as lines of employee, day (from 0) and shift.
pub fn write_shiftsched_solution(
    assignments: impl IntoIterator<Item = (usize, usize, usize)>,
    instance: &Instance,
) -> String {
    let mut text = String::new();
    for (employee, day, shift) in assignments {
        let _ = writeln!(text, "{},{day},{}", instance.staff[employee].id, instance.shifts[shift].id);
    }
    text
}
