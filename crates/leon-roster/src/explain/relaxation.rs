//! What of a period can be changed, so that a shift is covered after all.

use super::AskError;
use leon_check::{Measure, RuleFound};
use leon_model::{
    AgreementId, Assignment, BurdenAccount, Clause, CompetenceId, Contract, CoverNeed, Date, Days, Experience, GroupId,
    History, Hours, Kroner, LocalAgreement, LocalClause, Minutes, NormPeriod, Period, PeriodTables, Person, PersonId,
    RuleId, ShiftTypeId, StaffPool, Strength, UnitId, WishId, Workplace,
};

/// A change of one rule of a period.
#[derive(Clone, Debug, PartialEq)]
pub enum Relaxation {
    /// A local agreement for the units sets a rule that it may replace. `to` is `None`: the rule is not to hold.
    LocalAgreement { rule: RuleId, from: Clause, to: Option<Clause>, units: Vec<UnitId> },
    /// The person is lent to the unit.
    Lend { person: PersonId, unit: UnitId },
    /// A hard wish does not bind any more. It counts like the weightiest soft one.
    SoftenWish { wish: WishId },
    /// Somebody from outside takes the shift, at the price of an hour of the group. That a temp costs this and can be
    /// had is an assumption.
    Temp { temp: Temp },
    /// The row asks for fewer on this date, and the shift stays as it is.
    LowerMinimum { from: u32, to: u32 },
}

/// Somebody from outside, for one shift.
#[derive(Clone, Debug, PartialEq)]
pub struct Temp {
    /// Who counts as the temp in the changed period.
    pub person: PersonId,
    pub group: GroupId,
    pub competences: Vec<CompetenceId>,
    pub unit: UnitId,
    pub date: Date,
    pub shift: ShiftTypeId,
    pub hours: Minutes,
    /// The group's price of an hour in the period.
    pub dkk_per_hour: Kroner,
}

impl Temp {
    /// What the shift costs.
    pub fn dkk(&self) -> Kroner {
        self.dkk_per_hour * self.hours.to_hours()
    }
}

/// An id that none of these is.
pub(crate) fn fresh<'a>(word: &str, known: impl Iterator<Item = &'a str> + Clone) -> String {
    let mut id = word.to_owned();
    while known.clone().any(|it| it == id) {
        id.push('-');
    }
    id
}

impl Relaxation {
    /// The period with this changed, for a cover row on a date.
    ///
    /// # Errors
    /// [`AskError::NoPeriod`] when the period would not be valid, such as with a rule that no agreement may replace;
    /// [`AskError::UnknownRow`] for a row that the period does not have.
    pub fn apply(&self, period: &Period, cover: usize, date: Date) -> Result<Period, AskError> {
        let mut tables: PeriodTables = (**period).clone();
        match self {
            Self::LocalAgreement { rule, to, units, .. } => {
                let id = fresh("relaxed", tables.local_agreements.iter().map(|it| it.id.as_str()));
                tables.local_agreements.push(LocalAgreement {
                    id: id.as_str().into(),
                    parties: String::new(),
                    signed: period.first,
                    from: None,
                    to: None,
                    units: units.clone(),
                    clauses: vec![LocalClause { replaces: rule.clone(), clause: to.clone() }],
                });
            }
            Self::Lend { person, unit } => {
                let id = fresh("lent", tables.pools.iter().map(|it| it.id.as_str()));
                tables.pools.push(StaffPool { id: id.as_str().into(), lends_to: vec![unit.clone()] });
                let lent = tables.people.iter_mut().find(|it| it.id == *person);
                lent.into_iter().for_each(|it| it.pools.push(id.as_str().into()));
            }
            Self::SoftenWish { wish } => {
                let soft = tables.wishes.iter().filter_map(|it| match it.strength {
                    Strength::Soft(weight) => Some(weight),
                    Strength::Hard => None,
                });
                let most = soft.fold(1.0, f64::max);
                let mine = tables.wishes.iter_mut().find(|it| it.id == *wish);
                mine.into_iter().for_each(|it| it.strength = Strength::Soft(most));
            }
            Self::Temp { temp } => tables.people.push(temp_person(period, temp)),
            Self::LowerMinimum { to, .. } => lower(&mut tables, cover, date, *to)?,
        }
        Period::new(tables).map_err(AskError::NoPeriod)
    }
}

