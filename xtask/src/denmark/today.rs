//! Who does what today: the baseline, fitted to the tasks' hours and to the groups' hours.
//!
//! The sources say in words who does most of a task, not in numbers. The words become weights
//! (`who_does_what.csv`, leaning with complexity by `complexity_lean.csv`), and fitting them
//! proportionally to a setting's tasks and staff gives the nearest division that uses every group's
//! hours exactly. A group has no part in what it does not hold or what a binding in force forbids.

use super::BuildError;
use super::bindings::Rule;
use super::capacity::{StaffHours, rounded, within};
use super::catalogue::Catalogue;
use super::fit::fit;
use super::input::{InputError, rows};
use super::staff::Staff;
use super::work::Work;
use leon_model::{Baseline, CompetenceId, Complexity, GroupId, SettingId, TaskId, TaskLevel};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// A task at a complexity in a setting, as it is done today.
pub(super) struct Cell {
    pub(super) setting: SettingId,
    pub(super) task: TaskId,
    pub(super) level: TaskLevel,
    pub(super) complexity: Complexity,
    pub(super) competence: CompetenceId,
    /// Its share of the setting's care hours.
    pub(super) share: f64,
    /// The groups' shares of it, which add up to 1.
    pub(super) by_group: Vec<(GroupId, f64)>,
}

pub(super) struct Today(Vec<Cell>);

/// A group's share below this is left out of the baseline, and the others scaled up.
const SMALLEST_SHARE: f64 = 0.002;

impl Today {
    pub(super) fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.0.iter()
    }

    /// The baseline table.
    pub(super) fn rows(&self) -> Vec<Baseline> {
        let of_cell = |cell: &Cell| {
            let row = |(group, share): &(GroupId, f64)| Baseline {
                setting: cell.setting.clone(),
                task: cell.task.clone(),
                complexity: Some(cell.complexity),
                group: group.clone(),
                share: capped(within(*share, 0.6, 1.4, 4, "a-who")),
            };
            cell.by_group.iter().map(row).collect::<Vec<_>>()
        };
        self.0.iter().flat_map(of_cell).collect()
    }
}

fn capped(share: leon_model::Figure) -> leon_model::Figure {
    leon_model::Figure { high: share.high.min(1.0), ..share }
}

pub(super) fn read(
    inputs: &Path,
    catalogue: &Catalogue,
    staff: &Staff,
    hours: &StaffHours,
    work: &BTreeMap<SettingId, Vec<Work>>,
    rules: &[Rule],
) -> Result<Today, BuildError> {
    let weights = Weights::read(inputs)?;
    let mut today = Vec::new();
    for setting in &catalogue.settings {
        let cells = cells(inputs, catalogue, &setting.id, work)?;
        let groups = hours.groups(&setting.id);
        let fte: f64 = groups.iter().map(|(_, fte)| fte).sum();
        let may = |cell: &Cell, group: &GroupId| {
            staff.holds(group, &cell.competence) && !rules.iter().any(|rule| rule.forbids(cell, group))
        };
        let weight = |cell: &Cell, group| if may(cell, group) { weights.of(cell, group) } else { 0.0 };
        let mut table: Vec<Vec<f64>> =
            cells.iter().map(|cell| groups.iter().map(|(group, _)| weight(cell, group)).collect()).collect();
        let by_task: Vec<f64> = cells.iter().map(|cell| cell.share).collect();
        let by_group: Vec<f64> = groups.iter().map(|(_, own)| own / fte).collect();
        let off = fit(&mut table, &by_task, &by_group);
        if off > 1e-4 {
            return Err(BuildError::DoesNotFit { setting: setting.id.to_string(), off });
        }
        today.extend(cells.into_iter().zip(table).map(|(cell, row)| {
            let all = groups.iter().map(|(group, _)| group.clone()).zip(row).collect();
            Cell { by_group: shares(all), ..cell }
        }));
    }
    Ok(Today(today))
}

/// The cells of a setting, nobody doing them yet.
fn cells(
    inputs: &Path,
    catalogue: &Catalogue,
    setting: &SettingId,
    work: &BTreeMap<SettingId, Vec<Work>>,
) -> Result<Vec<Cell>, InputError> {
    let cell = |work: &Work| {
        let task = catalogue.task(&work.task).ok_or_else(|| InputError {
            file: inputs.join("tasks.csv"),
            line: 1,
            column: "id".to_owned(),
            what: format!("there is no task {}, which {setting} has", work.task),
        })?;
        Ok(Cell {
            setting: setting.clone(),
            task: task.id.clone(),
            level: task.level,
            complexity: work.complexity,
            competence: task.competence(work.complexity).clone(),
            share: work.share,
            by_group: Vec::new(),
        })
    };
    work.get(setting).into_iter().flatten().map(cell).collect()
}

/// Hours as shares of their sum, without the smallest; rounded so that they still add up to 1.
fn shares(hours: Vec<(GroupId, f64)>) -> Vec<(GroupId, f64)> {
    let sum: f64 = hours.iter().map(|(_, hours)| hours).sum();
    let kept: Vec<_> = hours.into_iter().filter(|(_, hours)| hours / sum >= SMALLEST_SHARE).collect();
    let sum: f64 = kept.iter().map(|(_, hours)| hours).sum();
    let mut shares: Vec<_> = kept.into_iter().map(|(group, hours)| (group, rounded(hours / sum, 4))).collect();
    let left = 1.0 - shares.iter().map(|(_, share)| share).sum::<f64>();
    if let Some((_, largest)) = shares.iter_mut().max_by(|a, b| a.1.total_cmp(&b.1)) {
        *largest = rounded(*largest + left, 4);
    }
    shares
}

/// The first guess at who does what.
struct Weights {
    by_task: HashMap<(TaskId, GroupId), f64>,
    lean: HashMap<(GroupId, Complexity), f64>,
}

impl Weights {
    fn read(inputs: &Path) -> Result<Self, InputError> {
        let mut weights = Self { by_task: HashMap::new(), lean: HashMap::new() };
        let groups = rows(inputs, "complexity_lean.csv")?;
        for row in &groups {
            for &complexity in Complexity::ALL {
                weights.lean.insert((row.word("staff_group")?, complexity), row.number(complexity.as_str())?);
            }
        }
        for row in rows(inputs, "who_does_what.csv")? {
            for group in &groups {
                let group = group.text("staff_group")?;
                weights.by_task.insert((row.word("task")?, group.into()), row.number(group)?);
            }
        }
        Ok(weights)
    }

    fn of(&self, cell: &Cell, group: &GroupId) -> f64 {
        let task = self.by_task.get(&(cell.task.clone(), group.clone())).copied().unwrap_or(0.0);
        task * self.lean.get(&(group.clone(), cell.complexity)).copied().unwrap_or(1.0)
    }
}
