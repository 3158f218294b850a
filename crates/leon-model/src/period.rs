//! A period of weeks to make a roster for: people, shifts, cover, rules, wishes.

mod check;
mod civil;
mod cover;
mod event;
mod goal;
mod person;
mod problem;
mod unit;
mod wish;

pub use civil::{Date, NotCivil, TimeOfDay, Weekday};
pub use cover::{Cover, CoverEvidence, CoverNeed, Days, Mix, MixRow, Span, Who, normal_quantile};
pub use event::RosterEvent;
pub use goal::{RosterGoal, RosterGoals};
pub use person::{
    Absence, AbsenceKind, Burden, BurdenAccount, Consideration, Contract, Experience, FixedDuty, History, NormPeriod,
    PastDuty, PastWeek, Person, Reason, Restriction, WishYear, Workplace,
};
pub use problem::{PeriodFault, PeriodList, PeriodProblem};
pub use unit::{Function, ShiftKind, ShiftType, StaffPool, Unit, UnitKind};
pub use wish::{Strength, Wanted, Wish, WishRound};

use crate::{
    Competence, DayGroup, FunctionId, GroupId, LocalAgreement, Moment, PersonId, PoolId, Rule, RuleInForce, RulePack,
    ShiftTypeId, UnitId,
};
use std::collections::{BTreeMap, BTreeSet};

/// A public holiday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicHoliday {
    pub date: Date,
    pub name: String,
    /// When it begins; midnight but for half holidays.
    pub begins: TimeOfDay,
    /// Whether it takes hours off the norm when it falls on a weekday.
    pub lowers_norm: bool,
}

/// A period as read, before it is checked.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodTables {
    pub first: Date,
    pub last: Date,
    /// When people know the roster, or are to; `None`: not settled.
    pub announced: Option<Moment>,
    pub public_holidays: Vec<PublicHoliday>,
    pub units: Vec<Unit>,
    pub pools: Vec<StaffPool>,
    pub groups: Vec<DayGroup>,
    pub competences: Vec<Competence>,
    pub functions: Vec<Function>,
    pub shift_types: Vec<ShiftType>,
    pub people: Vec<Person>,
    pub cover: Vec<Cover>,
    pub mix: Vec<MixRow>,
    pub wishes: Vec<Wish>,
    pub wish_round: Option<WishRound>,
    /// The packs of rules that hold.
    pub packs: Vec<RulePack>,
    pub local_agreements: Vec<LocalAgreement>,
    pub goals: RosterGoals,
    /// Made up by a generator, not a real period; faces say so.
    pub synthetic: bool,
}

impl PeriodTables {
    /// A period of dates with nothing in it.
    pub fn empty(first: Date, last: Date) -> Self {
        Self {
            first,
            last,
            announced: None,
            public_holidays: Vec::new(),
            units: Vec::new(),
            pools: Vec::new(),
            groups: Vec::new(),
            competences: Vec::new(),
            functions: Vec::new(),
            shift_types: Vec::new(),
            people: Vec::new(),
            cover: Vec::new(),
            mix: Vec::new(),
            wishes: Vec::new(),
            wish_round: None,
            packs: Vec::new(),
            local_agreements: Vec::new(),
            goals: RosterGoals::default(),
            synthetic: false,
        }
    }

    /// Every date of the period.
    pub fn dates(&self) -> impl DoubleEndedIterator<Item = Date> + use<> {
        (self.first.0..=self.last.0).map(Date)
    }

    /// From the first date's midnight to the last date's end.
    pub fn span(&self) -> (Moment, Moment) {
        (self.first.midnight(), (self.last + 1).midnight())
    }
}

/// A period that is valid: every id is known, ends come after beginnings, shares add up, and no sum of its times
/// overflows.
///
/// Derefs to [`PeriodTables`] for reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    tables: PeriodTables,
    unit_of: BTreeMap<UnitId, usize>,
    group_of: BTreeMap<GroupId, usize>,
    function_of: BTreeMap<FunctionId, usize>,
    shift_of: BTreeMap<ShiftTypeId, usize>,
    person_of: BTreeMap<PersonId, usize>,
    pool_of: BTreeMap<PoolId, usize>,
    holidays: BTreeSet<Date>,
    warnings: Vec<PeriodProblem>,
}

impl std::ops::Deref for Period {
    type Target = PeriodTables;
    fn deref(&self) -> &PeriodTables {
        &self.tables
    }
}

fn index<Id: Clone + Ord, T>(rows: &[T], id: impl Fn(&T) -> &Id) -> BTreeMap<Id, usize> {
    rows.iter().enumerate().map(|(at, row)| (id(row).clone(), at)).collect()
}

