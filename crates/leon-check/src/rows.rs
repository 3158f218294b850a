//! The plan's rows, each with the rows of the case that it speaks of.

use leon_model::{
    Baseline, Care, Case, CompetenceId, Complexity, Doer, Effect, ExtraHours, ExtraKind, GroupId, Holding, Hours,
    MatchPlan, NeedKey, PlaceId, Pool, PoolId, SettingId, StaffKey, Task, TaskId, Technology, TechnologyId, Through,
};
use std::collections::{HashMap, HashSet};

/// Index of a need in the case's table.
pub(crate) type NeedRow = usize;

/// Who does it, as far as the case knows them.
pub(crate) enum By<'a> {
    Staff { group: &'a GroupId, holding: Option<&'a Holding> },
    Remote { group: &'a GroupId, holding: Option<&'a Holding>, pool: Option<&'a Pool> },
    Technology(Option<&'a Technology>),
}

/// A care row of which the need exists.
pub(crate) struct Done<'a> {
    pub care: &'a Care,
    pub need: NeedRow,
    pub task: &'a Task,
    pub competence: &'a CompetenceId,
    pub by: By<'a>,
    /// As in the plan; 0 when that is not a finite number.
    pub hours: f64,
}

impl<'a> Done<'a> {
    /// The group whose hands do it; none for technology.
    pub fn group(&self) -> Option<&'a GroupId> {
        match self.by {
            By::Staff { group, .. } | By::Remote { group, .. } => Some(group),
            By::Technology(_) => None,
        }
    }

    pub fn holding(&self) -> Option<&'a Holding> {
        match self.by {
            By::Staff { holding, .. } | By::Remote { holding, .. } => holding,
            By::Technology(_) => None,
        }
    }

    /// The technology's effect, where a technology does it and the case knows one.
    pub fn effect(&self) -> Option<&'a Effect> {
        match self.by {
            By::Technology(technology) => technology?.effect.as_ref(),
            By::Staff { .. } | By::Remote { .. } => None,
        }
    }

    /// Hours of training paid besides the care.
    pub fn training(&self) -> f64 {
        let learned = self.holding().filter(|it| it.through == Through::Learned);
        learned.and_then(|it| it.training_share.as_ref()).map_or(0.0, |it| it.value * self.hours)
    }

    /// The delegator, and the hours of its supervision.
    pub fn supervision(&self) -> Option<(&'a GroupId, f64)> {
        let holding = self.holding().filter(|it| it.through == Through::Delegated)?;
        Some((holding.delegator.as_ref()?, holding.supervision_share.as_ref()?.value * self.hours))
    }

    /// A group in the need's own place and setting.
    pub fn staff_here(&self, group: &GroupId) -> StaffKey {
        let need = &self.care.need;
        StaffKey { place: need.place.clone(), setting: need.setting.clone(), group: group.clone() }
    }
}

/// Everything that the families of rules look up.
pub(crate) struct Rows<'a> {
    pub case: &'a Case,
    pub plan: &'a MatchPlan,
    /// Care rows whose need exists, in plan order.
    pub done: Vec<Done<'a>>,
    /// Unmet hours whose need exists, in plan order.
    pub unmet: Vec<(NeedRow, f64)>,
    needs: HashMap<NeedKey, NeedRow>,
    places: HashSet<&'a PlaceId>,
    pools: HashMap<&'a PoolId, &'a Pool>,
    prices: HashMap<(&'a GroupId, ExtraKind), f64>,
    extra: HashMap<(StaffKey, ExtraKind), &'a ExtraHours>,
    severity_factor: HashMap<Complexity, f64>,
    baseline: HashMap<(&'a SettingId, &'a TaskId, Option<Complexity>), Vec<&'a Baseline>>,
}

