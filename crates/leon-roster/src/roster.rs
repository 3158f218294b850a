//! Who does what on which day.

use crate::problem::{FREE, Problem};

/// A duty for each person on each day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster {
    days: usize,
    duties: Vec<u8>,
}

impl Roster {
    /// Everyone is free every day that they can be; else they do the first of their choices.
    pub fn idle(problem: &Problem) -> Self {
        let idle = |choices: &Vec<crate::problem::Choice>| {
            if choices.iter().any(|it| it.duty == FREE) { FREE } else { choices[0].duty }
        };
        let duties = problem.people.iter().flat_map(|person| person.choices.iter().map(idle)).collect();
        Self { days: problem.days, duties }
    }

    /// What a person does on a day.
    pub fn get(&self, person: usize, day: usize) -> u8 {
        self.duties[person * self.days + day]
    }

    /// Gives a person another duty on a day.
    pub fn set(&mut self, person: usize, day: usize, duty: u8) {
        self.duties[person * self.days + day] = duty;
    }

    /// What a person does, day by day.
    pub fn row(&self, person: usize) -> &[u8] {
        &self.duties[person * self.days..][..self.days]
    }

    pub(crate) fn row_mut(&mut self, person: usize) -> &mut [u8] {
        &mut self.duties[person * self.days..][..self.days]
    }
}