/// A person without a norm: each hour is one above it, at the group's price. No burden is theirs to share.
fn temp_person(period: &Period, temp: &Temp) -> Person {
    let weeks = ((period.last - period.first) as u32 + 7) / 7 + 1;
    Person {
        id: temp.person.clone(),
        group: temp.group.clone(),
        competences: temp.competences.clone(),
        experience: Experience::Experienced,
        contract: Contract {
            agreement: AgreementId::from("temp"),
            hours_per_week: Hours(0.0),
            full_time_hours_per_week: Hours(37.0),
            norm: NormPeriod { first: period.first, weeks: weeks.min(53), worked: Minutes(0) },
            opted_out: false,
            posted: None,
            project_post: false,
        },
        workplaces: vec![Workplace { unit: temp.unit.clone(), share: 1.0 }],
        leader: None,
        pools: Vec::new(),
        considerations: Vec::new(),
        absences: Vec::new(),
        fixed_duties: Vec::new(),
        history: History { burden: BurdenAccount([Minutes(-48 * 60); 5]), ..History::default() },
        wish_account: Vec::new(),
    }
}

/// Asks for fewer on one date: the row leaves the date to a row of its own.
fn lower(tables: &mut PeriodTables, cover: usize, date: Date, to: u32) -> Result<(), AskError> {
    let rows = tables.cover.len();
    let holidays: Vec<Date> = tables.public_holidays.iter().map(|it| it.date).collect();
    let dates: Vec<Date> = tables.dates().collect();
    let row = tables.cover.get_mut(cover).ok_or(AskError::UnknownRow { cover, rows })?;
    let days = |dates: Vec<Date>| Days { weekdays: Vec::new(), dates, holidays_as_sundays: false };
    let mut own = row.clone();
    own.days = days(vec![date]);
    own.need = match own.need {
        CoverNeed::Table { target, .. } => CoverNeed::Table { min: to, target },
        CoverNeed::Demand { mean, standard_deviation, service_level, .. } => {
            CoverNeed::Demand { min: to, mean, standard_deviation, service_level }
        }
    };
    let others = dates.into_iter().filter(|it| *it != date && row.days.contain(*it, holidays.contains(it)));
    let others: Vec<Date> = others.collect();
    if others.is_empty() {
        *row = own;
    } else {
        row.days = days(others);
        tables.cover.push(own);
    }
    Ok(())
}

/// A clause just wide enough for what a rule found; `Some(None)`: the rule has no number to change, so it is not to
/// hold; `None`: no clause would do.
pub(crate) fn widened(clause: &Clause, found: &RuleFound) -> Option<Option<Clause>> {
    let time = match found.found {
        Measure::Time(it) if it > Minutes(0) => Some(it),
        _ => None,
    };
    let count = match found.found {
        Measure::Count(it) => u32::try_from(it).ok(),
        _ => None,
    };
    let mut wide = clause.clone();
    match &mut wide {
        Clause::DailyRest { rest, .. } => *rest = time?,
        Clause::WeeklyRest { days_between, .. } => *days_between = u32::try_from((time?.0 + 1439) / 1440).ok()?,
        Clause::RestPeriods { per_week, .. } => {
            let (Measure::Count(is), Measure::Count(asked)) = (found.found, found.asked) else { return None };
            *per_week *= is as f64 / asked.max(1) as f64;
        }
        Clause::AverageHours { per_week, .. } => *per_week = time?,
        Clause::NightHours { per_day, .. } => *per_day = time?,
        Clause::ShiftLength { least, most, .. } => {
            let length = time?;
            if length < *least { *least = length } else { *most = length }
        }
        Clause::Break { least, .. } => *least = time.unwrap_or(Minutes(0)),
        Clause::WeekendFrequency { every } if *every > 1 => *every -= 1,
        Clause::ConsecutiveNights { most } | Clause::NightsAWeek { most } => *most = count?,
        Clause::NightLength { most } => *most = time?,
        Clause::QuickReturn { least } => *least = time?,
        Clause::WardShare { share, .. } | Clause::ClinicalShare { share, .. } => {
            let Measure::Share(is) = found.found else { return None };
            *share = (is * 1000.0).floor() / 1000.0;
        }
        Clause::CompensatingRest {} | Clause::ForwardRotation {} => return Some(None),
        _ => return None,
    }
    (wide != *clause).then_some(Some(wide))
}

/// A temp for a shift.
pub(crate) fn temp_duty(temp: &Temp, function: Option<leon_model::FunctionId>) -> Assignment {
    Assignment { person: temp.person.clone(), date: temp.date, shift: temp.shift.clone(), function }
}
