//! The bindings, with their limits; some limits are today's shares, for the sources give no number.

use super::input::{InputError, Row, rows};
use super::today::{Cell, Today};
use leon_model::{
    Binding, Cell as BindingCell, Complexity, Figure, GroupId, Justified, Kind, Scope, Sense, TaskLevel, Theme,
    Through, kind,
};
use std::collections::BTreeMap;
use std::path::Path;

/// A binding whose limit may still have to be found.
pub(super) struct Rule {
    binding: Binding,
    limit: Limit,
}

enum Limit {
    None,
    Given(Figure),
    /// Today's share, and so much more than it.
    Today {
        margin: Figure,
    },
}

impl Rule {
    /// Whether a group may not do a cell with a competence that it holds.
    pub(super) fn forbids(&self, cell: &Cell, group: &GroupId) -> bool {
        self.binding.kind.word == "forbid"
            && covers_work(&self.binding.scope, cell)
            && covers_group(&self.binding.scope, group)
    }
}

pub(super) fn read(inputs: &Path) -> Result<Vec<Rule>, InputError> {
    rows(inputs, "bindings.csv")?.iter().map(rule).collect()
}

fn rule(row: &Row) -> Result<Rule, InputError> {
    let scope = Scope {
        places: Vec::new(),
        settings: row.list("settings")?,
        tasks: row.list("tasks")?,
        task_levels: row.parse_list("task_levels", TaskLevel::parse)?,
        complexities: row.parse_list("complexities", Complexity::parse)?,
        competences: row.list("competences")?,
        groups: row.list("staff_groups")?,
        through: row.parse_list("through", Through::parse)?,
        technologies: row.list("technologies")?,
        pools: row.list("pools")?,
    };
    let margin = |row: &Row| {
        let margin = row.number("limit")?;
        let bound = |column| Ok::<_, InputError>(row.optional_number(column)?.unwrap_or(margin));
        Ok(Figure::assumed(margin, bound("limit_low")?, bound("limit_high")?, "a-today"))
    };
    let limit = match row.text("limit_from")? {
        "" => Limit::None,
        "value" => Limit::Given(margin(row)?),
        "today" => Limit::Today { margin: margin(row)? },
        other => return Err(row.wrong("limit_from", format!("'{other}' is neither 'value' nor 'today'"))),
    };
    Ok(Rule {
        binding: Binding {
            id: row.word("id")?,
            name_da: row.word("name_da")?,
            name_en: row.word("name_en")?,
            theme: row.parse("theme", Theme::parse)?,
            justified: row.parse("justified", Justified::parse)?,
            kind: row.parse("kind", kind)?,
            scope,
            limit: None,
            in_force: true,
            source: row.word("source")?,
        },
        limit,
    })
}

/// The bindings table.
pub(super) fn table(rules: &[Rule], today: &Today) -> Vec<Binding> {
    let limited = |rule: &Rule| {
        let limit = match &rule.limit {
            Limit::None => None,
            Limit::Given(limit) => Some(limit.clone()),
            Limit::Today { margin } => Some(todays(&rule.binding, margin, today)),
        };
        Binding { limit, ..rule.binding.clone() }
    };
    rules.iter().map(limited).collect()
}

/// The share that the groups in scope have today, in the cell where it is largest (smallest, when the
/// binding asks for at least so much), to a whole per mille on the side that allows today.
fn todays(binding: &Binding, margin: &Figure, today: &Today) -> Figure {
    let shares: Vec<f64> = today_by_cell(binding, today).into_values().map(|(own, all)| own / all).collect();
    let promille = |share: f64, up: bool| {
        let exact = (share * 1000.0).clamp(0.0, 1000.0);
        if up { (exact - 1e-6).ceil() / 1000.0 } else { (exact + 1e-6).floor() / 1000.0 }
    };
    let at = |add: f64| match binding.kind.sense {
        Sense::AtMost => promille(shares.iter().copied().fold(0.0, f64::max) + add, true),
        Sense::AtLeast => promille(shares.iter().copied().fold(1.0, f64::min) - add, false),
    };
    let bounds = [at(margin.low), at(margin.value), at(margin.high)];
    let low = bounds.into_iter().fold(1.0, f64::min);
    Figure::assumed(bounds[1], low, bounds.into_iter().fold(0.0, f64::max), margin.source.clone())
}

/// Hours in scope by the groups in scope and by all, in each cell in which the kind must hold.
fn today_by_cell<'a>(binding: &Binding, today: &'a Today) -> BTreeMap<(&'a str, Option<Complexity>), (f64, f64)> {
    let by_complexity = |kind: &Kind| kind.cell == BindingCell::PlaceSettingComplexity;
    let mut cells = BTreeMap::new();
    for cell in today.cells().filter(|cell| covers_work(&binding.scope, cell)) {
        let key = (cell.setting.as_str(), by_complexity(binding.kind).then_some(cell.complexity));
        let (own, all) = cells.entry(key).or_insert((0.0, 0.0));
        let in_scope = cell.by_group.iter().filter(|(group, _)| covers_group(&binding.scope, group));
        *own += cell.share * in_scope.map(|(_, share)| share).sum::<f64>();
        *all += cell.share;
    }
    cells
}

fn covers_work(scope: &Scope, cell: &Cell) -> bool {
    fn any<T: PartialEq>(list: &[T], it: &T) -> bool {
        list.is_empty() || list.contains(it)
    }
    any(&scope.settings, &cell.setting)
        && any(&scope.tasks, &cell.task)
        && any(&scope.task_levels, &cell.level)
        && any(&scope.complexities, &cell.complexity)
        && any(&scope.competences, &cell.competence)
}

/// Whether a group is in scope with what it holds by education, as all of today's hours are.
fn covers_group(scope: &Scope, group: &GroupId) -> bool {
    (scope.groups.is_empty() || scope.groups.contains(group))
        && (scope.through.is_empty() || scope.through.contains(&Through::Held))
}
