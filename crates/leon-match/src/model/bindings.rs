//! Bindings: each kind of rule, as `leon_model::KINDS` describes it, closes columns or becomes rows.
//!
//! A limit of zero closes the columns in scope, which keeps the programme small and lets parts that
//! share nothing be solved alone; any other limit is one row in each cell.

use super::Hours;
use super::index::Index;
use leon_lp::{Lp, Row};
use leon_model::{Binding, Case, Cell, Complexity, Counted, Sense, ShareOf, Through};
use std::collections::HashMap;

/// The bindings of a case against its numbers.
pub(super) struct Bindings(Vec<Rule>);

struct Rule {
    scope: Scope,
    counted: Counted,
    cell: Cell,
    /// A limit of zero: the rule closes columns and has no rows.
    closes: bool,
    limit: f64,
    /// Whether the limit is a share of staff care, whose hours then stand in the row too.
    of_staff_care: bool,
    /// Whether the limit is a share of the lender's own hours.
    of_own_hours: bool,
    rows: HashMap<usize, Row>,
}

/// A binding's scope as yes or no for each number.
struct Scope {
    places: Vec<bool>,
    settings: Vec<bool>,
    /// By task: tasks and task levels.
    tasks: Vec<bool>,
    complexities: [bool; 3],
    competences: Vec<bool>,
    groups: Vec<bool>,
    through: [bool; 3],
    technologies: Vec<bool>,
    pools: Vec<bool>,
}

impl Scope {
    fn new(case: &Case, index: &Index, binding: &Binding) -> Self {
        fn mask<'r, Row, Id: PartialEq + 'r>(
            rows: &'r [Row],
            wanted: &[Id],
            id: impl Fn(&'r Row) -> &'r Id,
        ) -> Vec<bool> {
            rows.iter().map(|row| wanted.is_empty() || wanted.contains(id(row))).collect()
        }
        let it = &binding.scope;
        let wanted_places: Vec<usize> = it.places.iter().map(|id| index.places[id]).collect();
        let levels = |level| it.task_levels.is_empty() || it.task_levels.contains(&level);
        let has = |list: &[Complexity], one| list.is_empty() || list.contains(&one);
        Self {
            places: (0..case.places.len())
                .map(|place| wanted_places.is_empty() || wanted_places.iter().any(|&up| index.is_within(place, up)))
                .collect(),
            settings: mask(&case.settings, &it.settings, |row| &row.id),
            tasks: mask(&case.tasks, &it.tasks, |row| &row.id)
                .into_iter()
                .zip(&case.tasks)
                .map(|(named, task)| named && levels(task.level))
                .collect(),
            complexities: [Complexity::Low, Complexity::Medium, Complexity::High].map(|one| has(&it.complexities, one)),
            competences: mask(&case.competences, &it.competences, |row| &row.id),
            groups: mask(&case.staff_groups, &it.groups, |row| &row.id),
            through: [Through::Held, Through::Delegated, Through::Learned]
                .map(|one| it.through.is_empty() || it.through.contains(&one)),
            technologies: mask(&case.technologies, &it.technologies, |row| &row.id),
            pools: mask(&case.pools, &it.pools, |row| &row.id),
        }
    }

    /// Whether a need's hours are in scope, whoever does them.
    fn has_need(&self, case: &Case, index: &Index, need: usize) -> bool {
        self.places[index.need_place[need]]
            && self.settings[index.need_setting[need]]
            && self.tasks[index.need_task[need]]
            && self.complexities[case.needs[need].complexity as usize]
            && self.competences[index.need_competence[need]]
    }

    fn has_holding(&self, case: &Case, index: &Index, holding: usize) -> bool {
        self.groups[index.holding_group[holding]] && self.through[case.holdings[holding].through as usize]
    }

    fn has_lender(&self, index: &Index, pool: usize, from: usize) -> bool {
        self.pools[pool]
            && self.places[index.capacity_place[from]]
            && self.settings[index.capacity_setting[from]]
            && self.groups[index.capacity_group[from]]
    }
}

impl Rule {
    /// Whether the rule counts a column's hours.
    fn counts(&self, case: &Case, index: &Index, hours: Hours) -> bool {
        let scope = &self.scope;
        match (self.counted, hours) {
            (Counted::StaffCare, Hours::Care { need, holding } | Hours::Remote { need, holding, .. }) => {
                scope.has_need(case, index, need) && scope.has_holding(case, index, holding)
            }
            (Counted::TechnologyHours, Hours::Technology { need, technology }) => {
                scope.has_need(case, index, need) && scope.technologies[technology]
            }
            (Counted::LentOut, Hours::Lent { pool, from, .. }) => scope.has_lender(index, pool, from),
            _ => false,
        }
    }

