//! A case: every table, checked as a whole.

use crate::problem::{CaseProblem, Fault, Table};
use crate::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Conversion factors of a case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parameters {
    /// Paid hours of one FTE a year; 1,924 when absent (37 hours × 52 weeks).
    pub fte_hours_per_year: Option<Figure>,
    /// Weeks a year; 52 when absent, so that an FTE is 37 hours a week.
    pub weeks_per_year: Option<Figure>,
    /// What an unmet hour of severity 1 is worth, in kroner.
    pub unmet_hour_dkk: Option<Figure>,
    /// Projection: share by which care for each person of 65 or more falls every year.
    pub healthy_ageing: Option<Figure>,
    /// Projection: share of newcomers who go where need grows; the others go where staff are today.
    pub staff_follow_need: Option<Figure>,
    /// Projection: the gap of the first year as a multiple of what the case says; 1 takes the case at its word.
    pub starting_gap: Option<Figure>,
}

/// The tables as read, not yet checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tables {
    pub name: String,
    pub title: String,
    pub sources: Vec<Source>,
    pub parameters: Parameters,
    pub places: Vec<Place>,
    pub settings: Vec<Setting>,
    pub complexities: Vec<ComplexityWeight>,
    pub staff_groups: Vec<StaffGroup>,
    pub competences: Vec<Competence>,
    pub holdings: Vec<Holding>,
    pub tasks: Vec<Task>,
    pub needs: Vec<Need>,
    pub capacity: Vec<Capacity>,
    pub extra_hours: Vec<ExtraHours>,
    pub prices: Vec<Price>,
    pub pools: Vec<Pool>,
    pub continuity: Vec<Continuity>,
    pub baseline: Vec<Baseline>,
    pub bindings: Vec<Binding>,
    pub technologies: Vec<Technology>,
    pub recruitment: Vec<Recruitment>,
    pub population: Vec<Inhabitants>,
    pub population_history: Vec<PastInhabitants>,
    pub care_use: Vec<CareUse>,
    pub workforce: Vec<Workforce>,
}

/// A valid case. Reads like its [`Tables`], which it dereferences to, and finds rows by id.
#[derive(Clone, Debug)]
pub struct Case {
    tables: Tables,
    places: HashMap<PlaceId, usize>,
    tasks: HashMap<TaskId, usize>,
    groups: HashMap<GroupId, usize>,
    settings: HashMap<SettingId, usize>,
    competences: HashMap<CompetenceId, usize>,
    capacity: HashMap<StaffKey, usize>,
    warnings: Vec<CaseProblem>,
}

impl std::ops::Deref for Case {
    type Target = Tables;
    fn deref(&self) -> &Tables {
        &self.tables
    }
}

impl Case {
    /// Checks the tables and makes them a case.
    ///
    /// # Errors
    /// Every problem that keeps the case from being planned, in table and row order, warnings among them.
    pub fn new(tables: Tables) -> Result<Self, Vec<CaseProblem>> {
        let mut problems = check::problems(&tables);
        problems.sort_by_key(|problem| (problem.table, problem.row));
        if problems.iter().any(|problem| !problem.fault.is_warning()) {
            return Err(problems);
        }
        let capacity = tables.capacity.iter().enumerate().map(|(row, it)| (it.key(), row)).collect();
        Ok(Self {
            places: rows_by_id(&tables.places, |it| it.id.clone()),
            tasks: rows_by_id(&tables.tasks, |it| it.id.clone()),
            groups: rows_by_id(&tables.staff_groups, |it| it.id.clone()),
            settings: rows_by_id(&tables.settings, |it| it.id.clone()),
            competences: rows_by_id(&tables.competences, |it| it.id.clone()),
            capacity,
            warnings: problems,
            tables,
        })
    }

    /// What is odd but can be planned.
    pub fn warnings(&self) -> &[CaseProblem] {
        &self.warnings
    }

    /// The tables again, to change and check anew.
    pub fn into_tables(self) -> Tables {
        self.tables
    }

    /// The place with this id. Panics on an id from another case.
    pub fn place(&self, id: &PlaceId) -> &Place {
        &self.tables.places[self.places[id]]
    }

    /// The task with this id. Panics on an id from another case.
    pub fn task(&self, id: &TaskId) -> &Task {
        &self.tables.tasks[self.tasks[id]]
    }

    /// The staff group with this id. Panics on an id from another case.
    pub fn group(&self, id: &GroupId) -> &StaffGroup {
        &self.tables.staff_groups[self.groups[id]]
    }

