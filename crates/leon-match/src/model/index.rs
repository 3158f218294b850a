//! Ids as numbers, so that building and reading the programme looks nothing up twice.

use leon_model::{Case, Complexity, GroupId, PlaceId};
use std::collections::HashMap;

/// Numbers of a case's rows and of the cells that constraints speak of.
pub(crate) struct Index {
    pub(crate) need_place: Vec<usize>,
    pub(crate) need_setting: Vec<usize>,
    pub(crate) need_task: Vec<usize>,
    /// Competence that each need takes.
    pub(crate) need_competence: Vec<usize>,
    /// Cell of each need: a setting of a place.
    pub(crate) need_cell: Vec<usize>,
    /// Place and setting of each cell.
    pub(crate) cells: Vec<(usize, usize)>,
    /// Capacity row of a group in a cell.
    capacity_of: HashMap<(usize, usize), usize>,
    pub(crate) capacity_place: Vec<usize>,
    pub(crate) capacity_setting: Vec<usize>,
    pub(crate) capacity_group: Vec<usize>,
    /// Capacity row of each row of extra hours.
    pub(crate) extra_capacity: Vec<usize>,
    /// Price of each row of extra hours.
    pub(crate) extra_price: Vec<f64>,
    pub(crate) holding_group: Vec<usize>,
    pub(crate) holding_delegator: Vec<Option<usize>>,
    /// Holdings of each competence.
    pub(crate) holdings_of: Vec<Vec<usize>>,
    /// Each place and what it lies under, from the place up.
    pub(crate) ancestors: Vec<Vec<usize>>,
    pub(crate) places: HashMap<PlaceId, usize>,
    pub(crate) groups: HashMap<GroupId, usize>,
    /// Group of each pool.
    pub(crate) pool_group: Vec<usize>,
    /// Hours of a need that a group does today, where the baseline gives it a share.
    pub(crate) today: HashMap<(usize, usize), f64>,
}

fn numbered<'r, Row, Id: Clone + std::hash::Hash + Eq + 'r>(
    rows: &'r [Row],
    id: impl Fn(&'r Row) -> &'r Id,
) -> HashMap<Id, usize> {
    rows.iter().enumerate().map(|(number, row)| (id(row).clone(), number)).collect()
}

impl Index {
    pub(super) fn new(case: &Case) -> Self {
        let places = numbered(&case.places, |it| &it.id);
        let settings = numbered(&case.settings, |it| &it.id);
        let groups = numbered(&case.staff_groups, |it| &it.id);
        let tasks = numbered(&case.tasks, |it| &it.id);
        let competences = numbered(&case.competences, |it| &it.id);

        let mut cells = Vec::new();
        let mut cell_numbers = HashMap::new();
        let mut cell = |place: usize, setting: usize| {
            *cell_numbers.entry((place, setting)).or_insert_with(|| {
                cells.push((place, setting));
                cells.len() - 1
            })
        };
        let need_place: Vec<_> = case.needs.iter().map(|it| places[&it.place]).collect();
        let need_setting: Vec<_> = case.needs.iter().map(|it| settings[&it.setting]).collect();
        let need_cell: Vec<_> = need_place.iter().zip(&need_setting).map(|(&p, &s)| cell(p, s)).collect();
        let capacity_place: Vec<_> = case.capacity.iter().map(|it| places[&it.place]).collect();
        let capacity_setting: Vec<_> = case.capacity.iter().map(|it| settings[&it.setting]).collect();
        let capacity_group: Vec<_> = case.capacity.iter().map(|it| groups[&it.group]).collect();
        let capacity_cell: Vec<_> = capacity_place.iter().zip(&capacity_setting).map(|(&p, &s)| cell(p, s)).collect();
        let capacity_of: HashMap<_, _> =
            capacity_cell.iter().zip(&capacity_group).enumerate().map(|(row, (&c, &g))| ((c, g), row)).collect();

        let need_task: Vec<_> = case.needs.iter().map(|it| tasks[&it.task]).collect();
        let competence = |task: usize, complexity: Complexity| competences[case.tasks[task].competence(complexity)];
        let need_competence = case.needs.iter().zip(&need_task).map(|(it, &task)| competence(task, it.complexity));
        let mut holdings_of = vec![Vec::new(); case.competences.len()];
        for (holding, it) in case.holdings.iter().enumerate() {
            holdings_of[competences[&it.competence]].push(holding);
        }
        let prices: HashMap<_, _> =
            case.prices.iter().map(|it| ((&it.group, it.kind), it.dkk_per_hour.value)).collect();
        let place_and_up = |it: &leon_model::Place| case.ancestors(&it.id).map(|id| places[id]).collect();
        let today = today(case, &groups);
        Self {
            today,
            need_competence: need_competence.collect(),
            extra_capacity: case
                .extra_hours
                .iter()
                .map(|it| capacity_of[&(cell_numbers[&(places[&it.place], settings[&it.setting])], groups[&it.group])])
                .collect(),
            extra_price: case.extra_hours.iter().map(|it| prices[&(&it.group, it.kind)]).collect(),
            holding_group: case.holdings.iter().map(|it| groups[&it.group]).collect(),
            holding_delegator: case.holdings.iter().map(|it| it.delegator.as_ref().map(|id| groups[id])).collect(),
            ancestors: case.places.iter().map(place_and_up).collect(),
            pool_group: case.pools.iter().map(|it| groups[&it.group]).collect(),
            need_place,
            need_setting,
            need_task,
            need_cell,
            cells,
            capacity_of,
            capacity_place,
            capacity_setting,
            capacity_group,
            holdings_of,
            places,
            groups,
        }
    }

    /// The capacity row of a group in a cell, where the case has one.
    pub(crate) fn capacity(&self, cell: usize, group: usize) -> Option<usize> {
        self.capacity_of.get(&(cell, group)).copied()
    }

    /// Whether a place is another or lies under it.
    pub(crate) fn is_within(&self, place: usize, ancestor: usize) -> bool {
        self.ancestors[place].contains(&ancestor)
    }
}

/// Today's hours by need and group: baseline share × need hours.
fn today(case: &Case, groups: &HashMap<GroupId, usize>) -> HashMap<(usize, usize), f64> {
    let mut shares: HashMap<_, Vec<(usize, f64)>> = HashMap::new();
    for it in &case.baseline {
        let rows = shares.entry((&it.setting, &it.task, it.complexity)).or_default();
        rows.push((groups[&it.group], it.share.value));
    }
    let mut today = HashMap::new();
    for (need, it) in case.needs.iter().enumerate() {
        let own = shares.get(&(&it.setting, &it.task, Some(it.complexity)));
        for &(group, share) in own.or_else(|| shares.get(&(&it.setting, &it.task, None))).into_iter().flatten() {
            today.insert((need, group), share * it.hours_per_week.value);
        }
    }
    today
}
