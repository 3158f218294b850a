//! The bindings in force, each read from its kind's row: `counted {at most, at least} limit × share of`.

use crate::Violation;
use crate::rows::{Done, NeedRow, Rows, finite_or_zero};
use crate::tolerance::exceeds;
use leon_model::{
    Binding, Cell, Complexity, Counted, Doer, GroupId, Hours, PlaceId, Sense, SettingId, ShareOf, StaffKey,
};
use std::collections::{BTreeMap, HashSet};

pub(crate) fn check(rows: &Rows<'_>, violations: &mut Vec<Violation>) {
    for binding in rows.case.bindings_in_force(&rows.plan.lifted) {
        let scope = Scoped::new(rows, binding);
        for (cell, Sums { counted, base }) in scope.cells() {
            let limit = if binding.kind.share_of == ShareOf::Hours { binding.limit() } else { binding.limit() * base };
            let broken = match binding.kind.sense {
                Sense::AtMost => exceeds(counted, limit),
                Sense::AtLeast => exceeds(limit, counted),
            };
            if broken {
                violations.push(Violation::BindingBroken {
                    binding: binding.id.clone(),
                    kind: binding.kind.word,
                    place: cell.place.clone(),
                    setting: cell.setting.clone(),
                    complexity: cell.complexity,
                    group: cell.group.cloned(),
                    hours: Hours(counted),
                    sense: binding.kind.sense,
                    limit: Hours(limit),
                });
            }
        }
    }
}

/// Where a binding must hold by itself.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct At<'a> {
    place: &'a PlaceId,
    setting: &'a SettingId,
    complexity: Option<Complexity>,
    group: Option<&'a GroupId>,
}

/// The hours counted in a cell, and those that the limit is a share of.
#[derive(Default)]
struct Sums {
    counted: f64,
    base: f64,
}

/// One binding with its scope worked out.
struct Scoped<'a> {
    rows: &'a Rows<'a>,
    binding: &'a Binding,
    /// Places at or under those in scope; `None`: all.
    places: Option<HashSet<&'a PlaceId>>,
}

impl<'a> Scoped<'a> {
    fn new(rows: &'a Rows<'a>, binding: &'a Binding) -> Self {
        let roots = &binding.scope.places;
        let within = |place: &PlaceId| roots.iter().any(|root| rows.case.is_within(place, root));
        let places =
            (!roots.is_empty()).then(|| rows.case.places.iter().map(|it| &it.id).filter(|it| within(it)).collect());
        Self { rows, binding, places }
    }