    /// The setting with this id. Panics on an id from another case.
    pub fn setting(&self, id: &SettingId) -> &Setting {
        &self.tables.settings[self.settings[id]]
    }

    /// The competence with this id. Panics on an id from another case.
    pub fn competence(&self, id: &CompetenceId) -> &Competence {
        &self.tables.competences[self.competences[id]]
    }

    /// Staff hours at hand for a group in a setting of a place, where the case has a row.
    pub fn capacity_of(&self, key: &StaffKey) -> Option<&Capacity> {
        self.capacity.get(key).map(|&row| &self.tables.capacity[row])
    }

    /// Whether a place is another, or lies under it.
    pub fn is_within(&self, place: &PlaceId, ancestor: &PlaceId) -> bool {
        let mut here = Some(place);
        while let Some(id) = here {
            if id == ancestor {
                return true;
            }
            here = self.place(id).parent.as_ref();
        }
        false
    }

    /// The place itself and those it lies under, from the place up.
    pub fn ancestors<'a>(&'a self, place: &'a PlaceId) -> impl Iterator<Item = &'a PlaceId> {
        std::iter::successors(Some(place), |id| self.place(id).parent.as_ref())
    }

    /// Paid hours a week of so many FTE.
    pub fn paid_hours(&self, fte: f64) -> Hours {
        let per_year = self.parameters.fte_hours_per_year.as_ref().map_or(1924.0, |it| it.value);
        let weeks = self.parameters.weeks_per_year.as_ref().map_or(52.0, |it| it.value);
        Hours(fte * per_year / weeks)
    }

    /// Care hours a week of the staff at hand: paid hours × net care share.
    pub fn care_hours(&self, capacity: &Capacity) -> Hours {
        self.paid_hours(capacity.fte.value) * capacity.net_care_share.value
    }

    /// Care hours a week that can be had besides, at most. The hours bring the share of care that the
    /// group's own hours have in that place and setting.
    pub fn extra_hours_max(&self, extra: &ExtraHours) -> Hours {
        let share = self.capacity_of(&extra.key()).map_or(0.0, |it| it.net_care_share.value);
        self.paid_hours(extra.fte_max.value) * share
    }

    /// The weight of an unmet hour: the task's severity × the complexity's factor.
    pub fn severity(&self, task: &TaskId, complexity: Complexity) -> f64 {
        let factor =
            self.complexities.iter().find(|it| it.complexity == complexity).map_or(1.0, |it| it.severity_factor.value);
        self.task(task).severity.value * factor
    }

    /// Share of a task's delivered hours done today by each group, in one setting at one complexity.
    /// Rows for the complexity itself come before rows for all.
    pub fn baseline_of(&self, setting: &SettingId, task: &TaskId, complexity: Complexity) -> Vec<&Baseline> {
        let rows = |wanted: Option<Complexity>| {
            let of_cell = move |it: &&Baseline| it.setting == *setting && it.task == *task && it.complexity == wanted;
            self.baseline.iter().filter(of_cell).collect::<Vec<_>>()
        };
        let own = rows(Some(complexity));
        if own.is_empty() { rows(None) } else { own }
    }

    /// The bindings in force when some are lifted, in table order.
    pub fn bindings_in_force<'a>(&'a self, lifted: &'a BTreeSet<BindingId>) -> impl Iterator<Item = &'a Binding> {
        self.bindings.iter().filter(move |it| it.in_force && !lifted.contains(&it.id))
    }

    /// The places at or under a pool's place that take part in it.
    pub fn is_member(&self, pool: &Pool, place: &PlaceId, setting: &SettingId) -> bool {
        (pool.settings.is_empty() || pool.settings.contains(setting)) && self.is_within(place, &pool.place)
    }
}

impl Capacity {
    /// Whose hours they are.
    pub fn key(&self) -> StaffKey {
        StaffKey { place: self.place.clone(), setting: self.setting.clone(), group: self.group.clone() }
    }
}

impl ExtraHours {
    /// Whose hours they would be.
    pub fn key(&self) -> StaffKey {
        StaffKey { place: self.place.clone(), setting: self.setting.clone(), group: self.group.clone() }
    }
}

impl Need {
    /// The cell of need.
    pub fn key(&self) -> NeedKey {
        NeedKey {
            place: self.place.clone(),
            setting: self.setting.clone(),
            task: self.task.clone(),
            complexity: self.complexity,
        }
    }
}

fn rows_by_id<Row, Id: std::hash::Hash + Eq>(rows: &[Row], id: impl Fn(&Row) -> Id) -> HashMap<Id, usize> {
    rows.iter().enumerate().map(|(row, it)| (id(it), row)).collect()
}

mod check;
