//! One person's rules, apart from everybody else's.

use super::AskError;
use super::outcome::newly_broken;
use leon_check::{RosterBroken, RosterVerdict, check_roster};
use leon_model::{Assignment, Period, PeriodTables, Person, PersonId, Roster};

/// A period of one person, with that person's duties. Rules bind persons, so this says all that is broken, and is
/// checked in no time.
#[derive(Clone, Debug)]
pub(crate) struct Alone {
    pub period: Period,
    pub duties: Vec<Assignment>,
    before: RosterVerdict,
}

impl Alone {
    /// # Errors
    /// [`AskError::NoPeriod`] if the tables without the others are no valid period; a valid period's are.
    pub fn new(period: &Period, roster: &Roster, person: &Person) -> Result<Self, AskError> {
        let duties: Vec<Assignment> = roster.assignments.iter().filter(|it| it.person == person.id).cloned().collect();
        let period = Period::new(tables_of(period, &person.id)).map_err(AskError::NoPeriod)?;
        let before = check_roster(&period, &with(&duties), None);
        Ok(Self { period, duties, before })
    }

    /// What the person would break with other duties, and does not break now.
    pub fn would_break(&self, duties: &[Assignment]) -> Vec<RosterBroken> {
        newly_broken(&self.before, &check_roster(&self.period, &with(duties), None))
    }

    /// The duties and one more.
    pub fn and(&self, more: &Assignment) -> Vec<Assignment> {
        self.duties.iter().chain([more]).cloned().collect()
    }
}

/// The tables of a period with one person only: no cover, no mix, nobody else's wishes.
pub(crate) fn tables_of(period: &Period, person: &PersonId) -> PeriodTables {
    let all: &PeriodTables = period;
    PeriodTables {
        people: all.people.iter().filter(|it| it.id == *person).cloned().collect(),
        wishes: all.wishes.iter().filter(|it| it.person == *person).cloned().collect(),
        cover: Vec::new(),
        mix: Vec::new(),
        public_holidays: all.public_holidays.clone(),
        units: all.units.clone(),
        pools: all.pools.clone(),
        groups: all.groups.clone(),
        competences: all.competences.clone(),
        functions: all.functions.clone(),
        shift_types: all.shift_types.clone(),
        packs: all.packs.clone(),
        local_agreements: all.local_agreements.clone(),
        goals: all.goals.clone(),
        ..*all
    }
}

fn with(duties: &[Assignment]) -> Roster {
    Roster { assignments: duties.to_vec(), uncovered: None }
}