    /// The cell that a column's hours fall in, if the rule has a row there.
    fn row(&self, case: &Case, index: &Index, hours: Hours) -> Option<Row> {
        let cell = match (self.cell, hours) {
            (Cell::Lender, Hours::Lent { from, .. }) => from,
            (Cell::Lender, _) | (_, Hours::Lent { .. } | Hours::Extra { .. } | Hours::Unmet { .. }) => return None,
            (cell, Hours::Care { need, .. } | Hours::Remote { need, .. } | Hours::Technology { need, .. }) => {
                match cell {
                    Cell::PlaceSettingComplexity => index.need_cell[need] * 3 + case.needs[need].complexity as usize,
                    _ => index.need_cell[need],
                }
            }
        };
        self.rows.get(&cell).copied()
    }
}

impl Bindings {
    pub(super) fn add_rows(case: &Case, index: &Index, lp: &mut Lp) -> Self {
        let rule = |binding: &Binding| {
            let kind = binding.kind;
            let scope = Scope::new(case, index, binding);
            let limit = binding.limit();
            let closes = kind.sense == Sense::AtMost && limit == 0.0;
            let mut rows = HashMap::new();
            if !closes {
                let mut add = |cell: usize, bound: f64| {
                    let (lower, upper) = match kind.sense {
                        Sense::AtMost => (f64::NEG_INFINITY, bound),
                        Sense::AtLeast => (bound, f64::INFINITY),
                    };
                    rows.entry(cell).or_insert_with(|| lp.add_row(lower, upper));
                };
                let fixed = if kind.share_of == ShareOf::Hours { limit } else { 0.0 };
                match kind.cell {
                    Cell::Lender => {
                        for (capacity, it) in case.capacity.iter().enumerate() {
                            let own =
                                if kind.share_of == ShareOf::OwnHours { limit * case.care_hours(it).0 } else { fixed };
                            if (0..case.pools.len()).any(|pool| scope.has_lender(index, pool, capacity)) {
                                add(capacity, own);
                            }
                        }
                    }
                    Cell::PlaceSetting | Cell::PlaceSettingComplexity => {
                        for need in (0..case.needs.len()).filter(|&need| scope.has_need(case, index, need)) {
                            let cell = index.need_cell[need];
                            let by_complexity = kind.cell == Cell::PlaceSettingComplexity;
                            add(
                                if by_complexity { cell * 3 + case.needs[need].complexity as usize } else { cell },
                                fixed,
                            );
                        }
                    }
                }
            }
            let of_staff_care = kind.share_of == ShareOf::StaffCare;
            let of_own_hours = kind.share_of == ShareOf::OwnHours;
            Rule { scope, counted: kind.counted, cell: kind.cell, closes, limit, of_staff_care, of_own_hours, rows }
        };
        Self(case.bindings.iter().map(rule).collect())
    }

    /// What a column adds to the rows of bindings: its counted hours, less the limit's share of staff care.
    pub(super) fn add_entries(&self, case: &Case, index: &Index, hours: Hours, entries: &mut Vec<(Row, f64)>) {
        for rule in self.0.iter().filter(|rule| !rule.closes) {
            let Some(row) = rule.row(case, index, hours) else { continue };
            if rule.counts(case, index, hours) {
                entries.push((row, 1.0));
            }
            if let (true, Hours::Care { need, .. } | Hours::Remote { need, .. }) = (rule.of_staff_care, hours)
                && rule.scope.has_need(case, index, need)
            {
                entries.push((row, -rule.limit));
            }
        }
    }

    /// The bindings that close a column while in force.
    pub(super) fn closing(&self, case: &Case, index: &Index, hours: Hours) -> impl Iterator<Item = usize> {
        self.0
            .iter()
            .enumerate()
            .filter(move |(_, rule)| rule.closes && rule.counts(case, index, hours))
            .map(|(at, _)| at)
    }

    /// Rows whose upper bound is a share of a lender's own hours: row, capacity row of the case, share.
    pub(super) fn of_own_hours(&self) -> Vec<(Row, usize, f64)> {
        let of_rule = |rule: &Rule| rule.rows.iter().map(|(&from, &row)| (row, from, rule.limit)).collect::<Vec<_>>();
        self.0.iter().filter(|rule| rule.of_own_hours).flat_map(of_rule).collect()
    }

    /// The rows of each binding, in the case's order.
    pub(super) fn into_rows(self) -> Vec<Vec<Row>> {
        let sorted = |rule: Rule| {
            let mut rows: Vec<_> = rule.rows.into_values().collect();
            rows.sort_unstable();
            rows
        };
        self.0.into_iter().map(sorted).collect()
    }
}