impl Period {
    /// Checks a period.
    ///
    /// # Errors
    /// Every problem that keeps the period from being planned, in the order of lists and entries, warnings among them.
    pub fn new(tables: PeriodTables) -> Result<Self, Vec<PeriodProblem>> {
        let mut problems = check::problems(&tables);
        problems.sort_by_key(|problem| (problem.list, problem.entry));
        if problems.iter().any(|problem| !problem.fault.is_warning()) {
            return Err(problems);
        }
        Ok(Self {
            warnings: problems,
            unit_of: index(&tables.units, |row| &row.id),
            group_of: index(&tables.groups, |row| &row.id),
            function_of: index(&tables.functions, |row| &row.id),
            shift_of: index(&tables.shift_types, |row| &row.id),
            person_of: index(&tables.people, |row| &row.id),
            pool_of: index(&tables.pools, |row| &row.id),
            holidays: tables.public_holidays.iter().map(|it| it.date).collect(),
            tables,
        })
    }

    /// What is odd but can be planned.
    pub fn warnings(&self) -> &[PeriodProblem] {
        &self.warnings
    }

    /// The tables, to change and check again.
    pub fn into_tables(self) -> PeriodTables {
        self.tables
    }

    /// A unit; `None` if the period has none of the id.
    pub fn unit(&self, id: &UnitId) -> Option<&Unit> {
        self.unit_of.get(id).map(|at| &self.tables.units[*at])
    }

    /// A staff group.
    pub fn group(&self, id: &GroupId) -> Option<&DayGroup> {
        self.group_of.get(id).map(|at| &self.tables.groups[*at])
    }

    /// A function.
    pub fn function(&self, id: &FunctionId) -> Option<&Function> {
        self.function_of.get(id).map(|at| &self.tables.functions[*at])
    }

    /// A shift type.
    pub fn shift_type(&self, id: &ShiftTypeId) -> Option<&ShiftType> {
        self.shift_of.get(id).map(|at| &self.tables.shift_types[*at])
    }

    /// Place of a person in the list.
    pub fn person_index(&self, id: &PersonId) -> Option<usize> {
        self.person_of.get(id).copied()
    }

    /// A person.
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.person_index(id).map(|at| &self.tables.people[at])
    }

    /// Whether a date is a public holiday, whole or half.
    pub fn is_public_holiday(&self, date: Date) -> bool {
        self.holidays.contains(&date)
    }

    /// Whether a person may work in a unit: their own, or one that a pool of theirs lends to.
    pub fn may_work_in(&self, person: &Person, unit: &UnitId) -> bool {
        let lends =
            |pool: &PoolId| self.pool_of.get(pool).is_some_and(|at| self.tables.pools[*at].lends_to.contains(unit));
        person.workplaces.iter().any(|it| it.unit == *unit) || person.pools.iter().any(lends)
    }

    /// Whether a person may work a shift, as far as group, unit and considerations say.
    pub fn may_work(&self, person: &Person, shift: &ShiftType) -> bool {
        (shift.groups.is_empty() || shift.groups.contains(&person.group))
            && self.may_work_in(person, &shift.unit)
            && !person.is_kept_from(shift.kind)
    }

    /// Whether a person may have any of a kind of burden: some shift that makes it is open to them.
    pub fn may_carry(&self, person: &Person, burden: Burden) -> bool {
        let makes = |kind: ShiftKind| match burden {
            Burden::Evenings => kind == ShiftKind::Evening,
            Burden::Nights => kind == ShiftKind::Night,
            Burden::OnCall => kind.is_on_call(),
            Burden::Weekends | Burden::PublicHolidays => !kind.is_on_call(),
        };
        self.tables.shift_types.iter().any(|it| makes(it.kind) && self.may_work(person, it))
    }

    /// What a person counts in the sharing of a kind of burden: weekly hours × the part that considerations leave; 0 for
    /// who may not carry it.
    pub fn burden_weight(&self, person: &Person, burden: Burden) -> f64 {
        if self.may_carry(person, burden) { person.contract.hours_per_week.0 * person.burden_share() } else { 0.0 }
    }

    /// The rules that hold for a person on a date, in the order of packs and rules. Open rules are left out; where
    /// local agreements replace a rule, the last of them counts.
    pub fn rules_on<'a>(&'a self, person: &'a Person, date: Date) -> impl Iterator<Item = RuleInForce<'a>> {
        self.rules_for(person).filter_map(move |rule| self.in_force(rule, person, date))
    }

    /// The rules that are for a person on some date or other, in the order of packs and rules.
    pub fn rules_for<'a>(&'a self, person: &'a Person) -> impl Iterator<Item = &'a Rule> {
        self.tables.packs.iter().flat_map(|pack| &pack.rules).filter(|rule| rule.is_for(person))
    }

    /// How a rule that is for a person holds for them on a date; `None`: it does not, or is open.
    pub fn in_force<'a>(&'a self, rule: &'a Rule, person: &Person, date: Date) -> Option<RuleInForce<'a>> {
        if !rule.holds_on(date) {
            return None;
        }
        let agreements = self.tables.local_agreements.iter().filter(|it| it.holds_for(person, date));
        let local = agreements.filter_map(|it| it.on(&rule.id).map(|clause| (it, clause))).next_back();
        match local {
            Some((set_by, local)) => {
                local.clause.as_ref().map(|clause| RuleInForce { rule, clause, set_by: Some(set_by) })
            }
            None => rule.clause.as_ref().map(|clause| RuleInForce { rule, clause, set_by: None }),
        }
    }
}