impl<'a> Rows<'a> {
    pub fn new(case: &'a Case, plan: &'a MatchPlan) -> Self {
        let mut rows = Self {
            case,
            plan,
            done: Vec::with_capacity(plan.care.len()),
            unmet: Vec::with_capacity(plan.unmet.len()),
            needs: case.needs.iter().enumerate().map(|(row, it)| (it.key(), row)).collect(),
            places: case.places.iter().map(|it| &it.id).collect(),
            pools: case.pools.iter().map(|it| (&it.id, it)).collect(),
            prices: case.prices.iter().map(|it| ((&it.group, it.kind), it.dkk_per_hour.value)).collect(),
            extra: case.extra_hours.iter().map(|it| ((it.key(), it.kind), it)).collect(),
            severity_factor: case.complexities.iter().map(|it| (it.complexity, it.severity_factor.value)).collect(),
            baseline: HashMap::new(),
        };
        for it in &case.baseline {
            rows.baseline.entry((&it.setting, &it.task, it.complexity)).or_default().push(it);
        }
        rows.done = rows.read_care();
        rows.unmet = plan
            .unmet
            .iter()
            .filter_map(|(need, hours)| Some((rows.need_row(need)?, finite_or_zero(*hours))))
            .collect();
        rows
    }

    fn read_care(&self) -> Vec<Done<'a>> {
        let holdings: HashMap<(&GroupId, &CompetenceId, Through), &Holding> =
            self.case.holdings.iter().map(|it| ((&it.group, &it.competence, it.through), it)).collect();
        let technologies: HashMap<&TechnologyId, &Technology> =
            self.case.technologies.iter().map(|it| (&it.id, it)).collect();
        let read = |care: &'a Care| {
            let need = self.need_row(&care.need)?;
            let task = self.case.task(&self.case.needs[need].task);
            let competence = task.competence(care.need.complexity);
            let by = match &care.doer {
                Doer::Staff { group, through } => {
                    By::Staff { group, holding: holdings.get(&(group, competence, *through)).copied() }
                }
                Doer::Remote { group, pool, through } => By::Remote {
                    group,
                    holding: holdings.get(&(group, competence, *through)).copied(),
                    pool: self.pool(pool),
                },
                Doer::Technology(id) => By::Technology(technologies.get(id).copied()),
            };
            Some(Done { care, need, task, competence, by, hours: finite_or_zero(care.hours) })
        };
        self.plan.care.iter().filter_map(read).collect()
    }

    pub fn need_row(&self, need: &NeedKey) -> Option<NeedRow> {
        self.needs.get(need).copied()
    }

    pub fn pool(&self, id: &PoolId) -> Option<&'a Pool> {
        self.pools.get(id).copied()
    }

    /// Whether the pool's members include this group in this setting of this place.
    pub fn is_member(&self, pool: &Pool, staff: &StaffKey) -> bool {
        staff.group == pool.group
            && self.places.contains(&staff.place)
            && self.case.is_member(pool, &staff.place, &staff.setting)
    }

    /// The group's own care hours; 0 where the case has no capacity row.
    pub fn own_hours(&self, staff: &StaffKey) -> f64 {
        self.case.capacity_of(staff).map_or(0.0, |it| self.case.care_hours(it).0)
    }

    pub fn price(&self, group: &GroupId, kind: ExtraKind) -> Option<f64> {
        self.prices.get(&(group, kind)).copied()
    }

    pub fn extra_row(&self, staff: &StaffKey, kind: ExtraKind) -> Option<&'a ExtraHours> {
        self.extra.get(&(staff.clone(), kind)).copied()
    }

    /// The weight of one unmet hour of a need.
    pub fn severity(&self, need: NeedRow) -> f64 {
        let need = &self.case.needs[need];
        let factor = self.severity_factor.get(&need.complexity).copied().unwrap_or(1.0);
        self.case.task(&need.task).severity.value * factor
    }

    /// Who does a need today. Rows for its complexity come before rows for all.
    pub fn baseline(&self, need: NeedRow) -> &[&'a Baseline] {
        let need = &self.case.needs[need];
        let rows = |complexity| self.baseline.get(&(&need.setting, &need.task, complexity)).map(Vec::as_slice);
        rows(Some(need.complexity)).or_else(|| rows(None)).unwrap_or_default()
    }
}

/// Hours as a number to add up. What is not a number is reported by `eligibility` and counts nothing.
pub(crate) fn finite_or_zero(hours: Hours) -> f64 {
    if hours.0.is_finite() { hours.0 } else { 0.0 }
}

/// Adds up from 0, so that nothing is 0 and not −0.
pub(crate) fn total(parts: impl Iterator<Item = f64>) -> f64 {
    parts.fold(0.0, |sum, it| sum + it)
}
