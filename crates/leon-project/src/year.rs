//! The hours of each year: need and hands, as a match takes them.

use crate::assumptions::{AssumptionId, EffectFigure, Positions, entry, relocation};
use crate::hands::{self, FlowTable, Teams};
use crate::members::Members;
use crate::people::{self, People};
use leon_match::Amounts;
use leon_model::{Case, Curve, Figure, Hours, Scenario, ScenarioList, SettingId, Technology};
use std::collections::BTreeMap;

/// Numbers of a case that no draw changes.
pub(crate) struct Frame<'a> {
    pub(crate) case: &'a Case,
    pub(crate) people: People,
    members: &'a Members,
    /// Place and setting of each cell.
    cells: Vec<(usize, usize)>,
    need_cell: Vec<usize>,
    capacity_cell: Vec<usize>,
    teams: Teams,
    flows: FlowTable<'a>,
    /// The case's own hours.
    today: Amounts,
    /// Unmet share of each cell's need in the first year, from a match with the case's own hours.
    pub(crate) gap: Vec<f64>,
}

/// Years of hours, and what of them a match does not tell.
pub(crate) struct YearHours {
    pub(crate) amounts: Amounts,
    /// Full-time equivalents of each staff group.
    pub(crate) fte: Vec<f64>,
}

impl<'a> Frame<'a> {
    pub(crate) fn new(case: &'a Case, members: &'a Members) -> Self {
        let places: BTreeMap<&str, usize> =
            case.places.iter().enumerate().map(|(at, it)| (it.id.as_str(), at)).collect();
        let settings: BTreeMap<&str, usize> =
            case.settings.iter().enumerate().map(|(at, it)| (it.id.as_str(), at)).collect();
        let mut cells = Vec::new();
        let mut numbers = BTreeMap::new();
        let mut cell = |place: &str, setting: &str| {
            let key = (places[place], settings[setting]);
            *numbers.entry(key).or_insert_with(|| {
                cells.push(key);
                cells.len() - 1
            })
        };
        let need_cell: Vec<usize> = case.needs.iter().map(|it| cell(it.place.as_str(), it.setting.as_str())).collect();
        let capacity_cell = case.capacity.iter().map(|it| cell(it.place.as_str(), it.setting.as_str())).collect();
        let gap = vec![0.0; cells.len()];
        Self {
            case,
            people: People::new(case),
            members,
            cells,
            need_cell,
            capacity_cell,
            teams: Teams::new(case),
            flows: FlowTable::new(case),
            today: Amounts::of(case),
            gap,
        }
    }

    /// Takes the gap of the first year from a match with the case's own hours: unmet hours of each need.
    pub(crate) fn set_gap(&mut self, unmet: &[f64]) {
        let mut needed = vec![0.0; self.cells.len()];
        let mut missing = vec![0.0; self.cells.len()];
        for (need, &cell) in self.need_cell.iter().enumerate() {
            needed[cell] += self.today.needs[need].0;
            missing[cell] += unmet[need];
        }
        self.gap = missing.iter().zip(&needed).map(|(it, all)| if *all > 0.0 { it / all } else { 0.0 }).collect();
    }

    /// Staff groups whose hours stay as they are, for the case does not say how they come and go.
    pub(crate) fn held_groups(&self) -> Vec<usize> {
        let has_hands = |&group: &usize| self.teams.of_group(group).iter().any(|&team| self.teams.fte(team) > 0.0);
        (0..self.case.staff_groups.len()).filter(has_hands).filter(|&it| !self.flows.is_known(it)).collect()
    }