    fn cells(&self) -> BTreeMap<At<'a>, Sums> {
        match self.binding.kind.counted {
            Counted::StaffCare | Counted::TechnologyHours => self.care_cells(),
            Counted::LentOut => self.lender_cells(),
        }
    }

    fn place_in_scope(&self, place: &PlaceId, setting: &SettingId) -> bool {
        self.places.as_ref().is_none_or(|it| it.contains(place)) && agrees(&self.binding.scope.settings, setting)
    }

    /// Whether the binding speaks of a need, whoever does it.
    fn need_in_scope(&self, row: NeedRow) -> bool {
        let need = &self.rows.case.needs[row];
        let task = self.rows.case.task(&need.task);
        let scope = &self.binding.scope;
        self.place_in_scope(&need.place, &need.setting)
            && agrees(&scope.tasks, &need.task)
            && agrees(&scope.task_levels, &task.level)
            && agrees(&scope.complexities, &need.complexity)
            && agrees(&scope.competences, task.competence(need.complexity))
    }

    /// The cell that a group's hours on a need belong to.
    fn cell(&self, row: NeedRow, group: Option<&'a GroupId>) -> At<'a> {
        let need = &self.rows.case.needs[row];
        let kind = self.binding.kind.cell;
        At {
            place: &need.place,
            setting: &need.setting,
            complexity: (kind == Cell::PlaceSettingComplexity).then_some(need.complexity),
            group: group.filter(|_| kind == Cell::Lender),
        }
    }

    fn care_cells(&self) -> BTreeMap<At<'a>, Sums> {
        let in_scope: Vec<bool> = (0..self.rows.case.needs.len()).map(|row| self.need_in_scope(row)).collect();
        let mut sums: BTreeMap<At<'a>, Sums> = BTreeMap::new();
        if self.binding.kind.cell != Cell::Lender {
            // A least number of hours must be there even where nobody does anything.
            let rows = in_scope.iter().enumerate().filter(|(_, in_scope)| **in_scope);
            sums.extend(rows.map(|(row, _)| (self.cell(row, None), Sums::default())));
        }
        for done in self.rows.done.iter().filter(|it| in_scope[it.need]) {
            let sum = sums.entry(self.cell(done.need, done.group())).or_default();
            if self.is_counted(done) {
                sum.counted += done.hours;
            }
            if self.binding.kind.share_of == ShareOf::StaffCare && done.group().is_some() {
                sum.base += done.hours;
            }
        }
        if self.binding.kind.share_of == ShareOf::OwnHours {
            self.add_own_hours(&mut sums, |_| true);
        }
        sums
    }

    /// Whether care on a need in scope is done by those whom the binding counts.
    fn is_counted(&self, done: &Done<'a>) -> bool {
        let scope = &self.binding.scope;
        match (&done.care.doer, self.binding.kind.counted) {
            (Doer::Technology(id), Counted::TechnologyHours) => agrees(&scope.technologies, id),
            (Doer::Technology(_), _) | (_, Counted::TechnologyHours | Counted::LentOut) => false,
            (Doer::Staff { group, through } | Doer::Remote { group, through, .. }, Counted::StaffCare) => {
                agrees(&scope.groups, group) && agrees(&scope.through, through)
            }
        }
    }

    fn lender_cells(&self) -> BTreeMap<At<'a>, Sums> {
        let scope = &self.binding.scope;
        let by_lender = self.binding.kind.cell == Cell::Lender;
        let mut sums: BTreeMap<At<'a>, Sums> = BTreeMap::new();
        for lending in &self.rows.plan.lending {
            let StaffKey { place, setting, group } = &lending.from;
            if self.place_in_scope(place, setting)
                && agrees(&scope.groups, group)
                && agrees(&scope.pools, &lending.pool)
            {
                let cell = At { place, setting, complexity: None, group: by_lender.then_some(group) };
                sums.entry(cell).or_default().counted += finite_or_zero(lending.hours);
            }
        }
        self.add_own_hours(&mut sums, |staff| self.lends(staff));
        sums
    }

    /// Whether a pool in scope counts these among its members.
    fn lends(&self, staff: &StaffKey) -> bool {
        let pools = self.rows.case.pools.iter().filter(|it| agrees(&self.binding.scope.pools, &it.id));
        pools.into_iter().any(|pool| self.rows.is_member(pool, staff))
    }

    /// The care hours that the groups in scope have of their own.
    fn add_own_hours(&self, sums: &mut BTreeMap<At<'a>, Sums>, takes_part: impl Fn(&StaffKey) -> bool) {
        let by_lender = self.binding.kind.cell == Cell::Lender;
        for capacity in &self.rows.case.capacity {
            let (place, setting, group) = (&capacity.place, &capacity.setting, &capacity.group);
            if self.place_in_scope(place, setting)
                && agrees(&self.binding.scope.groups, group)
                && takes_part(&capacity.key())
            {
                let cell = At { place, setting, complexity: None, group: by_lender.then_some(group) };
                sums.entry(cell).or_default().base += self.rows.case.care_hours(capacity).0;
            }
        }
    }
}

/// A list in a scope: everything when it is empty.
fn agrees<T: PartialEq>(list: &[T], it: &T) -> bool {
    list.is_empty() || list.contains(it)
}
