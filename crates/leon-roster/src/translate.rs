//! From a period to numbers and back: which duty is which shift, which demand is which cover row on which date.
//!
//! What the numbers cannot say they say too strictly or not at all; `docs/concepts/roster-engine.md` lists these. What
//! a roster breaks because of it is found by the check and added as something [`Tightened`], and the search goes on.

mod asked;
mod burden;
mod choices;
mod cover;
mod duties;
mod hours;
mod law;
mod prices;
mod rhythm;
mod steps;
mod tightened;
mod wishes;

use crate::problem::{Person as Row, Problem};
use crate::roster::Roster as Rows;
use leon_model::{Assignment, Date, Period, Published, Roster};

pub(crate) use burden::carried;
pub use cover::DemandOf;
pub use duties::DutyOf;
pub use prices::Prices;
pub use tightened::Tightened;

use duties::Duties;
use law::Law;

/// What a period is translated with.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// The roster that people know: what differs from it counts, and what is moved late has its price.
    pub published: Option<&'a Published>,
    /// Hours of each kind of burden that all people carry together, as far as known: the fair shares add up to them.
    pub burden: Option<[f64; 5]>,
    /// What a check has found beyond what the numbers say.
    pub tightened: &'a Tightened,
    /// Whether a duty can lie on dates only on which some row asks for it, if one does on any.
    pub asked_only: bool,
}

impl std::fmt::Debug for Given<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Given")
            .field("burden", &self.burden)
            .field("tightened", &self.tightened)
            .finish_non_exhaustive()
    }
}

impl<'a> Given<'a> {
    /// Nothing but the period.
    pub fn nothing(tightened: &'a Tightened) -> Self {
        Self { published: None, burden: None, tightened, asked_only: false }
    }
}

/// A period as a problem, and the way back.
#[derive(Debug)]
pub struct Translation<'p> {
    pub period: &'p Period,
    pub problem: Problem,
    pub prices: Prices,
    /// By duty.
    pub duties: Vec<DutyOf>,
    /// By demand.
    pub demands: Vec<DemandOf>,
    /// Hard wishes that other rules leave no room for: place of the person and date.
    pub impossible: Vec<(usize, Date)>,
}

/// Why a period cannot become numbers.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TooLarge {
    #[error("the period has {found} shifts and functions that differ; the most is {most}")]
    Duties { found: usize, most: usize },
}

impl<'p> Translation<'p> {
    /// Translates a period.
    ///
    /// # Errors
    /// [`TooLarge`] if there are more shifts, functions and settled duties than the engine can tell apart.
    pub fn new(period: &'p Period, given: Given<'_>) -> Result<Self, TooLarge> {
        let duties = Duties::new(period)?;
        let law = Law::new(period);
        let prices = Prices::new(period);
        let mut problem = Problem { days: duties.days(), shift_of: duties.shift_of(), ..Problem::default() };
        let mut impossible = Vec::new();
        for index in 0..period.people.len() {
            let own = choices::Choices::new(period, &duties, &law, &prices, given, index);
            own.impossible().for_each(|date| impossible.push((index, date)));
            problem.people.push(Row { choices: own.into_choices(), ..Row::default() });
        }
        let demands = cover::fill(&mut problem, period, &duties, &prices);
        if given.asked_only {
            asked::keep_asked(&mut problem, period, &duties, &demands, given);
        }
        steps::fill(&mut problem, period, &duties, &law, &prices, given.tightened);
        rhythm::fill(&mut problem, period, &duties, &law, &prices, given.tightened);
        hours::fill(&mut problem, period, &duties, &law, &prices, given.tightened);
        burden::fill(&mut problem, period, &duties, &prices, given.burden);
        wishes::fill(&mut problem, period, &duties, &prices);
        Ok(Self { period, problem, prices, duties: duties.into_list(), demands, impossible })
    }

    /// A roster of the search as one of the period, without its list of what is uncovered.
    pub fn assignments(&self, rows: &Rows) -> Vec<Assignment> {
        let mut assignments = Vec::new();
        for (index, person) in self.period.people.iter().enumerate() {
            for (date, &duty) in self.period.dates().zip(rows.row(index)) {
                let DutyOf::Shift { shift, function } = self.duties[usize::from(duty)] else { continue };
                assignments.push(Assignment {
                    person: person.id.clone(),
                    date,
                    shift: self.period.shift_types[shift].id.clone(),
                    function: function.map(|it| self.period.functions[it].id.clone()),
                });
            }
        }
        assignments
    }

    /// A roster of the period as one of the search, as far as its people may have its duties; the others are free.
    pub fn rows(&self, roster: &Roster) -> Rows {
        let mut rows = Rows::idle(&self.problem);
        for assignment in &roster.assignments {
            let Some(person) = self.period.person_index(&assignment.person) else { continue };
            let day = usize::try_from(assignment.date - self.period.first).unwrap_or(usize::MAX);
            let Some(duty) = self.duty_of(assignment) else { continue };
            let may = |choices: &Vec<crate::Choice>| choices.iter().any(|it| it.duty == duty);
            if self.problem.people[person].choices.get(day).is_some_and(may) {
                rows.set(person, day, duty);
            }
        }
        rows
    }

    /// The duty of an assignment; `None`: the period has no such shift or function.
    pub fn duty_of(&self, assignment: &Assignment) -> Option<u8> {
        let is_it = |it: &DutyOf| match *it {
            DutyOf::Shift { shift, function } => {
                self.period.shift_types[shift].id == assignment.shift
                    && function.map(|it| &self.period.functions[it].id) == assignment.function.as_ref()
            }
            _ => false,
        };
        self.duties.iter().position(is_it).map(|it| it as u8)
    }
}