    /// Places where care is needed and whose inhabitants the case does not have; their need stays as it is.
    pub(crate) fn places_without_people(&self) -> Vec<usize> {
        let mut places: Vec<usize> = self.cells.iter().map(|it| it.0).filter(|it| !self.people.has(*it)).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    /// The hours of each year under a scenario, where a draw puts its assumptions.
    pub(crate) fn hours(&self, scenario: &Scenario, positions: &Positions) -> Vec<YearHours> {
        let case = self.case;
        let years = &self.people.years;
        let growth = people::growth(case, &self.people, &self.cells, scenario, positions);
        let team_growth = self.team_growth(&growth);
        let multiples = hands::multiples(case, &self.teams, &self.flows, years, &team_growth, scenario, positions);
        let follow = case.parameters.staff_follow_need.as_ref();
        let follow = follow.map_or(0.0, |it| positions.value(&AssumptionId::StaffFollowNeed, it));
        let start = case.parameters.starting_gap.as_ref();
        let start = start.map_or(1.0, |it| positions.value(&AssumptionId::StartingGap, it));
        let extra = self.extra(positions);
        (0..years.len())
            .map(|year| {
                let mut needs: Vec<Hours> = (self.today.needs.iter().zip(&self.need_cell))
                    .map(|(hours, &cell)| *hours * (growth[cell][year] * (1.0 + (start - 1.0) * self.gap[cell])))
                    .collect();
                self.relocate(&mut needs, scenario, year, positions);
                let multiple = self.row_multiples(&growth, &team_growth, &multiples, follow, year);
                let care_time = self.care_time(scenario, year, positions);
                let care = (0..case.capacity.len())
                    .map(|row| {
                        self.today.care[row] * (multiple[row] * care_time[self.cells[self.capacity_cell[row]].1])
                    })
                    .collect();
                let technologies = self.technologies(scenario, year, positions);
                let local = self.local(scenario, year, positions);
                let mut fte = vec![0.0; case.staff_groups.len()];
                for (group, fte) in fte.iter_mut().enumerate() {
                    let teams = self.teams.of_group(group).iter();
                    *fte = teams.map(|&team| self.teams.fte(team) * multiples[team][year]).sum();
                }
                YearHours { amounts: Amounts { needs, care, extra: extra.clone(), technologies, local }, fte }
            })
            .collect()
    }

    /// How need grows where each team works: the mean over its settings, by hands.
    fn team_growth(&self, growth: &[Vec<f64>]) -> Vec<Vec<f64>> {
        let years = self.people.years.len();
        let mut of_team = vec![vec![0.0; years]; self.teams.len()];
        for (row, it) in self.case.capacity.iter().enumerate() {
            let team = self.teams.of_row[row];
            let all = self.teams.fte(team);
            let part = if all > 0.0 { it.fte.value / all } else { 0.0 };
            for (sum, growth) in of_team[team].iter_mut().zip(&growth[self.capacity_cell[row]]) {
                *sum += part * growth;
            }
        }
        of_team
    }

    /// Hands of each capacity row as a multiple of today's. Within a team a share of the hands follows need from
    /// setting to setting.
    fn row_multiples(
        &self,
        growth: &[Vec<f64>],
        team_growth: &[Vec<f64>],
        multiples: &[Vec<f64>],
        follow: f64,
        year: usize,
    ) -> Vec<f64> {
        let of_row = |row: usize| {
            let team = self.teams.of_row[row];
            let beside = growth[self.capacity_cell[row]][year] / team_growth[team][year].max(f64::MIN_POSITIVE);
            let beside = if team_growth[team][year] > 0.0 { beside } else { 1.0 };
            multiples[team][year] * (1.0 + follow * (beside - 1.0))
        };
        (0..self.case.capacity.len()).map(of_row).collect()
    }

    fn extra(&self, positions: &Positions) -> Vec<Hours> {
        let hours = |(at, it): (usize, &leon_model::ExtraHours)| {
            let value = positions.value(&AssumptionId::Extra(it.group.clone(), it.kind), &it.fte_max);
            let factor = if it.fte_max.value > 0.0 { value / it.fte_max.value } else { 1.0 };
            self.today.extra[at] * factor
        };
        self.case.extra_hours.iter().enumerate().map(hours).collect()
    }

    /// The scenario's factor on care of paid time, by setting.
    fn care_time(&self, scenario: &Scenario, year: usize, positions: &Positions) -> Vec<f64> {
        let year = self.people.years[year];
        let of_setting = |setting: &leon_model::Setting| {
            let changes = scenario.care_time.iter();
            let changes = changes.filter(|it| it.settings.is_empty() || it.settings.contains(&setting.id));
            changes
                .map(|it| {
                    let factor = positions.value(&entry(ScenarioList::CareTime, &it.settings), &it.factor);
                    1.0 + it.ramp.part(year) * (factor - 1.0)
                })
                .product()
        };
        self.case.settings.iter().map(of_setting).collect()
    }

    /// The largest share of a need that each technology can take over, where it spreads as everywhere.
    fn technologies(&self, scenario: &Scenario, year: usize, positions: &Positions) -> Vec<f64> {
        let share = |it: &Technology| {
            let uptake = scenario.technologies.iter().find(|uptake| uptake.technology == it.id);
            self.share(it, uptake.map(|it| (&it.ceiling, it.curve)), year, positions)
        };
        self.case.technologies.iter().map(share).collect()
    }

    /// The same need by need, for technologies that spread otherwise from place to place.
    fn local(&self, scenario: &Scenario, year: usize, positions: &Positions) -> BTreeMap<usize, Vec<f64>> {
        let mut local = BTreeMap::new();
        for uptake in scenario.technologies.iter().filter(|it| !it.places.is_empty()) {
            let known = self.case.technologies.iter().enumerate().find(|(_, it)| it.id == uptake.technology);
            let Some((number, technology)) = known else { continue };
            let share = |ceiling: &Figure, curve| self.share(technology, Some((ceiling, curve)), year, positions);
            let of_place = |place: usize| self.members.mean(place, number, uptake, share);
            let shares: Vec<f64> = (0..self.case.places.len()).map(of_place).collect();
            local.insert(number, self.need_cell.iter().map(|&cell| shares[self.cells[cell].0]).collect());
        }
        local
    }

    /// The largest share of a need that a technology can take over in a year, taken up so far and so fast.
    fn share(&self, it: &Technology, uptake: Option<(&Figure, Curve)>, year: usize, positions: &Positions) -> f64 {
        let Some(effect) = &it.effect else { return 0.0 };
        let value = |figure, of: &Figure| positions.value(&AssumptionId::Technology(it.id.clone(), figure), of);
        let today = value(EffectFigure::Adoption, &effect.adoption);
        let adoption = uptake.map_or(today, |(ceiling, curve)| {
            let ceiling = value(EffectFigure::Ceiling, ceiling);
            today + (ceiling - today).max(0.0) * curve.part(self.people.years[year])
        });
        value(EffectFigure::Eligible, &effect.eligible_share)
            * adoption
            * value(EffectFigure::Freed, &effect.freed_share)
    }

    /// Moves the hours of tasks that go to other settings, each complexity for itself, to the places under the one
    /// they come from, as the task is needed there.
    fn relocate(&self, needs: &mut [Hours], scenario: &Scenario, year: usize, positions: &Positions) {
        for it in &scenario.relocations {
            let part = positions.value(&relocation(it), &it.share) * it.ramp.part(self.people.years[year]);
            if part <= 0.0 {
                continue;
            }
            let rows = |setting: &SettingId, task: &leon_model::TaskId| -> Vec<usize> {
                let all = self.case.needs.iter().enumerate();
                all.filter(|(_, need)| need.setting == *setting && need.task == *task).map(|(at, _)| at).collect()
            };
            let targets = rows(&it.to_setting, &it.to_task);
            for from in rows(&it.from_setting, &it.from_task) {
                let (place, complexity) = (&self.case.needs[from].place, self.case.needs[from].complexity);
                let near = |to: &&usize| {
                    let to = &self.case.needs[**to];
                    to.complexity == complexity && self.case.is_within(&to.place, place)
                };
                let to: Vec<usize> = targets.iter().filter(near).copied().collect();
                let all: f64 = to.iter().map(|&row| self.today.needs[row].0).sum();
                if all > 0.0 {
                    let moved = needs[from] * part;
                    needs[from] -= moved;
                    to.iter().for_each(|&row| needs[row] += moved * (self.today.needs[row].0 / all));
                }
            }
        }
    }
}

/// Share of paid time that is care in a setting: the mean of its staff's.
pub(crate) fn care_share(case: &Case, setting: &SettingId) -> f64 {
    let rows = || case.capacity.iter().filter(|it| it.setting == *setting);
    let fte: f64 = rows().map(|it| it.fte.value).sum();
    if fte > 0.0 { rows().map(|it| it.fte.value * it.net_care_share.value).sum::<f64>() / fte } else { 0.0 }
}
